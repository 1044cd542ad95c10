import type { PoolClient } from 'pg';
import type { SchemaChange } from '../diff/schema.change.js';
import { sha256, type RegistrySigner } from './signature.js';

/** A subgraph as it is part of a supergraph. */
export interface Member {
  readonly name: string;
  readonly version: number;
  readonly sdl: string;
  readonly url: string;
  readonly owns: readonly string[];
  readonly departmentId: string | null;
}

/** A supergraph as it is kept. */
export interface StoredSupergraph {
  readonly version: number;
  readonly sdl: string;
  readonly api: string;
  readonly members: Readonly<Record<string, number>>;
  readonly composedBy: string;
  readonly composedAt: Date;
}

/** What the registry knows of a subgraph apart from its versions. */
export interface SubgraphRow {
  readonly name: string;
  readonly departmentId: string | null;
  readonly owns: readonly string[];
  readonly fileSha256: string | null;
}

export interface NewSchema {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly origin: 'file' | 'publish';
  readonly by: string;
}

export interface NewSupergraph {
  readonly sdl: string;
  readonly api: string;
  readonly members: Readonly<Record<string, number>>;
  /** Whose publication made it; null = several at once. */
  readonly subgraph: string | null;
  readonly by: string;
  readonly changes: readonly SchemaChange[];
}

type Query = Pick<PoolClient, 'query'>;

/** Number of the graph in use; null = nothing was published yet. */
export async function activeVersion(query: Query): Promise<number | null> {
  const { rows } = await query.query<{ version: number }>('select version from gateway.supergraph_active');
  return rows[0]?.version ?? null;
}

/**
 * @throws Error when the row is not what a gateway signed
 * @returns null = no such version
 */
export async function readSupergraph(query: Query, version: number, signer: RegistrySigner): Promise<StoredSupergraph | null> {
  const { rows } = await query.query<StoredSupergraph & { sha256: string; signature: string }>(
    `select version, sdl, api, members, composed_by as "composedBy", composed_at as "composedAt", sha256, signature
     from gateway.supergraph_version where version = $1`,
    [version],
  );
  const row = rows[0];
  if (!row) return null;
  const { sha256: stated, signature, ...supergraph } = row;
  const { members } = supergraph;
  if (sha256(row.sdl) !== stated || !signer.verifies({ what: 'supergraph', version, sha256: stated, members }, signature))
    throw new Error(`supergraph ${version} of the registry is not what a gateway signed`);
  return supergraph;
}

/** The subgraphs of a supergraph. @throws Error when one of them is not what a gateway signed */
export async function readMembers(query: Query, members: Readonly<Record<string, number>>, signer: RegistrySigner): Promise<Member[]> {
  const { rows } = await query.query<Member & { sha256: string; signature: string }>(
    `select name, version, sdl, url, owns, department_id as "departmentId", sha256, signature
     from gateway.schema_version join gateway.subgraph on name = subgraph
     where (subgraph, version) in (select key, value::integer from jsonb_each_text($1)) order by name`,
    [JSON.stringify(members)],
  );
  return rows.map(({ sha256: stated, signature, ...member }) => {
    const statement = { what: 'schema', subgraph: member.name, version: member.version, sha256: stated, url: member.url } as const;
    if (sha256(member.sdl) !== stated || !signer.verifies(statement, signature))
      throw new Error(`${member.name} ${member.version} of the registry is not what a gateway signed`);
    return member;
  });
}

export async function readSubgraphs(query: Query): Promise<SubgraphRow[]> {
  const { rows } = await query.query<SubgraphRow>(
    'select name, department_id as "departmentId", owns, file_sha256 as "fileSha256" from gateway.subgraph order by name',
  );
  return rows;
}

/** Makes a subgraph known, or tells what it owns now. Its department is set once. */
export async function keepSubgraph(query: Query, row: SubgraphRow): Promise<void> {
  await query.query(
    `insert into gateway.subgraph (name, department_id, owns, file_sha256) values ($1, $2, $3, $4)
     on conflict (name) do update set owns = excluded.owns, file_sha256 = excluded.file_sha256`,
    [row.name, row.departmentId, row.owns, row.fileSha256],
  );
}

/** @returns the number of the version */
export async function addSchema(query: Query, schema: NewSchema, signer: RegistrySigner): Promise<number> {
  const { rows } = await query.query<{ next: number }>(
    'select coalesce(max(version), 0) + 1 as next from gateway.schema_version where subgraph = $1',
    [schema.name],
  );
  const version = rows[0]!.next;
  const hash = sha256(schema.sdl);
  const signature = signer.sign({ what: 'schema', subgraph: schema.name, version, sha256: hash, url: schema.url });
  await query.query(
    `insert into gateway.schema_version (subgraph, version, sdl, sha256, url, origin, published_by, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [schema.name, version, schema.sdl, hash, schema.url, schema.origin, schema.by, signature],
  );
  return version;
}

/** Adds a supergraph and makes it the one in use. @returns its number */
export async function addSupergraph(query: Query, made: NewSupergraph, signer: RegistrySigner): Promise<number> {
  const { rows } = await query.query<{ next: number }>('select coalesce(max(version), 0) + 1 as next from gateway.supergraph_version');
  const version = rows[0]!.next;
  const hash = sha256(made.sdl);
  const signature = signer.sign({ what: 'supergraph', version, sha256: hash, members: made.members });
  await query.query(
    `insert into gateway.supergraph_version (version, sha256, sdl, api, members, subgraph, composed_by, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [version, hash, made.sdl, made.api, JSON.stringify(made.members), made.subgraph, made.by, signature],
  );
  await query.query(
    `insert into gateway.schema_change (supergraph_version, subgraph, level, type, coordinate, vi, en)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      version,
      made.subgraph,
      made.changes.map(({ level }) => level),
      made.changes.map(({ type }) => type),
      made.changes.map(({ coordinate }) => coordinate),
      made.changes.map(({ message }) => message.vi),
      made.changes.map(({ message }) => message.en),
    ],
  );
  await query.query(
    `insert into gateway.supergraph_active (version) values ($1)
     on conflict (single) do update set version = excluded.version, since = clock_timestamp()`,
    [version],
  );
  return version;
}
