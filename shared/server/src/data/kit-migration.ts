import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables every subgraph has: audit, outbox, idempotency keys, feed offsets, files; and the Vietnamese search key. */
export class KitTables2025010100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace function f_unaccent(text) returns text language sql immutable parallel safe strict
        as $$ select public.unaccent('public.unaccent', $1) $$;
      create or replace function search_key(text) returns text language sql immutable parallel safe strict
        as $$ select btrim(regexp_replace(lower(f_unaccent(normalize($1, NFC))), '\\s+', ' ', 'g')) $$;

      create table audit_entry (
        seq bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        business_at timestamptz not null,
        actor_kind text not null, actor_id text not null, role text, scope_id text,
        action text not null, entity text not null, entity_id text not null,
        from_state text, to_state text, reason text, request_id text
      );
      create index audit_entry_entity on audit_entry (entity, entity_id);

      create table outbox (
        seq bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        id uuid not null unique,
        name text not null,
        at timestamptz not null,
        payload jsonb not null
      );
      create index outbox_order on outbox (xid, seq);

      create table idempotency (
        actor_id text not null, operation text not null, client_mutation_id text not null,
        input_hash text not null, result_id text, at timestamptz not null default clock_timestamp(),
        primary key (actor_id, operation, client_mutation_id)
      );

      create table feed_offset (
        source text primary key, cursor text not null, caught_up_at timestamptz
      );

      create table stored_file (
        sha256 text primary key, size bigint not null, bytes bytea not null
      );
      create table file_ref (
        id uuid primary key, sha256 text not null references stored_file, name text not null, mime text not null,
        owner_id text not null, at timestamptz not null default clock_timestamp()
      );

      create table demo_state (fixture text primary key, at timestamptz not null default clock_timestamp());
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table demo_state, file_ref, stored_file, feed_offset, idempotency, outbox, audit_entry;
      drop function search_key(text); drop function f_unaccent(text);`);
  }
}
