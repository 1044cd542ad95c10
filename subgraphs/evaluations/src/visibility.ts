import type { Permission, RoleClaim } from '@thidua/contracts';
import { can, canAnywhere, type ObjectScope, type RequestContext } from '@thidua/server';

const departmentOf = (claim: RoleClaim): string | null => (claim.scopeKind === 'DEPARTMENT' ? claim.scopeId : (claim.departmentId ?? null));

/** Whether the caller holds any role in the department: colleagues see the figures and lists of their own department. */
export const belongsTo = (ctx: RequestContext, departmentId: string | null): boolean =>
  departmentId !== null && ctx.actor.roles.some((claim) => departmentOf(claim) === departmentId);

export const isService = (ctx: RequestContext): boolean => ctx.actor.kind === 'service';

/** Whether the caller may read something of this kind somewhere; services read for `@requires` and for deciding. */
export const reads = (ctx: RequestContext, permission: Permission): boolean => isService(ctx) || canAnywhere(ctx, permission);

/** Names behind a figure: own department, or a person (not an integrating system) whose role reads people there. */
export const seesNames = (ctx: RequestContext, departmentId: string | null): boolean =>
  isService(ctx) || (ctx.actor.kind === 'person' && (belongsTo(ctx, departmentId) || can(ctx, 'person:read', { departmentId }) !== null));

/** Ratings: one's own, those of one's scope, and of the department for who rates or reads ratings there. */
export const seesRating = (ctx: RequestContext, scope: ObjectScope): boolean =>
  isService(ctx) || (ctx.actor.kind === 'person' && (scope.personId === ctx.actor.id || can(ctx, 'rating:read', scope) !== null));
