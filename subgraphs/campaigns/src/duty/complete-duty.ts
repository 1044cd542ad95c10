import { fault, mutate, permit, refuse, refusalUnion, type Refusal, type RequestContext } from '@thidua/server';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { closeTask } from '../plan/plan-tasks.js';
import { DutyEntity } from './duty.entity.js';
import { dutyLoader } from './duty.loader.js';
import { dutyTaskId } from './late-duties.js';

@InputType()
export class CompleteDutyInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) dutyId: string;
  @Field(() => Int, { nullable: true }) version?: number;
}
@ObjectType()
export class DutyCompleted {
  @Field(() => DutyEntity) duty: DutyEntity;
}
export const CompleteDutyResult = refusalUnion('CompleteDutyResult', DutyCompleted);

/** The unit or the office reports a duty as done. */
export async function completeDuty(ctx: RequestContext, input: CompleteDutyInput): Promise<DutyCompleted | Refusal> {
  const duty = await dutyLoader(ctx).load(input.dutyId);
  if (!duty) throw fault('NOT_FOUND', ctx.t('Không có nhiệm vụ này.', 'No such duty.'));
  const scope = { departmentId: duty.departmentId, unitId: duty.unitId };
  permit(ctx, 'duty:complete', scope);
  return mutate(
    ctx,
    { operation: 'completeDuty', input, permission: 'duty:complete', scope },
    async (tx) => {
      if (duty.doneAt) return refuse(ctx, 'ALREADY_DONE', 'Nhiệm vụ đã hoàn thành.', 'The duty is done already.');
      await tx.change(DutyEntity, duty, input.version ?? duty.version, { doneAt: tx.now, doneBy: tx.actor.id });
      await tx.audit({ entity: 'Duty', id: duty.id, from: 'OPEN', to: 'DONE' });
      await tx.emit('campaigns.duty.completed.v1', { dutyId: duty.id, planId: duty.planId });
      if (duty.lateTaskAt) await closeTask(tx, dutyTaskId(duty.id));
      return { id: duty.id };
    },
    async ({ id }) => Object.assign(new DutyCompleted(), { duty: await ctx.db.findOneByOrFail(DutyEntity, { id }) }),
  );
}
