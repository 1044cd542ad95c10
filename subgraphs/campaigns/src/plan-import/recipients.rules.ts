import { readBullet } from './labels.rules.js';
import type { Line } from './passage.rules.js';
import { plainOf } from './passage.rules.js';

export type RecipientKind =
  | 'as-above'
  | 'archive'
  | 'publish'
  | 'leadership'
  | 'party'
  | 'mass-organisation'
  | 'council'
  | 'ministry'
  | 'superior'
  | 'district-group'
  | 'commune-group'
  | 'department-group'
  | 'unit-group'
  | 'other';

export interface RecipientLine {
  readonly text: string;
  readonly printed: string;
  readonly kind: RecipientKind;
  /** The bodies the line reaches; a group is described in words. */
  readonly expandsTo: readonly string[];
  readonly archiveCodes?: readonly string[];
  readonly purpose?: string;
  readonly start: number;
  readonly end: number;
}

interface KindRule {
  readonly kind: RecipientKind;
  readonly pattern: RegExp;
}

/** First match wins: the most particular wording stands on top. */
const KINDS: readonly KindRule[] = [
  { kind: 'as-above', pattern: /^Như\s+(?:trên|Điều|kính gửi|mục|phần)/iu },
  { kind: 'archive', pattern: /^Lưu(?:[\s:]|$)/u },
  { kind: 'publish', pattern: /^(?:Đăng|Đưa)\s|^(?:Cổng|Công|Trang)\s+thông tin|^(?:Website|Webside)/iu },
  { kind: 'district-group', pattern: /(?:^|\s)(?:các )?(?:huyện|thị xã)(?:[\s,;]|$)/iu },
  { kind: 'commune-group', pattern: /(?:UBND|Ủy ban nhân dân|Chủ tịch|các)\s+(?:các\s+)?(?:xã|phường|đặc khu)(?:[\s,;]|$)/iu },
  {
    kind: 'mass-organisation',
    pattern: /Công\s*đoàn|CĐCS|Đoàn Thanh niên|Đoàn TN|Chi đoàn|Hội Cựu chiến binh|Hội CCB|Phụ nữ|[Đđ]oàn thể/u,
  },
  {
    kind: 'party',
    pattern:
      /^(?:BCH |BTV |Ban Chấp hành |Ban Thường vụ )?(?:Đảng (?:ủy|bộ|uỷ)|Chi bộ|Chi ủy|Cấp ủy|Tỉnh ủy|TT Tỉnh ủy|Thường trực Tỉnh ủy)/iu,
  },
  {
    kind: 'leadership',
    pattern: /^(?:Ban |Tập thể )?(?:Lãnh đạo|Giám đốc|GĐ|GD|Ban GĐ|PGĐ|Phó Giám đốc|BGĐ|CT|PCT|Chủ tịch|Thủ trưởng)(?:[\s,;(]|$)/u,
  },
  { kind: 'council', pattern: /HĐ\s*TĐ|HĐTĐKT|Hội đồng/u },
  {
    kind: 'ministry',
    pattern:
      /^(?:Bộ|Vụ|Cục|Tổng cục|Ban TĐ-?KT TW|Văn phòng Chính phủ|Ban Thi đua\s*[-–,]?\s*Khen thưởng Trung ương)(?:[\s,;]|$)|Trung ương|\.B[A-ZĐ]{2,}/u,
  },
  { kind: 'department-group', pattern: /(?:các|Các)\s+(?:sở|Sở)(?:[\s,;]|$)/u },
  {
    kind: 'unit-group',
    pattern:
      /(?:^|\s)(?:[Cc]ác|[Tt]rưởng các|[Tt]hủ trưởng các)\s+(?:phòng|đơn vị|ban|khoa|trạm|trung tâm|chi cục|trường|tổ|bộ phận)|^(?:Phòng|Trung tâm|Chi cục|Thanh tra|Văn phòng|Khoa|Tổ)\s/u,
  },
  { kind: 'superior', pattern: /^(?:Sở|Ban|Phòng|UBND|Ủy ban nhân dân|TT UBND|HĐND|VP|Thường trực)(?:[\s,;(]|$)/u },
];

/** Abbreviations of the recipients block, written out; matched as whole words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})HĐ\s*TĐ\s*-?\s*KT(?!\p{L})/gu, 'Hội đồng Thi đua - Khen thưởng'],
  [/(?<!\p{L})TĐ\s*-?\s*KT(?!\p{L})/gu, 'Thi đua - Khen thưởng'],
  [/(?<!\p{L})TCCB(?!\p{L})/gu, 'Tổ chức cán bộ'],
  [/\.BTC(?!\p{L})/gu, ', Bộ Tài chính'],
  [/\.BNV(?!\p{L})/gu, ', Bộ Nội vụ'],
  [/(?<!\p{L})PTCKH(?!\p{L})/gu, 'Phòng Tài chính - Kế hoạch'],
  [/(?<!\p{L})PGĐ|(?<!\p{L})PGD(?!\p{L})/gu, 'Phó Giám đốc'],
  [/(?<!\p{L})G[ĐD](?!\p{L})/gu, 'Giám đốc'],
  [/(?<!\p{L})Tỉnh$/gu, 'tỉnh'],
  [/(?<!\p{L})Công (?=thông tin)/gu, 'Cổng '],
];

/** Reads the lines below "Nơi nhận:" (R-087 … R-090). */
export function readRecipients(lines: readonly Line[]): RecipientLine[] {
  return lines.map(readRecipient).filter((recipient) => recipient.text !== '');
}

export function readRecipient(line: Line): RecipientLine {
  const printed = plainOf(line.text);
  const text = printed
    .slice(readBullet(printed)?.length ?? 0)
    .replace(/[;.,\s]+$/u, '')
    .trim();
  const kind = KINDS.find((rule) => rule.pattern.test(text))?.kind ?? 'other';
  const archive = kind === 'archive' ? { archiveCodes: archiveCodes(text) } : {};
  const purpose = /\(((?:để|b\/c|p\/h|t\/h)[^)]*)\)/u.exec(text)?.[1];
  return {
    text,
    printed,
    kind,
    expandsTo: expand(text, kind),
    ...archive,
    ...(purpose ? { purpose } : {}),
    start: line.start,
    end: line.end,
  };
}

function archiveCodes(text: string): string[] {
  return text
    .replace(/^Lưu\s*:?\s*/u, '')
    .split(/[,;]\s*/u)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

function expand(text: string, kind: RecipientKind): string[] {
  if (kind === 'archive' || kind === 'as-above') return [];
  const bare = text.replace(/\s*\((?:để|b\/c|p\/h|t\/h)[^)]*\)/gu, '').trim();
  const group = expandGroup(bare, kind);
  if (group) return [group];
  const words = WORDS.reduce((out, [pattern, full]) => out.replace(pattern, full), bare);
  if (kind === 'publish') return [words.replace(/^(?:Đăng|Đưa)\s+(?:tải\s+)?(?:lên\s+)?/iu, '')];
  if (kind === 'superior') return expandSuperior(words);
  if (kind === 'mass-organisation' || kind === 'leadership') return splitBodies(words);
  if (kind === 'party' || kind === 'council') return words.split(/[,;]\s*(?=\p{Lu})/u);
  return [words];
}

/** "Ban TĐKT - Sở Nội vụ" is one office inside another body; "Sở Nội vụ (Phòng TĐ-KT)" names both. */
function expandSuperior(words: string): string[] {
  const inner = /^(.*?)\s*\(([^)]+)\)$/u.exec(words);
  if (inner?.[1] && inner[2]) return [inner[1], inner[2]];
  if (/[,;]\s*(?=(?:Sở|Ban|UBND|HĐND|TT|VP|Văn phòng)\s)/u.test(words)) return words.split(/[,;]\s*(?=\p{Lu})/u);
  return [words.replace(/\s+[-–]\s+(?=Sở )/u, ', ')];
}

