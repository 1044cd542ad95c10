import { Allow, CacheControl, ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { OrganisationRef, organisationRef, PersonRef, personRef } from '../references/stubs.js';
import { InitiativeEntity } from './initiative.entity.js';
import { InitiativeAuthor, InitiativeConnection, RecogniseInitiativeInput, RecogniseInitiativeResult } from './initiative.inputs.js';
import { authorsLoader } from './initiative.loader.js';
import { initiativesOfPerson, listInitiatives, recogniseInitiative } from './initiative.service.js';

@Resolver(() => InitiativeEntity)
export class InitiativeResolver {
  @Allow('initiative:read')
  @Query(() => InitiativeConnection)
  @CacheControl({ maxAge: 300, scope: 'PUBLIC' })
  initiatives(
    @Ctx() ctx: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('organisation', () => ID, { nullable: true }) organisation?: string | null,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<Page<InitiativeEntity>> {
    return listInitiatives(ctx, { organisation: organisation ?? null, year: year ?? null }, args);
  }

  @FieldResolver(() => [InitiativeAuthor])
  async authors(@Ctx() ctx: RequestContext, @Root() initiative: InitiativeEntity): Promise<InitiativeAuthor[]> {
    return (await authorsLoader(ctx).load(initiative.id)).map(({ personId, percent }) =>
      Object.assign(new InitiativeAuthor(), { person: personRef(personId), percent }),
    );
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  organisation(@Root() initiative: InitiativeEntity): OrganisationRef {
    return organisationRef(initiative.departmentId);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true, description: 'Sở áp dụng lại: minh chứng của phạm vi ảnh hưởng (R-198).' })
  reusedBy(@Root() initiative: InitiativeEntity): OrganisationRef | null {
    return initiative.reusedById ? organisationRef(initiative.reusedById) : null;
  }

  @Allow('initiative:recognise')
  @Mutation(() => RecogniseInitiativeResult, { description: 'Ghi quyết định công nhận sáng kiến (R-194).' })
  recogniseInitiative(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecogniseInitiativeInput) input: RecogniseInitiativeInput,
  ): Promise<typeof RecogniseInitiativeResult> {
    return recogniseInitiative(ctx, input);
  }
}

@Resolver(() => PersonRef)
export class PersonInitiativesResolver {
  @FieldResolver(() => [InitiativeEntity], { nullable: true })
  initiatives(
    @Ctx() ctx: RequestContext,
    @Root() person: PersonRef,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
  ): Promise<InitiativeEntity[] | null> {
    return initiativesOfPerson(ctx, person.id, year ?? null);
  }
}
