import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alive, startCluster } from './cluster.js';
import { dataFolder, openDataFolder } from './data-folder.js';
import { readPostmasterFile } from './postmaster-file.js';

/** A throwaway server for one test run. */
export interface TestPostgres {
  /** Superuser login to the maintenance database. */
  url: string;
  /** Stops the server and deletes its data; does nothing for a server that another process started. */
  stop(): Promise<void>;
}

/**
 * Starts one throwaway server for a test run: fsync off, free port, own folder. When `TEST_POSTGRES_URL` names one already
 * (set by the run's global set-up), that is answered and nothing is started, unless the caller wants its `own`: whole
 * installations have databases of fixed names and must not meet. Leftovers of killed runs are cleared first.
 */
export async function startTestPostgres(options: { own?: boolean } = {}): Promise<TestPostgres> {
  const running = process.env['TEST_POSTGRES_URL'];
  if (running && !options.own) return { url: running, stop: () => Promise.resolve() };
  const runs = join(openDataFolder(dataFolder()), 'test-runs');
  mkdirSync(runs, { recursive: true, mode: 0o711 });
  clearLeftovers(runs);
  const folder = join(runs, `${process.pid}-${randomBytes(4).toString('hex')}`);
  const cluster = await startCluster({ folder, unsafeFast: true });
  const kill = (): void => killNow(cluster.pid);
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    killNow(cluster.pid);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { url: cluster.url, stop };
}

function clearLeftovers(runs: string): void {
  for (const name of readdirSync(runs)) {
    const owner = Number(name.split('-')[0]);
    if (owner > 0 && alive(owner)) continue;
    const server = readPostmasterFile(join(runs, name, 'data'));
    if (server) killNow(server.pid);
    rmSync(join(runs, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Immediate shutdown: the data are thrown away, so nothing needs to be written. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // Gone already.
  }
}
