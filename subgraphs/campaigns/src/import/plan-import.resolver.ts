import { Allow, can, fault, type Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PlanEntity } from '../plan/plan.entity.js';
import { planLoader } from '../plan/plan.loader.js';
import { PlanWarning } from '../plan/plan.types.js';
import { toWarning } from '../plan/plan-view.js';
import { OrganisationRef, organisationRefOrNull } from '../references/stubs.js';
import { confirmPlanImport } from './confirm-import.js';
import { extractView } from './extract-view.js';
import { MergeCandidate, PlanExtractView } from './plan-extract.types.js';
import { PlanImportEntity } from './plan-import.entity.js';
import { ConfirmPlanImportInput, PreviewPlanImportInput } from './plan-import.input.js';
import { ConfirmPlanImportResult, PreviewPlanImportResult, type PlanConfirmed, type PlanImportPrepared } from './plan-import.result.js';
import { preparePlanImport } from './prepare-import.js';

@Resolver(() => PlanImportEntity)
export class PlanImportResolver {
  @Query(() => PlanImportEntity, { nullable: true, description: 'Chỉ văn phòng đã chuẩn bị lần nhập xem được.' })
  @Allow('plan:import')
  async planImport(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<PlanImportEntity | null> {
    const row = await ctx.db.findOneBy(PlanImportEntity, { id });
    if (row && !can(ctx, 'plan:import', { departmentId: row.departmentId }))
      throw fault('FORBIDDEN', ctx.t('Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), {
        permission: 'plan:import',
      });
    return row;
  }

  @Mutation(() => PreviewPlanImportResult, { description: 'Đọc một kế hoạch và giữ lại để kiểm tra; chưa ghi vào sổ nào.' })
  @Allow('plan:import')
  previewPlanImport(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PreviewPlanImportInput) input: PreviewPlanImportInput,
  ): Promise<PlanImportPrepared | Refusal> {
    return preparePlanImport(ctx, input);
  }

  @Mutation(() => ConfirmPlanImportResult, {
    description: 'Xác nhận: áp dụng các quyết định gộp, ghi kế hoạch, chỉ tiêu, nhiệm vụ. Nhập lần hai bị từ chối.',
  })
  @Allow('plan:import')
  confirmPlanImport(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ConfirmPlanImportInput) input: ConfirmPlanImportInput,
  ): Promise<PlanConfirmed | Refusal> {
    return confirmPlanImport(ctx, input);
  }

  @FieldResolver(() => PlanExtractView)
  extract(@Ctx() ctx: RequestContext, @Root() row: PlanImportEntity): Promise<PlanExtractView> {
    return extractView(ctx, row.read);
  }

  @FieldResolver(() => [PlanWarning])
  warnings(@Ctx() ctx: RequestContext, @Root() row: PlanImportEntity): PlanWarning[] {
    return row.importWarnings.map((warning) => toWarning(ctx, warning));
  }

  @FieldResolver(() => [MergeCandidate])
  merges(@Root() row: PlanImportEntity): MergeCandidate[] {
    return [...row.mergeRows];
  }

  @FieldResolver(() => PlanEntity, { nullable: true, description: 'Kế hoạch đã nhập trước đó có cùng nội dung hoặc cùng danh tính.' })
  duplicateOf(@Ctx() ctx: RequestContext, @Root() row: PlanImportEntity): Promise<PlanEntity | null> {
    return row.duplicateOfId ? planLoader(ctx).load(row.duplicateOfId) : Promise.resolve(null);
  }

  @FieldResolver(() => PlanEntity, { nullable: true, description: 'Kế hoạch đã thành, sau khi xác nhận.' })
  plan(@Ctx() ctx: RequestContext, @Root() row: PlanImportEntity): Promise<PlanEntity | null> {
    return row.planId ? planLoader(ctx).load(row.planId) : Promise.resolve(null);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  issuer(@Root() row: PlanImportEntity): OrganisationRef | null {
    return organisationRefOrNull(row.issuerId);
  }
}
