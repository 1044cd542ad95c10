import { REGISTRY_MIGRATIONS } from '../registry/registry.migrations.js';

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
  {
    name: '202512020900-documents',
    // A document is its hash: it never changes, and nobody owns it. What a client ships is a row per release.
    // `id = '*'` is the default of a kind; null in a client's own row = that default, null in the default = no limit.
    up: `
      create table gateway.client (
        kind text not null check (kind in ('module', 'integrator', 'person', 'public')),
        id text not null,
        name text not null default '',
        cost_per_request integer check (cost_per_request > 0),
        cost_per_minute integer check (cost_per_minute > 0),
        requests_per_minute integer check (requests_per_minute > 0),
        requests_per_day integer check (requests_per_day > 0),
        expires_at timestamptz,
        updated_at timestamptz not null default now(),
        updated_by text not null default 'gateway',
        primary key (kind, id)
      );
      insert into gateway.client (kind, id, name, cost_per_request, cost_per_minute, requests_per_minute, requests_per_day) values
        ('person', '*', 'Người dùng', 20000, 400000, null, null),
        ('public', '*', 'Công chúng', 2000, 400000, null, null),
        ('integrator', '*', 'Hệ thống tích hợp', 10000, 100000, 600, 100000);
      create table gateway.document (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        text text not null,
        operation text,
        registered_at timestamptz not null default now()
      );
      create table gateway.client_document (
        client_kind text not null,
        client_id text not null,
        release text not null,
        hash text not null references gateway.document (hash),
        primary key (client_kind, client_id, release, hash),
        foreign key (client_kind, client_id) references gateway.client (kind, id)
      );
      create index client_document_hash on gateway.client_document (hash);
      create table gateway.active_release (
        client_kind text not null,
        client_id text not null,
        release text not null,
        activated_at timestamptz not null default now(),
        primary key (client_kind, client_id, release)
      );`,
  },
  {
    name: '202512020910-usage',
    // Counts per real day in Vietnam; the client is text, because what was counted outlives the client.
    up: `
      create table gateway.field_usage (
        day date not null,
        client text not null,
        coordinate text not null,
        count bigint not null,
        primary key (day, client, coordinate)
      );
      create index field_usage_coordinate on gateway.field_usage (coordinate, day);
      create table gateway.operation_usage (
        day date not null,
        client text not null,
        hash text not null,
        operation text,
        requests bigint not null,
        refused bigint not null,
        errors bigint not null,
        cached bigint not null,
        cost bigint not null,
        ms double precision not null,
        primary key (day, client, hash)
      );`,
  },
  {
    name: '202512020920-budget-of-people',
    // A page costs up to some thousands; a person may open several a second, the public shares one budget. Set rows stay.
    up: `
      update gateway.client set cost_per_minute = 5000000
      where kind in ('person', 'public') and id = '*' and updated_by = 'gateway';`,
  },
  ...REGISTRY_MIGRATIONS,
  {
    name: '202512020930-plans',
    // Plain JSON by supergraph, planner and operation; `mac` shows that a gateway of this platform wrote it.
    up: `
      create table gateway.plan (
        supergraph text not null,
        planner text not null,
        hash text not null,
        text text not null,
        plans text not null,
        mac text not null,
        used_at timestamptz not null default clock_timestamp(),
        primary key (supergraph, planner, hash)
      );
      create index plan_used on gateway.plan (used_at);`,
  },
];
