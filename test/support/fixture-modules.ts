import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { SYSTEM } from '../../frontends/host/src/modules/registry.types.js';
import type { HostBench } from './host-bench.js';

const run = promisify(execFile);

export type Fault = 'none' | 'evaluate' | 'activate' | 'contract' | 'endless' | 'absolute' | 'undeclared';

/**
 * Builds a fixture module with the module kit, as a department would: in a process of its own, because the federation plugin does
 * nothing inside a test runner. @returns the built folder.
 */
export async function buildFixture(id: 'alpha' | 'beta', outDir: string, fault: Fault = 'none'): Promise<string> {
  const root = fileURLToPath(new URL(`../browser/fixtures/${id}`, import.meta.url));
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const { NODE_ENV: _mode, VITEST: _runner, ...env } = process.env;
  await run(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...env, FAULT: fault },
  });
  return outDir;
}

/** Publishes a built folder on the bench and makes it the stable release. @returns the folder of that release on disk. */
export async function publishOn(bench: HostBench, dist: string): Promise<string> {
  const { built, channels } = bench.host.registry;
  const { module, release, repeated } = await built.register(dist);
  if (repeated) await channels.activate(SYSTEM, module, { channel: 'stable', release });
  return join(bench.modulesDir, module, 'v', release);
}

/** Changes the registry's answer for a module without touching its files, as somebody with the database in his hands could. */
export async function editManifest(bench: HostBench, module: string, patch: Record<string, unknown>): Promise<void> {
  await bench.host.registry.channels.change(module, async (client) => {
    await client.query(`update host.module_release set manifest = manifest || $2::jsonb where module = $1`, [
      module,
      JSON.stringify(patch),
    ]);
  });
}

/** Path of the one built file whose name starts so, relative to the version's folder. */
export async function fileOf(folder: string, prefix: string, ending = '.js'): Promise<string> {
  const found = (await readdir(folder, { recursive: true })).find(
    (file) => file.split('/').at(-1)?.startsWith(prefix) && file.endsWith(ending),
  );
  if (!found) throw new Error(`no file ${prefix}*${ending} in ${folder}`);
  return found;
}

/** Overwrites a file with its precompressed twins. @returns puts the original back. */
export async function tamper(folder: string, file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const path = join(folder, file);
  const original = await readFile(path, 'utf8');
  await writeAll(path, change(original));
  return () => writeAll(path, original);
}

async function writeAll(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  const twins: [string, Buffer][] = [
    ['.br', brotliCompressSync(text)],
    ['.gz', gzipSync(text)],
  ];
  for (const [suffix, bytes] of twins) {
    if (
      await readFile(path + suffix).then(
        () => true,
        () => false,
      )
    )
      await writeFile(path + suffix, bytes);
  }
}
