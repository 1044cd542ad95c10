import { readBullet, readLabel } from './labels.rules.js';
import { afterNumber, readNumber } from './number.rules.js';
import type { DocumentNumber } from './number.rules.js';
import { isEnded, isUpperCase } from './paragraphs.rules.js';
import { plainOf } from './passage.rules.js';
import type { Line } from './passage.rules.js';
import { readPlaceDate } from './place-date.rules.js';
import type { PlaceDate } from './place-date.rules.js';

export interface Header {
  /** Lines of the letterhead above the number: parent authority, issuing body. */
  readonly letterhead: readonly string[];
  readonly number: DocumentNumber | null;
  readonly placeDate: PlaceDate | null;
  readonly documentType: string | null;
  readonly title: string;
  readonly titleLines: readonly Line[];
  readonly printed: readonly string[];
  readonly addressees: readonly string[];
  /** Index of the first line behind the header. */
  readonly bodyFrom: number;
}

const TYPE = new RegExp(
  `^(${['KẾ HOẠCH', 'CHỈ THỊ', 'QUYẾT ĐỊNH', 'HƯỚNG DẪN', 'THÔNG BÁO', 'CHƯƠNG TRÌNH', 'ĐỀ ÁN', 'QUY CHẾ', 'QUY ĐỊNH', 'NGHỊ QUYẾT', 'KẾT LUẬN', 'BÁO CÁO', 'TỜ TRÌNH', 'PHƯƠNG ÁN', 'CÔNG VĂN', 'GIAO ƯỚC'].join('|')})(?![\\p{L}])\\s*:?\\s*(.*)$`,
  'u',
);
const MOTTO =
  /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/gu;
/** A sentence that names what the plan rests on, or launches it: the title is over. */
const OPENING =
  /^(?:Căn cứ|Thực hiện|Theo|Xét|Triển khai(?: thực hiện)?|Quán triệt|Chấp hành|Để|Nhằm|Phát huy|Tiếp tục)\s.*(?:số\s*:?\s*\d|như sau|Luật\s)|^Căn cứ\s|^Kính gửi/u;
const HEADER_LIMIT = 40;

/** Reads everything above the first sentence of the plan (R-059 … R-065). */
export function readHeader(lines: readonly Line[]): Header {
  const plain = lines.slice(0, HEADER_LIMIT).map((line) => plainOf(line.text).replace(/^#+\s*/u, ''));
  const typeAt = plain.findIndex((text) => TYPE.test(text) && !readNumber(text));
  const upTo = typeAt >= 0 ? typeAt : plain.findIndex((text) => readPlaceDate(text) !== null) + 1;
  const head = plain.slice(0, Math.max(upTo, 0));
  const numberAt = head.findIndex((text) => readNumber(text) !== null);
  const title = readTitle(lines, plain, Math.max(upTo, 0));
  const addressees = readAddressees(lines, title.next);
  return {
    letterhead: readLetterhead(numberAt >= 0 ? head.slice(0, numberAt) : head),
    number: numberAt >= 0 ? readNumber(head[numberAt] ?? '') : null,
    placeDate: firstPlaceDate(head),
    documentType: typeAt >= 0 ? (TYPE.exec(plain[typeAt] ?? '')?.[1] ?? null) : null,
    title: title.text,
    titleLines: title.lines,
    printed: plain.slice(Math.max(numberAt, 0), title.next),
    addressees: addressees.names,
    bodyFrom: addressees.next,
  };
}

function firstPlaceDate(head: readonly string[]): PlaceDate | null {
  for (const text of head) {
    const found = readPlaceDate(afterNumber(text)) ?? readPlaceDate(text);
    if (found) return found;
  }
  return null;
}

function readLetterhead(head: readonly string[]): string[] {
  return head
    .map((text) =>
      text
        .replace(MOTTO, '')
        .replace(/\s{2,}/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '' && isUpperCase(text))
    .reduce<string[]>(joinPlace, []);
}

/** "XÃ TÂN HƯNG" on a line of its own ends the name above it. */
function joinPlace(lines: string[], line: string): string[] {
  const above = lines.at(-1);
  if (!above || !/^(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s/u.test(line)) return [...lines, line];
  return [...lines.slice(0, -1), `${above} ${line}`];
}

interface Title {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly next: number;
}

/** A title may run over several lines and pages of layout; its text is stored once. */
function readTitle(lines: readonly Line[], plain: readonly string[], typeAt: number): Title {
  const sameLine = TYPE.exec(plain[typeAt] ?? '')?.[2] ?? '';
  const taken: Line[] = [];
  let next = TYPE.test(plain[typeAt] ?? '') ? typeAt + 1 : typeAt;
  while (next < lines.length) {
    const line = lines[next];
    if (!line || !titleGoesOn(plainOf(line.text), line, taken, sameLine)) break;
    taken.push(line);
    next += 1;
  }
  const parts = [sameLine, ...taken.map((line) => plainOf(line.text))].map((part) => part.trim()).filter((part) => part !== '');
  const typeLine = sameLine === '' ? [] : lines.slice(typeAt, typeAt + 1);
  return { text: parts.join(' ').replace(/\s+/gu, ' '), lines: [...typeLine, ...taken], next };
}

function titleGoesOn(text: string, line: Line, taken: readonly Line[], sameLine: string): boolean {
  if (OPENING.test(text) || readLabel(text) || readBullet(text)) return false;
  const begun = taken.length > 0 || sameLine !== '';
  if (!begun) return true;
  const before = plainOf(taken[taken.length - 1]?.text ?? sameLine);
  if (isEnded(before) || isEnded(text)) return false;
  return !line.blankBefore || /^[“"(]?\p{Ll}/u.test(text);
}

/** "Kính gửi:" names the addressees that "Như trên" points to. */
function readAddressees(lines: readonly Line[], from: number): { names: string[]; next: number } {
  const first = plainOf(lines[from]?.text ?? '');
  const match = /^Kính gửi\s*:?\s*(.*)$/u.exec(first);
  if (!match) return { names: [], next: from };
  const names = match[1] ? [trimEnd(match[1])] : [];
  let next = from + 1;
  while (next < lines.length && readBullet(plainOf(lines[next]?.text ?? ''))) {
    const text = plainOf(lines[next]?.text ?? '');
    names.push(trimEnd(text.slice(readBullet(text)?.length ?? 0)));
    next += 1;
  }
  return { names, next };
}

function trimEnd(text: string): string {
  return text.replace(/[;.,\s]+$/u, '').trim();
}
