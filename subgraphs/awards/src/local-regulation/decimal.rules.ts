/**
 * Exact comparison of a share with a percentage that a regulation prints as a decimal ("70", "66.67"). Integers only:
 * floating point would let 69.99999 pass.
 */
export interface Percent {
  numerator: bigint;
  denominator: bigint;
}

/** @param printed "70" or "66.67" (dot, at most 6 decimals). @throws RangeError on anything else. */
export function percentOf(printed: string): Percent {
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(printed);
  if (!match) throw new RangeError(`Not a percentage: ${printed}`);
  const decimals = match[2] ?? '';
  return { numerator: BigInt(`${match[1]}${decimals}`), denominator: 100n * 10n ** BigInt(decimals.length) };
}

/** part/whole ≥ percent, exactly. A whole of nobody reaches nothing. */
export function reachesPercent(part: number, whole: number, percent: Percent): boolean {
  return whole > 0 && BigInt(part) * percent.denominator >= percent.numerator * BigInt(whole);
}

/** Smallest whole number that reaches the percentage of `whole`: 80 % of 9 = 8. */
export function neededFor(whole: number, percent: Percent): number {
  const exact = percent.numerator * BigInt(whole);
  return Number((exact + percent.denominator - 1n) / percent.denominator);
}

/** Largest whole number within the percentage of `whole` (rounding policy "floor"): 20 % of 36 = 7.2 → 7. */
export function capOf(whole: number, percent: Percent, rounding: string): number {
  const exact = percent.numerator * BigInt(whole);
  if (rounding === 'ceil') return Number((exact + percent.denominator - 1n) / percent.denominator);
  if (rounding === 'nearest') return Number((exact * 2n + percent.denominator) / (percent.denominator * 2n));
  return Number(exact / percent.denominator);
}

/** The exact cap with one decimal for the reader: 20 % of 36 = "7,2". */
export function exactCap(whole: number, percent: Percent): string {
  const tenths = (percent.numerator * BigInt(whole) * 10n) / percent.denominator;
  return tenths % 10n === 0n ? `${tenths / 10n}` : `${tenths / 10n},${tenths % 10n}`;
}

/**
 * A share with one decimal: 7 of 9 = "77,8 %". Rounded, except where rounding would show the bar as reached when it is
 * not: then cut off, so that print and verdict never disagree.
 */
export function printedShare(part: number, whole: number, bar: Percent): string {
  if (whole === 0) return '0,0\u00a0%';
  const exact = BigInt(part) * 1000n;
  const of = BigInt(whole);
  let tenths = (exact * 2n + of) / (of * 2n);
  const shownReaches = tenths * bar.denominator >= bar.numerator * 1000n;
  if (shownReaches && !reachesPercent(part, whole, bar)) tenths = exact / of;
  return `${tenths / 10n},${tenths % 10n}\u00a0%`;
}
