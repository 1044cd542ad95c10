import type { AuditAction } from '@thidua/contracts';
import type pg from 'pg';
import type { RegistryActor } from './registry.types.js';

export interface AuditEntry {
  readonly module?: string;
  readonly release?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly actor: RegistryActor;
  readonly action: string;
  readonly module: string | null;
  readonly release: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes down who did what, in the transaction that does it. Nothing here is ever changed: the table itself refuses. */
export async function audit(
  client: Pick<pg.ClientBase, 'query'>,
  actor: RegistryActor,
  action: AuditAction,
  entry: AuditEntry = {},
): Promise<void> {
  await client.query(
    `insert into host.module_audit (actor_kind, actor, actor_name, action, module, release, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.kind, actor.id, actor.name, action, entry.module ?? null, entry.release ?? null, JSON.stringify(entry.detail ?? {})],
  );
}

interface Row {
  id: string;
  at: Date;
  actor_kind: RegistryActor['kind'];
  actor: string;
  actor_name: string;
  action: string;
  module: string | null;
  release: string | null;
  detail: Record<string, unknown>;
}

/** Newest first. @param before id of the oldest row seen so far. */
export async function auditOf(pool: pg.Pool, module: string, before: number | null, limit: number): Promise<AuditRow[]> {
  const { rows } = await pool.query<Row>(
    'select * from host.module_audit where module = $1 and ($2::bigint is null or id < $2) order by id desc limit $3',
    [module, before, limit],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor, name: row.actor_name },
    action: row.action,
    module: row.module,
    release: row.release,
    detail: row.detail,
  }));
}
