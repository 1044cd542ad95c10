import { createHash } from 'node:crypto';
import pg from 'pg';

/** Where the last good supergraph outlives the process; shared by all gateways. */
export interface LastGoodStore {
  latest(): Promise<string | null>;
  keep(sdl: string): Promise<void>;
  close(): Promise<void>;
}

/** Gateways that start together make the table one after the other. The number is arbitrary and ours. */
const LOCK = 722_310_002;
const TABLE = `
  create schema if not exists gateway;
  create table if not exists gateway.supergraph (id text primary key, sdl text not null, used_at timestamptz not null default clock_timestamp());`;

/** Keeps the last supergraphs in schema `gateway` of the platform database. */
export function platformStore(url: string, onIdleError: (error: Error) => void): LastGoodStore {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'gateway', connectionTimeoutMillis: 3_000 });
  pool.on('error', onIdleError);
  let ready: Promise<unknown> | null = null;
  const migrated = async (): Promise<pg.Pool> => {
    ready ??= pool.query(`begin; select pg_advisory_xact_lock(${LOCK}); ${TABLE} commit;`);
    await ready.catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return pool;
  };
  return {
    async latest() {
      const { rows } = await (await migrated()).query<{ sdl: string }>('select sdl from gateway.supergraph order by used_at desc limit 1');
      return rows[0]?.sdl ?? null;
    },
    async keep(sdl) {
      const id = createHash('sha256').update(sdl).digest('hex');
      await (
        await migrated()
      ).query('insert into gateway.supergraph (id, sdl) values ($1, $2) on conflict (id) do update set used_at = clock_timestamp()', [
        id,
        sdl,
      ]);
      await pool.query('delete from gateway.supergraph where id not in (select id from gateway.supergraph order by used_at desc limit 20)');
    },
    close: () => pool.end(),
  };
}
