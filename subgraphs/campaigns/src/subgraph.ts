import { defineSubgraph, type RequestContext } from '@thidua/server';
import { BodyNameEntity } from './body/body-name.entity.js';
import { CampaignAssertionEntity, CampaignEntity } from './campaign/campaign.entity.js';
import { campaignLoader } from './campaign/campaign.loader.js';
import { CampaignAssertionResolver, CampaignResolver } from './campaign/campaign.resolver.js';
import { AssignmentEntity, DutyEntity } from './duty/duty.entity.js';
import { dutyLoader } from './duty/duty.loader.js';
import { AssignmentResolver, DutyResolver } from './duty/duty.resolver.js';
import { watchLateDuties } from './duty/late-duties.js';
import { PlanImportEntity } from './import/plan-import.entity.js';
import { PlanImportResolver } from './import/plan-import.resolver.js';
import { CitationEntity } from './legal-document/citation.entity.js';
import { LegalDocumentEntity } from './legal-document/legal-document.entity.js';
import { documentLoader } from './legal-document/legal-document.loader.js';
import { CitationResolver, LegalDocumentResolver } from './legal-document/legal-document.resolver.js';
import { migrations } from './migrations/index.js';
import { PlanObligationEntity } from './plan/obligation.js';
import { OrganisationPlanResolver } from './plan/organisation-plan.resolver.js';
import { PlanEntity } from './plan/plan.entity.js';
import { planLoader } from './plan/plan.loader.js';
import { PlanResolver } from './plan/plan.resolver.js';
import { OrganisationRef, organisationRef, PersonRef, personRef } from './references/stubs.js';
import { RegistrationEntity } from './registration/registration.entity.js';
import { PersonRegistrationsResolver, RegistrationCampaignResolver } from './registration/registration.resolver.js';
import { StudyAttendanceEntity, StudySessionEntity } from './study/study.entities.js';
import { OrganisationStudyResolver } from './study/study.resolver.js';

interface Reference {
  id: string;
}

/** The table of contents: legal register, plans and their import, duties, campaigns, study, registrations. */
export const subgraph = defineSubgraph({
  name: 'campaigns',
  entities: [
    BodyNameEntity,
    LegalDocumentEntity,
    CitationEntity,
    PlanEntity,
    PlanObligationEntity,
    PlanImportEntity,
    AssignmentEntity,
    DutyEntity,
    CampaignEntity,
    CampaignAssertionEntity,
    StudySessionEntity,
    StudyAttendanceEntity,
    RegistrationEntity,
  ],
  migrations,
  resolvers: [
    LegalDocumentResolver,
    CitationResolver,
    PlanResolver,
    PlanImportResolver,
    AssignmentResolver,
    DutyResolver,
    CampaignResolver,
    CampaignAssertionResolver,
    OrganisationPlanResolver,
    OrganisationStudyResolver,
    PersonRegistrationsResolver,
    RegistrationCampaignResolver,
  ],
  orphanedTypes: [OrganisationRef, PersonRef],
  references: {
    LegalDocument: ({ id }: Reference, ctx: RequestContext) => documentLoader(ctx).load(id),
    Plan: ({ id }: Reference, ctx: RequestContext) => planLoader(ctx).load(id),
    Campaign: ({ id }: Reference, ctx: RequestContext) => campaignLoader(ctx).load(id),
    Duty: ({ id }: Reference, ctx: RequestContext) => dutyLoader(ctx).load(id),
    Organisation: ({ id }: Reference) => organisationRef(id),
    Person: ({ id }: Reference) => personRef(id),
  },
  seed: async (tx, fixture) => (await import('./demo/seed.js')).seedDemo(tx, fixture),
  onStart: watchLateDuties,
});
