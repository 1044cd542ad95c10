import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { compressAll } from '../modules/publish.js';

/** Compresses the built shell's assets once. Hashed names: what is compressed stays right. A read-only folder is served as it is. */
export async function compressShell(folder: string, log: Logger): Promise<void> {
  const assets = join(folder, 'assets');
  const files = await readdir(assets).catch(() => []);
  if (files.some((file) => file.endsWith('.br'))) return;
  await compressAll(assets).catch((error: unknown) => log.warn({ err: error }, 'shell files stay uncompressed'));
}
