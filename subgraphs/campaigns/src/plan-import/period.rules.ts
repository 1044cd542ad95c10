import { isoDate, partialDate } from './place-date.rules.js';
import type { Paragraph } from './sections.rules.js';

export interface PlanPeriod {
  readonly from: string | null;
  readonly to: string | null;
  readonly text?: string;
  readonly section?: string;
  /** The event at which the period starts, when no day is printed. */
  readonly fromEvent?: string;
  readonly year: number | null;
  readonly stated: boolean;
  readonly impliedFrom?: string;
  readonly impliedTo?: string;
  readonly basis?: string;
}

const STATED =
  /(?:Thời gian(?: thực hiện| phát động| thi đua)?|Thời hạn)\s*:?\s+((?:[Tt]ừ|[Bb]ắt đầu)\s.*?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?[\d/.\s\p{L}-]*?\d{4})/u;
const DAY = String.raw`(?:ngày\s+)?(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:(?:[/.-]|\s+năm\s+)(\d{4}))?`;

const SCHOOL_YEAR = /năm học\s+(\d{4})\s*[-–]\s*(\d{4})/u;

/** A school year runs over two calendar years; it counts for the one it begins in. */
function schoolYear(text: string, first: number, last: number): PlanPeriod {
  return {
    from: null,
    to: null,
    text,
    year: first,
    stated: false,
    impliedFrom: `${first}-09-01`,
    impliedTo: `${last}-08-31`,
    basis: `${text} in the title`,
  };
}

/** The running time of the plan: stated, or implied by the year in its title. */
export function readPeriod(title: string, year: number | null, paragraphs: readonly Paragraph[]): PlanPeriod {
  for (const paragraph of paragraphs) {
    const match = STATED.exec(paragraph.passage.plain);
    if (match?.[1]) return statedPeriod(match[1].trim(), paragraph.id);
  }
  const school = SCHOOL_YEAR.exec(title);
  if (school) return schoolYear(school[0], Number(school[1]), Number(school[2]));
  const named = Number(/năm\s+(\d{4})/u.exec(title)?.[1] ?? 0) || null;
  const known = named ?? year;
  if (known === null) return { from: null, to: null, year: null, stated: false };
  return {
    from: null,
    to: null,
    year: known,
    stated: false,
    impliedFrom: `${known}-01-01`,
    impliedTo: `${known}-12-31`,
    basis: named ? `năm ${named} in the title` : `year ${known} of the document`,
  };
}

function statedPeriod(text: string, section: string): PlanPeriod {
  const [begin = '', finish = ''] = text.split(/\s+(?:đến|tới)\s+/u);
  const to = readDay(finish, null);
  const from = readDay(begin, to?.slice(0, 4) ?? null);
  const fromEvent = from ? {} : { fromEvent: begin.replace(/^(?:[Tt]ừ|[Bb]ắt đầu từ)\s+/u, '') };
  return { from, to, text, section, ...fromEvent, year: Number((to ?? from ?? '').slice(0, 4)) || null, stated: true };
}

function readDay(text: string, fallbackYear: string | null): string | null {
  const match = new RegExp(DAY, 'u').exec(text);
  const year = match?.[3] ?? fallbackYear ?? undefined;
  return match ? isoDate(partialDate(match[1], match[2], year)) : null;
}
