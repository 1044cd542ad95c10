import pg from 'pg';
import { MIGRATIONS } from './migrations.js';

/** Schema `gateway` of the platform database, shared by all gateways. */
export interface PlatformDatabase {
  /** The pool, with every migration done. @throws when the database cannot be reached; the next call tries again */
  ready(): Promise<pg.Pool>;
  /** One statement after {@link ready}. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs work in one transaction; rolls back when it throws. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Gateways that start together migrate one after the other. The number is arbitrary and ours. */
const MIGRATION_LOCK = 722_310_002;

/** One pool for the process. Nothing is opened before the first use: the gateway starts without its database. */
export function platformDatabase(url: string, onIdleError: (error: Error) => void): PlatformDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 6, application_name: 'gateway', connectionTimeoutMillis: 3_000 });
  pool.on('error', onIdleError);
  let migrated: Promise<void> | null = null;
  const ready = async (): Promise<pg.Pool> => {
    migrated ??= migrate(pool);
    await migrated.catch((error: unknown) => {
      migrated = null;
      throw error;
    });
    return pool;
  };
  return {
    ready,
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await (await ready()).query<Row>(text, [...values])).rows,
    transaction: async (work) => inTransaction(await ready(), work),
    close: () => pool.end(),
  };
}

/** Brings the schema up to date, a list of steps once each. */
export async function migrate(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists gateway');
    await client.query('create table if not exists gateway.migration (name text primary key, done_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string }>('select name from gateway.migration');
    const done = new Set(rows.map((row) => row.name));
    for (const step of MIGRATIONS.filter(({ name }) => !done.has(name))) {
      await client.query(step.up);
      await client.query('insert into gateway.migration (name) values ($1)', [step.name]);
    }
  });
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
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
