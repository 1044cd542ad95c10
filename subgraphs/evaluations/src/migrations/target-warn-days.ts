import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a target that is below what is needed begins to count as not met is a matter of each target, not of the program. */
export class TargetWarnDays2025120209000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table target add column warn_days int not null default 60 check (warn_days >= 0)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table target drop column warn_days');
  }
}
