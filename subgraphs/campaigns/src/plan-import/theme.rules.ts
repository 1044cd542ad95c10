import type { Paragraph } from './sections.rules.js';
import { quotedAt, sentences } from './quotes.rules.js';

export interface Theme {
  readonly text: string;
  readonly level: 'national' | 'province' | 'department';
  /** "chuyên đề năm" of the standing campaign, below it. */
  readonly special: boolean;
  readonly section: string;
}

const NAMED = /(chủ đề|Chủ đề|CHỦ ĐỀ|chuyên đề năm \d{4}|Chuyên đề năm \d{4})([^“”"«.;]{0,70}?)(?:[:：]|là|với tên gọi|)\s*(?=[“"«])/gu;
const UNQUOTED = /^(?:Chủ đề|CHỦ ĐỀ)(?: thi đua)?(?: (?:của )?năm \d{4})?\s*(?::|là:?)\s*(\S.*)$/u;

/** The theme a plan states or adopts, and whose it is (R-076 … R-078). Null when none is worded. */
export function readTheme(title: string, paragraphs: readonly Paragraph[]): Theme | null {
  const texts = [...paragraphs.map((p) => ({ text: p.passage.plain, section: p.id })), { text: title, section: 'title' }];
  const themes = texts.flatMap(({ text, section }) => themesIn(text, section));
  return themes.find((theme) => !theme.special) ?? themes[0] ?? unquotedTheme(paragraphs);
}

function themesIn(text: string, section: string): Theme[] {
  return [...text.matchAll(NAMED)].flatMap((match): Theme[] => {
    const quoted = quotedAt(text, match.index + match[0].length);
    const special = /^chuyên đề/iu.test(match[1] ?? '');
    return quoted ? [{ text: quoted.content, level: levelOf(match[2] ?? ''), special, section }] : [];
  });
}

function unquotedTheme(paragraphs: readonly Paragraph[]): Theme | null {
  for (const paragraph of paragraphs) {
    const first = sentences(paragraph.passage.plain)[0]?.text ?? '';
    const match = UNQUOTED.exec(first);
    if (match?.[1])
      return { text: match[1].replace(/[.;]$/u, ''), level: levelOf(first.slice(0, 60)), special: false, section: paragraph.id };
  }
  return null;
}

function levelOf(words: string): Theme['level'] {
  if (/toàn quốc|Chính phủ|Trung ương/u.test(words)) return 'national';
  return /của tỉnh|của thành phố|tỉnh \p{Lu}|UBND/u.test(words) ? 'province' : 'department';
}
