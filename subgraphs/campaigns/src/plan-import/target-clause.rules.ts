import { quotations } from './quotes.rules.js';
import { readQuantities } from './quantity.rules.js';
import type { TargetReading } from './targets.types.js';

export interface ClauseContext {
  /** Who the plan binds when the clause names nobody. */
  readonly issuer: string | null;
  /** The target this clause refines: "…, trong đó 20% …". */
  readonly outer: TargetReading | null;
}

const VERB =
  /\s(?=(?:đạt|được|hoàn thành|có|tham gia|thực hiện|thường xuyên|chấp hành|đăng ký|không|nghiên cứu|áp dụng|giải quyết|ứng dụng|xây dựng|sử dụng|đảm bảo|bảo đảm|gửi|nộp|ký|hài lòng)\s)/u;
const GRADE = /hoàn thành xuất sắc|hoàn thành tốt|hoàn thành(?= nhiệm vụ)/u;
const RATED =
  /^(.*?)\s*(?:được\s+)?(đánh giá,?\s*(?:và\s+)?xếp loại|đánh giá|xếp loại|đạt(?: loại| mức)?|)\s*(?<!không )((?:hoàn thành xuất sắc|hoàn thành tốt|hoàn thành) nhiệm vụ)(\s+trở lên)?/u;
const RANK = /(?:giữ vững|giữ nguyên|duy trì)\s+(?:và\s+\p{L}+\s+)?((?:xếp hạng|thứ hạng|vị trí|hạng)\s*(?:về\s+)?)(.*)$/iu;
const RANK_UP = /(?:nâng|cải thiện|tăng)\s+(?:\p{L}+\s+)?((?:xếp hạng|thứ hạng|vị trí|hạng|bậc)\s*)(.*)$/iu;
const SHARE_UP = /(?:nâng cao|nâng|tăng|gia tăng)\s+(tỷ lệ[^;.]*?)(?:\s+cho\s+(.*))?$/iu;
const REFERENCE =
  /theo\s+((?:Kế hoạch|Chương trình|Quyết định|Nghị quyết|Công văn|Chỉ thị)\s[^;,.)]*)|(?:chỉ tiêu|nhiệm vụ)[^;.]*?(được\s+\p{Lu}[^,;.]{2,40}\s+giao)/u;
