import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal register, plans with their citations and duties, campaigns with every plan's assertion, imports, number registers. */
export class CreateCampaigns2025120109000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(LEGAL);
    await q.query(PLANS);
    await q.query(CAMPAIGNS);
    await q.query(IMPORTS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table plan_obligation, number_register, plan_import,
      campaign_assertion, campaign, duty, assignment, citation, plan, legal_document, body_name`);
  }
}

const LEGAL = `
  create table body_name (
    name_key text not null, place_key text not null default '',
    organisation_id uuid not null, department_id uuid, is_guest boolean not null default false,
    primary key (name_key, place_key)
  );
  create index body_name_organisation on body_name (organisation_id);

  create table legal_document (
    id uuid primary key,
    type text not null, number text, issuer text, subject text, name text not null,
    year int, month int, day int,
    identity_key text not null constraint legal_document_identity unique,
    number_key text not null, place_key text not null default '', is_guest boolean not null default false,
    status text not null, rule_only boolean not null default false,
    search text generated always as (search_key(coalesce(number, '') || ' ' || name || ' ' || coalesce(subject, ''))) stored
  );
  create index legal_document_number on legal_document (number_key);
  create index legal_document_search on legal_document using gin (search gin_trgm_ops);
`;

const PLANS = `
  create table plan (
    id uuid primary key,
    number text, symbol text, place text, title text not null, document_type text not null, theme text, theme_level text,
    year int not null, date_year int, date_month int, date_day int,
    state text not null, version int not null default 1,
    issuer_id uuid, department_id uuid, unit_id uuid, is_guest boolean not null default false,
    text text not null, source_file_id uuid, source_file_name text, content_key text not null, identity_key text not null,
    signatory jsonb not null, period jsonb not null, sections jsonb not null, recipients jsonb not null, warnings jsonb not null, groups jsonb not null default '[]',
    imported_at timestamptz not null,
    search text generated always as (search_key(title || ' ' || coalesce(number, '') || ' ' || coalesce(symbol, '') || ' ' || coalesce(theme, ''))) stored,
    constraint plan_content unique (content_key)
  );
  create unique index plan_number on plan (issuer_id, symbol, date_year, number) where number is not null;
  create unique index plan_identity on plan (identity_key) where state <> 'SUPERSEDED';
  create index plan_issuer on plan (issuer_id, year);
  create index plan_search on plan using gin (search gin_trgm_ops);

  create table citation (
    id uuid primary key, plan_id uuid not null references plan on delete cascade, document_id uuid not null references legal_document,
    role text not null, printed text not null, issuer_as_printed text, issuer_id uuid, section text not null, start_at int not null, end_at int not null, position int not null
  );
  create index citation_plan on citation (plan_id, position);
  create index citation_document on citation (document_id);

  create table assignment (
    id uuid primary key, plan_id uuid not null references plan on delete cascade,
    party text not null, organisation_id uuid, kind text not null, section text not null, position int not null
  );
  create index assignment_plan on assignment (plan_id, position);
  create table duty (
    id uuid primary key, assignment_id uuid not null references assignment on delete cascade, plan_id uuid not null references plan on delete cascade,
    department_id uuid, unit_id uuid, text text not null, clauses jsonb not null, due_date date,
    done_at timestamptz, done_by uuid, late_task_at timestamptz, position int not null, version int not null default 1
  );
  create index duty_assignment on duty (assignment_id, position);
  create index duty_open on duty (due_date) where done_at is null;
`;

const CAMPAIGNS = `
  create table campaign (
    id uuid primary key, key text not null constraint campaign_key unique, name text not null, kind text not null,
    initiator_level text not null, initiator_id uuid, parent_id uuid references campaign, parent_key text, period_text text, state text not null,
    search text generated always as (search_key(name)) stored
  );
  create index campaign_parent on campaign (parent_id);
  create index campaign_parent_key on campaign (parent_key) where parent_id is null;
  create index campaign_search on campaign using gin (search gin_trgm_ops);
  create table campaign_assertion (
    id uuid primary key, campaign_id uuid not null references campaign, plan_id uuid not null references plan on delete cascade,
    name_as_printed text not null, initiator_level text not null, section text not null, kind text not null, position int not null
  );
  create index campaign_assertion_campaign on campaign_assertion (campaign_id);
  create index campaign_assertion_plan on campaign_assertion (plan_id, position);
`;

const IMPORTS = `
  create table plan_import (
    id uuid primary key, file_name text not null, file_id uuid, text text not null, state text not null, version int not null default 1,
    extract jsonb not null, warnings jsonb not null, merges jsonb not null, content_key text not null,
    duplicate_of_id uuid references plan, plan_id uuid references plan, issuer_id uuid, issuer_department_id uuid, issuer_is_guest boolean not null default false,
    department_id uuid not null, created_by text not null, created_at timestamptz not null
  );
  create index plan_import_content on plan_import (content_key);

  create table number_register (
    issuer_id uuid not null, year int not null, symbol text not null, last_number int not null,
    primary key (issuer_id, year, symbol)
  );
  create table plan_obligation (
    id uuid primary key, document_id uuid not null references legal_document, department_id uuid not null, year int not null,
    received_on date not null, due_date date, task_id text not null, plan_id uuid references plan,
    constraint plan_obligation_once unique (document_id, department_id)
  );
`;
