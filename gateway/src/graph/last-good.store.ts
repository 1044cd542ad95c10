import { createHash } from 'node:crypto';
import type { PlatformDatabase } from '../platform/database.js';

/** Where the last good supergraph outlives the process; shared by all gateways. */
export interface LastGoodStore {
  latest(): Promise<string | null>;
  keep(sdl: string): Promise<void>;
}

/** Keeps the last 20 supergraphs in the platform database. */
export function lastGoodStore(database: PlatformDatabase): LastGoodStore {
  return {
    async latest() {
      const rows = await database.query<{ sdl: string }>('select sdl from gateway.supergraph order by used_at desc limit 1');
      return rows[0]?.sdl ?? null;
    },
    async keep(sdl) {
      await database.query(
        'insert into gateway.supergraph (id, sdl) values ($1, $2) on conflict (id) do update set used_at = clock_timestamp()',
        [createHash('sha256').update(sdl).digest('hex'), sdl],
      );
      await database.query(
        'delete from gateway.supergraph where id not in (select id from gateway.supergraph order by used_at desc limit 20)',
      );
    },
  };
}