const RECOGNISED =
  /^(.*?)\s*(?:được\s+)?(đạt chuẩn|công nhận(?: đạt chuẩn| danh hiệu| là)?|xếp loại|đạt danh hiệu|đạt)\s+["“]?((?:an toàn|\p{Lu}|cơ quan)[^"”;]*?)["”]?$/u;

const RECOGNISED_QUOTED =
  /^(.*?)\s*(?:được\s+)?(đạt chuẩn|công nhận(?: đạt chuẩn| danh hiệu| là)?|xếp loại|đạt danh hiệu|đạt)\s+(?:danh hiệu\s+)?["“]/u;

/** Reads one clause of a target; always at least one reading, qualitative when nothing can be measured. */
export function readClause(text: string, context: ClauseContext): TargetReading[] {
  return (
    readQuantitative(text, context) ??
    readRank(text, context) ??
    readShare(text) ??
    readRecognition(text, context) ??
    readRated(text, context) ?? [readProse(text, context)]
  );
}

function readQuantitative(text: string, { outer }: ClauseContext): TargetReading[] | null {
  const quantity = readQuantities(text)[0];
  if (!quantity) return null;
  const behind = text.slice(quantity.to).trim();
  const verbAt = /^(?:đạt|được|có)\s/u.test(behind) ? 0 : (VERB.exec(` ${behind}`)?.index ?? behind.length);
  const { counted } = quantity;
  const noun = behind.slice(0, verbAt).trim();
  const subject = (counted ? [counted, noun] : [noun]).filter((part) => part !== '').join(' ') || (outer ? outerSubject(outer) : null);
  const predicate = behind.slice(verbAt).trim();
  const quotedTitle = /danh hiệu|công nhận|tặng|đạt\s+["“]/u.test(predicate) ? quotations(predicate)[0]?.content : undefined;
  const title =
    quotedTitle ??
    /tặng (?:thưởng )?((?:Cờ thi đua|Bằng khen|Giấy khen)[^,;.]*?)(?:\s+trở lên)?$/u.exec(predicate)?.[1] ??
    /danh hiệu\s+(\p{Lu}[^,;.]*?)(?:\s+trở lên)?$/u.exec(predicate)?.[1];
  const leadingZero = /^0\d/u.test(quantity.valueAsPrinted) ? { valueAsPrinted: quantity.valueAsPrinted } : {};
  const of = quantity.unit === '%' || quantity.unit === 'phần' ? { of: subject ?? 'tổng số' } : {};
  return [
    {
      text,
      subject,
      measure: measureOf(predicate, title, text.slice(0, quantity.from)),
      comparator: quantity.comparator,
      value: quantity.value,
      unit: quantity.unit,
      ...of,
      ...(title ? { awardTitle: title } : {}),
      collectiveOrIndividual: whose(subject ?? text),
      kind: 'quantitative',
      ...(/["”\s]trở lên[.;\s]*$/u.test(behind) && title ? { orHigher: true as const } : {}),
      ...leadingZero,
    },
  ];
}

function outerSubject(outer: TargetReading): string {
  return `${outer.subject ?? ''}${outer.awardTitle ? ` đạt danh hiệu ${outer.awardTitle}` : ''}`.trim();
}

function measureOf(predicate: string, title: string | undefined, before: string): string | null {
  if (title && predicate.includes('danh hiệu')) return 'đạt danh hiệu';
  return predicate.replace(/[.;\s]+$/u, '') || before.trim() || null;
}

function readRank(text: string, { issuer }: ClauseContext): TargetReading[] | null {
  const kept = RANK.exec(text);
  const raised = kept ? null : RANK_UP.exec(text);
  const match = kept ?? raised;
  if (!match) return null;
  const names = (match[2] ?? '').split(/\s+và\s+/u);
  const common = /^(?:các\s+)?chỉ số\s/u.exec(match[2] ?? '')?.[0] ?? '';
  return names.map((name, i) => ({
    text,
    subject: issuer,
    measure: `${match[1] ?? ''}${i > 0 && !name.startsWith('chỉ số') ? common : ''}${name}`.replace(/\s+/gu, ' ').trim(),
    comparator: kept ? ('no-worse-than-previous' as const) : ('increase' as const),
    value: null,
    unit: 'hạng',
    collectiveOrIndividual: 'collective' as const,
    kind: 'ordinal' as const,
    ...(names.length > 1 ? { split: `${i + 1}/${names.length}` } : {}),
  }));
}

function readShare(text: string): TargetReading[] | null {
  const match = SHARE_UP.exec(text);
  if (!match) return null;
  return [
    {
      text,
      subject: match[2] ?? null,
      measure: match[1]?.trim() ?? null,
      comparator: 'increase',
      value: null,
      unit: '%',
      collectiveOrIndividual: 'both',
      kind: 'qualitative',
    },
  ];
}

function readRated(text: string, { issuer }: ClauseContext): TargetReading[] | null {
  const match = RATED.exec(text);
  const subject = match?.[1]?.replace(/^.*?phấn đấu(?:\s+xây dựng)?\s+/u, '').trim() ?? '';
  if (!match || (subject === '' && !match[2])) return null;
  const orHigher = match[4] !== undefined;
  return [
    {
      text,
      subject: subject || issuer,
      measure: match[2] || 'xếp loại',
      comparator: orHigher ? '>=' : '=',
      value: match[3] ?? null,
      unit: 'xếp loại',
      collectiveOrIndividual: whose(subject),
      kind: 'ordinal',
      ...(orHigher ? { orHigher: true as const } : {}),
    },
  ];
}

/** A named recognition by an outside body: "đạt chuẩn an toàn về an ninh, trật tự". */
function readRecognition(text: string, { issuer }: ClauseContext): TargetReading[] | null {
  const names = quotations(text).map((quoted) => quoted.content);
  const match = (names.length > 0 ? RECOGNISED_QUOTED : RECOGNISED).exec(text.replace(/[.;]+$/u, ''));
  if (!match) return null;
  const titles = names.length > 0 ? names : [(match[3] ?? '').replace(/\s+(?:trong\s+)?năm\s+\d{4}$/u, '')];
  return titles.map((title) => ({
    text,
    subject: match[1]?.trim() || issuer,
    measure: (match[2] ?? '').replace(/ danh hiệu$| là$/u, ''),
    comparator: '=' as const,
    value: true,
    unit: 'công nhận',
    awardTitle: title,
    collectiveOrIndividual: 'collective' as const,
    kind: 'recognition' as const,
  }));
}

/** Prose: what is bound to another document is marked so; grades give the lowest acceptable one. */
function readProse(text: string, { issuer }: ClauseContext): TargetReading {
  const reference = REFERENCE.exec(text);
  const grades = [...text.matchAll(new RegExp(GRADE, 'gu'))].map((match) => match[0]);
  const grade = /hoàn thành vượt mức/u.test(text) ? null : (grades.find((word) => word === 'hoàn thành tốt') ?? grades[0] ?? null);
  const measure =
    /hoàn thành vượt mức\s+(?:các (?=nhiệm vụ))?(.*?)(?:\s+đảm bảo.*)?$/u.exec(text)?.[1] ??
    /^thực hiện tốt \p{L}+ \p{L}+/iu.exec(text)?.[0] ??
    null;
  const open = grades.length > 1 || /hoàn thành vượt mức/u.test(text);
  return {
    text,
    subject: issuer,
    measure: grade ? 'mức độ hoàn thành nhiệm vụ' : measure,
    comparator: open ? '>=' : '=',
    value: grade,
    unit: grade ? 'xếp loại' : null,
    collectiveOrIndividual: 'both',
    kind: reference ? 'byReference' : 'qualitative',
    ...(reference ? { reference: (reference[1] ?? reference[2] ?? '').trim() } : {}),
  };
}

function whose(words: string): 'collective' | 'individual' | 'both' {
  const people = /công chức|viên chức|người lao động|cá nhân|cán bộ|đảng viên|CCVC|NL[ĐD]/u.test(words);
  const bodies = /tập thể|đơn vị|phòng|Sở|cơ quan|Đảng bộ|Chi bộ|tổ chức|Công đoàn|Chi đoàn/u.test(
    words.replace(/\s(?:trong|thuộc|của)\s.*$/u, ''),
  );
  return people === bodies ? 'both' : people ? 'individual' : 'collective';
}
