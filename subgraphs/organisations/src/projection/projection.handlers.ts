import type { DecisionSigned, FeedEvent, TaskClosed, TaskOpened } from '@thidua/contracts';
import type { FeedHandlers, Transaction } from '@thidua/server';
import { tellInbox, type Assignee } from './inbox-events.js';

/** The four feeds; organisations reads its own outbox too, so that one list has one way in (decision 17). */
export const SOURCES = ['organisations', 'campaigns', 'evaluations', 'awards'] as const;
export type Source = (typeof SOURCES)[number];

/** Serialises ingestion over the feeds: a row of `changes` never appears behind a cursor that somebody already holds. */
const INGESTION_LOCK = 7_214_002;
const NO_DATE = '9999-12-31';

/** What the projection makes of the events of one source; the consumer keeps its offset in the same transaction. */
export function projectionHandlers(source: Source): FeedHandlers {
  return {
    [`${source}.task.opened.v1`]: (event, tx) => openTask(source, event as FeedEvent<never> & { payload: TaskOpened }, tx),
    [`${source}.task.closed.v1`]: (event, tx) => closeTask(source, event as FeedEvent<never> & { payload: TaskClosed }, tx),
    ...(source === 'awards'
      ? { 'awards.decision.signed.v1': (event, tx) => release(event as FeedEvent<never> & { payload: DecisionSigned }, tx) }
      : {}),
    '*': (event, tx) => recordChange(source, event, tx),
  };
}

/** Opening twice is the same task; opening a closed one opens it again. */
async function openTask(source: Source, event: { at: string; payload: TaskOpened }, tx: Transaction): Promise<void> {
  const { taskId, kind, vars, dueDate, link, assignee } = event.payload;
  const to: Assignee =
    'personId' in assignee
      ? { personId: assignee.personId, role: null, scopeId: null }
      : { personId: null, role: assignee.role, scopeId: assignee.scopeId };
  const id = `${source}:${taskId}`;
  const before = await openAssignee(tx, id);
  await tx.manager.query(
    `insert into inbox_task (id, source, kind, vars, link, due_date, due_order, assignee_person_id, assignee_role, assignee_scope_id, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (id) do update set kind = excluded.kind, vars = excluded.vars, link = excluded.link, due_date = excluded.due_date, due_order = excluded.due_order,
       assignee_person_id = excluded.assignee_person_id, assignee_role = excluded.assignee_role, assignee_scope_id = excluded.assignee_scope_id,
       opened_at = excluded.opened_at, closed_at = null`,
    [id, source, kind, JSON.stringify(vars), link, dueDate, dueDate ?? NO_DATE, to.personId, to.role, to.scopeId, event.at],
  );
  if (before && JSON.stringify(before) !== JSON.stringify(to)) await tellInbox(tx, { taskId: id, step: 'CLOSED', assignee: before });
  await tellInbox(tx, { taskId: id, step: 'OPENED', assignee: to });
}

async function closeTask(source: Source, event: { at: string; payload: TaskClosed }, tx: Transaction): Promise<void> {
  const id = `${source}:${event.payload.taskId}`;
  const assignee = await openAssignee(tx, id);
  if (!assignee) return;
  await tx.manager.query('update inbox_task set closed_at = $2 where id = $1', [id, event.at]);
  await tellInbox(tx, { taskId: id, step: 'CLOSED', assignee });
}

/** Whose open task this is; null when there is none. */
async function openAssignee(tx: Transaction, id: string): Promise<Assignee | null> {
  const [row] = (await tx.manager.query(
    `select assignee_person_id as "personId", assignee_role as role, assignee_scope_id as "scopeId" from inbox_task
     where id = $1 and closed_at is null for update`,
    [id],
  )) as Assignee[];
  return row ?? null;
}

/** People named in a signed decision may be shown to integrating systems. */
async function release(event: { at: string; payload: DecisionSigned }, tx: Transaction): Promise<void> {
  const people = (event.payload.lines ?? []).filter((line) => line.nomineeType === 'Person').map((line) => line.nomineeId);
  await tx.manager.query('insert into released_person (person_id, at) select id, $2 from unnest($1::text[]) id on conflict do nothing', [
    people,
    event.at,
  ]);
}

/** A row of `changes`; without a stated visibility only province roles see it. A withdrawal is a row too (tombstone). */
async function recordChange(source: Source, event: FeedEvent, tx: Transaction): Promise<void> {
  const { entity, change, visibility } = event.payload;
  if (!entity) return;
  await tx.manager.query('select pg_advisory_xact_lock($1)', [INGESTION_LOCK]);
  await tx.manager.query(
    `insert into change_row (event_id, source, at, type_name, entity_id, kind, visibility_kind, visibility_id, supersedes_seq)
     select $1, $2, $3, $4, $5, $6, $7, $8, (select max(seq) from change_row where type_name = $4 and entity_id = $5)
     on conflict (event_id) do nothing`,
    [
      event.id,
      source,
      event.at,
      entity.typeName,
      entity.id,
      change ?? 'UPDATED',
      visibility?.kind ?? 'DEPARTMENT',
      visibility && 'id' in visibility ? visibility.id : null,
    ],
  );
}
