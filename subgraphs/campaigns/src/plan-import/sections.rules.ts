import { readBullet, readLabel } from './labels.rules.js';
import type { Label, LabelStyle } from './labels.rules.js';
import { isUpperCase } from './paragraphs.rules.js';
import type { Block } from './paragraphs.rules.js';
import { joinPassage, plainOf, printedLength } from './passage.rules.js';
import type { Line, Passage, Span } from './passage.rules.js';

export type Region = 'preamble' | 'body' | 'closing';

export interface Paragraph extends Span {
  id: string;
  readonly marker: string | null;
  readonly passage: Passage;
  region: Region;
  readonly section: Section | null;
  /** The paragraph stands on the line of its section's label ("1. Khối Thi đua … tổ chức …"). */
  readonly ownLabel: boolean;
}

export interface Section extends Span {
  readonly id: string;
  readonly label: string;
  heading: string | null;
  readonly level: number;
  readonly style: LabelStyle | 'plain';
  readonly ordinal: number | null;
  readonly parent: Section | null;
  readonly paragraphs: Paragraph[];
  readonly children: Section[];
}

export interface SectionTree {
  readonly preamble: Paragraph[];
  readonly roots: Section[];
  /** All body paragraphs in printed order. */
  readonly paragraphs: Paragraph[];
  /** All sections in printed order. */
  readonly sections: Section[];
  readonly repeatedIds: readonly string[];
}

interface Builder {
  readonly source: string;
  readonly stack: Section[];
  /** How often an id was asked for. */
  readonly used: Map<string, number>;
  readonly tree: SectionTree & { repeatedIds: string[] };
}

/**
 * Builds the tree of parts. A numbering style opens a level where it first appears and comes back to it later,
 * so Điều/Phần/A./I./1.1/a) nest as their writer nested them; labels are data, never recounted.
 */
export function buildSections(source: string, blocks: readonly Block[]): SectionTree {
  const builder: Builder = {
    source,
    stack: [],
    used: new Map(),
    tree: { preamble: [], roots: [], paragraphs: [], sections: [], repeatedIds: [] },
  };
  blocks.forEach((block, index) => addBlock(builder, block, blocks[index + 1]));
  return builder.tree;
}

function addBlock(builder: Builder, block: Block, next: Block | undefined): void {
  const label = readLabel(block.first);
  if (label) {
    addLabelled(builder, block, romanOrLetter(builder, label), next);
  } else if (namesTheLabelAbove(builder, block)) {
    const section = builder.stack[builder.stack.length - 1];
    if (section) section.heading = blockPlain(block).replace(/\s+/gu, ' ').trim();
  } else if (isPlainHeading(block)) {
    openSection(
      builder,
      block,
      { style: 'part', printed: '', key: `§${builder.tree.sections.length + 1}`, ordinal: null, length: 0 },
      true,
    );
  } else {
    addParagraph(builder, block, 0, readBullet(plainOf(block.first)), false);
  }
}

/** "I." behind "H." is a letter; "C." and "D." behind "B." too. */
function romanOrLetter(builder: Builder, label: Label): Label {
  const upper = builder.stack.find((section) => section.style === 'upper');
  if (label.style !== 'roman' || !upper || label.key.length !== 1) return label;
  const next = 'ABCDĐEGHIKLMNOPQRSTUVX'.indexOf(upper.label.charAt(0)) + 1;
  const asLetter = 'ABCDĐEGHIKLMNOPQRSTUVX'.charAt(next) === label.key;
  return asLetter ? { ...label, style: 'upper', ordinal: next + 1 } : label;
}

function addLabelled(builder: Builder, block: Block, label: Label, next: Block | undefined): void {
  const isHeading = labelledHeading(builder, block, label, next);
  openSection(builder, block, label, isHeading);
  if (!isHeading) addParagraph(builder, block, label.length, null, true);
}

/** A label followed by a sentence has no heading; a label followed by a name has (gold files). */
function labelledHeading(builder: Builder, block: Block, label: Label, next: Block | undefined): boolean {
  const text = blockPlain(block).slice(label.length).trim();
  if (text === '' || isUpperCase(text)) return true;
  if (/[;!?]$|\.\/\.$/u.test(text)) return false;
  if (text.endsWith(':')) return text.length <= 100;
  if (!text.endsWith('.')) return text.length <= 220;
  return text.length <= 40 && !/\d/u.test(text) && goesDeeper(builder, label, next);
}

/** "Phần thứ nhất" on a line of its own has its heading on the next line. */
function namesTheLabelAbove(builder: Builder, block: Block): boolean {
  const section = builder.stack[builder.stack.length - 1];
  if (!section || section.heading !== '' || section.paragraphs.length > 0 || section.children.length > 0) return false;
  const text = blockPlain(block);
  return !readBullet(text) && text.length < 160 && !/[.;:]$/u.test(text);
}

