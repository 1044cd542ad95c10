import { computed, type ComputedRef } from 'vue';
import { useGraphQuery, type GraphQuery } from '@thidua/web';
import type { TargetListQuery } from '../generated/graphql.js';
import { TARGET_LIST } from './targets.operations.js';
import type { TargetRow } from './target-view.js';

export interface PlanTargets {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  /** Null: the targets of this plan could not be asked. */
  readonly targets: readonly TargetRow[] | null;
}

export interface TargetsAnswer extends GraphQuery<TargetListQuery> {
  readonly plans: ComputedRef<readonly PlanTargets[]>;
  readonly all: ComputedRef<readonly TargetRow[]>;
}

/** All targets of the department's plans of a year. Plans without targets are left out, unless nothing could be asked. */
export function useTargets(code: string, year: () => number): TargetsAnswer {
  const query = useGraphQuery(TARGET_LIST, () => ({ code, year: year() }));
  const plans = computed(() =>
    (query.data.value?.organisation?.plans?.nodes ?? [])
      .map((plan) => ({ id: plan.id, title: plan.title, number: plan.number, targets: plan.targets?.nodes ?? null }))
      .filter((plan) => plan.targets === null || plan.targets.length > 0),
  );
  return { ...query, plans, all: computed(() => plans.value.flatMap((plan) => plan.targets ?? [])) };
}
