/** A stretch of the document that means something, with the number of its line in the extract. Offsets in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'law' | 'camp' | 'duty' | 'time' | 'gap';
  readonly ref: number;
}

export interface Segment {
  readonly text: string;
  readonly mark: Mark | null;
  /** True on the last segment of a mark: the reference number stands there once. */
  readonly closes: boolean;
}

export interface Paragraph {
  readonly start: number;
  readonly heading: boolean;
  readonly centred: boolean;
  readonly segments: readonly Segment[];
}

/** Longer marks first where two begin together; a mark inside another one is dropped, so that marks never overlap. */
export function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.filter((item) => item.end > item.start).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  }
  return kept;
}

function segmentsOf(text: string, from: number, to: number, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const mark of marks.filter((item) => item.end > from && item.start < to)) {
    const start = Math.max(mark.start, from);
    const end = Math.min(mark.end, to);
    if (start > at) segments.push({ text: text.slice(at, start), mark: null, closes: false });
    segments.push({ text: text.slice(start, end), mark, closes: end === mark.end });
    at = end;
  }
  if (at < to) segments.push({ text: text.slice(at, to), mark: null, closes: false });
  return segments;
}

const CENTRED = /^(KẾ HOẠCH|CHỈ THỊ|HƯỚNG DẪN|THÔNG BÁO|CỘNG H[ÒO]A|Độc lập)/u;

/**
 * The document in paragraphs, every character kept in its order: joining the segments and the line breaks gives the text back.
 * Headings are the starts of the sections, as read by the graph; lines of the title stand in the middle.
 */
export function paragraphsOf(text: string, marks: readonly Mark[], headingStarts: readonly number[] = [], title = ''): Paragraph[] {
  const clean = withoutOverlaps(marks);
  const headings = new Set(headingStarts);
  const bodyFrom = Math.min(text.length, ...headingStarts);
  const ofTitle = (line: string, at: number): boolean => at < bodyFrom && line.length > 3 && title.includes(line);
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    const indent = line.length - line.trimStart().length;
    if (line.trim() !== '') {
      paragraphs.push({
        start: from,
        heading: headings.has(from) || headings.has(from + indent),
        centred: CENTRED.test(line.trim()) || ofTitle(line.trim(), from),
        segments: segmentsOf(text, from, to, clean),
      });
    }
    from = to + 1;
  }
  return paragraphs;
}
