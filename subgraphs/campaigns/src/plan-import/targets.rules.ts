import { spanOf } from './passage.rules.js';
import { readQuantities } from './quantity.rules.js';
import { sentences, splitOutside } from './quotes.rules.js';
import type { Piece } from './quotes.rules.js';
import type { Paragraph, Section } from './sections.rules.js';
import { readClause } from './target-clause.rules.js';
import type { PlanTarget, TargetReading } from './targets.types.js';

const CLAUSE_END = /;|,?\s*\.\.\.|,?\s+(?=trong đó,?\s)|\s+và\s+(?=được (?:xếp loại|công nhận|đánh giá)\s)/gu;
/** An aim in prose: striving for a result … */
const STRIVING =
  /(?:(?<!phong trào )(?<!phát động )[Tt]hi đua(?: phấn đấu)?|[Pp]hấn đấu|^[Tt]hực hiện thắng lợi|^chỉ tiêu)(?:\s+(?:để\s+)?(?:hoàn thành|thực hiện thắng lợi)|(?<=lợi|chỉ tiêu)(?=[\s,]))/u;
/** … that is written down somewhere. */
const MEASURABLE = /chỉ tiêu|theo (?:Kế hoạch|Chương trình|chương trình)|kế hoạch công tác/u;
const TAIL = /,\s+(?:góp phần|đảm bảo|bảo đảm|trọng tâm là|tạo|làm)\s.*$|,?\s+trọng tâm là:?$/u;
const BODY_RATED =
  /(?:tổ chức Đảng|Đảng bộ|Chi bộ|Công đoàn|Chi đoàn|Đoàn [Tt]hanh niên|đoàn thể|[Cc]ơ quan|Sở)[^;,.]{0,40}?(?:hoàn thành (?:xuất sắc |tốt )?nhiệm vụ|được công nhận|đạt chuẩn)/u;

type SectionRole = 'targets' | 'mixed' | 'purpose' | 'assignments' | 'other';

/** What a part is for, by its own heading and those above it. */
export function sectionRole(section: Section | null): SectionRole {
  for (let at = section; at; at = at.parent) {
    const heading = (at.heading ?? '').toLowerCase();
    if (/chỉ tiêu/u.test(heading)) return /nội dung/u.test(heading) ? 'mixed' : 'targets';
    if (isAssignmentHeading(heading)) return 'assignments';
    if (/mục đích|yêu cầu/u.test(heading)) return 'purpose';
    if (/mục tiêu/u.test(heading)) return 'mixed';
  }
  return 'other';
}

export function isAssignmentHeading(heading: string): boolean {
  const text = heading.toLowerCase();
  return (
    /tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm (?:thực hiện|thi hành|của)|điều khoản thi hành/u.test(text) &&
    !/giải pháp|nội dung/u.test(text)
  );
}

/** All targets of a plan: every clause below a "Chỉ tiêu" heading, every percentage, and aims in prose when no heading is there. */
export function readTargets(paragraphs: readonly Paragraph[], body: string | null, staff: string | null): PlanTarget[] {
  const issuer = body?.replace(/\s+(?:tỉnh|thành phố)\s+\p{Lu}.*$/u, '') ?? null;
  const headed = paragraphs.some((paragraph) => sectionRole(paragraph.section) === 'targets');
  return paragraphs.flatMap((paragraph) => {
    const role = sectionRole(paragraph.section);
    if (role === 'targets') return headedTargets(paragraph, issuer);
    if (role === 'assignments') return [];
    return proseTargets(paragraph, role, staff ?? issuer, !headed);
  });
}

function headedTargets(paragraph: Paragraph, issuer: string | null): PlanTarget[] {
  const text = paragraph.passage.plain;
  if (/:\s*$/u.test(text)) return [];
  const pieces = sentences(text).flatMap((sentence) => clausesOf(text, sentence));
  return readPieces(paragraph, pieces, issuer);
}

function clausesOf(text: string, sentence: Piece): Piece[] {
  return splitOutside(text.slice(sentence.from, sentence.to), CLAUSE_END)
    .map((piece) => {
      const words = piece.text.replace(/[.,;]+$/u, '').trim();
      return { text: words, from: piece.from + sentence.from, to: piece.from + sentence.from + words.length };
    })
    .filter((piece) => /\p{L}/u.test(piece.text));
}

