import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededFor, percentOf, printedShare, reachesPercent } from './decimal.rules.js';
import { quotaOf } from './quota.rules.js';
import { regulationAt, type RegulationRow } from './regulation.rules.js';

describe('quota of CSTĐCS (R-246)', () => {
  it.each([
    [36, 7, 7, false, '7,2'],
    [52, 10, 10, false, '10,4'],
    [41, 8, 8, false, '8,2'],
    [36, 7, 8, true, '7,2'],
    [35, 7, 7, false, '7'],
    [0, 0, 0, false, '0'],
  ])('20 %% of %i LĐTT is %i, %i proposed overruns: %s', (base, limit, used, overrun, exact) => {
    const quota = quotaOf({ base, baseName: 'Lao động tiên tiến', percent: '20', rounding: 'floor', used });
    expect(quota).toMatchObject({ limit, overrun });
    expect(quota.basis.vi).toContain(`= ${exact}`);
  });

  it('R-245 says that a target above the cap cannot be met with it', () => {
    const quota = quotaOf({ base: 36, baseName: 'LĐTT', percent: '20', rounding: 'floor', used: 0, target: 9 });
    expect(quota.conflict?.vi).toBe('Chỉ tiêu 9 vượt trần 7: không thể vừa đạt chỉ tiêu vừa giữ trần.');
    expect(quotaOf({ base: 36, baseName: 'LĐTT', percent: '20', rounding: 'floor', used: 0, target: 7 }).conflict).toBeNull();
  });
});

describe('exact percentages', () => {
  it('needs the smallest number that reaches the bar, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 10_000 }), (whole, hundredths) => {
        const bar = percentOf((hundredths / 100).toFixed(2));
        const needed = neededFor(whole, bar);
        expect(reachesPercent(needed, whole, bar)).toBe(true);
        expect(needed === 0 || reachesPercent(needed - 1, whole, bar)).toBe(needed === 0);
      }),
    );
  });

  it('never prints a share as reaching a bar that it does not reach', () => {
    expect(printedShare(7, 9, percentOf('80'))).toBe('77,8\u00a0%');
    expect(printedShare(1399, 2000, percentOf('70'))).toBe('69,9\u00a0%');
    expect(printedShare(2, 3, percentOf('70'))).toBe('66,7\u00a0%');
  });
});

describe('local regulation rows', () => {
  const row = (change: Partial<RegulationRow>): RegulationRow => ({
    id: 'r',
    key: 'ballot.threshold',
    awardCode: null,
    departmentId: null,
    value: '70',
    baseCode: null,
    validFrom: '2024-01-01',
    validTo: null,
    source: 's',
    confidence: 'c',
    ...change,
  });
  const at = { awardCode: 'CSTDCS', departmentId: 'SNV', date: '2025-12-12' };

  it('takes the most specific row in force', () => {
    const rows = [row({}), row({ awardCode: 'CSTDCS', value: '80' }), row({ awardCode: 'CSTDCS', departmentId: 'SNV', value: '75' })];
    expect(regulationAt(rows, 'ballot.threshold', at)?.value).toBe('75');
    expect(regulationAt(rows, 'ballot.threshold', { ...at, departmentId: 'STC' })?.value).toBe('80');
  });

  it('ignores rows that ended or have not begun, and answers null when nothing is regulated', () => {
    expect(regulationAt([row({ validTo: '2025-12-11' }), row({ validFrom: '2026-01-01' })], 'ballot.threshold', at)).toBeNull();
  });
});
