import {
  Allow,
  CacheControl,
  connectArray,
  ConnectionArgs,
  type Page,
  PartialDate,
  type Refusal,
  type RequestContext,
} from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { campaignsOfPlan } from '../campaign/campaign.loader.js';
import { CampaignConnection, CampaignEntity } from '../campaign/campaign.entity.js';
import { AssignmentEntity } from '../duty/duty.entity.js';
import { assignmentsOfPlan } from '../duty/duty.loader.js';
import { CitationEntity } from '../legal-document/citation.entity.js';
import { citationsOfPlan, documentsOfPlan } from '../legal-document/legal-document.loader.js';
import { LegalDocumentEntity } from '../legal-document/legal-document.entity.js';
import { OrganisationRef, organisationRefOrNull } from '../references/stubs.js';
import { issuePlan, IssuePlanInput, IssuePlanResult, type PlanIssued } from './issue-plan.js';
import { PlanConnection, PlanEntity } from './plan.entity.js';
import { planLoader } from './plan.loader.js';
import { toRecipient, toWarning } from './plan-view.js';
import { flatSections, listPlans, planSource } from './plan.service.js';
import { PlanParagraph, PlanSection, PlanSource, PlanWarning, Recipient } from './plan.types.js';

@ArgsType()
export class PlanListArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: 'Kế hoạch của tổ chức và của các đơn vị bên trong.' }) organisation?: string;
  @Field(() => Int, { nullable: true }) year?: number;
  @Field(() => String, { nullable: true, description: 'Tìm trong tên, số, ký hiệu, chủ đề; có dấu hoặc không dấu.' }) search?: string;
}

@Resolver(() => PlanEntity)
export class PlanResolver {
  @Query(() => PlanEntity, { nullable: true })
  @Allow('plan:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  plan(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<PlanEntity | null> {
    return planLoader(ctx).load(id);
  }

  @Query(() => PlanConnection)
  @Allow('plan:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  plans(@Ctx() ctx: RequestContext, @Args(() => PlanListArgs) args: PlanListArgs): Promise<Page<PlanEntity>> {
    return listPlans(ctx, args);
  }

  @Mutation(() => IssuePlanResult, {
    description: 'Giám đốc ký ban hành: cấp số từ sổ của cơ quan, năm và ký hiệu; số đã cấp không dùng lại (R-061).',
  })
  @Allow('plan:issue')
  issuePlan(@Ctx() ctx: RequestContext, @Arg('input', () => IssuePlanInput) input: IssuePlanInput): Promise<PlanIssued | Refusal> {
    return issuePlan(ctx, input);
  }

  @FieldResolver(() => PartialDate, { nullable: true, description: 'Ngày như in; phần không in thì trống (R-062).' })
  date(@Root() plan: PlanEntity): PartialDate | null {
    return plan.dateYear === null
      ? null
      : Object.assign(new PartialDate(), { year: plan.dateYear, month: plan.dateMonth, day: plan.dateDay });
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  issuer(@Root() plan: PlanEntity): OrganisationRef | null {
    return organisationRefOrNull(plan.issuerId);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true, description: 'Phòng, đơn vị lập kế hoạch, khi là kế hoạch của đơn vị.' })
  unit(@Root() plan: PlanEntity): OrganisationRef | null {
    return organisationRefOrNull(plan.unitId);
  }

  @FieldResolver(() => [PlanSection])
  sections(@Root() plan: PlanEntity): PlanSection[] {
    return flatSections(plan.tree.sections);
  }

  @FieldResolver(() => [PlanParagraph], { description: 'Phần mở đầu: căn cứ và lý do (R-075).' })
  opening(@Root() plan: PlanEntity): PlanParagraph[] {
    return [...plan.tree.preamble];
  }

  @FieldResolver(() => [PlanParagraph], { description: 'Phần kết (R-092).' })
  closing(@Root() plan: PlanEntity): PlanParagraph[] {
    return [...plan.tree.closing];
  }

  @FieldResolver(() => PlanSource, { nullable: true, description: 'Tệp gốc để tải về, nguyên từng byte.' })
  source(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): Promise<PlanSource | null> {
    return planSource(ctx, plan);
  }

  @FieldResolver(() => [LegalDocumentEntity], { description: 'Văn bản được viện dẫn, mỗi văn bản một lần, theo thứ tự in.' })
  legalBases(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): Promise<LegalDocumentEntity[]> {
    return documentsOfPlan(ctx).load(plan.id);
  }

  @FieldResolver(() => [CitationEntity], { description: 'Mọi lần viện dẫn, như in, với vị trí trong nguyên văn.' })
  citations(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): Promise<CitationEntity[]> {
    return citationsOfPlan(ctx).load(plan.id);
  }

  @FieldResolver(() => CampaignConnection)
  async campaigns(
    @Ctx() ctx: RequestContext,
    @Root() plan: PlanEntity,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<CampaignEntity>> {
    return connectArray(await campaignsOfPlan(ctx).load(plan.id), args, (campaign) => campaign.id);
  }

  @FieldResolver(() => [String], { description: 'Các phong trào nhắc chung, không nêu tên (R-112).' })
  campaignGroups(@Root() plan: PlanEntity): string[] {
    return plan.groups.map((group) => group.name);
  }

  @FieldResolver(() => [AssignmentEntity])
  assignments(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): Promise<AssignmentEntity[]> {
    return assignmentsOfPlan(ctx).load(plan.id);
  }

  @FieldResolver(() => [Recipient])
  recipients(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): Recipient[] {
    return plan.recipientLines.map((line) => toRecipient(ctx, line));
  }

  @FieldResolver(() => [PlanWarning])
  warnings(@Ctx() ctx: RequestContext, @Root() plan: PlanEntity): PlanWarning[] {
    return plan.importWarnings.map((warning) => toWarning(ctx, warning));
  }
}