function blockPlain(block: Block): string {
  return plainOf(block.lines.map((line) => line.text).join(' '));
}

/** What follows stands below this label: a list, or a numbering not in use above. */
function goesDeeper(builder: Builder, label: Label, next: Block | undefined): boolean {
  const style = next && readLabel(next.first)?.style;
  if (next && !style) return readBullet(plainOf(next.first)) !== null;
  return style !== undefined && style !== label.style && !builder.stack.some((section) => section.style === style);
}

/** Capital lines that stand alone are headings although no number is printed. */
function isPlainHeading(block: Block): boolean {
  const text = blockPlain(block);
  return isUpperCase(text) && text.split(/\s+/u).length >= 2 && text.length < 160 && !readBullet(text);
}

function openSection(builder: Builder, block: Block, label: Label, heading: boolean): void {
  const style = label.printed === '' ? 'plain' : label.style;
  while (builder.stack.length > 0 && !isParentFor(builder, style)) builder.stack.pop();
  const parent = builder.stack[builder.stack.length - 1] ?? null;
  const { start, end } = blockSpan(block);
  const section: Section = {
    id: uniqueId(builder, sectionId(parent, label)),
    label: label.printed,
    heading: heading ? headingText(block, label) : null,
    level: builder.stack.length + 1,
    style,
    ordinal: label.ordinal,
    parent,
    start,
    end,
    paragraphs: [],
    children: [],
  };
  (parent?.children ?? builder.tree.roots).push(section);
  builder.stack.push(section);
  builder.tree.sections.push(section);
}

/** The top of the stack is the parent once no level of the same numbering style lies on the stack. */
function isParentFor(builder: Builder, style: Section['style']): boolean {
  if (style === 'plain') return false;
  return !builder.stack.some((section) => section.style === style);
}

function sectionId(parent: Section | null, label: Label): string {
  if (!parent) return label.key;
  const last = /(\d+(?:\.\d+)*)$/u.exec(parent.id)?.[1] ?? '';
  const inner = label.key.startsWith(`${last}.`) && last !== '' ? label.key.slice(last.length + 1) : label.key;
  return `${parent.id}.${inner}`;
}

function uniqueId(builder: Builder, id: string): string {
  const same = (builder.used.get(id) ?? 0) + 1;
  builder.used.set(id, same);
  if (same === 1) return id;
  builder.tree.repeatedIds.push(id);
  return `${id}~${same}`;
}

function headingText(block: Block, label: Label): string {
  return blockPlain(block).slice(label.length).replace(/\s+/gu, ' ').trim();
}

function blockSpan(block: Block): Span {
  return { start: block.lines[0]?.start ?? 0, end: block.lines[block.lines.length - 1]?.end ?? 0 };
}

function addParagraph(
  builder: Builder,
  block: Block,
  skip: number,
  bullet: { marker: string; length: number } | null,
  ownLabel: boolean,
): void {
  const section = builder.stack[builder.stack.length - 1] ?? null;
  const list = section?.paragraphs ?? builder.tree.preamble;
  const paragraph: Paragraph = {
    id: paragraphId(section?.id ?? 'pre', list, bullet?.marker ?? null),
    marker: bullet?.marker ?? null,
    section,
    ownLabel,
    region: section ? 'body' : 'preamble',
    passage: joinPassage(builder.source, slices(block.lines, skip + (bullet?.length ?? 0))),
    ...blockSpan(block),
  };
  list.push(paragraph);
  if (section) builder.tree.paragraphs.push(paragraph);
}

interface Counts {
  first: string | null;
  unmarked: number;
  outer: number;
  inner: number;
}

/** Long lists are counted as they grow, not recounted. */
const COUNTS = new WeakMap<object, Counts>();

/** "II.3.a·2" is the second dash, "II¶1" the first paragraph without a mark, "II·2+1" a mark below a mark. */
export function paragraphId(base: string, list: object, marker: string | null): string {
  const counts = COUNTS.get(list) ?? { first: null, unmarked: 0, outer: 0, inner: 0 };
  COUNTS.set(list, counts);
  if (marker === null) return `${base}¶${(counts.unmarked += 1)}`;
  counts.first ??= marker;
  if (marker === counts.first) {
    counts.inner = 0;
    return `${base}·${(counts.outer += 1)}`;
  }
  return `${base}·${counts.outer}${marker}${(counts.inner += 1)}`;
}

/** The printed slices of a block without its label or mark; emphasis marks around them are no words. */
function slices(lines: readonly Line[], skipPlain: number): Span[] {
  return lines
    .map((line, index) => {
      const skip = index === 0 ? printedLength(line.text, skipPlain) : 0;
      return { start: line.start + skip, end: line.end };
    })
    .filter((slice) => slice.end > slice.start);
}
