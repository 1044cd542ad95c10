import { computed, type ComputedRef } from 'vue';
import { useAct, useGraphQuery, type Act, type GraphQuery } from '@thidua/web';
import type { CompleteDutyInput, CompleteDutyMutation, IssuePlanInput, IssuePlanMutation, PlanDetailQuery } from '../generated/graphql.js';
import { COMPLETE_DUTY, ISSUE_PLAN, PLAN_DETAIL } from './plans.operations.js';
import { readingOfPlan, type PlanReading } from './plan-reading.js';

export interface PlanAnswer {
  readonly query: GraphQuery<PlanDetailQuery>;
  readonly plan: ComputedRef<NonNullable<PlanDetailQuery['plan']> | null>;
  readonly reading: ComputedRef<PlanReading | null>;
  readonly issue: Act<IssuePlanInput, IssuePlanMutation['issuePlan']>;
  readonly complete: Act<CompleteDutyInput, CompleteDutyMutation['completeDuty']>;
}

/** One plan with everything read from it, and what may be done with it. */
export function usePlan(id: () => string): PlanAnswer {
  const query = useGraphQuery(PLAN_DETAIL, () => ({ id: id() }));
  const plan = computed(() => query.data.value?.plan ?? null);
  return {
    query,
    plan,
    reading: computed(() => (plan.value ? readingOfPlan(plan.value) : null)),
    issue: useAct(ISSUE_PLAN, (data) => data.issuePlan),
    complete: useAct(COMPLETE_DUTY, (data) => data.completeDuty),
  };
}

/** Saves the text of a plan, character by character as it was read, as a file on the reader's device. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
