import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { integrityOf } from '@thidua/module-kit';
import type pg from 'pg';
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

/** The same build under another version, as a department's next release would be. @returns the folder. */
export async function asVersion(dist: string, outDir: string, version: string): Promise<string> {
  await cp(dist, outDir, { recursive: true });
  const manifest = JSON.stringify({ ...JSON.parse(await readFile(join(outDir, 'portal.json'), 'utf8')), version });
  const list = JSON.parse(await readFile(join(outDir, 'mf-integrity.json'), 'utf8')) as Record<string, string>;
  await writeFile(join(outDir, 'portal.json'), manifest);
  await writeFile(join(outDir, 'mf-integrity.json'), JSON.stringify({ ...list, 'portal.json': integrityOf(Buffer.from(manifest)) }));
  return outDir;
}

/**
 * Changes the registry's answer for a module without touching its files, as somebody with the database in his hands could.
 * @returns puts the manifests back as they were signed.
 */
export async function editManifest(bench: HostBench, module: string, patch: Record<string, unknown>): Promise<() => Promise<void>> {
  return editColumns(bench, module, (row) => ({ ...row, manifest: { ...row.manifest, ...patch } }));
}

/** The same for what the registry keeps beside the manifest. */
export async function editRelease(bench: HostBench, module: string, patch: Partial<ReleaseRow>): Promise<() => Promise<void>> {
  return editColumns(bench, module, (row) => ({ ...row, ...patch }));
}

interface ReleaseRow {
  readonly release: string;
  readonly manifest: object;
  readonly list_hash: string;
  readonly signature: object | null;
  readonly public_key: string | null;
}

async function editColumns(bench: HostBench, module: string, change: (row: ReleaseRow) => ReleaseRow): Promise<() => Promise<void>> {
  let before: ReleaseRow[] = [];
  const { channels } = bench.host.registry;
  const put = async (rows: (client: pg.ClientBase) => Promise<ReleaseRow[]>): Promise<void> => {
    await channels.change(module, async (client) => {
      for (const row of await rows(client)) {
        await client.query(
          'update host.module_release set manifest = $3, list_hash = $4, signature = $5, public_key = $6 where module = $1 and release = $2',
          [
            module,
            row.release,
            JSON.stringify(row.manifest),
            row.list_hash,
            row.signature && JSON.stringify(row.signature),
            row.public_key,
          ],
        );
      }
    });
  };
  await put(async (client) => {
    const { rows } = await client.query<ReleaseRow>(
      'select release, manifest, list_hash, signature, public_key from host.module_release where module = $1',
      [module],
    );
    before = rows;
    return rows.map(change);
  });
  return () => put(async () => before);
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
