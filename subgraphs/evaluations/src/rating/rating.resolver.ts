import type { OrganisationEvaluationFacts, PersonEvaluationFacts } from '@thidua/contracts';
import { Allow, FactsScalar, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Directive, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { organisationFacts, personFacts } from '../facts/evaluation-facts.js';
import { OrganisationRef, organisationRef, PersonRef } from '../references/stubs.js';
import { RatingEntity } from './rating.entity.js';
import { RatePersonInput, RatePersonResult, RateUnitInput, RateUnitResult } from './rating.inputs.js';
import { ratePerson, ratingsOfBody, ratingsOfPerson, rateUnit } from './rating.service.js';

@Resolver(() => RatingEntity)
export class RatingResolver {
  @FieldResolver(() => OrganisationRef, { nullable: true })
  decidedBy(@Root() rating: RatingEntity): OrganisationRef | null {
    return rating.decidedById ? organisationRef(rating.decidedById) : null;
  }

  @Allow('rating:write')
  @Mutation(() => RatePersonResult, { description: 'Xếp loại một người: đề xuất, hoặc quyết định khi có số và ngày (R-181).' })
  ratePerson(@Ctx() ctx: RequestContext, @Arg('input', () => RatePersonInput) input: RatePersonInput): Promise<typeof RatePersonResult> {
    return ratePerson(ctx, input);
  }

  @Allow('rating:write')
  @Mutation(() => RateUnitResult, { description: 'Xếp loại một tập thể của Sở (R-181).' })
  rateUnit(@Ctx() ctx: RequestContext, @Arg('input', () => RateUnitInput) input: RateUnitInput): Promise<typeof RateUnitResult> {
    return rateUnit(ctx, input);
  }
}

@Resolver(() => PersonRef)
export class PersonRatingsResolver {
  @FieldResolver(() => [RatingEntity], { nullable: true, description: 'Rỗng = chưa xếp loại; null = không được xem.' })
  ratings(
    @Ctx() ctx: RequestContext,
    @Root() person: PersonRef,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RatingEntity[] | null> {
    return ratingsOfPerson(ctx, person.id, year ?? null);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => FactsScalar, { nullable: true })
  evaluationFacts(@Ctx() ctx: RequestContext, @Root() person: PersonRef): Promise<PersonEvaluationFacts> {
    return personFacts(ctx, person.id);
  }
}

@Resolver(() => OrganisationRef)
export class OrganisationRatingsResolver {
  @FieldResolver(() => [RatingEntity], { nullable: true, description: 'Rỗng = chưa xếp loại; null = không được xem.' })
  ratings(
    @Ctx() ctx: RequestContext,
    @Root() organisation: OrganisationRef,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<RatingEntity[] | null> {
    return ratingsOfBody(ctx, organisation.id, year ?? null);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => FactsScalar, { nullable: true })
  evaluationFacts(@Ctx() ctx: RequestContext, @Root() organisation: OrganisationRef): Promise<OrganisationEvaluationFacts> {
    return organisationFacts(ctx, organisation.id);
  }
}
