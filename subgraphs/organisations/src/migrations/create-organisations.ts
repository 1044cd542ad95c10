import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies, people, councils, blocs, delegations and role grants. Every fact is dated; nothing is overwritten by a reorganisation. */
export class CreateOrganisations2025120109000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TREE);
    await q.query(PEOPLE);
    await q.query(BODIES);
    await q.query(ROLES);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table role_grant, client, delegation, bloc_member, bloc, council_seat, council,
      discipline, leave, membership, posting, person, organisation_alias, organisation_superior, organisation`);
  }
}

const TREE = `
  create table organisation (
    id uuid primary key,
    code text constraint organisation_code unique,
    name text not null, short_name text, kind text not null, relation text,
    parent_id uuid references organisation, department_id uuid references organisation, province_id uuid references organisation,
    is_guest boolean not null default false,
    valid_from date, valid_to date, position int not null default 0, version int not null default 1,
    search text generated always as (search_key(name || ' ' || coalesce(short_name, '') || ' ' || coalesce(code, ''))) stored,
    constraint organisation_dates check (valid_to is null or valid_from is null or valid_to >= valid_from)
  );
  create index organisation_parent on organisation (parent_id);
  create index organisation_department on organisation (department_id);
  create index organisation_search on organisation using gin (search gin_trgm_ops);

  create table organisation_superior (
    organisation_id uuid not null references organisation, line text not null, superior_id uuid not null references organisation,
    valid_from date, valid_to date,
    primary key (organisation_id, line, superior_id)
  );
  create table organisation_alias (
    organisation_id uuid not null references organisation, alias text not null,
    search text generated always as (search_key(alias)) stored,
    primary key (organisation_id, alias)
  );
  create index organisation_alias_search on organisation_alias using gin (search gin_trgm_ops);
`;

const PEOPLE = `
  create table person (
    id uuid primary key,
    subject text constraint person_subject unique,
    full_name text not null, category text not null, job_title text, is_direct_worker boolean not null, email text,
    version int not null default 1,
    search text generated always as (search_key(full_name)) stored
  );
  create index person_search on person using gin (search gin_trgm_ops);
  create index person_name on person (full_name, id);

  create table posting (
    id uuid primary key, person_id uuid not null references person,
    organisation_id uuid not null references organisation, unit_id uuid references organisation,
    title text not null, valid_from date not null, valid_to date, leave_reason text,
    constraint posting_dates check (valid_to is null or valid_to >= valid_from)
  );
  create unique index posting_one_open on posting (person_id) where valid_to is null;
  create index posting_person on posting (person_id);
  create index posting_place on posting ((coalesce(unit_id, organisation_id)));

  create table membership (
    id uuid primary key, person_id uuid not null references person, organisation_id uuid not null references organisation,
    role text not null, valid_from date not null, valid_to date
  );
  create index membership_person on membership (person_id);
  create table leave (
    id uuid primary key, person_id uuid not null references person, kind text not null, working_days int not null, year int not null
  );
  create index leave_person on leave (person_id);
  create table discipline (
    id uuid primary key, person_id uuid not null references person, kind text not null, state text not null, valid_from date not null, valid_to date
  );
  create index discipline_person on discipline (person_id);
`;

const BODIES = `
  create table council (
    id uuid primary key, name text not null, kind text not null, organisation_id uuid not null references organisation,
    department_id uuid references organisation, standing_body_id uuid references organisation, valid_from date not null, valid_to date
  );
  create index council_organisation on council (organisation_id);
  create table council_seat (
    id uuid primary key, council_id uuid not null references council, person_id uuid not null references person,
    seat text not null, office text, valid_from date not null, valid_to date, position int not null default 0
  );
  create index council_seat_council on council_seat (council_id);
  create index council_seat_person on council_seat (person_id);

  create table bloc (
    id uuid primary key, name text not null, kind text not null, guided_by_id uuid references organisation
  );
  create table bloc_member (
    bloc_id uuid not null references bloc, organisation_id uuid not null references organisation, year int not null, role text not null,
    position int not null default 0,
    primary key (bloc_id, year, organisation_id)
  );
  create unique index bloc_one_leader on bloc_member (bloc_id, year) where role = 'LEADER';

  create table delegation (
    id uuid primary key, organisation_id uuid not null references organisation,
    from_id uuid not null references person, to_id uuid not null references person,
    capacity text not null, scope text not null, valid_from date not null, valid_to date
  );
  create index delegation_organisation on delegation (organisation_id);
`;

const ROLES = `
  create table client (
    key text primary key, id uuid not null unique, name text not null, owner_name text
  );
  create table role_grant (
    id uuid primary key,
    subject_kind text not null, subject_id text not null,
    role text not null, scope_kind text not null, scope_id text not null, department_id uuid references organisation,
    valid_from date not null, valid_to date, version int not null default 1,
    constraint role_grant_dates check (valid_to is null or valid_to >= valid_from - 1)
  );
  create index role_grant_subject on role_grant (subject_kind, subject_id);
  create index role_grant_scope on role_grant (role, scope_id);
`;
