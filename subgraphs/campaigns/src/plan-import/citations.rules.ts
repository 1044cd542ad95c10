import { partialDate } from './place-date.rules.js';
import type { PartialDate } from './place-date.rules.js';
import { depths, quotedAt } from './quotes.rules.js';

/** One printed reference to a legal document inside a paragraph; positions are indexes into the read text. */
export interface Citation {
  readonly type: string;
  readonly number: string | null;
  readonly date: PartialDate | null;
  readonly dateAsPrinted: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  /** Name of a law cited by name and year (R-068). */
  readonly name: string | null;
  readonly from: number;
  readonly to: number;
  /** Stands inside the subject of another citation ("thực hiện Chỉ thị số …"), R-071. */
  readonly nested: boolean;
}

export const DOCUMENT_TYPES = [
  'Hiến pháp',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Nghị định',
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Kết luận',
  'Kế hoạch',
  'Công văn',
  'Công điện',
  'Thông tư liên tịch',
  'Thông tư',
  'Thông báo',
  'Thông tri',
  'Hướng dẫn',
  'Quy định',
  'Quy chế',
  'Chương trình',
  'Đề án',
  'Tờ trình',
  'Báo cáo',
  'Văn bản',
  'Lệnh',
] as const;

const TYPE_WORDS = DOCUMENT_TYPES.join('|');
const NUMBER = String.raw`\d+[\p{L}\d]*(?:\s?[-/]\s?[\p{L}\d]+(?:\.[\p{L}\d]+)*)+`;
const NUMBERED = new RegExp(String.raw`(?<![\p{L}])(${TYPE_WORDS})(\s+(?!số)\p{Ll}[\p{L}\s]{0,30}?)?\s+số\s*:?\s*(${NUMBER})`, 'giu');
const MORE_NUMBERS = new RegExp(String.raw`^(?:,\s*|\s+và\s+)số\s+(${NUMBER})`, 'iu');
const DATE = String.raw`(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})`;
const DATE_BEHIND = new RegExp(String.raw`^[,\s(]*ngày\s+(${DATE})`, 'u');
const LAW = new RegExp(
  String.raw`(?<![\p{L}])(Bộ luật|Luật|Pháp lệnh)\s+((?!số)\p{L}[\p{L},\s-]{2,90}?)(?:,?\s*\(?số\s*:?\s*(${NUMBER})\)?)?(?:,?\s+năm\s+(\d{4})|,?\s+(ngày\s+${DATE})|(?=\s+(?:và|của|về)\s|[;.)”"]|$|,?\s*số\s+\d))`,
  'gu',
);

/** Verbs and connectors with which the subject of a document begins. */
const SUBJECT_START =
  /^(?:về việc|về|[Vv]\/v|[Qq]uy định|[Bb]an hành|[Hh]ướng dẫn|[Pp]hê duyệt|[Ss]ửa đổi|giao|tiếp tục|triển khai|công bố|phát động|thực hiện|đẩy mạnh|tăng cường)(?=\s|“|")|^[“"«]/u;
const ISSUER_STOP = new RegExp(
  String.raw`^(?:\s+(?:về|[Vv]\/v|[Qq]uy định|ban hành|Ban hành|[Hh]ướng dẫn|[Pp]hê duyệt|[Ss]ửa đổi|giao|tiếp tục|triển khai|công bố|phát động|thực hiện|đẩy mạnh|tăng cường|tại|trong|trên|để|đã|theo|là|từ|ngày|năm|thông qua|nhằm|được|gắn)(?=[\s“"]|$)|\s+và\s+(?:(?:${TYPE_WORDS})\s+(?:số|năm)|\p{Ll})|\s*[“”"«;:.)]|,(?!\s+(?:Thể thao|Khen thưởng|Thương binh|Tôn giáo)))`,
  'u',
);

/** Finds every numbered document and every law in a text (R-065 … R-068). */
export function readCitations(text: string): Citation[] {
  const found = [...readNumbered(text), ...readLaws(text)].toSorted((a, b) => a.from - b.from);
  const apart = found.filter((item, i) => !overlapsHead(found[i - 1], item));
  let reached = 0;
  return apart.map((item) => {
    const nested = item.from < reached;
    reached = Math.max(reached, item.to);
    return { ...item, nested };
  });
}

