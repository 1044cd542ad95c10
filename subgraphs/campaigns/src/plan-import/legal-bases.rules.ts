import { readCitations } from './citations.rules.js';
import type { Citation } from './citations.rules.js';
import { isoDate } from './place-date.rules.js';
import type { Paragraph } from './sections.rules.js';
import { spanOf } from './passage.rules.js';
import { sectionRef } from './section-ref.rules.js';

export interface CitedAt {
  readonly section: string;
  readonly printed: string;
  readonly issuerAsPrinted: string | null;
  readonly role: 'basis' | 'reference';
  readonly start: number;
  readonly end: number;
}

/** A legal document as one plan cites it; every printing stands in `citations`. */
export interface LegalBasis {
  readonly type: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly dateAsPrinted: string | null;
  readonly role: 'basis' | 'reference';
  readonly citedIn: readonly string[];
  readonly year?: number;
  readonly name?: string;
  readonly citations: readonly CitedAt[];
}

/** The sentence that names what the plan rests on begins with one of these words; both "Căn cứ" and "Thực hiện" are used. */
const BASIS_OPENING = /^(?:Căn cứ|Thực hiện|Triển khai(?: thực hiện)?|Theo|Xét|Tiếp tục thực hiện|Quán triệt|Chấp hành)\s/u;
/** "Căn cứ vào Kế hoạch này" begins like a basis and is none. */
const NOT_A_BASIS = /^Căn cứ (?:vào )?(?:Kế hoạch này|chức năng|nhiệm vụ|tình hình)/u;

interface Found {
  readonly item: Citation;
  readonly paragraph: Paragraph;
  readonly role: 'basis' | 'reference';
}

/** All documents a plan cites, each once, in printed order. */
export function readLegalBases(paragraphs: readonly Paragraph[]): LegalBasis[] {
  const found = paragraphs.flatMap(citationsOf);
  const laws = new Set(found.filter(({ item }) => item.name && item.date).map(({ item }) => lawKey(item)));
  const groups = new Map<string, Found[]>();
  for (const entry of found) {
    if (entry.item.name && !entry.item.date && !keepsBareLaw(entry, laws)) continue;
    const key = groupKey(entry.item, groups);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map(toLegalBasis);
}

function citationsOf(paragraph: Paragraph): Found[] {
  const text = paragraph.passage.plain;
  const opens = paragraph.region === 'preamble' && BASIS_OPENING.test(text) && !NOT_A_BASIS.test(text);
  return readCitations(text)
    .filter((item) => !(item.nested && item.name))
    .map((item) => ({ item, paragraph, role: opens && !item.nested ? 'basis' : 'reference' }));
}

/** A law without year is a mention of a law cited elsewhere, or a basis of the opening; prose about laws is neither. */
function keepsBareLaw({ item, role }: Found, laws: ReadonlySet<string>): boolean {
  return laws.has(lawKey(item)) || item.number !== null || (role === 'basis' && item.from < 12);
}

function lawKey(item: Citation): string {
  return `${item.type} ${item.subject ?? ''}`.toLowerCase();
}

/**
 * Inside one plan a number and its type name one document. A date or issuer that contradicts keeps documents apart
 * (01/CT-UBND of two provinces); one that is missing does not.
 */
function groupKey(item: Citation, groups: ReadonlyMap<string, readonly Found[]>): string {
  if (item.name) return lawKey(item);
  const base = `${item.type} ${item.number ?? ''}`.toLowerCase();
  const dated = isoDate(item.date);
  for (const [key, entries] of groups) {
    const known = entries.map((entry) => isoDate(entry.item.date)).find((date) => date !== null);
    if (key.startsWith(`${base}#`) && (!dated || !known || dated === known)) return key;
  }
  return `${base}#${dated ?? ''}`;
}

function toLegalBasis(entries: readonly Found[]): LegalBasis {
  const items = entries.map((entry) => entry.item);
  const dated = items.find((item) => item.date !== null);
  const year = dated?.date && isoDate(dated.date) === null ? { year: dated.date.year } : {};
  const name = items.find((item) => item.name !== null && item.date !== null)?.name ?? items[0]?.name;
  return {
    type: items[0]?.type ?? '',
    number: firstOf(items, (item) => item.number),
    date: isoDate(dated?.date ?? null),
    issuer: firstOf(items, (item) => item.issuer),
    subject: items[0]?.name ? (dated ?? items[0]).subject : firstOf(items, (item) => item.subject),
    dateAsPrinted: dated?.dateAsPrinted ?? null,
    role: entries.some((entry) => entry.role === 'basis') ? 'basis' : 'reference',
    citedIn: [...new Set(entries.map((entry) => sectionRef(entry.paragraph)))],
    ...year,
    ...(name ? { name } : {}),
    citations: entries.map(citedAt),
  };
}

function firstOf(items: readonly Citation[], pick: (item: Citation) => string | null): string | null {
  return items.map(pick).find((value) => value !== null) ?? null;
}

function citedAt({ item, paragraph, role }: Found): CitedAt {
  const { passage } = paragraph;
  return {
    section: paragraph.id,
    role,
    issuerAsPrinted: item.issuer,
    printed: passage.plain.slice(item.from, item.to).trim(),
    ...spanOf(passage, item.from, item.to),
  };
}
