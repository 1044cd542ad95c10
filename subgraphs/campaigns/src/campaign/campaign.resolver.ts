import { Allow, CacheControl, connectArray, ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PlanConnection, PlanEntity } from '../plan/plan.entity.js';
import { planLoader } from '../plan/plan.loader.js';
import { OrganisationRef, organisationRefOrNull } from '../references/stubs.js';
import { CampaignAssertionEntity, CampaignConnection, CampaignEntity, CampaignKind } from './campaign.entity.js';
import { assertionsLoader, campaignLoader, childrenLoader, plansOfCampaign } from './campaign.loader.js';
import { listCampaigns } from './campaign.service.js';

@ArgsType()
export class CampaignListArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Tìm theo tên, có dấu hoặc không dấu.' }) search?: string;
  @Field(() => CampaignKind, { nullable: true }) kind?: CampaignKind;
  @Field(() => ID, { nullable: true }) organisation?: string;
}

@Resolver(() => CampaignEntity)
export class CampaignResolver {
  @Query(() => CampaignEntity, { nullable: true })
  @Allow('campaign:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  campaign(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<CampaignEntity | null> {
    return campaignLoader(ctx).load(id);
  }

  @Query(() => CampaignConnection)
  @Allow('campaign:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  campaigns(@Ctx() ctx: RequestContext, @Args(() => CampaignListArgs) args: CampaignListArgs): Promise<Page<CampaignEntity>> {
    return listCampaigns(ctx, args);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  initiator(@Root() campaign: CampaignEntity): OrganisationRef | null {
    return organisationRefOrNull(campaign.initiatorId);
  }

  @FieldResolver(() => CampaignEntity, { nullable: true })
  parent(@Ctx() ctx: RequestContext, @Root() campaign: CampaignEntity): Promise<CampaignEntity | null> {
    return campaign.parentId ? campaignLoader(ctx).load(campaign.parentId) : Promise.resolve(null);
  }

  @FieldResolver(() => CampaignConnection, { description: 'Các phong trào hưởng ứng ở cấp dưới (R-100).' })
  async children(
    @Ctx() ctx: RequestContext,
    @Root() campaign: CampaignEntity,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<CampaignEntity>> {
    return connectArray(await childrenLoader(ctx).load(campaign.id), args, (child) => child.id);
  }

  @FieldResolver(() => [CampaignAssertionEntity], { description: 'Mỗi kế hoạch nói gì về phong trào này; mâu thuẫn để cạnh nhau (R-113).' })
  assertions(@Ctx() ctx: RequestContext, @Root() campaign: CampaignEntity): Promise<CampaignAssertionEntity[]> {
    return assertionsLoader(ctx).load(campaign.id);
  }

  @FieldResolver(() => PlanConnection)
  async plans(
    @Ctx() ctx: RequestContext,
    @Root() campaign: CampaignEntity,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<PlanEntity>> {
    return connectArray(await plansOfCampaign(ctx).load(campaign.id), args, (plan) => plan.id);
  }
}

@Resolver(() => CampaignAssertionEntity)
export class CampaignAssertionResolver {
  @FieldResolver(() => PlanEntity)
  plan(@Ctx() ctx: RequestContext, @Root() assertion: CampaignAssertionEntity): Promise<PlanEntity | null> {
    return planLoader(ctx).load(assertion.planId);
  }
}