/** "Luật … số 06/2022/QH15" is read by both rules; the first reading wins. */
function overlapsHead(before: Citation | undefined, item: Citation): boolean {
  return before !== undefined && item.from < before.from + 4;
}

/** A paragraph is measured once for all its citations. */
let measured: { readonly text: string; readonly depth: readonly number[] } = { text: '', depth: [] };
function depthIn(text: string): readonly number[] {
  if (measured.text !== text) measured = { text, depth: depths(text) };
  return measured.depth;
}

function readNumbered(text: string): Citation[] {
  const found: Citation[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const type = capitalise(match[1] ?? '');
    if (match[2] && /luật|lệnh$/iu.test(type)) continue;
    const end = match.index + match[0].length;
    found.push(completeCitation(text, type, squeeze(match[3] ?? ''), match.index, end));
    found.push(...furtherNumbers(text, type, end));
  }
  return found.map((item) => withSubjectBefore(text, item));
}

/** "các Nghị quyết số 18-NQ/TW, số 19-NQ/TW …": the type is printed once. */
function furtherNumbers(text: string, type: string, from: number): Citation[] {
  const found: Citation[] = [];
  let at = from;
  let more = MORE_NUMBERS.exec(text.slice(at));
  while (more) {
    const end = at + more[0].length;
    found.push(completeCitation(text, type, squeeze(more[1] ?? ''), end - (more[1] ?? '').length, end));
    at = end;
    more = MORE_NUMBERS.exec(text.slice(at));
  }
  return found;
}

interface Tail {
  readonly date: PartialDate | null;
  readonly dateAsPrinted: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly end: number;
}

function completeCitation(text: string, type: string, number: string | null, from: number, end: number): Citation {
  const tail = readTail(text, end);
  return {
    type,
    number,
    name: null,
    from,
    to: tail.end,
    nested: false,
    date: tail.date,
    dateAsPrinted: tail.dateAsPrinted,
    issuer: tail.issuer,
    subject: tail.subject,
  };
}

/** Date, issuer and subject behind the number, in this order; the date may also follow the issuer. */
function readTail(text: string, from: number): Tail {
  let at = from;
  let dated = DATE_BEHIND.exec(text.slice(at));
  if (dated) at += dated[0].length;
  const issuer = readIssuer(text, at);
  if (issuer) at = issuer.end;
  if (!dated && issuer) {
    dated = DATE_BEHIND.exec(text.slice(at));
    if (dated) at += dated[0].length;
  }
  const subject = readSubject(text, at);
  return {
    date: dated ? partialDate(dated[2], dated[3], dated[4]) : null,
    dateAsPrinted: dated?.[1] ?? null,
    issuer: issuer?.text ?? null,
    subject: subject?.text ?? null,
    end: subject?.end ?? at,
  };
}

function readIssuer(text: string, from: number): { text: string; end: number } | null {
  const opening = /^,?\s*của\s+(?=\p{Lu})/u.exec(text.slice(from));
  if (!opening) return null;
  const start = from + opening[0].length;
  let depth = 0;
  let end = start;
  while (end < text.length) {
    if (text[end] === '(') depth += 1;
    if (depth === 0 && ISSUER_STOP.test(text.slice(end, end + 40))) break;
    if (text[end] === ')') depth -= 1;
    end += 1;
  }
  return { text: text.slice(start, end).trim(), end };
}

/** The subject as printed; a subject that is one quotation is given without its marks (R-084). */
function readSubject(text: string, from: number): { text: string; end: number } | null {
  const gap = /^\s*/u.exec(text.slice(from))?.[0].length ?? 0;
  const start = from + gap;
  const opening = SUBJECT_START.exec(text.slice(start));
  if (!opening) return null;
  const quoteAt = start + (/^(?:về việc|về|[Vv]\/v)?\s*/u.exec(text.slice(start))?.[0].length ?? 0);
  const quoted = quotedAt(text, quoteAt);
  if (quoted && /^\s*(?:[;,.)]|$|\s)/u.test(text.slice(quoted.end))) return { text: quoted.content, end: quoted.end };
  const end = subjectEnd(text, start);
  return { text: text.slice(start, end).trim(), end };
}

