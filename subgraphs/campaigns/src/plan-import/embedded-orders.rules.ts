import type { Order } from './assignments.rules.js';
import { leadingParty } from './party.rules.js';
import { sentences, splitOutside } from './quotes.rules.js';
import { placeOf } from './section-ref.rules.js';
import type { Paragraph } from './sections.rules.js';
import { sectionRole } from './targets.rules.js';

const RESPONSIBLE =
  /(?:vai trò|trách nhiệm)(?:,?\s+(?:vai trò|trách nhiệm|chỉ đạo|lãnh đạo|tham mưu|nêu gương))*\s+của\s+((?:người đứng đầu|thủ trưởng|trưởng|các thành viên|lãnh đạo|cấp ủy|đảng ủy|ban giám đốc|hội đồng|các phòng|các đơn vị|các tổ chức|công chức (?:làm|phụ trách)|cán bộ (?:làm|phụ trách))(?:(?!\s+trong\s|\s+và vai trò)[^;.])*)/giu;
const SENT = /^Cử\s+(.+?)\s+(?:tham gia|tham dự|dự|đi)\s/u;

/** Orders to a named party outside the assignment part: by leading name, by responsibility, by sending somebody. */
export function embeddedOrders(paragraphs: readonly Paragraph[]): Order[] {
  return [...paragraphs.flatMap(ledByName), ...paragraphs.flatMap(byResponsibility), ...sentSomewhere(paragraphs)];
}

function ledByName(paragraph: Paragraph): Order[] {
  const role = sectionRole(paragraph.section);
  if (role === 'purpose' || role === 'targets') return [];
  const party = leadingParty(paragraph.passage.plain, false);
  return party ? [{ party, section: placeOf(paragraph), duty: paragraph.passage.plain }] : [];
}

function byResponsibility(paragraph: Paragraph): Order[] {
  return sentences(paragraph.passage.plain).flatMap((sentence): Order[] => {
    const whole = paragraph.passage.plain.slice(sentence.from, sentence.to + 1).trim();
    const clauses = splitOutside(whole, /;/gu).map((piece) => piece.text);
    const at = clauses.findIndex((clause) => clause.matchAll(RESPONSIBLE).next().done === false);
    const clause = clauses[at];
    if (clause === undefined) return [];
    const names = [...clause.matchAll(RESPONSIBLE)].map((match) => tidy(match[1] ?? ''));
    const from = firstAboutSameBody(clauses, at, names.join(' '));
    const duty = clauses
      .slice(from, at + 1)
      .join('; ')
      .replace(/,\s+góp phần\s.*$/u, '');
    return [{ party: { name: names.join('; ') }, section: placeOf(paragraph), duty }];
  });
}

function tidy(name: string): string {
  return name
    .replace(/,\s+nhất là.*$/u, '')
    .replace(/,\s+sự phối hợp(?: chặt chẽ)?(?: giữa)?\s+/u, ', ')
    .trim();
}

/** The clauses before belong to the order while they speak of the same council or committee. */
function firstAboutSameBody(clauses: readonly string[], at: number, names: string): number {
  const body = /Hội đồng [^;]*?(?=;|$)|Ban [^;,]*/u.exec(names)?.[0].split(' ').slice(0, 4).join(' ');
  if (!body) return at;
  const other = clauses.slice(0, at).findLastIndex((clause) => !clause.includes(body));
  return other + 1;
}

/** "Cử công chức … tham gia …" speaks to those who are sent; all such orders are one assignment. */
function sentSomewhere(paragraphs: readonly Paragraph[]): Order[] {
  const found = paragraphs.flatMap((paragraph) => {
    const name = SENT.exec(paragraph.passage.plain)?.[1];
    return name ? [{ name, section: placeOf(paragraph), duty: paragraph.passage.plain }] : [];
  });
  const longest = found.map((order) => order.name).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return found.map((order) => ({
    party: { name: longest.startsWith(order.name) ? longest : order.name },
    section: order.section,
    duty: order.duty,
  }));
}
