import { describe, expect, it } from 'vitest';
import { conflictOf, dayBefore, overlap, roleFitsSubject, type DatedGrant } from './role.rules.js';

const grant = (more: Partial<DatedGrant> = {}): DatedGrant => ({
  subjectKind: 'person',
  subjectId: 'a',
  role: 'DEPARTMENT_DIRECTOR',
  scopeId: 'skhcn',
  validFrom: '2025-01-01',
  validTo: null,
  ...more,
});

describe('granting roles', () => {
  it('R-019 refuses a second director of one department in the same period', () => {
    expect(conflictOf(grant({ subjectId: 'b', validFrom: '2025-06-01' }), [grant()])).toBe('OFFICE_TAKEN');
  });
  it('R-019 lets a director follow one whose office has ended', () => {
    expect(conflictOf(grant({ subjectId: 'b', validFrom: '2025-06-01' }), [grant({ validTo: '2025-05-31' })])).toBeNull();
  });
  it('R-019 allows many deputies', () => {
    expect(conflictOf(grant({ role: 'DEPUTY_DIRECTOR', subjectId: 'b' }), [grant({ role: 'DEPUTY_DIRECTOR' })])).toBeNull();
  });
  it('refuses the same role twice for one person', () => {
    expect(conflictOf(grant({ role: 'CLERK' }), [grant({ role: 'CLERK' })])).toBe('ALREADY_GRANTED');
  });
  it.each([
    ['2025-01-01', '2025-06-30', '2025-07-01', null, false],
    ['2025-01-01', '2025-07-01', '2025-07-01', null, true],
    ['2025-01-01', null, '2026-01-01', '2026-01-02', true],
  ])('periods %s…%s and %s…%s share a day: %s', (from1, to1, from2, to2, expected) => {
    expect(overlap({ validFrom: from1, validTo: to1 }, { validFrom: from2, validTo: to2 })).toBe(expected);
  });
  it('decision 30: only a client integrates, and a client does nothing else', () => {
    expect([roleFitsSubject('INTEGRATOR', 'client'), roleFitsSubject('INTEGRATOR', 'person'), roleFitsSubject('STAFF', 'client')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it('the day before 01/03 of a leap year is 29/02', () => {
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});
