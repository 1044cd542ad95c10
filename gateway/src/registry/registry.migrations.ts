import type { Migration } from '../platform/migrations.js';

/** Tables of the registry of schemas. Versions are facts: the database itself refuses to change or delete them. */
export const REGISTRY_MIGRATIONS: readonly Migration[] = [
  {
    name: '202512031000-schema-registry',
    up: `
      create table gateway.subgraph (
        name text primary key check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
        -- department whose developers may publish it; null = the province's own, administrators only
        department_id uuid,
        -- entities it owns: others may add fields to them, nullable ones only
        owns text[] not null default '{}',
        -- the committed SDL when a gateway last looked; null = it never came from a file
        file_sha256 text
      );
      create table gateway.schema_version (
        subgraph text not null references gateway.subgraph (name),
        version integer not null check (version > 0),
        sdl text not null,
        sha256 text not null,
        url text not null,
        origin text not null check (origin in ('file', 'publish')),
        published_by text not null,
        published_at timestamptz not null default clock_timestamp(),
        signature text not null,
        primary key (subgraph, version)
      );
      create table gateway.supergraph_version (
        version integer primary key check (version > 0),
        sha256 text not null,
        sdl text not null,
        api text not null,
        -- which version of which subgraph: { "organisations": 3, … }
        members jsonb not null,
        subgraph text,
        composed_by text not null,
        composed_at timestamptz not null default clock_timestamp(),
        signature text not null
      );
      create table gateway.supergraph_active (
        single boolean primary key default true check (single),
        version integer not null references gateway.supergraph_version (version),
        since timestamptz not null default clock_timestamp()
      );
      create table gateway.schema_change (
        id bigint generated always as identity primary key,
        supergraph_version integer not null references gateway.supergraph_version (version),
        subgraph text,
        level text not null check (level in ('breaking', 'dangerous', 'safe')),
        type text not null,
        coordinate text not null,
        vi text not null,
        en text not null
      );
      create index schema_change_version on gateway.schema_change (supergraph_version);
      create function gateway.never_changes() returns trigger language plpgsql as $$
        begin raise exception '% of % is not allowed: versions never change', tg_op, tg_table_name; end $$;
      create trigger never_changes before update or delete on gateway.schema_version
        for each row execute function gateway.never_changes();
      create trigger never_changes before update or delete on gateway.supergraph_version
        for each row execute function gateway.never_changes();
      create trigger never_changes before update or delete on gateway.schema_change
        for each row execute function gateway.never_changes();`,
  },
  {
    name: '202512031010-contracts',
    // What each audience sees is data. `access`: see Contract in contracts/contract.ts.
    up: `
      create table gateway.contract (
        id text primary key check (id ~ '^[a-z]{3,20}$'),
        position integer not null,
        vi text not null,
        en text not null,
        vi_about text not null,
        en_about text not null,
        access text[] not null
      );
      insert into gateway.contract (id, position, vi, en, vi_about, en_about, access) values
        ('public', 1, 'Công khai', 'Public', 'Ai cũng được hỏi, không cần đăng nhập.', 'Anybody may ask, without signing in.', '{public}'),
        ('department', 2, 'Sở, ngành', 'Departments', 'Cổng của các sở: mọi trường mà một vai trò trong tỉnh được hỏi.',
          'Portals of departments: every field a role of the province may ask.', '{*}'),
        ('integrator', 3, 'Hệ thống tích hợp', 'Integrators', 'Hệ thống ngoài có khóa truy cập: dữ liệu đã công bố và thay đổi.',
          'Foreign systems with a key: released data and changes.',
          '{public,signed-in,role:INTEGRATOR}'),
        ('ministry', 4, 'Bộ Nội vụ', 'Ministry', 'Báo cáo lên Bộ: văn bản, phong trào, quyết định và thống kê; không có hồ sơ cá nhân.',
          'Reports to the Ministry: documents, campaigns, decisions and statistics; no personal files.',
          '{public,signed-in,organisation:read,campaign:read,document:read,award:read,decision:read,statistics:read}');`,
  },
  {
    name: '202512031020-contract-hides',
    // Types and fields an audience does not see although a field it may ask leads to them.
    up: `
      alter table gateway.contract add column hides text[] not null default '{}';
      update gateway.contract set hides = '{Person,Plan,Campaign,Award,Council,Bloc,BlocMember,Target,Rating,Nomination,LegalDocument,Decision,StudySession,Duty,Initiative,Quota,RankingRow,Eligibility,Registration,Posting,Membership,Superior,Delegation,RoleGrant}'
        where id = 'public';
      update gateway.contract set hides = '{Nomination,CouncilSession,VotingRound,InboxChange,PetitionEvidence}' where id = 'integrator';
      update gateway.contract set hides = '{Nomination,CouncilSession,VotingRound,InboxChange,PetitionEvidence,Person,Eligibility,Rating,Delegation,RoleGrant,Viewer}'
        where id = 'ministry';`,
  },
  {
    name: '202512031030-contract-clients',
    // Clients by id that see another contract than integrators do: the Ministry's own system sees the Ministry's.
    up: `alter table gateway.contract add column clients text[] not null default '{}';`,
  },
];
