import { businessDay, fault, mutate, permit, refuse, refusalUnion, type Refusal, type RequestContext } from '@thidua/server';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PlanEntity } from './plan.entity.js';
import { planLoader } from './plan.loader.js';
import { PLAN_STATES } from './plan.states.js';
import { closeTask, signTaskId } from './plan-tasks.js';
import { allocateNumber } from './number-register.js';
import type { PlanState } from './plan.types.js';

@InputType()
export class IssuePlanInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) planId: string;
  @Field(() => Int) version: number;
}
@ObjectType()
export class PlanIssued {
  @Field(() => PlanEntity) plan: PlanEntity;
}
export const IssuePlanResult = refusalUnion('IssuePlanResult', PlanIssued);

/** The director issues a plan: number from the register of the body and year, today's date, the own name. */
export async function issuePlan(ctx: RequestContext, input: IssuePlanInput): Promise<PlanIssued | Refusal> {
  const plan = await planLoader(ctx).load(input.planId);
  if (!plan) throw fault('NOT_FOUND', ctx.t('Không có kế hoạch này.', 'No such plan.'));
  const scope = { departmentId: plan.isGuest ? null : plan.departmentId, unitId: plan.unitId };
  permit(ctx, 'plan:issue', scope);
  return mutate(
    ctx,
    { operation: 'issuePlan', input, permission: 'plan:issue', scope },
    async (tx) => {
      const to = PLAN_STATES.move(plan.state, 'issue');
      if (!to)
        return refuse(ctx, 'NOT_AWAITING_SIGNATURE', 'Kế hoạch không ở trạng thái chờ ký.', 'The plan is not awaiting signature.', {
          remedy: ['Tải lại trang để xem trạng thái hiện nay.', 'Reload to see its present state.'],
        });
      const [year, month, day] = businessDay(tx.now).split('-').map(Number) as [number, number, number];
      const number = await allocateNumber(tx.manager, { issuerId: plan.issuerId ?? '', year, symbol: plan.symbol ?? 'KH' });
      await tx.change(PlanEntity, plan, input.version, {
        state: to as PlanState,
        number,
        dateYear: year,
        dateMonth: month,
        dateDay: day,
        signatory: { ...plan.signatory, name: plan.signatory.name ?? tx.actor.name } as never,
      });
      await tx.audit({ entity: 'Plan', id: plan.id, from: plan.state, to });
      await tx.emit('campaigns.plan.issued.v1', {
        planId: plan.id,
        issuerId: plan.issuerId,
        year: plan.year,
        number,
        symbol: plan.symbol,
        entity: { typeName: 'Plan', id: plan.id },
        change: 'UPDATED',
        visibility: { kind: 'PUBLIC' },
      });
      await closeTask(tx, signTaskId(plan.id));
      return { id: plan.id };
    },
    async ({ id }) => Object.assign(new PlanIssued(), { plan: await ctx.db.findOneByOrFail(PlanEntity, { id }) }),
  );
}
