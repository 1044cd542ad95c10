import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nominations with their history, dossier and the snapshot they were judged by; decisions, the register and the awards. */
export class Nominations2025120109200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table outside_nominee (id uuid primary key, kind text not null, name text not null);
      create table decision (
        id uuid primary key, version int not null default 1, award_code text not null references award_type, year int not null,
        department_id uuid not null, department_name text not null, number text, symbol text not null, date date,
        state text not null, title text not null, text text not null, drafted_by uuid, signer_id uuid, signer_name text,
        signer_capacity text
      );
      create unique index decision_number on decision (department_id, symbol, extract(year from date), number) where number is not null;
      create index decision_department on decision (department_id, year);
      create table nomination (
        id uuid primary key, version int not null default 1, award_code text not null references award_type, year int not null,
        nominee_type text not null, nominee_id uuid not null, nominee_name text not null,
        department_id uuid not null, unit_id uuid, unit_name text, province_id uuid, state text not null, ground text not null default 'MERIT',
        achievement text not null default '',
        assessment jsonb, facts jsonb, rule_set_id uuid references rule_set, petition_notice jsonb, warnings jsonb not null default '[]',
        override_reason text, appraisal_opinion text, proposed_by uuid, proposed_by_name text, submitted_by uuid,
        received_on date, due_date date, decision_id uuid references decision, created_at timestamptz not null,
        search text generated always as (search_key(nominee_name)) stored
      );
      create unique index nomination_once on nomination (award_code, year, nominee_id) where state <> 'WITHDRAWN';
      create index nomination_department on nomination (department_id, year, award_code);
      create index nomination_unit on nomination (unit_id, year);
      create index nomination_nominee on nomination (nominee_id);
      create index nomination_decision on nomination (decision_id);
      create table nomination_step (
        seq bigint generated always as identity primary key, nomination_id uuid not null references nomination,
        at timestamptz not null, from_state text not null, to_state text not null, actor_id text not null, actor_name text not null,
        role text not null, reason text
      );
      create index nomination_step_nomination on nomination_step (nomination_id, seq);
      create table dossier_part (
        nomination_id uuid not null references nomination, code text not null, required boolean not null, present boolean not null,
        note text, position int not null, primary key (nomination_id, code)
      );
      create table manual_finding (
        subject_id uuid not null, rule text not null, year int not null, by_id text not null, by_name text not null, on_date date not null,
        primary key (subject_id, rule, year)
      );
      create table decision_register (
        department_id uuid not null, year int not null, symbol text not null, last_number int not null,
        primary key (department_id, year, symbol)
      );
      create table award (
        id uuid primary key, award_code text not null references award_type, year int not null, nominee_type text not null,
        nominee_id uuid not null, recipient_name text not null, department_id uuid not null, unit_id uuid, province_id uuid,
        decision_id uuid not null references decision, nomination_id uuid references nomination, status text not null,
        counts_for_merit boolean not null default true, certificate_code text not null,
        constraint award_certificate unique (certificate_code), constraint award_nomination unique (nomination_id)
      );
      create index award_nominee on award (nominee_id, year);
      create index award_department on award (department_id, year);
      create index award_unit on award (unit_id, year);
      create table initiative_use (
        initiative_id uuid not null, award_code text not null, nominee_id uuid not null, award_id uuid not null references award,
        primary key (initiative_id, award_id)
      );
      create index initiative_use_nominee on initiative_use (nominee_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      'drop table initiative_use, award, decision_register, manual_finding, dossier_part, nomination_step, nomination, decision, outside_nominee',
    );
  }
}
