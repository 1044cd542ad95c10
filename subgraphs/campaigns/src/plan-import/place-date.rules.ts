/** A date of which parts may be unknown; nothing is invented. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export interface PlaceDate {
  readonly place: string | null;
  readonly date: PartialDate | null;
  readonly printed: string;
}

const PLACE_DATE = /(?:^|\s)(\p{Lu}[\p{L}.\s-]*?)\s*,\s*(ngày\s*([\d.…_]*)\s*tháng\s*([\d.…_]*)\s*năm\s*(\d{4})?)/u;
const PLACE_SHORT = /(?:^|\s)(\p{Lu}[\p{L}.\s-]*?)\s*,\s*(ngày\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))/u;

/** Reads "Tây Ninh, ngày  tháng 02 năm 2025": place and the known parts of the date. */
export function readPlaceDate(line: string): PlaceDate | null {
  const plain = line.replaceAll('*', '');
  const match = PLACE_DATE.exec(plain) ?? PLACE_SHORT.exec(plain);
  if (!match) return null;
  return { place: match[1]?.trim() ?? null, date: partialDate(match[3], match[4], match[5]), printed: match[2] ?? '' };
}

export function partialDate(day?: string, month?: string, year?: string): PartialDate | null {
  const [d, m, y] = [day, month, year].map((part) => Number(/\d+/u.exec(part ?? '')?.[0] ?? 0));
  if (!y) return null;
  const monthPart = m && m <= 12 ? { month: m } : {};
  const dayPart = d && m && isDay(y, m, d) ? { day: d } : {};
  return { ...dayPart, ...monthPart, year: y };
}

function isDay(year: number, month: number, day: number): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO form of a complete date, null while a part is unknown or impossible. */
export function isoDate(date: PartialDate | null): string | null {
  if (!date?.month || !date.day) return null;
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}
