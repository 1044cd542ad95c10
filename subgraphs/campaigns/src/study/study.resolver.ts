import type { OrganisationStudyFacts } from '@thidua/contracts';
import { canAnywhere, FactsScalar, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { OrganisationRef } from '../references/stubs.js';
import { StudySessionEntity } from './study.entities.js';
import { studyFactsLoader, studySessionsLoader } from './study.loader.js';

@Resolver(() => OrganisationRef)
export class OrganisationStudyResolver {
  @FieldResolver(() => [StudySessionEntity], { nullable: true, description: 'Các buổi học trong năm; null = không được xem.' })
  async studySessions(
    @Ctx() ctx: RequestContext,
    @Root() organisation: OrganisationRef,
    @Arg('year', () => Int) year: number,
  ): Promise<StudySessionEntity[] | null> {
    if (!canAnywhere(ctx, 'plan:read')) return null;
    return studySessionsLoader(ctx).load(`${organisation.id}|${year}`);
  }

  @Directive('@inaccessible')
  @FieldResolver(() => FactsScalar, { nullable: true })
  studyFacts(@Ctx() ctx: RequestContext, @Root() organisation: OrganisationRef): Promise<OrganisationStudyFacts> {
    return studyFactsLoader(ctx).load(organisation.id);
  }
}
