import type { ChangesAnswer } from '@thidua/contracts';
import type { DataSource } from 'typeorm';
import { fault } from '../faults.js';

/**
 * Tables without a trigger: the kit's own book-keeping, and the secret ballot, where not even the number of a
 * transaction is to be noted. An answer that reads one of them is not kept.
 */
const UNWATCHED = [
  'audit_entry',
  'outbox',
  'idempotency',
  'feed_offset',
  'demo_state',
  'migrations',
  'change_log',
  'change_horizon',
  'ballot',
  'ballot_roll',
];

const OWN_TABLES = `select c.oid, c.relname from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

/** Puts the trigger on every table that lacks it: every committed write is noted, also one by hand. */
export async function watchTables(dataSource: DataSource): Promise<void> {
  const missing = (await dataSource.query(
    `select quote_ident(relname) as name from (${OWN_TABLES}) t where relname <> all ($1)
     and not exists (select 1 from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'note_change')`,
    [UNWATCHED],
  )) as { name: string }[];
  if (missing.length === 0) return;
  await dataSource.query(
    missing
      .map(
        ({ name }) =>
          `create trigger note_change after insert or update or delete or truncate on ${name} for each statement execute function note_change();`,
      )
      .join('\n'),
  );
}

/** Every table and view of the database by name; true = each write to it is noted. */
export type WatchedTables = ReadonlyMap<string, boolean>;

export async function watchedTables(dataSource: DataSource): Promise<WatchedTables> {
  const rows = (await dataSource.query(
    `select c.relname as name,
       bool_and(exists (select 1 from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'note_change' and g.tgenabled in ('O', 'A'))) as watched
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') group by 1`,
  )) as { name: string; watched: boolean }[];
  return new Map(rows.map((row) => [row.name, row.watched]));
}

/** A statement that never misses a committed write: what is visible now and was not in the given snapshot. */
const CHANGES = `
  select pg_current_snapshot()::text as position,
    concat_ws('.', (select oid from pg_database where datname = current_database()), 'change_log'::regclass::oid,
      extract(epoch from pg_postmaster_start_time())) as epoch,
    $1::text is not null
      and pg_snapshot_xmin($1::text::pg_snapshot) >= (select xid from change_horizon)
      and pg_snapshot_xmax($1::text::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as known,
    array(select distinct topic from change_log
      where xid >= pg_snapshot_xmin($1::text::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::text::pg_snapshot)) as topics`;

interface Row {
  position: string;
  epoch: string;
  known: boolean;
  topics: string[];
}

/** @throws BAD_USER_INPUT when `since` is no position */
export async function changesSince(
  dataSource: DataSource,
  since: string | null,
): Promise<Pick<ChangesAnswer, 'epoch' | 'position' | 'topics'>> {
  if (since !== null && !/^\d{1,19}:\d{1,19}:[\d,]*$/.test(since))
    throw fault('BAD_USER_INPUT', 'This position was not made by this subgraph.', { field: 'since' });
  const [row] = (await dataSource.query(CHANGES, [since])) as [Row];
  return { epoch: row.epoch, position: row.position, topics: row.known ? row.topics : null };
}

/** Transactions whose changes are kept; a reader that was away for longer begins anew. */
const KEPT = 20_000;

/** Forgets the oldest changes and says so in the same transaction. */
export async function pruneChanges(dataSource: DataSource, kept = KEPT): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [row] = (await manager.query(
      `update change_horizon set xid = greatest(xid, ((pg_snapshot_xmin(pg_current_snapshot())::text::numeric - $1)::text)::xid8)
       where pg_snapshot_xmin(pg_current_snapshot())::text::numeric > $1 returning xid::text`,
      [kept],
    )) as [{ xid: string }[], number];
    if (row[0]) await manager.query('delete from change_log where xid < $1::text::xid8', [row[0].xid]);
  });
}

const PRUNE_MS = 10 * 60_000;

/** @returns stop */
export function keepPruning(dataSource: DataSource): () => void {
  const timer = setInterval(() => void pruneChanges(dataSource).catch(() => undefined), PRUNE_MS);
  timer.unref();
  return () => clearInterval(timer);
}
