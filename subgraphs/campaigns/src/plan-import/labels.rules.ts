import { plainOf } from './passage.rules.js';

/** Ways to number a part of a document; the tree follows the order in which they appear. */
export type LabelStyle = 'part' | 'chapter' | 'article' | 'roman' | 'upper' | `decimal${number}` | 'bracket' | 'letter';

export interface Label {
  readonly style: LabelStyle;
  /** As printed: "II.", "b)", "Điều 3." */
  readonly printed: string;
  /** Short form for ids: "II", "b", "D3". */
  readonly key: string;
  /** Position in its sequence, to notice gaps; null when it cannot be told. */
  readonly ordinal: number | null;
  /** Length of the printed label with the white space behind it, in the plain line. */
  readonly length: number;
}

const ORDINAL_WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám'];
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMAN_VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

export function romanValue(text: string): number {
  const values = Array.from(text, (char) => ROMAN_VALUE[char] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Omit<Label, 'length' | 'printed'> | null;
}

const RULES: readonly Rule[] = [
  { pattern: /^(?:PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?(\p{L}+|\d+)(?=[\s.:]|$)[.:]?\s*/u, read: (m) => wordLabel('part', 'P', m[1]) },
  { pattern: /^(?:CHƯƠNG|Chương)\s+([IVXLC]+|\d+)(?=[\s.:]|$)[.:]?\s*/u, read: (m) => wordLabel('chapter', 'C', m[1]) },
  { pattern: /^(?:MỤC|Mục)\s+([IVXLC]+|\d+)(?=[\s.:]|$)[.:]?\s*/u, read: (m) => wordLabel('chapter', 'M', m[1]) },
  { pattern: /^(?:ĐIỀU|Điều)\s+(\d+)\s*[.:]\s*/u, read: (m) => wordLabel('article', 'D', m[1]) },
  {
    pattern: /^([IVXL]+)\s*(?:[./)]|[-–](?=\s))\s*(?=\S|$)/u,
    read: (m) => ({ style: 'roman', key: m[1] ?? '', ordinal: romanValue(m[1] ?? '') }),
  },
  { pattern: /^([A-ZĐ])\s*[./)]\s+/u, read: (m) => letterLabel('upper', m[1]) },
  { pattern: /^(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=["“(]?[\p{Lu}\d])/u, read: (m) => decimalLabel(m[1]) },
  { pattern: /^(\d{1,2})\s*\)\s*/u, read: (m) => ({ style: 'bracket', key: m[1] ?? '', ordinal: Number(m[1]) }) },
  { pattern: /^(\d{1,2})\s*[./](?:\s+|(?=["“\p{Lu}]))/u, read: (m) => decimalLabel(m[1]) },
  { pattern: /^([a-zđ])\s*[).]\s+/u, read: (m) => letterLabel('letter', m[1]) },
  { pattern: /^([a-zđ])\)(?=\S)/u, read: (m) => letterLabel('letter', m[1]) },
];

function wordLabel(style: LabelStyle, prefix: string, word = ''): Omit<Label, 'length' | 'printed'> | null {
  const named = ORDINAL_WORDS.indexOf(word.toLowerCase()) + 1;
  const ordinal = named || (/^\d+$/u.test(word) ? Number(word) : /^[IVXLC]+$/u.test(word) ? romanValue(word) : 0);
  return ordinal === 0 && word.length !== 1 ? null : { style, key: `${prefix}${ordinal || word}`, ordinal: ordinal || null };
}

function letterLabel(style: 'upper' | 'letter', letter = ''): Omit<Label, 'length' | 'printed'> {
  const ordinal = LETTERS.indexOf(letter.toLowerCase()) + 1;
  return { style, key: letter, ordinal: ordinal || null };
}

function decimalLabel(digits = ''): Omit<Label, 'length' | 'printed'> {
  const parts = digits.split('.');
  return { style: `decimal${parts.length}`, key: parts.map(Number).join('.'), ordinal: Number(parts[parts.length - 1]) };
}

/** Reads the number a line begins with, if it begins with one. */
export function readLabel(line: string): Label | null {
  const plain = plainOf(line).replace(/^#{1,6}\s+/u, '');
  const skipped = plainOf(line).length - plain.length;
  for (const { pattern, read } of RULES) {
    const match = pattern.exec(plain);
    const label = match && read(match);
    if (match && label) return { ...label, printed: match[0].trim(), length: skipped + match[0].length };
  }
  return null;
}

export interface Bullet {
  readonly marker: string;
  readonly length: number;
}

const BULLET = /^(?:([-–—+•·●○▪■➢✓\uF0B7\uF02D])\s*(?=\S)|(\*)\s+)/u;

/** Reads the list mark a line begins with, if any ("-", "+", "•"). */
export function readBullet(line: string): Bullet | null {
  const match = BULLET.exec(line);
  if (!match || /^[-–+]\d/u.test(line)) return null;
  return { marker: match[1] ?? match[2] ?? '-', length: match[0].length };
}
