import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PortalManifest } from '@thidua/contracts';
import { z } from 'zod';
import type { ModuleVersion } from './registry.store.js';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const COMPRESSIBLE = /\.(?:js|css|json|svg)$/;
const COMPRESS_FROM_BYTES = 1024;

const manifestShape = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  contract: z.string(),
  basePath: z.string().regex(/^\/[a-z][a-z0-9-]*$/),
  scope: z.string().regex(/^\w+$/),
  entry: z.string().regex(/^[\w.-]+$/),
});

/** Folders under `frontends/` that hold a built module. */
export async function builtPortals(portalsDir: string): Promise<string[]> {
  const rooms = await readdir(portalsDir, { withFileTypes: true }).catch(() => []);
  const dists = rooms.filter((room) => room.isDirectory()).map((room) => join(portalsDir, room.name, 'dist'));
  const found = await Promise.all(dists.map(async (dist) => ((await exists(join(dist, 'portal.json'))) ? dist : null)));
  return found.filter((dist) => dist !== null).toSorted();
}

/**
 * Copies a built module into its own folder, named by version and content: the same content goes to the same folder, other
 * content never into an old one. Nothing is half visible: the folder is made elsewhere and renamed.
 * @throws when the folder is not a module (bad or missing `portal.json`, `mf-integrity.json`).
 */
export async function publish(dist: string, modulesDir: string): Promise<ModuleVersion> {
  const manifest = manifestShape.parse(JSON.parse(await readFile(join(dist, 'portal.json'), 'utf8'))) as unknown as PortalManifest;
  const list = await readFile(join(dist, 'mf-integrity.json'));
  const folder = `${manifest.version}-${createHash('sha256').update(list).digest('hex').slice(0, 10)}`;
  const target = join(modulesDir, manifest.id, 'v', folder);
  if (!(await exists(target))) await copyWhole(dist, target);
  const listHash = `sha384-${createHash('sha384').update(list).digest('base64')}`;
  return { module: manifest.id, folder, version: manifest.version, listHash, manifest };
}

async function copyWhole(from: string, target: string): Promise<void> {
  const scratch = `${target}.${randomUUID()}.tmp`;
  await mkdir(scratch, { recursive: true });
  try {
    await cp(from, scratch, { recursive: true });
    await compressAll(scratch);
    await rename(scratch, target);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    // Another host was faster with the same content: its folder is as good as ours.
    if (!(await exists(target))) throw error;
  }
}

/** Puts `.br` and `.gz` twins beside text files, so that serving costs no compression. */
export async function compressAll(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file);
    if (!COMPRESSIBLE.test(file)) continue;
    const bytes = await readFile(path);
    if (bytes.length < COMPRESS_FROM_BYTES) continue;
    await writeFile(
      `${path}.br`,
      await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
