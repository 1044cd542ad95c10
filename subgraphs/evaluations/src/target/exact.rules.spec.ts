import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePercent, holds, neededOf, parseDecimal, percentText, type RatioComparator } from './exact.rules.js';

const number = (text: string) => parseDecimal(text)!;
const share = (comparator: RatioComparator, part: number, whole: number, percent: string): boolean =>
  holds(comparator, comparePercent(part, whole, number(percent)));

describe('exact comparison of shares', () => {
  it.each([
    ['R-158 refuses 49 of 50 for "trên 98 %"', 'GT', 49, 50, '98', false],
    ['R-158 accepts 50 of 50 for "trên 98 %"', 'GT', 50, 50, '98', true],
    ['R-158 accepts 64 of 65 for "trên 98 %"', 'GT', 64, 65, '98', true],
    ['R-158 refuses 44 of 45 for "trên 98 %"', 'GT', 44, 45, '98', false],
    ['R-159 refuses 5 of 6 for "100 %"', 'EQ', 5, 6, '100', false],
    ['R-159 accepts 6 of 6 for "100 %"', 'EQ', 6, 6, '100', true],
    ['R-160 accepts 52 of 65 as exactly 80 %', 'GTE', 52, 65, '80', true],
    ['R-160 refuses 51 of 65 for 80 %', 'GTE', 51, 65, '80', false],
    ['R-160 refuses 8 of 41 for 20 %', 'GTE', 8, 41, '20', false],
    ['R-160 refuses 10 of 52 for a floor of 20 %', 'GTE', 10, 52, '20', false],
    ['R-160 accepts 10 of 52 for a ceiling of 20 %', 'LTE', 10, 52, '20', true],
    ['R-160 refuses 11 of 52 for a ceiling of 20 %', 'LTE', 11, 52, '20', false],
    ['R-158 refuses 3 of 200 for "dưới 1,5 %"', 'LT', 3, 200, '1,5', false],
    ['R-158 accepts 2 of 200 for "dưới 1,5 %"', 'LT', 2, 200, '1,5', true],
    ['R-169 accepts 112 of 100', 'GTE', 112, 100, '100', true],
    ['compares with a decimal: 197 of 200 is exactly 98,5 %', 'GT', 197, 200, '98,5', false],
  ] as const)('%s', (_, comparator, part, whole, percent, expected) => {
    expect(share(comparator, part, whole, percent)).toBe(expected);
  });

  it.each([
    ['GT', '98', 50, 50],
    ['GT', '98', 65, 64],
    ['GT', '98', 45, 45],
    ['GT', '98', 100, 99],
    ['GTE', '80', 65, 52],
    ['GTE', '80', 50, 40],
    ['GTE', '80', 45, 36],
    ['GTE', '20', 52, 11],
    ['GTE', '20', 36, 8],
    ['GTE', '20', 41, 9],
    ['LTE', '20', 52, 10],
    ['LT', '1,5', 200, 2],
    ['LT', '2', 200, 3],
    ['LTE', '20', 36, 7],
    ['LTE', '20', 41, 8],
    ['EQ', '100', 6, 6],
    ['EQ', '20', 41, null],
  ] as const)('R-163 rounds up for floors and down for ceilings: %s %s %% of %i needs %s', (comparator, percent, whole, needed) => {
    expect(neededOf(comparator, number(percent), whole)).toBe(needed);
  });

  it('R-161 reads the printed "02" as two', () => {
    expect(neededOf('GTE', number('02'), null)).toBe(2);
    expect([parseDecimal('hai'), parseDecimal(''), parseDecimal('-1')]).toEqual([null, null, null]);
  });

  it.each([
    [49, 50, '98', '98.0'],
    [2449, 2500, '98', '97.96'],
    [9804, 10_000, '98', '98.04'],
    [8, 41, '20', '19.5'],
    [64, 65, '98', '98.5'],
    [44, 45, '98', '97.8'],
    [112, 100, '100', '112.0'],
    [8, 50, null, '16.0'],
  ] as const)('never prints %i/%i on the other side of %s: %s', (part, whole, threshold, printed) => {
    expect(percentText(part, whole, threshold === null ? null : number(threshold))).toBe(printed);
  });

  const whole = fc.integer({ min: 1, max: 100_000 });
  const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`);

  it('R-158 a strict comparator never holds on equality', () => {
    fc.assert(fc.property(whole, fc.integer({ min: 0, max: 100 }), (base, p) => !share('GT', p * base, 100 * base, String(p))));
  });

  it('the needed count is met and one fewer is not', () => {
    fc.assert(
      fc.property(whole, percent, fc.constantFrom('GT', 'GTE'), (n, p, comparator) => {
        const needed = neededOf(comparator, number(p), n)!;
        return share(comparator, needed, n, p) && (needed === 0 || !share(comparator, needed - 1, n, p));
      }),
    );
  });

  it('one more counted never turns a met floor into not met', () => {
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 100_000 }),
        percent,
        fc.constantFrom('GT', 'GTE'),
        (n, part, p, comparator) => !share(comparator, part, n, p) || share(comparator, part + 1, n, p),
      ),
    );
  });

  it('the printed share gives the same verdict as the exact one', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 100_000 }), percent, (n, part, p) => {
        const printed = number(percentText(part, n, number(p)));
        const scale = 10 ** printed.places;
        return comparePercent(Number(printed.units), 100 * scale, number(p)) === comparePercent(part, n, number(p));
      }),
    );
  });
});
