import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses to which changes are sent. `leased_until` keeps two replicas from sending the same message at once. */
export class CreateWebhooks2026112115500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table webhook (
        id uuid primary key, client_key text not null references client (key), url text not null, type_names text[] not null default '{}',
        state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'FAILED')),
        position bigint not null, failures int not null default 0, last_error text, delivered_at timestamptz,
        next_attempt_at timestamptz, leased_until timestamptz, secret_version int not null default 1, version int not null default 1
      );
      create index webhook_client on webhook (client_key);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table webhook');
  }
}
