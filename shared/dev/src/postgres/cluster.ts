import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresBinaries } from './binaries.js';
import { findBinaries } from './binaries.js';
import { freePort, portIsFree } from './free-port.js';
import { serverOwner } from './owner.js';
import { checkVersion, diskSentence, initialise, MAJOR, serverEnvironment, SUPERUSER } from './initdb.js';
import { readPostmasterFile } from './postmaster-file.js';

export interface ClusterOptions {
  /** Folder that belongs to the server's data, password and log; made when missing. */
  folder: string;
  /** Port to listen on; a free one (or the one used last) unless given. */
  port?: number;
  /** Tests only: do not wait for the disk. A power cut would lose the cluster. */
  unsafeFast?: boolean;
}

/** A running embedded server. */
export interface Cluster {
  host: string;
  port: number;
  pid: number;
  /** True when a server that outlived its launcher was taken over instead of a new one started. */
  adopted: boolean;
  /** Superuser login; never handed to a service. */
  url: string;
  /** Fast shutdown (SIGINT): transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 30_000;

/**
 * Starts, or takes over, the embedded PostgreSQL whose data lie in `folder`.
 * Ready means: a connection with our password succeeds and the server's `data_directory` is ours, so that a foreign server
 * on the same port is never mistaken for ours.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = options.folder;
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const adopted = await adopt(folder, data, options.port);
  if (adopted) return adopted;
  const owner = serverOwner();
  const binaries = findBinaries(join(folder, `native-${MAJOR}`), owner);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries, folder, data);
  checkVersion(data);
  return launch(binaries, folder, data, options);
}

async function adopt(folder: string, data: string, wantedPort?: number): Promise<Cluster | null> {
  const file = readPostmasterFile(data);
  if (!file || !(await isOurs(folder, data, file.port))) return null;
  const cluster = describe(folder, data, file.port, file.pid, true);
  if (!wantedPort || wantedPort === file.port) return cluster;
  await cluster.stop();
  return null;
}

/**
 * Spawns the server and waits. After a kill -9 of the old postmaster its children linger for a second or two and hold
 * `postmaster.pid`; the new server then exits at once and is simply tried again.
 */
async function launch(binaries: PostgresBinaries, folder: string, data: string, options: ClusterOptions): Promise<Cluster> {
  const deadline = Date.now() + READY_WITHIN_MS;
  const port = options.port ?? (await preferredPort(folder));
  if (!(await portIsFree(port))) throw new Error(portTaken(port));
  const log = join(folder, 'postgres.log');
  for (;;) {
    const logStart = existsSync(log) ? statSync(log).size : 0;
    const child = spawnServer(binaries, data, port, log, options.unsafeFast === true);
    child.once('error', () => undefined);
    if (await becomesReady(child, folder, data, port, deadline)) {
      writeFileSync(join(folder, 'port'), String(port));
      return describe(folder, data, port, child.pid ?? 0, false);
    }
    const said = readFileSync(log, 'utf8').slice(logStart);
    const lingering = said.includes('lock file "postmaster.pid" already exists') || said.includes('pre-existing shared memory block');
    child.kill('SIGQUIT');
    if (!lingering || Date.now() >= deadline) throw new Error(startFailure(said, port));
    await sleep(250);
  }
}

async function becomesReady(child: ChildProcess, folder: string, data: string, port: number, deadline: number): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await isOurs(folder, data, port)) return true;
    await sleep(40);
  }
  return false;
}

function spawnServer(binaries: PostgresBinaries, data: string, port: number, log: string, unsafeFast: boolean): ChildProcess {
  const settings = [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'lc_messages=C',
    'shared_buffers=64MB',
    'password_encryption=scram-sha-256',
    `max_connections=${unsafeFast ? 200 : 120}`,
    'log_min_messages=warning',
    'logging_collector=off',
    ...(unsafeFast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ];
  const output = openSync(log, 'a', 0o600);
  const owner = serverOwner();
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...owner,
    cwd: owner ? '/' : data,
    env: serverEnvironment(),
    // Its own process group: Ctrl-C in the terminal reaches the launcher only, which stops the services first.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  return child;
}

async function preferredPort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  return freePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined);
}

async function isOurs(folder: string, data: string, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl(folder, port), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function superuserUrl(folder: string, port: number): string {
  const file = join(folder, 'password');
  const password = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return `postgres://${SUPERUSER}:${password}@${HOST}:${port}/postgres`;
}

function describe(folder: string, data: string, port: number, pid: number, adopted: boolean): Cluster {
  const stop = async (): Promise<void> => {
    const file = readPostmasterFile(data);
    if (file?.pid !== pid) return;
    signal(pid, 'SIGINT');
    for (let waited = 0; alive(pid); waited += 25) {
      if (waited === 10_000) signal(pid, 'SIGQUIT');
      await sleep(25);
    }
  };
  return { host: HOST, port, pid, adopted, url: superuserUrl(folder, port), stop };
}

/** True while a process with this id exists (and is not a zombie that only waits to be collected). */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !(existsSync(`/proc/${pid}/stat`) && readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

function startFailure(said: string, port: number): string {
  if (said.includes('could not bind')) return portTaken(port);
  return diskSentence(said) ?? `PostgreSQL không khởi động được / PostgreSQL did not start: ${said.trim().split('\n').slice(-3).join(' ')}`;
}

function portTaken(port: number): string {
  return `Cổng ${port} của PostgreSQL đang bận; hãy đặt POSTGRES_PORT / Port ${port} for PostgreSQL is taken; set POSTGRES_PORT to another one.`;
}
