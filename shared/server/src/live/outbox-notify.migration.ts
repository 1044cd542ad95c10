import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells every replica that the outbox has grown, at the moment of the commit. */
export class OutboxNotify2025010100200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function notify_outbox() returns trigger language plpgsql as $$ begin perform pg_notify('outbox', ''); return null; end $$;
      create trigger outbox_notify after insert on outbox for each statement execute function notify_outbox();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop trigger outbox_notify on outbox; drop function notify_outbox()');
  }
}
