import { join } from 'node:path';
import { build } from 'vite';
import { done } from './say.js';

/** Builds the module of a folder with its own `vite.config.ts`. */
export async function buildModule(folder: string): Promise<number> {
  await build({ root: folder, logLevel: 'warn' });
  done(`Bản dựng: ${join(folder, 'dist')}`, 'built');
  return 0;
}
