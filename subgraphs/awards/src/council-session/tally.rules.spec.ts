import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quorumOf, tallyLine, type Choice } from './tally.rules.js';

const votes = (yes: number, no = 0, blank = 0): Choice[] => [
  ...Array<Choice>(yes).fill('YES'),
  ...Array<Choice>(no).fill('NO'),
  ...Array<Choice>(blank).fill('BLANK'),
];

describe('counting a line (R-238)', () => {
  it.each([
    ['7 of 9 fails 80 %', votes(7, 1), '80', 8, false],
    ['7 of 9 passes 70 %', votes(7, 1), '70', 7, true],
    ['8 of 9 passes 80 %', votes(8), '80', 8, true],
    ['6 of 9 fails 70 %', votes(6, 3), '70', 7, false],
    ['2 of 3 reaches 66.66 % but not 66.67 %', votes(2, 1), '66.66', 2, true],
  ])('%s', (_name, cast, threshold, needed, passed) => {
    const members = cast.length > 3 ? 9 : 3;
    expect(tallyLine(cast, { members, conflicted: 0, threshold })).toMatchObject({ needed, passed });
  });

  it('R-191 a conflicted member stays in the denominator: 8 of 9 with one conflict', () => {
    expect(tallyLine(votes(8), { members: 9, conflicted: 1, threshold: '90' })).toMatchObject({
      total: 9,
      absent: 1,
      conflicted: 1,
      passed: false,
      percent: '88,9\u00a0%',
    });
  });

  it('every member is counted exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Choice>('YES', 'NO', 'BLANK'), { maxLength: 15 }),
        fc.integer({ min: 0, max: 5 }),
        (cast, away) => {
          const tally = tallyLine(cast, { members: cast.length + away, conflicted: 0, threshold: '70' });
          expect(tally.yes + tally.no + tally.blank + tally.invalid + tally.absent).toBe(tally.total);
        },
      ),
    );
  });
});

describe('quorum', () => {
  it.each([
    [6, 9, 6, true],
    [5, 9, 6, false],
    [10, 15, 10, true],
    [4, 7, 5, false],
    [0, 0, 0, false],
  ])('%i of %i needs %i: %s', (present, total, needed, met) => {
    expect(quorumOf(present, total, '2/3')).toMatchObject({ needed, met });
  });
});
