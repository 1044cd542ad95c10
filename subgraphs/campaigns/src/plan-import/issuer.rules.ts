import type { Header } from './header.rules.js';
import { isUpperCase } from './paragraphs.rules.js';

/** Kinds of bodies that issue plans; the name goes on until its sentence takes a verb. */
const BODY = String.raw`(?:Sở|Ban|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Văn phòng|Thanh tra|Chi cục|Cục|Trung tâm|Trường|Bệnh viện|Công an|Bộ Chỉ huy|Hội|Liên đoàn|Công đoàn|Đoàn|Phòng|Hội đồng|Công ty|Quỹ|Viện|Đài|Báo|Kho bạc|Bảo hiểm|Tỉnh đoàn|Đảng ủy|Khối)`;
const VERB = String.raw`(?:tiến hành|xây dựng|ban hành|phát động|tổ chức|triển khai|đề ra|kêu gọi|thông báo|hướng dẫn|lập|đưa ra|yêu cầu|đề nghị)`;
const LAUNCH = new RegExp(
  String.raw`(?:^|[.;,]\s+)(?:Giám đốc |Lãnh đạo |Chủ tịch |Trưởng |Thủ trưởng )?(${BODY}\s[^.;:]{2,90}?)\s+${VERB}\s`,
  'gu',
);
const IN_TITLE = new RegExp(String.raw`(?:của|tại)\s+(${BODY}\s+\p{Lu}[^“”"]{2,90})$`, 'u');
const IN_CLOSING = new RegExp(String.raw`của\s+(${BODY}\s+\p{Lu}[^“”".;]{2,90}?)(?:[,.;]|\.\/\.|$)`, 'u');

export interface Issuer {
  readonly issuer: string | null;
  readonly parentAuthority: string | null;
}

/** Who issues the plan: letterhead, then title, then the launching sentence, then the closing. */
export function readIssuer(header: Header, opening: readonly string[], closing: readonly string[], whole: string): Issuer {
  const letterhead = header.letterhead.filter((line) => line.length > 3);
  if (letterhead.length > 0) {
    const lastParent = letterhead.length > 1 ? letterhead.slice(0, -1).join(' ') : null;
    return {
      issuer: inRunningCase(letterhead[letterhead.length - 1] ?? '', whole),
      parentAuthority: lastParent && inRunningCase(lastParent, whole),
    };
  }
  const issuer = trimYear(IN_TITLE.exec(header.title)?.[1]) ?? launching(opening) ?? trimYear(IN_CLOSING.exec(closing.join(' '))?.[1]);
  return { issuer: issuer ?? null, parentAuthority: null };
}

function launching(opening: readonly string[]): string | null {
  const found = opening.flatMap((text) => [...text.matchAll(LAUNCH)].map((match) => match[1] ?? ''));
  return found.map((name) => name.replace(/^.*(?:,|;)\s+/u, '').trim()).find((name) => name.length > 4) ?? null;
}

function trimYear(name: string | undefined): string | null {
  return name?.replace(/\s+(?:trong\s+)?năm\s+\d{4}.*$/u, '').trim() ?? null;
}

/** A letterhead is in capitals; the same name in running text shows how it is written. */
function inRunningCase(name: string, whole: string): string {
  if (!isUpperCase(name)) return name;
  const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replace(/\s+/gu, String.raw`\s+`), 'giu');
  const written = [...whole.matchAll(pattern)].map((match) => match[0].replace(/\s+/gu, ' ')).find((text) => !isUpperCase(text));
  if (written) return written;
  const place = /\s(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|ĐẶC KHU)\s)/u.exec(name);
  return place
    ? `${inRunningCase(name.slice(0, place.index), whole)} ${titleCase(name.slice(place.index + 1)).replace(/^\p{L}/u, (first) => first.toLowerCase())}`
    : titleCase(name);
}

function titleCase(name: string): string {
  const lower = name.toLowerCase().replace(/^\p{L}/u, (first) => first.toUpperCase());
  return lower
    .replace(/^(sở|ban|chi cục|cục|bộ|phòng)\s+(\p{L})/iu, (_, body: string, first: string) => `${body} ${first.toUpperCase()}`)
    .replace(/^ubnd/iu, 'UBND')
    .replace(
      /(tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu)\s+(.+)$/iu,
      (_, level: string, place: string) => `${level} ${place.replace(/(^|\s)\p{L}/gu, (m) => m.toUpperCase())}`,
    );
}
