import { RECIPIENT_GROUPS } from '../plan-import/recipients.rules.js';

const WORDS: readonly (readonly [string, string])[] = [
  [RECIPIENT_GROUPS.unitsAll, 'tất cả phòng, đơn vị của cơ quan'],
  [RECIPIENT_GROUPS.divisions, 'tất cả phòng của cơ quan'],
  [RECIPIENT_GROUPS.heads, 'trưởng tất cả đơn vị thuộc và trực thuộc'],
  [RECIPIENT_GROUPS.departments, 'tất cả sở, ban, ngành của tỉnh'],
  [RECIPIENT_GROUPS.district, ' của mọi huyện, thị xã, thành phố'],
  [RECIPIENT_GROUPS.commune, ' của mọi xã, phường, đặc khu'],
];

/** Groups of recipients in the reader's language. */
export function recipientWords(expansion: string, locale: 'vi' | 'en'): string {
  return locale === 'en' ? expansion : WORDS.reduce((text, [en, vi]) => text.replace(en, vi), expansion);
}
