/**
 * The registry of departments' modules. A release is a folder that never changes; which one people get is a pointer, so that going
 * back is one update. What happened stands in `module_audit`, which the database itself keeps from being changed.
 */
export const MODULE_REGISTRY = {
  name: '202512010920-module-releases',
  up: `
    create table host.module_slot (
      id text primary key,
      department text not null,
      base_path text not null unique,
      scope text not null unique,
      claimed_at timestamptz not null default now(),
      claimed_by text not null,
      killed_reason text,
      set_values jsonb not null default '{}',
      switches jsonb not null default '{}'
    );
    create table host.module_release (
      module text not null references host.module_slot (id),
      release text not null,
      version text not null,
      list_hash text not null,
      manifest jsonb not null,
      files jsonb not null default '{}',
      bytes bigint not null default 0,
      signature jsonb,
      public_key text,
      origin text not null check (origin in ('upload', 'built')),
      operations jsonb not null default '[]',
      problems jsonb not null default '[]',
      published_by text not null,
      published_at timestamptz not null default now(),
      killed_reason text,
      failed_at timestamptz,
      removed_at timestamptz,
      primary key (module, release)
    );
    create unique index module_release_version on host.module_release (module, version) where origin = 'upload';
    create table host.module_channel (
      module text not null references host.module_slot (id),
      channel text not null check (channel in ('stable', 'canary')),
      release text not null,
      rule jsonb,
      since timestamptz not null default now(),
      set_by text not null,
      primary key (module, channel),
      foreign key (module, release) references host.module_release (module, release)
    );
    create table host.module_pin (
      module text not null references host.module_slot (id),
      kind text not null check (kind in ('department', 'person')),
      key text not null,
      release text not null,
      set_at timestamptz not null default now(),
      set_by text not null,
      primary key (module, kind, key),
      foreign key (module, release) references host.module_release (module, release)
    );
    create table host.module_stable (
      id bigint generated always as identity primary key,
      module text not null references host.module_slot (id),
      release text not null,
      since timestamptz not null default now()
    );
    create index module_stable_module on host.module_stable (module, id desc);
    create table host.module_key (
      id text primary key,
      kind text not null check (kind in ('deploy', 'signing')),
      department text not null,
      modules text[],
      name text not null,
      secret_hash bytea,
      public_key text,
      created_at timestamptz not null default now(),
      created_by text not null,
      expires_at timestamptz,
      revoked_at timestamptz,
      used_at timestamptz
    );
    create index module_key_department on host.module_key (department);
    create table host.module_audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor_kind text not null check (actor_kind in ('person', 'key', 'system')),
      actor text not null,
      actor_name text not null,
      action text not null,
      module text,
      release text,
      detail jsonb not null default '{}'
    );
    create index module_audit_module on host.module_audit (module, id desc);
    create function host.module_audit_stays() returns trigger language plpgsql as $$
      begin raise exception 'the audit of modules is only ever added to'; end $$;
    create trigger module_audit_stays before update or delete on host.module_audit
      for each row execute function host.module_audit_stays();
    create trigger module_audit_stays_whole before truncate on host.module_audit
      for each statement execute function host.module_audit_stays();
    create table host.module_session (
      module text not null,
      release text not null,
      day date not null,
      visitor bytea not null,
      first_at timestamptz not null default now(),
      offered boolean not null default false,
      loaded boolean not null default false,
      failed boolean not null default false,
      primary key (module, release, day, visitor)
    );
    create index module_session_day on host.module_session (day);
    create table host.module_crash (
      module text not null,
      release text not null,
      fingerprint text not null,
      code text not null,
      page text not null,
      message text not null,
      stack text,
      first_at timestamptz not null default now(),
      last_at timestamptz not null default now(),
      count integer not null default 1,
      primary key (module, release, fingerprint)
    );
    create table host.slot_arrangement (
      slot text primary key,
      arrangement jsonb not null,
      set_at timestamptz not null default now(),
      set_by text not null
    );
    create table host.module_override (
      session_hash bytea not null references host.session (id_hash) on delete cascade,
      module text not null references host.module_slot (id),
      origin text not null,
      primary key (session_hash, module)
    );
    create table host.shell_release (
      release text primary key,
      first_at timestamptz not null default now(),
      last_at timestamptz not null default now()
    );
    create table host.registry_revision (only_one boolean primary key default true check (only_one), revision bigint not null);
    insert into host.registry_revision (revision) values (1);
    insert into host.module_slot (id, department, base_path, scope, claimed_by)
      select distinct on (module) module, manifest ->> 'departmentCode', manifest ->> 'basePath', manifest ->> 'scope', 'system'
      from host.module_version order by module, registered_at desc;
    insert into host.module_release (module, release, version, list_hash, manifest, origin, published_by, published_at)
      select module, folder, version, list_hash, manifest, 'built', 'system', registered_at from host.module_version;
    insert into host.module_channel (module, channel, release, since, set_by)
      select module, 'stable', folder, activated_at, 'system' from host.module_active;
    insert into host.module_stable (module, release, since) select module, folder, activated_at from host.module_active;
    drop table host.module_active;
    drop table host.module_version;`,
  down: `
    create table host.module_version (
      module text not null, folder text not null, version text not null, list_hash text not null, manifest jsonb not null,
      registered_at timestamptz not null default now(), primary key (module, folder));
    create table host.module_active (
      module text primary key, folder text not null, activated_at timestamptz not null default now(),
      foreign key (module, folder) references host.module_version (module, folder));
    insert into host.module_version select module, release, version, list_hash, manifest, published_at from host.module_release;
    insert into host.module_active select module, release, since from host.module_channel where channel = 'stable';
    drop table host.registry_revision, host.shell_release, host.module_override, host.slot_arrangement, host.module_crash, host.module_session,
      host.module_audit, host.module_key, host.module_stable, host.module_pin, host.module_channel, host.module_release, host.module_slot;
    drop function host.module_audit_stays();`,
} as const;
