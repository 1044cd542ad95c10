import type { StatusKind } from '@thidua/web';
import type { DecisionState, NominationState, PlanState, SessionState, Verdict } from '../generated/graphql.js';

/** Which shape and colour a state has; its word comes from the graph or the page's texts, never from the colour. */
const NOMINATION: Readonly<Record<NominationState, StatusKind>> = {
  DRAFT: 'idle',
  UNIT_REVIEW: 'wait',
  SUBMITTED: 'wait',
  RECEIVED: 'wait',
  APPRAISING: 'wait',
  SUPPLEMENT: 'warn',
  COUNCIL_SESSION: 'wait',
  VOTED: 'ok',
  DECIDED: 'honour',
  RETURNED: 'warn',
  REJECTED: 'bad',
  WITHDRAWN: 'idle',
  SUSPENDED: 'warn',
};
const PLAN: Readonly<Record<PlanState, StatusKind>> = {
  DRAFT: 'idle',
  IMPORTED: 'idle',
  AWAITING_SIGNATURE: 'wait',
  ISSUED: 'ok',
  SUPERSEDED: 'idle',
};
const SESSION: Readonly<Record<SessionState, StatusKind>> = { SCHEDULED: 'idle', OPEN: 'wait', CLOSED: 'ok', MINUTED: 'ok' };
const VERDICT: Readonly<Record<Verdict, StatusKind>> = { PASS: 'ok', FAIL: 'bad', REVIEW: 'wait', NO_DATA: 'idle' };
const DECISION: Readonly<Record<DecisionState, StatusKind>> = { DRAFT: 'wait', ISSUED: 'ok', CANCELLED: 'bad' };

export const nominationKind = (state: NominationState): StatusKind => NOMINATION[state];
export const planKind = (state: PlanState): StatusKind => PLAN[state];
export const sessionKind = (state: SessionState): StatusKind => SESSION[state];
export const verdictKind = (verdict: Verdict): StatusKind => VERDICT[verdict];
export const decisionKind = (state: DecisionState): StatusKind => DECISION[state];
