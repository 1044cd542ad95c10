import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('../../public', import.meta.url));

/**
 * Styles and fonts of the ceremony pages: the host's own sheet, and the tokens and fonts of the built shell, found again by the
 * part of their names before the hash, so that there is one copy of each.
 */
export async function ceremonyAssets(shellFolder: string): Promise<(name: string) => readonly [string, string] | null> {
  const built = await readdir(join(shellFolder, 'assets')).catch(() => []);
  const places = new Map<string, readonly [string, string]>([
    ['ceremony.css', [OWN, 'ceremony.css']],
    ['tokens.css', [shellFolder, 'tokens.css']],
  ]);
  for (const file of built) {
    const font = /^(.+?)-[\w-]{8}\.woff2$/.exec(file);
    if (font?.[1]) places.set(`${font[1]}.woff2`, [join(shellFolder, 'assets'), file]);
  }
  return (name) => places.get(name) ?? null;
}
