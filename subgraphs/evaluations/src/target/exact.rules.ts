/** Exact arithmetic of targets: integers only, no float, no rounding towards a pass. */

/** A decimal as an integer and its number of decimal places: "98,5" = { units: 985n, places: 1 }. */
export interface Decimal {
  units: bigint;
  places: number;
}

export type RatioComparator = 'GT' | 'GTE' | 'EQ' | 'LT' | 'LTE';
export type Sign = -1 | 0 | 1;

const pow10 = (places: number): bigint => 10n ** BigInt(places);

/** Reads "98", "98.5", "98,5" or the printed "02". @returns null when it is not a plain number. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^\s*(\d+)(?:[.,](\d+))?\s*$/.exec(text);
  if (!match) return null;
  const places = match[2] ?? '';
  return { units: BigInt(match[1]! + places), places: places.length };
}

const signOf = (difference: bigint): Sign => (difference > 0n ? 1 : difference < 0n ? -1 : 0);

/** Sign of `part / whole` (in per cent) minus `percent`. Whole must be positive. */
export function comparePercent(part: number, whole: number, percent: Decimal): Sign {
  return signOf(BigInt(part) * 100n * pow10(percent.places) - percent.units * BigInt(whole));
}

/** Sign of `count` minus `value`. */
export const compareCount = (count: number, value: Decimal): Sign => signOf(BigInt(count) * pow10(value.places) - value.units);

/** "Trên" and "dưới" are strict; a bare "100 %" means every one. */
export function holds(comparator: RatioComparator, sign: Sign): boolean {
  switch (comparator) {
    case 'GT':
      return sign > 0;
    case 'GTE':
      return sign >= 0;
    case 'EQ':
      return sign === 0;
    case 'LT':
      return sign < 0;
    case 'LTE':
      return sign <= 0;
  }
}

/** Whole numbers around a quotient of positive integers. */
const floorDiv = (a: bigint, b: bigint): bigint => a / b;
const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/**
 * The count that decides: the smallest that meets a floor (rounded up), the largest that meets a ceiling (rounded down; R-163).
 * Null when an exact share is not a whole number and so can never be met.
 */
export function neededOf(comparator: RatioComparator, value: Decimal, whole: number | null): number | null {
  const [top, bottom] = whole === null ? [value.units, pow10(value.places)] : [value.units * BigInt(whole), 100n * pow10(value.places)];
  switch (comparator) {
    case 'GT':
      return Number(floorDiv(top, bottom) + 1n);
    case 'GTE':
      return Number(ceilDiv(top, bottom));
    case 'LT':
      return Number(ceilDiv(top, bottom) - 1n);
    case 'LTE':
      return Number(floorDiv(top, bottom));
    case 'EQ':
      return top % bottom === 0n ? Number(top / bottom) : null;
  }
}

function roundHalfUp(top: bigint, bottom: bigint): bigint {
  return (2n * top + bottom) / (2n * bottom);
}

function print(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * The share in per cent with one decimal, or with as many more as it takes so that the printed number stands on the same
 * side of the threshold as the exact one: 2449/2500 is printed 97.96 beside "98", never 98.0.
 */
export function percentText(part: number, whole: number, threshold: Decimal | null): string {
  const exact = threshold ? comparePercent(part, whole, threshold) : null;
  for (let places = 1; ; places += 1) {
    const units = roundHalfUp(BigInt(part) * 100n * pow10(places), BigInt(whole));
    const printed = threshold ? signOf(units * pow10(threshold.places) - threshold.units * pow10(places)) : null;
    if (printed === exact || places === 9) return print(units, places);
  }
}
