/** One step of the gateway's own schema `gateway` in the platform database. */
export interface Migration {
  /** `<date><time>-<what>`; the order is the list's. */
  name: string;
  up: string;
}

/** In order. A landed one is never edited; each slice of the gateway adds its own at the end. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: '202512010900-supergraph',
    // `if not exists`: stands already where a gateway ran before there was a list.
    up: `
      create table if not exists gateway.supergraph (
        id text primary key,
        sdl text not null,
        used_at timestamptz not null default clock_timestamp()
      );`,
  },
];
