/** A printed name reduced to what tells bodies apart: case, dashes, abbreviations and terms of office fall away. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân'],
  [/(?<!\p{L})uỷ ban/gu, 'ủy ban'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/(?<!\p{L})hđtđ\s*-?\s*kt(?!\p{L})/gu, 'hội đồng thi đua khen thưởng'],
  [/tỉnh uỷ/gu, 'tỉnh ủy'],
  [/kh&cn/gu, 'khoa học và công nghệ'],
];
const TERMS = /\s*\(?khóa\s+[ivxlc\d]+\)?|\s*\(?nhiệm kỳ [\d\s–-]+\)?|\s+lần thứ\s+[ivxlc\d]+/gu;
const PLACE = /\s+(tỉnh|thành phố|tp\.?)\s+(.+)$/u;

/** Name without its province, and the province when the name prints it ("UBND tỉnh Tây Ninh"). */
export function bodyKey(printed: string): { name: string; place: string | null } {
  const lower = printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*[-–—,]\s*/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const bare = SHORT.reduce((text, [pattern, full]) => text.replace(pattern, full), lower)
    .replace(TERMS, '')
    .replace(/^hội nghị (?=tỉnh ủy)/u, '')
    .trim();
  const place = PLACE.exec(bare) ?? /^(tỉnh ủy|ban thường vụ tỉnh ủy)\s+(.+)$/u.exec(bare);
  if (!place?.[2]) return { name: bare.replace(/\s+(?:tỉnh|thành phố)$/u, ''), place: null };
  const name = /^(?:tỉnh ủy|ban thường vụ)/u.test(bare) && !PLACE.test(bare) ? (place[1] ?? '') : bare.slice(0, place.index);
  return { name: name.trim(), place: place[2].trim() };
}

/**
 * Issuer of a legal document as part of its identity: the committee and its chair count as one, and a body of
 * the province is told apart by the province of the plan that cites it.
 */
export function issuerKey(printed: string | null, number: string | null, planPlace: string | null): string {
  const symbol = /[-/]([\p{L}\d]+)$/u.exec(number ?? '')?.[1] ?? '';
  if (printed === null) return /^qh\d*$/iu.test(symbol) || number === null ? 'quốc hội' : `${symbol.toLowerCase()}:${planPlace ?? ''}`;
  const { name, place } = bodyKey(printed);
  const body = name.replace(/^chủ tịch (?=ủy ban)/u, '').replace(/^bộ trưởng (?=bộ)/u, '');
  return `${body}:${isCentral(body) ? '' : (place ?? planPlace ?? '')}`;
}

export function isCentral(name: string): boolean {
  return /^(?:quốc hội|chính phủ|thủ tướng|bộ |ban chấp hành trung ương|ban bí thư|trung ương|ủy ban thường vụ quốc hội|chủ tịch nước)|trung ương$/u.test(
    name,
  );
}

export function placeKey(place: string | null): string {
  return (place ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:tỉnh|thành phố|tp\.?)\s+/u, '')
    .trim();
}
