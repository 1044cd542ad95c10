import { readFile } from 'node:fs/promises';

/** Where `npm run keys` puts a department's private key; never committed. */
export const KEY_FILE = '.thidua/signing-key.pem';

/**
 * The department's private key: the file named by `THIDUA_SIGNING_KEY`, else the one `npm run keys` made in this folder.
 * @returns PEM; null when there is none.
 * @throws Error when the variable names a file that cannot be read.
 */
export async function signingKey(folder: string = process.cwd()): Promise<string | null> {
  const named = process.env['THIDUA_SIGNING_KEY'];
  if (named) return readFile(named, 'utf8');
  return readFile(`${folder}/${KEY_FILE}`, 'utf8').catch(() => null);
}
