import type { StatusKind } from '@thidua/web';

const KINDS: Readonly<Record<string, StatusKind>> = {
  DRAFT: 'idle',
  WITHDRAWN: 'idle',
  UNIT_REVIEW: 'wait',
  SUBMITTED: 'wait',
  RECEIVED: 'wait',
  APPRAISING: 'wait',
  COUNCIL_SESSION: 'wait',
  SUPPLEMENT: 'warn',
  RETURNED: 'warn',
  SUSPENDED: 'warn',
  VOTED: 'ok',
  DECIDED: 'honour',
  REJECTED: 'bad',
};

/** Shape and colour of a nomination's state; the word comes from the graph. Gold only after a decision. */
export function nominationKind(state: string): StatusKind {
  return KINDS[state] ?? 'idle';
}
