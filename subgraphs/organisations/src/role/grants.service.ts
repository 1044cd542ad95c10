import { PUBLIC_ACTOR, type AssertedActor, type GrantsAnswer, type RoleClaim } from '@thidua/contracts';
import { businessDay, type Clock, type RouteRequest } from '@thidua/server';
import type { EntityManager } from 'typeorm';

/** How long the gateway may keep an answer that no event has dropped. */
const KEEP_MS = 5 * 60_000;

/** `GET /grants?sub=` of the gateway: who a token's subject is, and the roles held on the business day (decision 10). */
export async function grantsRoute({ url, actor, runtime }: RouteRequest): Promise<GrantsAnswer> {
  const mayAsk = actor.kind === 'service' && (actor.id === 'gateway' || actor.id === 'host');
  if (!mayAsk) throw Object.assign(new Error('grants are told to the gateway only'), { status: 403 });
  return grantsOf(runtime.dataSource.manager, runtime.clock, url.searchParams.get('sub') ?? '');
}

export async function grantsOf(db: EntityManager, clock: Clock, sub: string): Promise<GrantsAnswer> {
  const now = clock.now();
  const validUntil = new Date(Date.now() + Math.min(KEEP_MS, untilMidnight(now))).toISOString();
  const subject = sub ? ((await findPerson(db, sub)) ?? (await findClient(db, sub))) : null;
  if (!subject) return { found: false, actor: PUBLIC_ACTOR, validUntil };
  return { found: true, actor: { ...subject, roles: await claimsOf(db, subject, businessDay(now)) }, validUntil };
}

type Subject = Pick<AssertedActor, 'kind' | 'id' | 'name'>;

async function findPerson(db: EntityManager, sub: string): Promise<Subject | null> {
  const [row]: { id: string; name: string }[] = await db.query(
    'select id, full_name as name from person where subject = $1 or id::text = $1',
    [sub],
  );
  return row ? { kind: 'person', ...row } : null;
}

async function findClient(db: EntityManager, sub: string): Promise<Subject | null> {
  const [row]: { id: string; name: string }[] = await db.query('select key as id, name from client where upper(key) = upper($1)', [sub]);
  return row ? { kind: 'client', ...row } : null;
}

/** The department of one's own role is where one is posted that day; of all others, that of the scope. */
async function claimsOf(db: EntityManager, subject: Subject, day: string): Promise<RoleClaim[]> {
  const rows: (Omit<RoleClaim, 'departmentId'> & { departmentId: string | null })[] = await db.query(
    `select g.role, g.scope_kind as "scopeKind", g.scope_id as "scopeId",
       coalesce(case when g.scope_kind = 'SELF' then (
         select x.organisation_id from posting x join organisation o on o.id = x.organisation_id and o.kind = 'DEPARTMENT'
         where x.person_id::text = g.subject_id and x.valid_from <= $3 and (x.valid_to is null or x.valid_to >= $3) limit 1
       ) end, g.department_id) as "departmentId"
     from role_grant g where g.subject_kind = $1 and g.subject_id = $2 and g.valid_from <= $3 and (g.valid_to is null or g.valid_to >= $3)
     order by g.scope_kind = 'SELF' desc, g.role, g.scope_id`,
    [subject.kind, subject.id, day],
  );
  return rows.map(({ departmentId, ...claim }) => ({ ...claim, ...(departmentId ? { departmentId } : {}) }));
}

/** Milliseconds to the next Vietnamese midnight (UTC+7 all year): dated grants begin and end there. */
function untilMidnight(now: Date): number {
  const day = 86_400_000;
  return day - ((now.getTime() + 7 * 3_600_000) % day);
}
