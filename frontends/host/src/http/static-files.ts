import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Exchange, header } from './exchange.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';

export interface StaticOptions {
  readonly immutable: boolean;
  /** Also for pages with an opaque origin (ballots): the file is public and says nothing about anyone. */
  readonly anyOrigin?: boolean;
}

/**
 * Serves one file below `root`, precompressed when the browser takes it. Only known file types exist.
 * @returns false when there is no such file; nothing has been sent then.
 */
export async function serveFile(exchange: Exchange, root: string, relative: string, options: StaticOptions): Promise<boolean> {
  const type = TYPES[extname(relative)];
  const path = inside(root, relative);
  if (!type || !path) return false;
  const accepted = header(exchange.request, 'accept-encoding') ?? '';
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
    ['', ''],
  ] as const) {
    if (encoding && !new RegExp(`\\b${encoding}\\b`).test(accepted)) continue;
    const file = await open(path + suffix, 'r').catch(() => null);
    if (!file) continue;
    if (await sendFile(exchange, file, path + suffix, { type, encoding, options })) return true;
  }
  return false;
}

interface Representation {
  readonly type: string;
  readonly encoding: string;
  readonly options: StaticOptions;
}

async function sendFile(exchange: Exchange, file: FileHandle, path: string, how: Representation): Promise<boolean> {
  const { response, request } = exchange;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return false;
    response.statusCode = 200;
    response.setHeader('content-type', how.type);
    response.setHeader('content-length', stats.size);
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('cache-control', how.options.immutable ? IMMUTABLE : 'no-cache');
    if (how.encoding) response.setHeader('content-encoding', how.encoding);
    if (how.options.anyOrigin) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
    }
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(path), response);
    return true;
  } finally {
    await file.close();
  }
}

/** The file's path when it stays below the root; null for anything that climbs out or hides (`.vite`). */
function inside(root: string, relative: string): string | null {
  if (relative.includes('\0')) return null;
  const path = normalize(join(root, relative));
  const base = normalize(root + sep);
  if (!path.startsWith(base)) return null;
  return path
    .slice(base.length)
    .split(sep)
    .some((part) => part.startsWith('.'))
    ? null
    : path;
}
