import type { OrganisationEvaluationFacts, OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';
import { fault, type RequestContext } from '@thidua/server';
import { collectiveFacts, needsMemberRatings, personFacts } from '../eligibility/eligibility.service.js';
import type { SubjectFacts } from '../eligibility/subject.facts.js';
import type { NominationEntity } from './nomination.entity.js';

/** Where a nominee stands at the moment of nomination; copied onto the nomination as evidence. */
export interface NomineePlace {
  name: string;
  departmentId: string;
  unitId: string | null;
  unitName: string | null;
  provinceId: string | null;
}

async function ask<T>(ctx: RequestContext, service: string, typeName: string, id: string, field: string): Promise<T | null> {
  const [answer] = await ctx.peers.entities<T>(service, typeName, [id], field);
  return answer ?? null;
}

/** @throws BAD_USER_INPUT when the person is unknown or has no department */
export async function personPlace(ctx: RequestContext, personId: string): Promise<NomineePlace> {
  const posting = await ask<PersonPostingFacts>(ctx, 'organisations', 'Person', personId, 'postingFacts');
  if (!posting?.departmentId)
    throw fault('BAD_USER_INPUT', ctx.t('Không tìm thấy người này trong một Sở.', 'This person is in no department.'), {
      field: 'personId',
    });
  const { departmentId, unitId } = posting;
  const province = await ask<{ id: string }>(ctx, 'organisations', 'Organisation', departmentId, 'province { id }');
  const unitName = unitId ? await ask<string>(ctx, 'organisations', 'Organisation', unitId, 'name') : null;
  return { name: posting.fullName, departmentId, unitId, unitName, provinceId: province?.id ?? null };
}

/** @throws BAD_USER_INPUT when the organisation is unknown or belongs to no department */
export async function organisationPlace(ctx: RequestContext, id: string): Promise<NomineePlace> {
  const [name, department, province] = await Promise.all([
    ask<string>(ctx, 'organisations', 'Organisation', id, 'name'),
    ask<{ id: string }>(ctx, 'organisations', 'Organisation', id, 'department { id }'),
    ask<{ id: string }>(ctx, 'organisations', 'Organisation', id, 'province { id }'),
  ]);
  if (!name || !department)
    throw fault('BAD_USER_INPUT', ctx.t('Không tìm thấy tập thể này trong một Sở.', 'This collective is in no department.'), {
      field: 'organisationId',
    });
  return {
    name,
    departmentId: department.id,
    unitId: id === department.id ? null : id,
    unitName: id === department.id ? null : name,
    provinceId: province?.id ?? null,
  };
}

/** The facts a decision rests on, asked of their owners at this moment; they are stored with the verdict. @throws UNAVAILABLE */
export async function currentFacts(ctx: RequestContext, nomination: NominationEntity): Promise<SubjectFacts> {
  const { nomineeId, nomineeName, nomineeType } = nomination;
  if (nomineeType === 'Person') {
    const [postingFacts, evaluationFacts] = await Promise.all([
      ask<PersonPostingFacts>(ctx, 'organisations', 'Person', nomineeId, 'postingFacts'),
      ask<PersonEvaluationFacts>(ctx, 'evaluations', 'Person', nomineeId, 'evaluationFacts'),
    ]);
    return personFacts(ctx, nomineeId, { postingFacts, evaluationFacts });
  }
  const [staffFacts, evaluationFacts] = await Promise.all([
    ask<OrganisationStaffFacts>(ctx, 'organisations', 'Organisation', nomineeId, 'staffFacts'),
    ask<OrganisationEvaluationFacts>(ctx, 'evaluations', 'Organisation', nomineeId, 'evaluationFacts'),
  ]);
  return collectiveFacts(ctx, nomineeId, nomineeName, { staffFacts, evaluationFacts }, await needsMemberRatings(ctx, nomination.awardCode));
}
