/** Finding the end of what a writer quotes, also when the quotation quotes. */

export interface Quoted {
  readonly content: string;
  /** Index of the first character inside the marks. */
  readonly from: number;
  /** Index just behind the closing mark. */
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‘': '’' };

/** Reads the quotation that opens at `index`; null when no mark opens there or none closes it. */
export function quotedAt(text: string, index: number): Quoted | null {
  const open = text.charAt(index);
  const close = open === '"' ? closingStraight(text, index) : closingPaired(text, index, open);
  if (close < 0) return null;
  return { content: text.slice(index + 1, close).trim(), from: index + 1, end: close + 1 };
}

function closingStraight(text: string, index: number): number {
  return text.indexOf('"', index + 1);
}

function closingPaired(text: string, index: number, open: string): number {
  const close = CLOSING[open];
  if (close === undefined) return -1;
  let depth = 0;
  for (let i = index; i < text.length; i += 1) {
    if (text[i] === open) depth += 1;
    else if (text[i] === close && --depth === 0) return i;
  }
  // A mark was forgotten: the first closing mark is the best reading.
  return text.indexOf(close, index + 1);
}

/** All outer quotations of a text, in order. */
export function quotations(text: string): Quoted[] {
  const found: Quoted[] = [];
  let index = 0;
  while (index < text.length) {
    const quoted = /["“«]/u.test(text.charAt(index)) ? quotedAt(text, index) : null;
    if (quoted) found.push(quoted);
    index = quoted ? quoted.end : index + 1;
  }
  return found;
}

/**
 * Depth of nesting in quotation marks and brackets before every character;
 * separators only count where the depth is 0.
 */
export function depths(text: string): number[] {
  const result = Array.from({ length: text.length }, () => 0);
  for (const quoted of quotations(text)) result.fill(1, quoted.from, quoted.end - 1);
  let brackets = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') brackets += 1;
    if (text[i] === ')' && brackets > 0) brackets -= 1;
    result[i] = (result[i] ?? 0) + brackets;
  }
  return result;
}

export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Cuts at every match of `separator` that stands outside quotation marks and brackets. */
export function splitOutside(text: string, separator: RegExp): Piece[] {
  const depth = depths(text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    if ((depth[match.index] ?? 0) > 0) continue;
    pieces.push(trimPiece(text, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(trimPiece(text, from, text.length));
  return pieces.filter((piece) => piece.text !== '');
}

function trimPiece(text: string, from: number, to: number): Piece {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  const start = from + (trimmed === '' ? 0 : raw.indexOf(trimmed));
  return { text: trimmed, from: start, to: start + trimmed.length };
}

/** Sentences end with a full stop before a capital letter, outside quotations. */
export function sentences(text: string): Piece[] {
  return splitOutside(text, /(?<=[^\d\s.]{2}|\d{2,4}|[”"’)])\.(?=\s+["“]?[\p{Lu}\d])/gu);
}
