import { describe, expect, it } from 'vitest';
import { studyFacts, type AttendanceLine } from './study.rules.js';

const line = (
  personId: string,
  sessionId: string,
  state: AttendanceLine['state'],
  date = '2025-03-14',
  reason: string | null = null,
): AttendanceLine => ({ personId, sessionId, state, date, reason, title: `buổi ${sessionId}` });

describe('study facts', () => {
  it('R-050 counts a session that was made up, and names one that was not with its reason', () => {
    const { years } = studyFacts([
      line('a', '1', 'PRESENT'),
      line('a', '2', 'MADE_UP'),
      line('b', '1', 'ABSENT', '2025-03-14', 'nghỉ ốm'),
      line('b', '2', 'PRESENT'),
    ]);
    expect(years).toEqual([
      {
        year: 2025,
        required: 2,
        people: [
          { personId: 'a', attended: 1, madeUp: 1, missing: [] },
          { personId: 'b', attended: 1, madeUp: 0, missing: [{ sessionId: '1', title: 'buổi 1', date: '2025-03-14', reason: 'nghỉ ốm' }] },
        ],
      },
    ]);
  });

  it('R-058 keeps years apart and asks a joiner only for the sessions since he joined', () => {
    const { years } = studyFacts([line('a', '1', 'PRESENT', '2024-05-01'), line('a', '2', 'PRESENT'), line('b', '2', 'PRESENT')]);
    expect(years.map((y) => [y.year, y.required, y.people.length])).toEqual([
      [2024, 1, 1],
      [2025, 1, 2],
    ]);
  });
});
