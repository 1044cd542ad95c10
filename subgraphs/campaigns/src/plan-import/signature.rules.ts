import { isUpperCase } from './paragraphs.rules.js';
import type { Line } from './passage.rules.js';
import { plainOf } from './passage.rules.js';

export interface Signature {
  /** Office of the person who signs: "PHÓ GIÁM ĐỐC". */
  readonly role: string | null;
  /** The office signed for, when another one signs: "GIÁM ĐỐC" behind "KT." */
  readonly onBehalfOf: string | null;
  /** How the signer is entitled: KT, TM, TL, TUQ, Q; null when in person. */
  readonly capacity: string | null;
  /** Empty until signed. */
  readonly name: string | null;
  readonly printed: readonly string[];
}

const CAPACITY = /^(KT|TM|TL|TUQ|T\/M|Q)\s*\.?\s+/u;
const OFFICE =
  /(?:^|\s)(?:PHÓ\s+)?(?:(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|(?:CHI )?CỤC TRƯỞNG|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|THỦ TRƯỞNG|TRƯỞNG KHỐI|TỔNG BIÊN TẬP)/u;
const NAME = /^(?:(?:TS|ThS|PGS|GS|BS|CKI|CKII|Ths|Bs)\.?\s*)*((?:\p{Lu}\p{Ll}+|\p{Lu}\.?)(?:\s+(?:\p{Lu}\p{Ll}*|\p{Lu}\.?)){1,5})$/u;

/** True for the line that opens a signature block: "KT. GIÁM ĐỐC", "CHỦ TỊCH". */
export function opensSignature(line: string): boolean {
  const text = plainOf(line).trim();
  return text.length < 60 && isUpperCase(text) && (OFFICE.test(text) || CAPACITY.test(text));
}

/** Reads office, capacity and name of the signer. */
export function readSignature(lines: readonly Line[]): Signature {
  const printed = lines.map((line) => plainOf(line.text).trim()).filter((text) => text !== '');
  const offices = printed.filter(isUpperCase).map((text) => text.replace(/\s+/gu, ' '));
  const capacity = CAPACITY.exec(offices[0] ?? '')?.[1] ?? null;
  const first = offices[0]?.replace(CAPACITY, '') ?? null;
  const second = offices.slice(1).find((text) => OFFICE.test(text)) ?? null;
  const name = printed.map((text) => NAME.exec(text)?.[1] ?? null).find((text) => text !== null) ?? null;
  const represents = capacity !== null && capacity !== 'Q';
  return {
    role: represents ? second : first,
    onBehalfOf: represents ? first : null,
    capacity,
    name,
    printed,
  };
}
