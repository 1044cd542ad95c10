import type { DemoPerson } from '@thidua/dev/demo';
import type { NominationStepEntity } from '../nomination/nomination.entity.js';
import type { NominationStateCode } from '../nomination/nomination.states.js';
import { nominationId, type PlannedNomination } from './demo.plan.js';
import type { DemoWorld } from './demo.world.js';

/** The states a nomination passed on its way to where the demo shows it. */
const WAYS: Record<NominationStateCode, NominationStateCode[]> = {
  DRAFT: ['DRAFT'],
  UNIT_REVIEW: ['DRAFT', 'UNIT_REVIEW'],
  SUBMITTED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED'],
  RECEIVED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED'],
  APPRAISING: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING'],
  SUPPLEMENT: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'SUPPLEMENT'],
  COUNCIL_SESSION: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'COUNCIL_SESSION'],
  VOTED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'COUNCIL_SESSION', 'VOTED'],
  DECIDED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'COUNCIL_SESSION', 'VOTED', 'DECIDED'],
  RETURNED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RETURNED'],
  REJECTED: ['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RECEIVED', 'APPRAISING', 'REJECTED'],
  WITHDRAWN: ['DRAFT', 'WITHDRAWN'],
  SUSPENDED: ['DRAFT', 'SUSPENDED'],
};

const DAYS: Partial<Record<NominationStateCode, string>> = {
  DRAFT: '07T08:30',
  UNIT_REVIEW: '08T09:00',
  SUBMITTED: '08T10:15',
  RECEIVED: '09T08:20',
  APPRAISING: '09T14:00',
  SUPPLEMENT: '10T09:30',
  COUNCIL_SESSION: '10T15:45',
  VOTED: '10T16:40',
  DECIDED: '11T10:00',
  RETURNED: '09T08:40',
  SUSPENDED: '08T10:20',
  WITHDRAWN: '09T11:00',
};

function momentOf(plan: PlannedNomination, state: NominationStateCode): Date {
  const day = DAYS[state] ?? '09T08:00';
  const month = plan.ground === 'AD_HOC' ? '06' : '12';
  // The council of SNV met on the 12th, the ad hoc awards were decided in June.
  const shifted =
    plan.department === 'SNV' && state === 'VOTED' && plan.ground !== 'AD_HOC' ? '12T14:35' : month === '06' ? `1${day.slice(1)}` : day;
  return new Date(`2025-${month}-${shifted}:00+07:00`);
}

const BY_PROPOSER = new Set<NominationStateCode>(['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'WITHDRAWN', 'SUSPENDED']);

/** History of one nomination: proposer, office, secretary and director with the role in which each acted. */
export function demoSteps(world: DemoWorld, plan: PlannedNomination, proposer: DemoPerson): Omit<NominationStepEntity, 'seq'>[] {
  const office = world.holderOf('DEPARTMENT_OFFICE', plan.department);
  const director = world.holderOf('DEPARTMENT_DIRECTOR', plan.department);
  return WAYS[plan.state].map((state, index, way) => {
    const last = index === way.length - 1;
    const actor = state === 'DECIDED' ? director : BY_PROPOSER.has(state) ? proposer : office;
    const role = state === 'DECIDED' ? 'DEPARTMENT_DIRECTOR' : actor === office ? 'DEPARTMENT_OFFICE' : 'UNIT_HEAD';
    return {
      nominationId: nominationId(plan.key),
      at: momentOf(plan, state),
      fromState: way[index - 1] ?? '',
      toState: state,
      actorId: actor.id,
      actorName: actor.fullName,
      role,
      reason: last ? plan.reason : state === 'SUBMITTED' ? plan.overrideReason : null,
    };
  });
}
