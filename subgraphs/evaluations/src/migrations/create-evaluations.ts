import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Targets with what people report on them, ratings, initiatives and petitions. Foreign ids carry no foreign key: their owners are other subgraphs. */
export class CreateEvaluations2025120109000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TARGETS);
    await q.query(RATINGS);
    await q.query(INITIATIVES);
    await q.query(PETITIONS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table petition_sender, petition, initiative_author, initiative, rating, recognition, index_rank, reported_result, target`,
    );
  }
}

const TARGETS = `
  create table target (
    id uuid primary key, plan_id uuid not null, subject_id uuid not null, department_id uuid, year int not null, cut_off date not null,
    position int not null, key text not null, text text not null, section text not null, kind text not null, measure text not null, measure_code text not null,
    comparator text not null, value text, unit text, denominator_text text, denominator_rule text, collective boolean not null, award_code text, topic text,
    or_higher boolean not null, outer_id uuid references target, risk_task_id uuid, version int not null default 1,
    constraint target_of_plan unique (plan_id, key)
  );
  create index target_subject on target (subject_id);
  create table reported_result (
    id uuid primary key, target_id uuid not null references target, done int, given int, met boolean, evidence text not null,
    reported_on date not null, reported_by uuid, check (done >= 0 and given >= 0)
  );
  create index reported_result_target on reported_result (target_id);
  create table index_rank (
    id uuid primary key, subject_id uuid not null, topic text not null, year int not null, rank int not null check (rank > 0), source text not null,
    constraint index_rank_once unique (subject_id, topic, year)
  );
  create table recognition (
    id uuid primary key, subject_id uuid not null, topic text not null, year int not null, decision_number text not null, decided_on date not null, authority text not null,
    constraint recognition_once unique (subject_id, topic, year)
  );`;

const RATINGS = `
  create table rating (
    id uuid primary key, subject_type text not null check (subject_type in ('Person', 'Organisation')), subject_id uuid not null,
    department_id uuid not null, unit_id uuid, year int not null, grade text not null, state text not null, evidence text,
    decision_number text, decided_on date, decided_by_id uuid, task_id uuid, version int not null default 1,
    constraint rating_once unique (subject_id, year),
    constraint rating_decided check ((state = 'DECIDED') = (decision_number is not null and decided_on is not null))
  );
  create index rating_unit on rating (unit_id, year);`;

const INITIATIVES = `
  create table initiative (
    id uuid primary key, title text not null, year int not null, state text not null, department_id uuid not null, influence_scope text,
    decision_number text, decided_on date, reused_by_id uuid, version int not null default 1,
    search text generated always as (search_key(title)) stored
  );
  create index initiative_department on initiative (department_id, year);
  create table initiative_author (
    initiative_id uuid not null references initiative, person_id uuid not null, percent int not null check (percent between 1 and 100),
    primary key (initiative_id, person_id)
  );
  create index initiative_author_person on initiative_author (person_id);`;

/** The sender stands in a table of its own that nothing in the graph reads. */
const PETITIONS = `
  create table petition (
    id uuid primary key, kind text not null, state text not null, received_on date not null, subject_type text not null, subject_id uuid not null, department_id uuid
  );
  create index petition_subject on petition (subject_id);
  create table petition_sender (petition_id uuid primary key references petition, name text not null);`;
