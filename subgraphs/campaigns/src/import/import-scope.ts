import { ROLES } from '@thidua/contracts';
import { fault, type ObjectScope, type RequestContext } from '@thidua/server';
import type { KnownBody } from '../body/body-names.js';

/**
 * Whose plans a caller may bring in: those of the own department; a plan of another province belongs to nobody here and may be
 * brought in by any office. @returns the department that answers for the import
 */
export function importScope(ctx: RequestContext, issuer: KnownBody | null): ObjectScope & { departmentId: string } {
  const foreign = issuer === null || issuer.isGuest || issuer.departmentId === null;
  const departmentId = foreign ? ownDepartment(ctx) : issuer.departmentId;
  if (!departmentId)
    throw fault('FORBIDDEN', ctx.t('Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), {
      permission: 'plan:import',
    });
  return { departmentId };
}

function ownDepartment(ctx: RequestContext): string | null {
  return (
    ctx.actor.roles.find((claim) => claim.scopeKind === 'DEPARTMENT' && ROLES[claim.role].permissions.includes('plan:import'))?.scopeId ??
    null
  );
}
