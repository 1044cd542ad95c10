import pg from 'pg';
import { MIGRATIONS } from './migrations.js';

/** Runs work in a transaction; rolls back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Pool of the platform database. An idle connection that breaks is replaced, it does not end the process. */
export function connect(url: string, onIdleError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'host', connectionTimeoutMillis: 5000 });
  pool.on('error', onIdleError);
  return pool;
}

/** Locks out a second host that starts at the same moment. The number is arbitrary and ours. */
const MIGRATION_LOCK = 722_310_001;

/** Brings the host's schema of the platform database up to date. */
export async function migrate(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists host');
    await client.query('create table if not exists host.migration (name text primary key, done_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string }>('select name from host.migration');
    const done = new Set(rows.map((row) => row.name));
    for (const migration of MIGRATIONS.filter((candidate) => !done.has(candidate.name))) {
      await client.query(migration.up);
      await client.query('insert into host.migration (name) values ($1)', [migration.name]);
    }
  });
}
