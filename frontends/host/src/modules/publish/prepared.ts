import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ModuleSignature, PortalManifest } from '@thidua/contracts';
import { INTEGRITY_FILE, integrityOf, SIGNATURE_FILE } from '@thidua/module-kit/rules';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const COMPRESSIBLE = /\.(?:js|css|json|svg)$/;
const TWIN = /\.(?:br|gz)$/;
const COMPRESS_FROM_BYTES = 1024;
const BROTLI_QUALITY = 9;

export type ReleaseFiles = ReadonlyMap<string, Uint8Array>;

/** Size and hash of every file of a release, as kept with it. */
export type FileList = Readonly<Record<string, { readonly bytes: number; readonly hash: string }>>;

/**
 * Files of a built folder by relative path; compressed twins are made anew and not taken over.
 * @throws Error for anything that is neither a plain file nor a folder.
 */
export async function readRelease(folder: string): Promise<ReleaseFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || TWIN.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) throw new Error(`${path} is a link or a special file`);
    files.set(path.slice(folder.length + 1), await readFile(path));
  }
  return new Map([...files].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Name of the release: its version and what it holds. The list has the hash of every file, so its own hash stands for all. */
export function releaseName(manifest: Pick<PortalManifest, 'version'>, files: ReleaseFiles): string {
  const list = files.get(INTEGRITY_FILE);
  if (!list) throw new Error(`${INTEGRITY_FILE} is missing`);
  return `${manifest.version}-${createHash('sha256').update(list).digest('hex').slice(0, 10)}`;
}

export function fileListOf(files: ReleaseFiles): FileList {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, { bytes: bytes.length, hash: integrityOf(bytes) }]));
}

export function signatureOf(files: ReleaseFiles): ModuleSignature | null {
  const bytes = files.get(SIGNATURE_FILE);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as ModuleSignature) : null;
}

/** The graph operations a release ships: documents by hash. */
export function documentsOf(manifest: PortalManifest, files: ReleaseFiles): Record<string, string> {
  const bytes = manifest.operations ? files.get(manifest.operations.file) : undefined;
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, string>) : {};
}

/** Compresses what is text of a prepared folder. */
export async function writeTwins(folder: string, files: ReleaseFiles): Promise<void> {
  await Promise.all([...files].map(([path, bytes]) => compressFile(join(folder, path), bytes)));
}

/** Puts `.br` and `.gz` twins beside a text file, so that serving costs no compression. */
async function compressFile(path: string, bytes: Uint8Array): Promise<void> {
  if (!COMPRESSIBLE.test(path) || bytes.length < COMPRESS_FROM_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
