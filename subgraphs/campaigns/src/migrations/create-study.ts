import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Study sessions with attendance, and people's registrations. */
export class CreateStudy2025120109100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table study_session (
        id uuid primary key, title text not null, date date not null, documents text[] not null, make_up_for uuid references study_session
      );
      create table study_attendance (
        session_id uuid not null references study_session, person_id uuid not null, department_id uuid not null,
        state text not null check (state in ('PRESENT', 'MADE_UP', 'ABSENT')), made_up_on date, reason text,
        primary key (session_id, person_id)
      );
      create index study_attendance_department on study_attendance (department_id);
      create table registration (
        id uuid primary key, person_id uuid not null, department_id uuid not null, unit_id uuid, year int not null,
        award_code text not null, campaign_id uuid, state text not null,
        constraint registration_once unique (person_id, year, award_code)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table registration, study_attendance, study_session');
  }
}
