import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntegrityList, PortalManifest } from '@thidua/contracts';
import { type Exchange, send } from '../http/exchange.js';
import { localeOf, themeOf } from '../http/preferences.js';
import { framePolicy } from '../http/security-headers.js';
import { serveFile } from '../http/static-files.js';

const ADDRESS = /^\/modules\/([a-z][a-z0-9-]{1,30})\/~frame\/v\/([\w.+-]+)\/([\w@.+/-]*)$/;
const OWN_FILES = new Set(['sandbox.js', 'tokens.css']);

export interface FrameParts {
  /** Folder of a release on this machine when it has the file (`ModuleStorage.get`). */
  readonly folderOf: (folder: string, file: string) => Promise<string | null>;
  /** The built shell: it brings the frame's runtime and the design tokens. */
  readonly shellDir: string;
}

/**
 * The document in which a sandboxed module runs: an opaque origin without network, storage or forms, whose scripts are the frame's
 * runtime and the release's own files, each held to its hash. Files below the frame's address may be read by that origin.
 */
export class FramePages {
  constructor(private readonly parts: FrameParts) {}

  /** @returns false when the address is none of a frame. */
  async handle(exchange: Exchange): Promise<boolean> {
    const { pathname } = exchange.url;
    const own = /^\/frame\/([\w.]+)$/.exec(pathname)?.[1];
    if (own && OWN_FILES.has(own)) return serveFile(exchange, this.parts.shellDir, own, { immutable: false, anyOrigin: true });
    const [, module, release, file] = ADDRESS.exec(pathname) ?? [];
    if (!module || !release || release.includes('..') || file?.includes('..')) return false;
    const folder = await this.parts.folderOf(`${module}/v/${release}`, file || 'portal.json');
    if (!folder) return false;
    if (file) return serveFile(exchange, folder, file, { immutable: true, anyOrigin: true });
    return this.#page(exchange, folder);
  }

  /** Only releases that say they are made for a frame have one. */
  async #page(exchange: Exchange, folder: string): Promise<boolean> {
    const manifest = JSON.parse(await readFile(join(folder, 'portal.json'), 'utf8')) as PortalManifest;
    if (manifest.sandboxed !== true) return false;
    const list = JSON.parse(await readFile(join(folder, 'mf-integrity.json'), 'utf8')) as IntegrityList;
    const nonce = randomBytes(18).toString('base64');
    const { response } = exchange;
    response.removeHeader('x-frame-options');
    response.setHeader('content-security-policy', framePolicy(nonce));
    response.setHeader('integrity-policy', 'blocked-destinations=(script)');
    send(exchange, 200, 'text/html; charset=utf-8', await this.#html(exchange, list, nonce));
    return true;
  }

  async #html(exchange: Exchange, list: IntegrityList, nonce: string): Promise<string> {
    const [runtime, tokens] = await Promise.all([this.#hashOf('sandbox.js'), this.#hashOf('tokens.css')]);
    const base = exchange.url.pathname;
    const files = Object.entries(list);
    const scripts = Object.fromEntries(files.filter(([file]) => file.endsWith('.js')).map(([file, hash]) => [base + file, hash]));
    const styles = files
      .filter(([file]) => file.endsWith('.css'))
      .map(([file, hash]) => `<link rel="stylesheet" crossorigin integrity="${hash}" href="${base}${file}">`);
    const theme = themeOf(exchange.request);
    return [
      `<!doctype html><html lang="${localeOf(exchange.request)}"${theme === 'system' ? '' : ` data-theme="${theme}"`}>`,
      '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Thi Đua</title>',
      `<script type="importmap" nonce="${nonce}">${JSON.stringify({ integrity: { '/frame/sandbox.js': runtime, ...scripts } })}</script>`,
      `<link rel="stylesheet" crossorigin integrity="${tokens}" href="/frame/tokens.css">`,
      ...styles,
      `<script type="module" crossorigin nonce="${nonce}" integrity="${runtime}" src="/frame/sandbox.js"></script>`,
      '</head><body><div id="app"></div></body></html>',
    ].join('\n');
  }

  async #hashOf(file: string): Promise<string> {
    const bytes = await readFile(join(this.parts.shellDir, file));
    return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  }
}
