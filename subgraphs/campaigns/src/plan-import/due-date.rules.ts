import { isoDate, partialDate } from './place-date.rules.js';

const BY =
  /(?:trước|đến hết|hết|chậm nhất(?: là)?|hoàn thành (?:trong|trước)|xong trước)\s+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/iu;

/** The day by which a duty is due, when its words say so; the plan's year completes "trước ngày 30/9". */
export function dueDateOf(duty: string, year: number | null): string | null {
  const match = BY.exec(duty);
  return match ? isoDate(partialDate(match[1], match[2], match[3] ?? (year ? String(year) : undefined))) : null;
}
