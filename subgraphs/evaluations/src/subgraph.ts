import type { PlanConfirmed } from '@thidua/contracts';
import { defineSubgraph, type RequestContext } from '@thidua/server';
import { BlocRankingResolver } from './bloc/ranking.resolver.js';
import { BlocScoringResolver } from './bloc/scoring.resolver.js';
import { InitiativeAuthorEntity, InitiativeEntity } from './initiative/initiative.entity.js';
import { initiativeLoader } from './initiative/initiative.loader.js';
import { InitiativeResolver, PersonInitiativesResolver } from './initiative/initiative.resolver.js';
import { migrations } from './migrations/index.js';
import { PetitionEntity } from './petition/petition.entity.js';
import { RatingEntity } from './rating/rating.entity.js';
import { OrganisationRatingsResolver, PersonRatingsResolver, RatingResolver } from './rating/rating.resolver.js';
import { BlocRef, blocRef, OrganisationRef, personRef, planRef } from './references/stubs.js';
import { createTargets } from './target/plan-confirmed.handler.js';
import { IndexRankEntity, RecognitionEntity, ReportedResultEntity } from './target/result.entity.js';
import { watchRisks } from './target/risk.job.js';
import { TargetEntity } from './target/target.entity.js';
import { targetLoader } from './target/target.loader.js';
import { PlanTargetsResolver, TargetActualResolver, TargetResolver } from './target/target.resolver.js';

interface Reference {
  id: string;
}

/** The row with the facts of its subject that `@requires` brought; an object of its own, so that no two references mix. */
async function targetReference(
  { id, subject }: Reference & { subject?: OrganisationRef },
  ctx: RequestContext,
): Promise<TargetEntity | null> {
  const row = await targetLoader(ctx).load(id);
  return row ? Object.assign(new TargetEntity(), row, subject ? { given: subject } : {}) : null;
}

/** The table of contents: targets, ratings, initiatives, petitions, bloc rankings. */
export const subgraph = defineSubgraph({
  name: 'evaluations',
  entities: [
    TargetEntity,
    ReportedResultEntity,
    IndexRankEntity,
    RecognitionEntity,
    RatingEntity,
    InitiativeEntity,
    InitiativeAuthorEntity,
    PetitionEntity,
  ],
  migrations,
  resolvers: [
    TargetResolver,
    TargetActualResolver,
    PlanTargetsResolver,
    RatingResolver,
    PersonRatingsResolver,
    OrganisationRatingsResolver,
    InitiativeResolver,
    PersonInitiativesResolver,
    BlocRankingResolver,
    BlocScoringResolver,
  ],
  orphanedTypes: [BlocRef],
  references: {
    Target: targetReference,
    Initiative: ({ id }: Reference, ctx: RequestContext) => initiativeLoader(ctx).load(id),
    Organisation: (reference: Reference) => Object.assign(new OrganisationRef(), reference),
    Person: ({ id }: Reference) => personRef(id),
    Plan: ({ id }: Reference) => planRef(id),
    Bloc: ({ id }: Reference) => blocRef(id),
  },
  subscriptions: {
    campaigns: { 'campaigns.plan.confirmed.v1': (event, tx) => createTargets(tx, event.payload as unknown as PlanConfirmed) },
  },
  seed: async (tx) => (await import('./demo/seed.js')).seedDemo(tx),
  onStart: watchRisks,
});
