import { stateTable } from '@thidua/server';

export type InitiativeState = 'SUBMITTED' | 'EXAMINING' | 'RECOGNISED' | 'REFUSED';
export type InitiativeAction = 'examine' | 'recognise' | 'refuse';

/** submitted, examined by the initiative council, recognised or refused. A decision is not taken back here. */
export const INITIATIVE_STATES = stateTable<InitiativeState, InitiativeAction>({
  initial: 'SUBMITTED',
  final: ['RECOGNISED', 'REFUSED'],
  transitions: {
    SUBMITTED: { examine: 'EXAMINING', recognise: 'RECOGNISED', refuse: 'REFUSED' },
    EXAMINING: { recognise: 'RECOGNISED', refuse: 'REFUSED' },
    RECOGNISED: {},
    REFUSED: {},
  },
});
