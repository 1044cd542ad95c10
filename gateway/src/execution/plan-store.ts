import type { QueryPlan } from '@apollo/query-planner';

/** Part of the key of a stored plan: raise it when a plan fix changes what is planned. The planner's own version is the other part. */
export const PLAN_REVISION = 1;

/** Plans of one supergraph that outlive the process, by the text of the lifted operation. */
export interface StoredPlans {
  find(text: string): readonly QueryPlan[] | undefined;
  /** Kept later; neither throws nor waits. */
  keep(text: string, plans: readonly QueryPlan[]): void;
}

export const NO_STORED_PLANS: StoredPlans = { find: () => undefined, keep: () => undefined };
