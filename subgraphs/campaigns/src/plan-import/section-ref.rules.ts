import type { Paragraph } from './sections.rules.js';

/** The printed place of a paragraph: its own id ("II.3.a·2", "pre¶1"). */
export function sectionRef(paragraph: Paragraph): string {
  return paragraph.id;
}

/** The printed place of an order: the part itself when it holds a single unmarked paragraph, else the paragraph. */
export function placeOf(paragraph: Paragraph): string {
  const unmarked = paragraph.section?.paragraphs.filter((other) => other.marker === null).length ?? 0;
  if (paragraph.marker !== null || !paragraph.section || unmarked > 1) return paragraph.id;
  return paragraph.section.id;
}
