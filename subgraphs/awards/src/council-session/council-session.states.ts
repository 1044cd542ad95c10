import { stateTable } from '@thidua/server';

export type SessionStateCode = 'SCHEDULED' | 'OPEN' | 'CLOSED' | 'MINUTED';
export type RoundStateCode = 'PREPARED' | 'OPEN' | 'CLOSED';

/** A session is closed by its last round; its minutes are then written from what was counted. */
export const sessionStates = stateTable<SessionStateCode, 'open' | 'close' | 'minute'>({
  initial: 'SCHEDULED',
  final: ['MINUTED'],
  transitions: { SCHEDULED: { open: 'OPEN' }, OPEN: { close: 'CLOSED' }, CLOSED: { minute: 'MINUTED' }, MINUTED: {} },
});

/** A closed round is never opened again: who lost needs a new proposal (rules §6). */
export const roundStates = stateTable<RoundStateCode, 'open' | 'close'>({
  initial: 'PREPARED',
  final: ['CLOSED'],
  transitions: { PREPARED: { open: 'OPEN' }, OPEN: { close: 'CLOSED' }, CLOSED: {} },
});
