import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The list itself, its signature and precompressed twins are not listed: the registry carries the list's own hash. */
export const INTEGRITY_FILE = 'mf-integrity.json';
export const SIGNATURE_FILE = 'signature.json';

/** True for files whose hash must stand in the list. */
export function isListed(file: string): boolean {
  return file !== INTEGRITY_FILE && file !== SIGNATURE_FILE && !/\.(?:br|gz)$/.test(file);
}

/** SRI hash of bytes: `sha384-…`. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Files of a built folder with their bytes, by relative path, sorted. */
export async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
    .toSorted();
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const)));
}

/** Hashes of all files of a built folder by relative path, sorted so that equal builds give equal lists. */
export async function integrityListOf(folder: string): Promise<Record<string, string>> {
  const files = await filesOf(folder);
  return Object.fromEntries([...files].filter(([file]) => isListed(file)).map(([file, bytes]) => [file, integrityOf(bytes)]));
}
