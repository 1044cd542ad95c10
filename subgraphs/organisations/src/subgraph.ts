import { defineSubgraph, type RequestContext } from '@thidua/server';
import { BlocEntity, BlocMemberEntity } from './bloc/bloc.entity.js';
import { blocLoader } from './bloc/bloc.loader.js';
import { BlocMemberResolver, BlocResolver } from './bloc/bloc.resolver.js';
import { CouncilEntity, CouncilSeatEntity } from './council/council.entity.js';
import { councilLoader } from './council/council.loader.js';
import { CouncilResolver, CouncilSeatResolver } from './council/council.resolver.js';
import { DelegationEntity } from './delegation/delegation.entity.js';
import { DelegationResolver } from './delegation/delegation.resolver.js';
import { migrations } from './migrations/index.js';
import { AliasEntity, OrganisationEntity, SuperiorEntity } from './organisation/organisation.entity.js';
import { organisationLoader } from './organisation/organisation.loader.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { PersonEntity } from './person/person.entity.js';
import { personLoader } from './person/person.loader.js';
import { PersonResolver, PostingResolver } from './person/person.resolver.js';
import { DisciplineEntity, LeaveEntity, MembershipEntity, PostingEntity } from './person/posting.entity.js';
import { RecordPostingResolver } from './person/posting.resolver.js';
import { ChangedEntity } from './projection/changes.js';
import { ChangesResolver } from './projection/changes.resolver.js';
import { ChangeRowEntity, InboxTaskEntity } from './projection/projection.entity.js';
import { projectionHandlers } from './projection/projection.handlers.js';
import { grantsRoute } from './role/grants.service.js';
import { ClientEntity, RoleGrantEntity } from './role/role-grant.entity.js';
import { RoleResolver } from './role/role.resolver.js';
import { InboxLiveResolver } from './viewer/inbox-live.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { WebhookEntity } from './webhook/webhook.entity.js';
import { sendWebhooks } from './webhook/webhook.job.js';
import { WebhookResolver } from './webhook/webhook.resolver.js';

interface Reference {
  id: string;
}

/** A person reached from another subgraph's object is shown by name to whoever may see that object; the public sees nobody. */
const personReference = ({ id }: Reference, ctx: RequestContext): Promise<PersonEntity | null> =>
  ctx.actor.kind === 'public' ? Promise.resolve(null) : personLoader(ctx).load(id);

/** The table of contents: bodies, people, councils, blocs, delegations, roles, and the projection of four feeds. */
export const subgraph = defineSubgraph({
  name: 'organisations',
  entities: [
    OrganisationEntity,
    SuperiorEntity,
    AliasEntity,
    PersonEntity,
    PostingEntity,
    MembershipEntity,
    LeaveEntity,
    DisciplineEntity,
    CouncilEntity,
    CouncilSeatEntity,
    BlocEntity,
    BlocMemberEntity,
    DelegationEntity,
    RoleGrantEntity,
    ClientEntity,
    InboxTaskEntity,
    ChangeRowEntity,
    WebhookEntity,
  ],
  migrations,
  resolvers: [
    OrganisationResolver,
    PersonResolver,
    PostingResolver,
    RecordPostingResolver,
    CouncilResolver,
    CouncilSeatResolver,
    BlocResolver,
    BlocMemberResolver,
    DelegationResolver,
    RoleResolver,
    ViewerResolver,
    InboxLiveResolver,
    ChangesResolver,
    WebhookResolver,
  ],
  orphanedTypes: [ChangedEntity],
  references: {
    Organisation: ({ id }: Reference, ctx: RequestContext) => organisationLoader(ctx).load(id),
    Person: personReference,
    Council: ({ id }: Reference, ctx: RequestContext) => councilLoader(ctx).load(id),
    Bloc: ({ id }: Reference, ctx: RequestContext) => blocLoader(ctx).load(id),
  },
  subscriptions: {
    organisations: projectionHandlers('organisations'),
    campaigns: projectionHandlers('campaigns'),
    evaluations: projectionHandlers('evaluations'),
    awards: projectionHandlers('awards'),
  },
  seed: async (tx) => (await import('./demo/seed.js')).seedDemo(tx),
  routes: { 'GET /grants': grantsRoute },
  onStart: sendWebhooks,
});
