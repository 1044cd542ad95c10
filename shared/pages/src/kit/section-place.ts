import type { Translate } from './use-page.js';

/**
 * A place of a plan in words: the graph's "II.2·8" is the eighth bullet of II.2, "III¶2" the second paragraph of III, "pre¶5" the
 * fifth paragraph before the first section. Whatever has another form is shown as it is.
 */
export function sectionPlace(place: string, t: Translate): string {
  if (place === 'title') return t('plans.place.title');
  const [, section = place, sign, number] = /^(.*?)([·¶])(\d+)$/.exec(place) ?? [];
  const where = section === 'pre' ? t('plans.place.opening') : t('plans.section', { section });
  if (!sign) return where;
  return `${where}, ${t(sign === '·' ? 'plans.place.bullet' : 'plans.place.paragraph', { n: number })}`;
}
