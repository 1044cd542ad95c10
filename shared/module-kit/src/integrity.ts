import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LISTED = /\.(?:js|css|json)$/;

/** The list itself and precompressed twins are not listed: the registry carries the list's own hash. */
export const INTEGRITY_FILE = 'mf-integrity.json';

/** SRI hash of bytes: `sha384-…`. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Hashes of all scripts, styles and data of a built folder by relative path, sorted so that equal builds give equal lists. */
export async function integrityListOf(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => LISTED.test(file) && file !== INTEGRITY_FILE)
    .toSorted();
  const entries = await Promise.all(files.map(async (file) => [file, integrityOf(await readFile(join(folder, file)))] as const));
  return Object.fromEntries(entries);
}
