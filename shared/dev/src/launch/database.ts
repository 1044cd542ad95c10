import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, startCluster } from '../postgres/cluster.js';
import type { Cluster } from '../postgres/cluster.js';
import { closeMaintenanceDatabases, dropDatabases, provision } from '../postgres/provision.js';
import type { RolePasswords } from '../postgres/provision.js';
import { SUBGRAPHS } from './processes.js';
import { done, note } from './say.js';

const WATCH_EVERY_MS = 1_000;

/** The database server of an installation: ours, kept alive, or one of the province's. */
export interface DatabaseServer {
  /** True when it is our own and may hold the demo without being asked. */
  embedded: boolean;
  bootstrapUrl: string;
  /** Empties the four databases of the subgraphs; sign-ins and deployed modules stay. */
  emptySubgraphs(): Promise<void>;
  /** Stops the server if it is ours. */
  close(): Promise<void>;
}

/** Uses the server of `DATABASE_URL`, else starts or adopts the embedded one, and makes what is missing in it. */
export async function openDatabaseServer(folder: string, passwords: RolePasswords, env: NodeJS.ProcessEnv): Promise<DatabaseServer> {
  const url = env['DATABASE_URL'];
  return url ? openForeign(url, passwords) : openEmbedded(folder, passwords, Number(env['POSTGRES_PORT'] ?? 0) || undefined);
}

async function openForeign(url: string, passwords: RolePasswords): Promise<DatabaseServer> {
  await provision(url, passwords).catch((error: unknown) => {
    throw new Error(
      `Không chuẩn bị được máy chủ DATABASE_URL / The server of DATABASE_URL could not be prepared: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  done('PostgreSQL', `${new URL(url).host} (DATABASE_URL)`);
  return { embedded: false, bootstrapUrl: url, emptySubgraphs: () => empty(url, passwords), close: () => Promise.resolve() };
}

async function openEmbedded(folder: string, passwords: RolePasswords, port?: number): Promise<DatabaseServer> {
  const home = join(folder, 'postgres');
  let cluster = await startCluster({ folder: home, ...(port ? { port } : {}) });
  await provision(cluster.url, passwords);
  await closeMaintenanceDatabases(cluster.url);
  done('PostgreSQL', `127.0.0.1:${cluster.port}${cluster.adopted ? ' (đang chạy sẵn / adopted)' : ''}`);
  const closing = new AbortController();
  const watching = keepAlive();
  return { embedded: true, bootstrapUrl: cluster.url, emptySubgraphs: () => empty(cluster.url, passwords), close };

  /** A killed server comes back on the same port, so that the services' connections find it again. */
  async function keepAlive(): Promise<void> {
    while (!closing.signal.aborted) {
      await sleep(WATCH_EVERY_MS, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted || alive(cluster.pid)) continue;
      cluster = await restart(home, cluster);
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await watching;
    await cluster.stop();
  }
}

async function restart(home: string, lost: Cluster): Promise<Cluster> {
  note('PostgreSQL đã dừng, đang khởi động lại / PostgreSQL ended, starting it again');
  try {
    return await startCluster({ folder: home, port: lost.port });
  } catch (error) {
    note(error instanceof Error ? error.message : String(error));
    return lost;
  }
}

async function empty(url: string, passwords: RolePasswords): Promise<void> {
  await dropDatabases(url, SUBGRAPHS);
  await provision(url, passwords, SUBGRAPHS);
}
