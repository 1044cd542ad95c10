import { stateTable } from '@thidua/server';
import type { PlanState } from './plan.types.js';

type PlanAction = 'submit' | 'record' | 'recordIssued' | 'issue' | 'supersede';

/** A plan is read in, signed and numbered; what was issued elsewhere is kept on record; an amended one stays readable. */
export const PLAN_STATES = stateTable<`${PlanState}`, PlanAction>({
  initial: 'DRAFT',
  final: ['IMPORTED', 'SUPERSEDED'],
  transitions: {
    DRAFT: { submit: 'AWAITING_SIGNATURE', record: 'IMPORTED', recordIssued: 'ISSUED' },
    IMPORTED: {},
    AWAITING_SIGNATURE: { issue: 'ISSUED' },
    ISSUED: { supersede: 'SUPERSEDED' },
    SUPERSEDED: {},
  },
});