const IMPLEMENTING = new RegExp(String.raw`^(?:về\s+)?(?:triển khai,?\s+)?(?:tiếp tục\s+)?thực hiện\s+(?:${TYPE_WORDS})\s+số`, 'u');
const AND_DOCUMENT = String.raw`\s+và\s+(?:${TYPE_WORDS})\s+(?:[\p{Ll}\s]{0,20})?số\s|`;
const subjectStop = (and: string): RegExp =>
  new RegExp(
    String.raw`^(?:;(?!\s+(?:quy định|hướng dẫn|sửa đổi|ban hành|mục tiêu|phương hướng)[\s,])|\.(?=\s|$|\/)|:|,\s+(?:và\s+)?(?:${TYPE_WORDS})\s+(?:[\p{Ll}\s]{0,20})?số\s|${and},\s+(?:nhằm|để|đồng thời|gắn với|góp phần|trong đó|kịp thời|các văn bản|sau đây)\s|,\s+(?:Sở|Ban|UBND|Ủy ban|Giám đốc|Chi cục|Trung tâm)\s[^;.]{0,80}(?:xây dựng|ban hành|phát động|triển khai))`,
    'u',
  );
const SUBJECT_STOP = subjectStop(AND_DOCUMENT);
const SUBJECT_STOP_IMPLEMENTING = subjectStop('');
const YEAR_THEN_COMMA = /(?:năm\s+\d{4}|\d{4}\s*[-–]\s*\d{4})$/u;

function subjectEnd(text: string, start: number): number {
  // "về thực hiện Chỉ thị số … và Chỉ thị số …" speaks of both directives.
  const stop = IMPLEMENTING.test(text.slice(start)) ? SUBJECT_STOP_IMPLEMENTING : SUBJECT_STOP;
  const depth = depthIn(text);
  const base = depth[start] ?? 0;
  for (let i = start; i < text.length; i += 1) {
    if ((depth[i] ?? 0) > base) continue;
    if (text[i] === ')' && base > 0 && (depth[i] ?? 0) < base) return i;
    if (stop.test(text.slice(i, i + 140))) return i;
    if (text[i] === ',' && YEAR_THEN_COMMA.test(text.slice(Math.max(start, i - 14), i))) return i;
  }
  return text.length;
}

/** "quy định về … trên địa bàn tỉnh (Quyết định số …)": the words before the bracket say what it is about. */
function withSubjectBefore(text: string, item: Citation): Citation {
  if (item.subject !== null || text[item.from - 1] !== '(') return item;
  const before = text.slice(0, item.from - 1).trimEnd();
  const at = Math.max(...['quy định về', 'hướng dẫn về', 'kế hoạch về', 'quy chế về'].map((word) => before.lastIndexOf(word)));
  return at < 0 ? item : { ...item, subject: before.slice(at) };
}

function readLaws(text: string): Citation[] {
  return [...text.matchAll(LAW)].flatMap((match): Citation[] => {
    const [, type = '', rawName = '', number = null, year = null, day = null] = match;
    const name = rawName.trim().replace(/,$/u, '');
    const end = match.index + match[0].length;
    const date = day ? partialDate(match[6], match[7], match[8]) : year ? { year: Number(year) } : null;
    const issuer = readIssuer(text, end);
    return [
      {
        type,
        number: number ? squeeze(number) : null,
        date,
        dateAsPrinted: day ? day.replace(/^ngày\s+/u, '') : year ? `năm ${year}` : null,
        issuer: issuer?.text ?? null,
        subject: name,
        name: `${type} ${name}${year ? ` năm ${year}` : ''}`,
        from: match.index,
        to: issuer?.end ?? end,
        nested: false,
      },
    ];
  });
}

function squeeze(number: string): string {
  return number.replace(/\s/gu, '');
}

function capitalise(word: string): string {
  const known = DOCUMENT_TYPES.find((type) => type.toLowerCase() === word.toLowerCase());
  return known ?? word;
}
