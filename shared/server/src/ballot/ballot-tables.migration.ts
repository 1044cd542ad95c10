import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The roll (who may vote, who has) and the urn (what was chosen). They share nothing but the round: the urn has no
 * member, no time, no key, and one row per line, so that not even a missing line tells whose paper it was.
 */
export class BallotTables2025010100100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table ballot_roll (
        round_id uuid not null, member_id uuid not null,
        state text not null default 'ENTITLED' check (state in ('ENTITLED', 'RESERVED', 'VOTED')),
        lines int, receipt text unique, act_hash text, voted_on date,
        primary key (round_id, member_id)
      );
      create table ballot (
        id uuid primary key, round_id uuid not null, line_id uuid not null, choice text not null
      );
      create index ballot_round on ballot (round_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table ballot; drop table ballot_roll;');
  }
}