/** "BCH Công đoàn, Đoàn Thanh niên Sở": the name of the body at the end belongs to every part. */
function splitBodies(words: string): string[] {
  const parts = words
    .split(/,\s*|;\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const tail = /\s(Sở(?:\s.*)?|cơ quan|Ban|tỉnh)$/u.exec(parts[parts.length - 1] ?? '')?.[1];
  const bare = (part: string): boolean => !/\s(?:ngành|cơ sở|tỉnh|Sở|Ban|UBND|cơ quan|khối)(?:\s|$)/u.test(part);
  return parts.map((part) => (tail && bare(part) && parts.length > 1 ? `${part} ${tail}` : part));
}

/** Groups are described in English, as the integrators' files do; the graph words them in the reader's language. */
export const RECIPIENT_GROUPS = {
  unitsAll: 'all divisions and units of the department',
  divisions: 'all divisions of the department',
  heads: 'heads of all units under and directly under the department',
  district: ' of every district, town and city',
  commune: ' of every commune, ward and special zone',
  departments: 'all departments of the province',
} as const;

function expandGroup(text: string, kind: RecipientKind): string | null {
  if (kind === 'department-group') return RECIPIENT_GROUPS.departments;
  if (kind === 'district-group' || kind === 'commune-group') return expandPlaces(text, kind);
  if (kind !== 'unit-group' || !/[Cc]ác\s/u.test(text)) return null;
  if (/^(?:Thủ t|T)rưởng/u.test(text)) return RECIPIENT_GROUPS.heads;
  return /đơn vị|trung tâm|chi cục|trường|ban/u.test(text) ? RECIPIENT_GROUPS.unitsAll : RECIPIENT_GROUPS.divisions;
}

function expandPlaces(text: string, kind: 'district-group' | 'commune-group'): string {
  const body = text
    .replace(
      /\s*(?:các\s+)?(?:huyện|thị xã|thành phố|xã|phường|đặc khu)(?:\s*[,;]?\s*(?:và\s+)?(?:huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu))*.*$/u,
      '',
    )
    .trim();
  const full = WORDS.reduce((out, [pattern, word]) => out.replace(pattern, word), body);
  return (full || 'UBND') + (kind === 'district-group' ? RECIPIENT_GROUPS.district : RECIPIENT_GROUPS.commune);
}
