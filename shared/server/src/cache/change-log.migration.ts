import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which tables a transaction changed. Insert-only with a key of one's own transaction, so writers never wait for each other;
 * `change_horizon` says from where on it is complete. The triggers are put on by `watchTables`.
 */
export class KitChangeLog2025010100300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table change_log (xid xid8 not null, topic text not null, primary key (xid, topic));
      create table change_horizon (one boolean primary key default true check (one), xid xid8 not null);
      insert into change_horizon (xid) values (pg_snapshot_xmin(pg_current_snapshot()));
    `);
    const [row] = (await q.query('select quote_ident(current_schema()) as schema')) as { schema: string }[];
    await q.query(`
      create function note_change() returns trigger language plpgsql security definer as $$
      begin
        insert into ${row!.schema}.change_log (xid, topic) values (pg_catalog.pg_current_xact_id(), tg_table_name) on conflict do nothing;
        return null;
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function note_change() cascade; drop table change_horizon; drop table change_log;');
  }
}
