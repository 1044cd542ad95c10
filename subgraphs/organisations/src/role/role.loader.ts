import { ROLES, type RoleCode, type ScopeKind } from '@thidua/contracts';
import { inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { blocLoader } from '../bloc/bloc.loader.js';
import { councilLoader } from '../council/council.loader.js';
import { organisationLoader } from '../organisation/organisation.loader.js';
import { currentPosting } from '../person/person.loader.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import type { RoleScope } from './role-scope.type.js';

export const roleGrantLoader = (ctx: RequestContext) =>
  loader<string, RoleGrantEntity | null>(ctx, 'roleGrant', async (ids) =>
    inOrder(ids, await ctx.db.findBy(RoleGrantEntity, { id: In([...ids]) }), (row) => row.id),
  );

/** The body, council or bloc of a role; one's own role is shown in the department (or body) where one serves. */
export async function scopeOf(ctx: RequestContext, scopeKind: ScopeKind, scopeId: string): Promise<RoleScope | null> {
  if (scopeKind === 'COUNCIL') return councilLoader(ctx).load(scopeId);
  if (scopeKind === 'BLOC') return blocLoader(ctx).load(scopeId);
  if (scopeKind !== 'SELF') return organisationLoader(ctx).load(scopeId);
  const posting = await currentPosting(ctx, scopeId);
  return posting ? organisationLoader(ctx).load(posting.organisationId) : null;
}

/** "Trưởng phòng, đơn vị · Phòng Quản lý Khoa học". */
export function roleLabel(ctx: RequestContext, role: RoleCode, scope: RoleScope | null): string {
  const name = ctx.t(ROLES[role].vi, ROLES[role].en);
  return scope ? `${name} · ${scope.name}` : name;
}
