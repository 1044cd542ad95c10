import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue as dated rows: law is data, a new text is a new row. */
export class AwardTypes2025120109000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table award_type (
        code text primary key, name text not null, name_en text not null, kind text not null, level text not null,
        recipients text[] not null, authorities text[] not null, citation text not null, confidence text not null,
        note text not null, position int not null
      );
      create table rule_set (
        id uuid primary key, award_code text not null references award_type, valid_from date not null, valid_to date,
        source text not null, status text not null, enabled boolean not null, conditions jsonb not null, article text not null,
        constraint rule_set_award_from unique (award_code, valid_from)
      );
      create table authority (code text primary key, name text not null, name_en text not null);
      create table local_regulation (
        id uuid primary key, key text not null, award_code text, department_id uuid, value text not null, base_code text,
        valid_from date not null, valid_to date, source text not null, confidence text not null
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table local_regulation, authority, rule_set, award_type');
  }
}
