import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { publish } from '../../frontends/host/src/modules/publish.js';
import { RegistryStore } from '../../frontends/host/src/modules/registry.store.js';
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

/** Publishes a built folder on the bench and makes it the active version. @returns the folder of that version on disk. */
export async function publishOn(bench: HostBench, dist: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: 1 });
  try {
    const registry = new RegistryStore(pool);
    const version = await publish(dist, bench.modulesDir);
    await registry.register(version);
    await registry.activate(version.module, version.folder);
    return join(bench.modulesDir, version.module, 'v', version.folder);
  } finally {
    await pool.end();
  }
}

/** Changes the registry's answer for a module without touching its files, as a wrong publication would. */
export async function editManifest(bench: HostBench, module: string, patch: Record<string, unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: bench.databaseUrl });
  await client.connect();
  await client.query(`update host.module_version set manifest = manifest || $2::jsonb where module = $1`, [module, JSON.stringify(patch)]);
  await client.end();
}

/** Path of the one built file whose name starts so, relative to the version's folder. */
export async function fileOf(folder: string, prefix: string): Promise<string> {
  const found = (await readdir(folder, { recursive: true })).find(
    (file) => file.split('/').at(-1)?.startsWith(prefix) && file.endsWith('.js'),
  );
  if (!found) throw new Error(`no file ${prefix}*.js in ${folder}`);
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