/** Clauses of one paragraph; "trong đó" refines the clause before it, both then carry a key. */
function readPieces(paragraph: Paragraph, pieces: readonly Piece[], issuer: string | null): PlanTarget[] {
  const targets: PlanTarget[] = [];
  let outer: { reading: TargetReading; index: number } | null = null;
  for (const piece of pieces) {
    const nested = piece.text.startsWith('trong đó') && outer !== null;
    const readings = readClause(piece.text, { issuer, outer: nested ? (outer?.reading ?? null) : null });
    if (nested && outer) refine(targets, outer.index, keyBase(paragraph));
    const letter = String.fromCharCode(97 + targets.length - (outer?.index ?? 0));
    for (const reading of readings) {
      const link: Partial<PlanTarget> = nested ? { of: `${keyBase(paragraph)}a`, key: `${keyBase(paragraph)}${letter}` } : {};
      if (!nested) outer = { reading, index: targets.length };
      targets.push({
        ...sameSubject(reading, targets[0], issuer),
        ...link,
        section: paragraph.id,
        ...spanOf(paragraph.passage, piece.from, piece.to),
      });
    }
  }
  return targets;
}

/** A later clause that names nobody speaks of the body the first clause names. */
function sameSubject(reading: TargetReading, first: PlanTarget | undefined, issuer: string | null): TargetReading {
  if (!first || reading.kind === 'quantitative' || reading.subject !== issuer || first.collectiveOrIndividual !== 'collective')
    return reading;
  return { ...reading, subject: first.subject, collectiveOrIndividual: 'collective' };
}

function refine(targets: PlanTarget[], index: number, base: string): void {
  const target = targets[index];
  if (target && !target.key) targets[index] = { ...target, key: `${base}a` };
}

function keyBase(paragraph: Paragraph): string {
  return `T${/(\d+)$/u.exec(paragraph.id)?.[1] ?? ''}`;
}

function proseTargets(paragraph: Paragraph, role: SectionRole, issuer: string | null, aims: boolean): PlanTarget[] {
  const text = paragraph.passage.plain;
  return sentences(text).flatMap((sentence) => {
    const clauses = splitOutside(text.slice(sentence.from, sentence.to), /;/gu).map((piece) => shift(piece, sentence.from));
    const striving = /phấn đấu/iu.test(sentence.text);
    return clauses.flatMap((clause) => readPieces(paragraph, piecesOfProse(clause, { striving, role, aims, whole: sentence }), issuer));
  });
}

interface ProseContext {
  readonly striving: boolean;
  readonly role: SectionRole;
  readonly aims: boolean;
  readonly whole: Piece;
}

function piecesOfProse(clause: Piece, { striving, role, aims }: ProseContext): Piece[] {
  if (hasQuantity(clause.text, striving))
    return clausesOf(clause.text, { text: clause.text, from: 0, to: clause.text.length }).map((piece) => shift(piece, clause.from));
  if (!aims) return [];
  if (role !== 'purpose' && striving && BODY_RATED.test(clause.text)) return ratedBodies(clause);
  if (/(?:nâng cao|tăng) tỷ lệ/iu.test(clause.text)) return [cut(clause, 0)];
  if (role === 'mixed' && role !== undefined && /^(?:Thực hiện thắng lợi|chỉ tiêu)[^.]*\sgiao\s/u.test(clause.text))
    return [cut(clause, 0)];
  const aim = STRIVING.exec(clause.text);
  if (!aim || !MEASURABLE.test(clause.text.slice(aim.index))) return [];
  return [cut(clause, aim.index <= 12 ? 0 : aim.index)];
}

/** Percentages count anywhere in the body; bare counts only where the sentence strives for them. */
function hasQuantity(text: string, striving: boolean): boolean {
  return readQuantities(text).some(
    (quantity) => quantity.unit === '%' || (quantity.explicit && quantity.from < 60) || (striving && quantity.from < 80),
  );
}

/** "Công đoàn hoàn thành …, Chi đoàn hoàn thành …" are two targets of two bodies. */
function ratedBodies(clause: Piece): Piece[] {
  return splitOutside(clause.text, /,\s+(?=(?:tổ chức Đảng|Đảng bộ|Chi bộ|Công đoàn|Chi đoàn|Đoàn|Sở|cơ quan)[^,;]*hoàn thành)/gu).map(
    (piece) => cut(shift(piece, clause.from), 0),
  );
}

function shift(piece: Piece, by: number): Piece {
  return { text: piece.text, from: piece.from + by, to: piece.to + by };
}

function cut(piece: Piece, from: number): Piece {
  const text = piece.text
    .slice(from)
    .replace(TAIL, '')
    .replace(/[.,;:]+$/u, '')
    .trim();
  return { text, from: piece.from + from, to: piece.from + from + text.length };
}
