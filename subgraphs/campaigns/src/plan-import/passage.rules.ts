/**
 * A stretch of the source that was put together from one or more printed lines, with a way back:
 * every character of `plain` knows where it stands in the unchanged source.
 */
export interface Passage {
  /** As printed, lines joined by one space, emphasis marks kept. */
  readonly text: string;
  /** As read: the same without emphasis marks. Rules match on this. */
  readonly plain: string;
  /** Source offset of every character of `plain`. */
  readonly offsets: readonly number[];
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One printed line without its outer white space. */
export interface Line extends Span {
  readonly text: string;
  /** An empty line stands between this line and the one before. */
  readonly blankBefore: boolean;
}

const LINE = /[^\r\n\u2028\u2029\f]+/gu;
const FURNITURE = /^(?:[-–—_=*.\s]{3,}|\d{1,3}|(?:Trang|Page)\s+\d+(?:\s*\/\s*\d+)?|-\s*\d{1,3}\s*-)$/iu;

/** Splits a text into printed lines; page numbers and ruled lines are layout and carry no words. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let last = 0;
  for (const match of source.matchAll(LINE)) {
    const raw = match[0];
    const text = raw.trim();
    if (text === '') continue;
    const start = match.index + raw.indexOf(text);
    const gap = source.slice(last, start);
    if (!FURNITURE.test(text)) {
      lines.push({ text, start, end: start + text.length, blankBefore: isBlankGap(gap) });
      last = start + text.length;
    }
  }
  return lines;
}

function isBlankGap(gap: string): boolean {
  return (gap.match(/\r\n|\r|\n|\f/gu)?.length ?? 0) > 1;
}

/** Joins slices of the source with one space each and remembers where every character came from. */
export function joinPassage(source: string, slices: readonly Span[]): Passage {
  const chars: string[] = [];
  const at: number[] = [];
  slices.forEach((slice, index) => {
    if (index > 0) push(chars, at, ' ', slice.start - 1);
    for (let i = slice.start; i < slice.end; i += 1) push(chars, at, source.charAt(i), i);
  });
  const text = chars.join('');
  const keep = withoutEmphasis(text);
  return {
    text,
    plain: keep.map((i) => chars[i]).join(''),
    offsets: keep.map((i) => at[i] ?? 0),
    start: slices[0]?.start ?? 0,
    end: slices[slices.length - 1]?.end ?? 0,
  };
}

function push(chars: string[], at: number[], char: string, offset: number): void {
  chars.push(char);
  at.push(offset);
}

/** Emphasis marks (* and **) are layout of the converted text, not words of the plan. */
function withoutEmphasis(text: string): number[] {
  const drop = new Set<number>();
  for (const run of text.matchAll(/\*{1,3}/gu)) {
    const before = text[run.index - 1] ?? ' ';
    const after = text[run.index + run[0].length] ?? ' ';
    const isolated = before === ' ' && after === ' ';
    if (isolated || (before === '(' && after === ')')) continue;
    for (let i = 0; i < run[0].length; i += 1) drop.add(run.index + i);
  }
  return Array.from({ length: text.length }, (_, i) => i).filter((i) => !drop.has(i));
}

/** The plain text of a line: what the eye reads. */
export function plainOf(text: string): string {
  return withoutEmphasis(text)
    .map((i) => text[i])
    .join('');
}

/** The place of a part of `plain` in the unchanged source. */
export function spanOf(passage: Passage, from: number, to: number): Span {
  const start = passage.offsets[from] ?? passage.start;
  const last = passage.offsets[Math.max(from, to - 1)] ?? passage.end - 1;
  return { start, end: last + 1 };
}

/** How many characters of the printed text its first `plainLength` read characters take up. */
export function printedLength(text: string, plainLength: number): number {
  return plainLength === 0 ? 0 : (withoutEmphasis(text)[plainLength - 1] ?? text.length - 1) + 1;
}
