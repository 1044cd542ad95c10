import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { serverOwner } from './owner.js';

/** The one superuser of the embedded server. */
export const SUPERUSER = 'postgres';
/** Version of the programs the npm package brings. */
export const MAJOR = '18';

/** initdb into a folder beside, renamed when complete: an interrupted first start leaves nothing half made. */
export async function initialise(binaries: PostgresBinaries, folder: string, data: string): Promise<void> {
  const owner = serverOwner();
  const fresh = join(folder, 'data.new');
  const passwordFile = join(folder, 'initdb.password');
  rmSync(fresh, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [fresh, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const child = spawn(
    binaries.initdb,
    [
      '-D',
      fresh,
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=vi-VN',
      '--no-sync',
      '--no-instructions',
    ],
    { ...owner, cwd: owner ? '/' : folder, env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(diskSentence(output) ?? `initdb thất bại / initdb failed: ${output.trim()}`);
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  renameSync(fresh, data);
}

/** Refuses data of another PostgreSQL with a sentence instead of the server's log line. */
export function checkVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new Error(
      `Dữ liệu trong ${data} thuộc PostgreSQL ${version}, cần ${MAJOR} / The data are of PostgreSQL ${version}, not ${MAJOR}: dump and restore them, or move the folder away.`,
    );
  }
}

/** PG* variables of the caller's shell must not reach our server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return { PATH, TMPDIR, SystemRoot, TZ: 'UTC', LC_ALL: 'C' };
}

/** The sentence for a full disk, if that is what a program said. */
export function diskSentence(said: string): string | null {
  return said.includes('No space left on device')
    ? 'Đĩa đã đầy: hãy giải phóng ít nhất 1 GB / The disk is full: free at least 1 GB and start again.'
    : null;
}
