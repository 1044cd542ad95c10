import { defineSubgraph, type RequestContext } from '@thidua/server';
import { AuthorityEntity, AwardTypeEntity, RuleSetEntity } from './award-type/award-type.entity.js';
import { catalogueOf } from './award-type/award-type.loader.js';
import { AwardTypeResolver } from './award-type/award-type.resolver.js';
import { AwardEntity } from './award/award.entity.js';
import { AwardRegisterResolver, AwardResolver, OrganisationAwardsResolver, PersonAwardsResolver } from './award/award.resolver.js';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  SessionSeatEntity,
  VotingRoundEntity,
} from './council-session/council-session.entity.js';
import { roundLoader, sessionLoader } from './council-session/council-session.loader.js';
import {
  CouncilSessionFieldsResolver,
  CouncilSessionResolver,
  CouncilSessionsResolver,
  NominationVotesResolver,
} from './council-session/council-session.resolver.js';
import { CouncilTallyResolver } from './council-session/council-tally.resolver.js';
import { BallotLineResolver, VotingRoundResolver } from './council-session/voting-round.resolver.js';
import { DecisionEntity } from './decision/decision.entity.js';
import { decisionLoader } from './decision/decision.loader.js';
import { DecisionResolver, NominationDecisionResolver, OrganisationDecisionsResolver } from './decision/decision.resolver.js';
import { seedDemo } from './demo/seed.js';
import { OrganisationEligibilityResolver, PersonEligibilityResolver } from './eligibility/eligibility.resolver.js';
import { EVIDENCE } from './eligibility/eligibility.types.js';
import { LocalRegulationEntity } from './local-regulation/local-regulation.entity.js';
import { migrations } from './migrations/index.js';
import { DossierPartEntity, NominationEntity, NominationStepEntity } from './nomination/nomination.entity.js';
import { nominationLoader } from './nomination/nomination.loader.js';
import {
  NominationDossierResolver,
  NominationFieldsResolver,
  NominationResolver,
  NominationStepResolver,
} from './nomination/nomination.resolver.js';
import { OrganisationNominationsResolver, PersonNominationsResolver } from './nomination/nominations-of.resolver.js';
import { ExternalPerson, Household, OutsideNomineeEntity } from './references/nominee.js';
import { outsideNominee } from './references/outside-nominee.loader.js';
import { CouncilRef, OrganisationRef, PersonRef } from './references/stubs.js';

interface Reference {
  id: string;
}

/** The table of contents of the awards subgraph: everything it consists of. */
export const subgraph = defineSubgraph({
  name: 'awards',
  entities: [
    AwardTypeEntity,
    RuleSetEntity,
    AuthorityEntity,
    LocalRegulationEntity,
    NominationEntity,
    DossierPartEntity,
    NominationStepEntity,
    DecisionEntity,
    AwardEntity,
    CouncilSessionEntity,
    SessionSeatEntity,
    VotingRoundEntity,
    BallotLineEntity,
    LineConflictEntity,
    OutsideNomineeEntity,
  ],
  migrations,
  resolvers: [
    AwardTypeResolver,
    PersonEligibilityResolver,
    OrganisationEligibilityResolver,
    NominationResolver,
    NominationFieldsResolver,
    NominationDossierResolver,
    NominationStepResolver,
    PersonNominationsResolver,
    OrganisationNominationsResolver,
    CouncilSessionResolver,
    CouncilSessionFieldsResolver,
    CouncilSessionsResolver,
    CouncilTallyResolver,
    VotingRoundResolver,
    BallotLineResolver,
    NominationVotesResolver,
    DecisionResolver,
    NominationDecisionResolver,
    OrganisationDecisionsResolver,
    AwardResolver,
    PersonAwardsResolver,
    OrganisationAwardsResolver,
    AwardRegisterResolver,
  ],
  orphanedTypes: [PersonRef, OrganisationRef, CouncilRef, Household, ExternalPerson, AwardEntity, ...Object.values(EVIDENCE)],
  references: {
    Person: (reference: Reference) => Object.assign(new PersonRef(), reference),
    Organisation: (reference: Reference) => Object.assign(new OrganisationRef(), reference),
    Council: (reference: Reference) => Object.assign(new CouncilRef(), reference),
    AwardType: async (reference: { code: string }, ctx: RequestContext) =>
      (await catalogueOf(ctx)).types.find((type) => type.code === reference.code) ?? null,
    Nomination: (reference: Reference, ctx: RequestContext) => nominationLoader(ctx).load(reference.id),
    CouncilSession: (reference: Reference, ctx: RequestContext) => sessionLoader(ctx).load(reference.id),
    VotingRound: (reference: Reference, ctx: RequestContext) => roundLoader(ctx).load(reference.id),
    Decision: (reference: Reference, ctx: RequestContext) => decisionLoader(ctx).load(reference.id),
    Award: (reference: Reference, ctx: RequestContext) => ctx.db.findOneBy(AwardEntity, { id: reference.id }),
    Household: (reference: Reference, ctx: RequestContext) => outsideNominee(ctx, reference.id),
    ExternalPerson: (reference: Reference, ctx: RequestContext) => outsideNominee(ctx, reference.id),
  },
  seed: seedDemo,
});
