import { can, fault, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { OrganisationRef, PersonRef } from '../references/stubs.js';
import { assessFacts, collectiveFacts, needsMemberRatings, personFacts } from './eligibility.service.js';
import { Eligibility, eligibilityView } from './eligibility.types.js';

function forbidden(ctx: RequestContext): Error {
  return fault('FORBIDDEN', ctx.t('Bạn không xem được điều kiện của đối tượng này.', 'You may not see this eligibility.'));
}

@Resolver(() => PersonRef)
export class PersonEligibilityResolver {
  @Directive('@requires(fields: "postingFacts evaluationFacts")')
  @FieldResolver(() => Eligibility, { nullable: true, description: 'Điều kiện đạt danh hiệu, hình thức trong năm, có giải thích (R-233).' })
  async eligibility(
    @Root() person: PersonRef,
    @Arg('award', () => String) award: string,
    @Arg('year', () => Int) year: number,
    @Ctx() ctx: RequestContext,
  ): Promise<Eligibility> {
    const { postingFacts, evaluationFacts } = person;
    const scope = { personId: person.id, unitId: postingFacts?.unitId ?? null, departmentId: postingFacts?.departmentId ?? null };
    if (!can(ctx, 'nomination:read', scope)) throw forbidden(ctx);
    const type = await awardTypeOf(ctx, award);
    const facts = await personFacts(ctx, person.id, { postingFacts, evaluationFacts });
    return eligibilityView(ctx, await assessFacts(ctx, { awardCode: award, year, facts }), type);
  }
}

@Resolver(() => OrganisationRef)
export class OrganisationEligibilityResolver {
  @Directive('@requires(fields: "staffFacts evaluationFacts department { id }")')
  @FieldResolver(() => Eligibility, { nullable: true, description: 'Điều kiện của tập thể (R-253).' })
  async eligibility(
    @Root() organisation: OrganisationRef,
    @Arg('award', () => String) award: string,
    @Arg('year', () => Int) year: number,
    @Ctx() ctx: RequestContext,
  ): Promise<Eligibility> {
    const departmentId = organisation.department?.id ?? organisation.id;
    if (!can(ctx, 'nomination:read', { unitId: organisation.id, departmentId })) throw forbidden(ctx);
    const type = await awardTypeOf(ctx, award);
    const { staffFacts, evaluationFacts } = organisation;
    const facts = await collectiveFacts(ctx, organisation.id, '', { staffFacts, evaluationFacts }, await needsMemberRatings(ctx, award));
    return eligibilityView(ctx, await assessFacts(ctx, { awardCode: award, year, facts }), type);
  }
}
