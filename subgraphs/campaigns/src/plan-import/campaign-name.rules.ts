import { KNOWN_CAMPAIGNS } from './known-campaigns.data.js';
import type { KnownCampaign } from './known-campaigns.data.js';

/** One campaign under different spellings has one key: case, dashes, quotation marks and the words around it fall away. */
export function campaignKey(name: string): string {
  const bare = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”"«»*]/gu, '')
    .replace(/\s*[-–—]\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/thực hiện thắng nhiệm vụ/u, 'thực hiện thắng lợi nhiệm vụ');
  return bare
    .replace(/^(?:hưởng ứng |các )?(?:phong trào(?: thi đua)?|cuộc vận động)\s+(?!thi đua yêu nước)/u, '')
    .replace(/^đẩy mạnh (?=học tập và làm theo)/u, '')
    .replace(/[.,;:\s]+$/u, '')
    .trim();
}

/** The standing campaign a name is a form of, if any. */
export function knownCampaign(name: string): KnownCampaign | null {
  return KNOWN_CAMPAIGNS.find((known) => known.core.test(name)) ?? null;
}

/** True when the name is the national campaign itself, not a province's form of it. */
export function isNationalForm(name: string, known: KnownCampaign): boolean {
  const key = campaignKey(name);
  const national = campaignKey(known.name);
  return key === national || national.includes(key) || known.core.exec(key)?.[0] === key;
}

export type InitiatorWord = 'central' | 'ministry' | 'province' | 'bloc' | 'department' | 'unit' | 'union' | 'unknown';

const LEVELS: readonly (readonly [InitiatorWord, RegExp])[] = [
  ['central', /Trung ương|Thủ tướng|Chính phủ|Bộ Chính trị|Ban Bí thư|toàn quốc|cả nước|Mặt trận/iu],
  ['ministry', /(?<!\p{L})Bộ (?!Chính trị)\p{Lu}/u],
  ['province', /tỉnh|thành phố|UBND|HĐND|địa phương/iu],
  ['bloc', /Khối|Cụm/u],
  ['department', /(?<!\p{L})Sở(?!\p{L})|ngành|cơ quan/u],
  ['union', /Công đoàn/u],
  ['unit', /phòng|đơn vị/u],
];

/** Levels named in words such as "do Trung ương, tỉnh phát động"; several are joined by "+". */
export function initiatorLevel(words: string): string {
  const levels = LEVELS.filter(([, pattern]) => pattern.test(words)).map(([level]) => level);
  return levels.join('+') || 'unknown';
}
