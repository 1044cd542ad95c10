import { MODULE_REGISTRY } from './module-registry.migration.js';

/** The host's own migrations of the database `platform`, in order. A landed one is never edited. */
export const MIGRATIONS: readonly { name: string; up: string; down: string }[] = [
  {
    name: '202512010900-sessions',
    // Only hashes of the session id stand here: who reads the table cannot continue a session. Tokens are encrypted by the host.
    up: `
      create table host.session (
        id_hash bytea primary key,
        subject text not null,
        name text not null,
        access_token bytea not null,
        access_expires_at timestamptz not null,
        refresh_token bytea,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index session_expires_at on host.session (expires_at);
      create table host.form_token (
        token_hash bytea primary key,
        session_hash bytea not null references host.session (id_hash) on delete cascade,
        purpose text not null,
        expires_at timestamptz not null
      );
      create index form_token_session on host.form_token (session_hash);`,
    down: 'drop table host.form_token; drop table host.session;',
  },
  {
    name: '202512010910-module-registry',
    // A version is a folder that never changes; which one people get is a pointer, so that going back is one update.
    up: `
      create table host.module_version (
        module text not null,
        folder text not null,
        version text not null,
        list_hash text not null,
        manifest jsonb not null,
        registered_at timestamptz not null default now(),
        primary key (module, folder)
      );
      create table host.module_active (
        module text primary key,
        folder text not null,
        activated_at timestamptz not null default now(),
        foreign key (module, folder) references host.module_version (module, folder)
      );`,
    down: 'drop table host.module_active; drop table host.module_version;',
  },
  MODULE_REGISTRY,
];
