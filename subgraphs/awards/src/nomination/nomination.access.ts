import { ROLES } from '@thidua/contracts';
import { fault, permit, type ObjectScope, type RequestContext } from '@thidua/server';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { councilOfLoader } from './nomination.loader.js';
import type { NominationEntity } from './nomination.entity.js';

/** Ids under which a permission on this nomination may be held; the nominee himself is its person. */
export async function scopeOf(ctx: RequestContext, nomination: NominationEntity): Promise<ObjectScope> {
  return {
    departmentId: nomination.departmentId,
    unitId: nomination.unitId,
    personId: nomination.nomineeType === 'Person' ? nomination.nomineeId : null,
    councilId: await councilOfLoader(ctx).load(nomination.id),
  };
}

/** @throws NOT_FOUND or FORBIDDEN: another division's dossier is not shown */
export async function permitToRead(ctx: RequestContext, nomination: NominationEntity | null): Promise<NominationEntity> {
  if (!nomination) throw fault('NOT_FOUND', ctx.t('Không có hồ sơ này.', 'There is no such nomination.'));
  permit(ctx, 'nomination:read', await scopeOf(ctx, nomination));
  return nomination;
}

/** Keeps the rows of a list that the caller may read: province, department, own unit, own council's agenda, himself. */
export function onlyReadable<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  ctx: RequestContext,
  alias: string,
): SelectQueryBuilder<T> {
  if (ctx.actor.kind === 'service') return query;
  const claims = ctx.actor.roles.filter((claim) => ROLES[claim.role].permissions.includes('nomination:read'));
  if (claims.some((claim) => claim.scopeKind === 'PROVINCE')) return query;
  const ids = (kind: string): string[] => claims.filter((claim) => claim.scopeKind === kind).map((claim) => claim.scopeId);
  return query.andWhere(
    `(${alias}.department_id = any(:readDepartments) or ${alias}.unit_id = any(:readUnits) or ${alias}.nominee_id = any(:readSelf)
      or exists (select 1 from ballot_line line join voting_round round on round.id = line.round_id join council_session session on session.id = round.session_id
                 where line.nomination_id = ${alias}.id and session.council_id = any(:readCouncils)))`,
    { readDepartments: ids('DEPARTMENT'), readUnits: ids('UNIT'), readSelf: ids('SELF'), readCouncils: ids('COUNCIL') },
  );
}
