import { mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { create } from 'tar';

/** Packs a staged folder as npm does (everything under `package/`); equal folders give equal bytes. */
export async function packFolder(folder: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const entries = (await readdir(folder)).toSorted();
  await create({ file, cwd: folder, gzip: { level: 9 }, portable: true, prefix: 'package', mtime: new Date(0) }, entries);
}
