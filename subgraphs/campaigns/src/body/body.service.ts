import { fault, type RequestContext } from '@thidua/server';
import { BodyNameEntity } from './body-name.entity.js';
import type { KnownBody } from './body-names.js';

/** The department a body belongs to and whether it is a guest: learned names first, else organisations is asked. @throws BAD_USER_INPUT for an unknown id */
export async function bodyById(ctx: RequestContext, organisationId: string): Promise<KnownBody> {
  const known = await ctx.db.findOneBy(BodyNameEntity, { organisationId });
  if (known) return known;
  const [departments, guests] = await Promise.all([
    ctx.peers.entities<{ id: string } | null>('organisations', 'Organisation', [organisationId], 'department { id }'),
    ctx.peers.entities<boolean>('organisations', 'Organisation', [organisationId], 'isGuest'),
  ]);
  if (guests[0] === null || guests[0] === undefined)
    throw fault('BAD_USER_INPUT', ctx.t('Không có tổ chức này.', 'No such organisation.'), { field: 'issuerId' });
  return { organisationId, departmentId: departments[0]?.id ?? null, isGuest: guests[0] };
}
