import { describe, expect, it } from 'vitest';
import { dutyState } from './duty.rules.js';

describe('the state of a duty', () => {
  it.each([
    ['2025-12-15', null, 'OPEN'],
    ['2025-12-14', null, 'LATE'],
    [null, null, 'OPEN'],
    ['2025-12-01', new Date('2025-12-20'), 'DONE'],
  ] as const)('R-127 due %s, done %s: %s on 15 December', (dueDate, doneAt, state) => {
    expect(dutyState({ dueDate, doneAt }, '2025-12-15')).toBe(state);
  });
});
