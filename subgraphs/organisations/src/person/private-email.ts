import { can, loader, type RequestContext } from '@thidua/server';
import { currentPosting, personLoader } from './person.loader.js';
import { maskEmail } from './person.visibility.js';

/**
 * The e-mail address: whole for oneself and for holders of `person:read-private`, masked for everybody else.
 * Every reading of somebody else's whole address leaves an audit row; one statement however many people are read.
 */
export async function emailOf(ctx: RequestContext, personId: string): Promise<string | null> {
  const email = (await personLoader(ctx).load(personId))?.privateEmail ?? null;
  if (!email || ctx.actor.kind === 'public') return null;
  if (ctx.actor.kind === 'person' && ctx.actor.id === personId) return email;
  const posting = await currentPosting(ctx, personId);
  const scope = { personId, departmentId: posting?.organisationId ?? null, unitId: posting?.unitId ?? null };
  const role = ctx.actor.kind === 'person' ? can(ctx, 'person:read-private', scope) : null;
  if (!role) return maskEmail(email);
  await readingLog(ctx).load(personId);
  return email;
}

const readingLog = (ctx: RequestContext) =>
  loader<string, true>(ctx, 'emailReadingLog', async (ids) => {
    await ctx.db.query(
      `insert into audit_entry (business_at, actor_kind, actor_id, action, entity, entity_id, request_id)
       select $1, $2, $3, 'readPrivate', 'Person', id, $4 from unnest($5::text[]) id`,
      [ctx.now(), ctx.actor.kind, ctx.actor.id, ctx.requestId, ids],
    );
    return ids.map(() => true as const);
  });
