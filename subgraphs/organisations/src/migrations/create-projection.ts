import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The projection of four feeds: tasks of the inbox, rows of `changes`, people whom a signed decision has named. */
export class CreateProjection2025120109100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table inbox_task (
        seq bigint generated always as identity unique,
        id text primary key,
        source text not null, kind text not null, vars jsonb not null, link text not null,
        due_date date, due_order date not null,
        assignee_person_id text, assignee_role text, assignee_scope_id text,
        opened_at timestamptz not null, closed_at timestamptz
      );
      create index inbox_task_person on inbox_task (assignee_person_id) where closed_at is null;
      create index inbox_task_role on inbox_task (assignee_role, assignee_scope_id) where closed_at is null;

      create table change_row (
        seq bigint generated always as identity primary key,
        event_id uuid not null constraint change_event unique,
        source text not null, at timestamptz not null,
        type_name text not null, entity_id text not null, kind text not null,
        visibility_kind text not null, visibility_id text, supersedes_seq bigint references change_row
      );
      create index change_row_entity on change_row (type_name, entity_id, seq desc);
      create index change_row_at on change_row (at, seq);

      create table released_person (person_id text primary key, at timestamptz not null);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table released_person, change_row, inbox_task');
  }
}
