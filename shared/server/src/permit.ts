import { accessTag, PUBLIC, ROLES, SIGNED_IN, type Access, type Ceremony, type Permission, type RoleClaim } from '@thidua/contracts';
import { createMethodMiddlewareDecorator, Directive } from 'type-graphql';
import { unnotedActor, type RequestContext } from './context.js';
import { fault } from './faults.js';

/** Ids of the concrete object a permission is asked on; any that apply. */
export interface ObjectScope {
  departmentId?: string | null;
  unitId?: string | null;
  blocId?: string | null;
  councilId?: string | null;
  personId?: string | null;
}

const UNCONDITIONAL: RoleClaim = { role: 'STAFF', scopeKind: 'PROVINCE', scopeId: '*' };

function covers(claim: RoleClaim, scope: ObjectScope): boolean {
  switch (claim.scopeKind) {
    case 'PROVINCE':
      return true;
    case 'DEPARTMENT':
      return scope.departmentId === claim.scopeId;
    case 'UNIT':
      return scope.unitId === claim.scopeId;
    case 'COUNCIL':
      return scope.councilId === claim.scopeId;
    case 'BLOC':
      return scope.blocId === claim.scopeId;
    case 'SELF':
      return scope.personId === claim.scopeId;
  }
}

const holds = (claim: RoleClaim, permission: Permission): boolean => ROLES[claim.role].permissions.includes(permission);

/** The claims that count for an act: the chosen role and one's own, or all of them when none was chosen (PF-06). */
export function actingClaims(ctx: RequestContext): RoleClaim[] {
  const chosen = ctx.actor.actingRole;
  if (!chosen) return ctx.actor.roles;
  const [role, scopeId] = chosen.split('@');
  return ctx.actor.roles.filter((c) => c.scopeKind === 'SELF' || (c.role === role && (!scopeId || c.scopeId === scopeId)));
}

/** The role that allows this on this object, or null. Services may read: they see inaccessible facts only. */
export function can(
  ctx: RequestContext,
  permission: Permission,
  scope: ObjectScope,
  claims: RoleClaim[] = ctx.actor.roles,
): RoleClaim | null {
  if (ctx.actor.kind === 'service') return UNCONDITIONAL;
  return claims.find((c) => holds(c, permission) && covers(c, scope)) ?? null;
}

/** Whether the caller holds the permission anywhere (lists then filter by object). */
export const canAnywhere = (ctx: RequestContext, permission: Permission): boolean => ctx.actor.roles.some((c) => holds(c, permission));

/** @returns the role that is stored with the act. @throws FORBIDDEN or UNAUTHENTICATED */
export function permit(ctx: RequestContext, permission: Permission, scope: ObjectScope, claims?: RoleClaim[]): RoleClaim {
  const claim = can(ctx, permission, scope, claims);
  if (claim) return claim;
  throw denied(ctx, permission);
}

function denied(ctx: RequestContext, permission: string): Error {
  if (ctx.actor.kind === 'public') return fault('UNAUTHENTICATED', ctx.t('Cần đăng nhập để xem phần này.', 'Sign in to see this.'));
  return fault('FORBIDDEN', ctx.t('Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), { permission });
}

/** Ballots and signatures come from the host's own pages only (no department's code near them). */
export function permitCeremony(ctx: RequestContext, ceremony: Ceremony): void {
  if (ctx.actor.ceremony === ceremony) return;
  throw fault('FORBIDDEN', ctx.t('Việc này chỉ làm được trên trang riêng của Cổng.', 'This can only be done on the platform’s own page.'), {
    ceremony,
  });
}

export function checkAccess(ctx: RequestContext, access: Access): void {
  if (access === PUBLIC) return;
  const actor = unnotedActor(ctx);
  if (actor.kind === 'service') return;
  if (actor.kind === 'public') throw denied(ctx, access);
  if (access !== SIGNED_IN && !actor.roles.some((claim) => holds(claim, access))) throw denied(ctx, access);
  ctx.reads?.access(access);
}

/**
 * States who may ask a root field: a permission held anywhere, `SIGNED_IN` or `PUBLIC`. Prints the tag by which the
 * gateway denies everything undeclared, and checks again here. The object itself is checked in the service.
 */
export function Allow(access: Access): MethodDecorator {
  const check = createMethodMiddlewareDecorator<RequestContext>(({ context }, next) => {
    checkAccess(context, access);
    return next();
  });
  const tag = Directive(`@tag(name: "${accessTag(access)}")`);
  return (target, key, descriptor) => {
    tag(target, key as string, descriptor as PropertyDescriptor);
    check(target, key, descriptor);
  };
}
