import { readBullet, readLabel } from './labels.rules.js';
import type { Line } from './passage.rules.js';
import { plainOf } from './passage.rules.js';

/** Printed lines that belong to one paragraph. */
export interface Block {
  readonly lines: readonly Line[];
  readonly first: string;
}

const ENDED = /(?:[.;:!?…]|\.\/\.)["”’)\]*]*$/u;
const OPEN_END = /(?:,|\s(?:và|của|về|các|cho|với|trong|theo|để|do|tại))$/u;

/** True when the line closes its sentence, so that the next line cannot continue it. */
export function isEnded(text: string): boolean {
  return ENDED.test(text.trim());
}

export function isUpperCase(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** The width at which the source wraps its lines; very large when one line is one paragraph. */
export function wrapWidth(lines: readonly Line[]): number {
  const sorted = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}

/**
 * Whether a line goes on with the sentence of the line before. Converted texts break sentences at page ends
 * (an empty line in mid-sentence, R-083) and at the right margin.
 */
export function continues(before: Line, line: Line, width: number): boolean {
  const text = plainOf(line.text);
  if (readLabel(line.text) || readBullet(line.text)) return false;
  const previous = plainOf(before.text);
  if (isEnded(previous)) return false;
  const lowerStart = /^["“(]?[\p{Ll},;)]/u.test(text);
  if (line.blankBefore) return lowerStart || (OPEN_END.test(previous) && !isUpperCase(text));
  if (lowerStart || OPEN_END.test(previous)) return true;
  return isUpperCase(previous) === isUpperCase(text) && previous.length >= width * 0.7;
}

/** Puts printed lines together to paragraphs. */
export function groupParagraphs(lines: readonly Line[]): Block[] {
  const width = wrapWidth(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && continues(before, line, width)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ lines: group, first: group[0]?.text ?? '' }));
}
