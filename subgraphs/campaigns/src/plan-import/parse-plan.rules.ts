import { readAssignments } from './assignments.rules.js';
import { campaignListOpen, readCampaigns } from './campaigns.rules.js';
import { closingFrom } from './closing.rules.js';
import { readHeader } from './header.rules.js';
import type { Header } from './header.rules.js';
import { readIssuer } from './issuer.rules.js';
import { readLegalBases } from './legal-bases.rules.js';
import { nfcMap } from './nfc-map.rules.js';
import { groupParagraphs } from './paragraphs.rules.js';
import { readLines } from './passage.rules.js';
import type { Line } from './passage.rules.js';
import { readPeriod } from './period.rules.js';
import type { ExtractedParagraph, ExtractedSection, PlanExtract } from './plan-extract.js';
import { readPublishOrders } from './publish-orders.rules.js';
import { readRecipients } from './recipients.rules.js';
import { readOtherReferences } from './references.rules.js';
import { readScope, staffWords } from './scope.rules.js';
import { buildSections, paragraphId } from './sections.rules.js';
import type { Paragraph, Section, SectionTree } from './sections.rules.js';
import { readSignature } from './signature.rules.js';
import { splitTail } from './tail.rules.js';
import { readTargets } from './targets.rules.js';
import { readTheme } from './theme.rules.js';
import { readWarnings } from './warnings.rules.js';

/**
 * Reads a plan of any department from its text. Pure: the same text gives the same extract.
 * Spans point into `source` as given, also when it is not in Unicode NFC.
 */
export function parsePlan(source: string): PlanExtract {
  const { text, back } = nfcMap(source);
  const lines = readLines(text);
  const header = readHeader(lines);
  const { body, recipients, signature, annex } = splitTail(lines.slice(header.bodyFrom));
  const tree = buildSections(text, groupParagraphs(body));
  const closing = takeClosing(tree);
  const extract = assemble({ text, header, tree, closing, recipients, signature, annex });
  return back === null ? extract : mapSpans(extract, back);
}

interface Parts {
  readonly text: string;
  readonly header: Header;
  readonly tree: SectionTree;
  readonly closing: readonly Paragraph[];
  readonly recipients: readonly Line[];
  readonly signature: readonly Line[];
  readonly annex: boolean;
}

function assemble(parts: Parts): PlanExtract {
  const { header, tree, closing, text } = parts;
  const content = [...tree.preamble, ...tree.paragraphs];
  const { issuer, parentAuthority } = readIssuer(header, tree.preamble.map(plain), closing.map(plain), text);
  const recipients = readRecipients(parts.recipients);
  const theme = readTheme(header.title, content);
  const year = header.placeDate?.date?.year ?? null;
  const scope = readScope(content.map(plain).join('\n'));
  const title = { text: header.title, start: header.titleLines[0]?.start ?? 0, end: header.titleLines.at(-1)?.end ?? 0 };
  const read: Omit<PlanExtract, 'warnings'> = {
    issuer,
    parentAuthority,
    documentNumber: header.number?.printed ?? null,
    documentNumberParts: header.number ? { sequence: header.number.sequence, symbol: header.number.symbol } : null,
    place: header.placeDate?.place ?? null,
    date: header.placeDate?.date ?? null,
    dateAsPrinted: header.placeDate?.printed ?? null,
    documentType: header.documentType,
    title: header.title,
    header: { printed: header.printed },
    legalBases: readLegalBases(content),
    otherReferences: readOtherReferences(content),
    theme: theme?.text ?? null,
    themeLevel: theme?.level ?? null,
    themeSection: theme?.section ?? null,
    themeSpecial: theme?.special ?? false,
    period: readPeriod(header.title, year, content),
    scope,
    preamble: tree.preamble.map(toParagraph),
    sections: tree.roots.map(toSection),
    closing: closing.map(toParagraph),
    targets: readTargets(tree.paragraphs, issuer, scope ? staffWords(scope.categories) : null),
    assignments: readAssignments(tree),
    campaigns: readCampaigns(title, issuer, issuerLevel(issuer), content),
    campaignListOpen: campaignListOpen(content),
    recipients,
    publishOrders: readPublishOrders(recipients),
    signatory: readSignature(parts.signature),
  };
  return { ...read, warnings: readWarnings(read, { addressees: header.addressees, repeatedIds: tree.repeatedIds, annex: parts.annex }) };
}

function plain(paragraph: Paragraph): string {
  return paragraph.passage.plain;
}

function issuerLevel(issuer: string | null): string {
  if (issuer === null) return 'unknown';
  if (/^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng Thi đua).*(?:tỉnh|thành phố)/iu.test(issuer)) return 'province';
  if (/^(?:Công đoàn|Liên đoàn)/u.test(issuer)) return 'union';
  if (/^(?:Phòng|Trung tâm|Chi cục|Trường|Khoa|Tổ|UBND (?:xã|phường|đặc khu)|Ủy ban nhân dân (?:xã|phường|đặc khu))\s/u.test(issuer))
    return 'unit';
  return /^(?:Sở|Ban|Thanh tra|Văn phòng)/u.test(issuer) ? 'department' : 'unknown';
}

/** Moves the farewell at the end of the last part out of the tree. */
function takeClosing(tree: SectionTree): Paragraph[] {
  const list = tree.paragraphs.at(-1)?.section?.paragraphs ?? tree.preamble;
  const from = closingFrom(list.map((p) => ({ text: p.passage.plain, marker: p.marker, ownLabel: p.ownLabel })));
  if (from === null || tree.roots.length === 0) return [];
  const closing = list.splice(from);
  tree.paragraphs.splice(tree.paragraphs.length - closing.length);
  const numbered: Paragraph[] = [];
  for (const paragraph of closing) {
    paragraph.region = 'closing';
    paragraph.id = paragraphId('closing', numbered, null);
    numbered.push(paragraph);
  }
  return numbered;
}

function toParagraph(paragraph: Paragraph): ExtractedParagraph {
  const { text, plain: plainText } = paragraph.passage;
  return {
    id: paragraph.id,
    marker: paragraph.marker,
    text,
    ...(plainText === text ? {} : { plainText }),
    start: paragraph.start,
    end: paragraph.end,
  };
}

function toSection(section: Section): ExtractedSection {
  const { id, label, heading, level, start } = section;
  const children = section.children.map(toSection);
  const paragraphs = section.paragraphs.map(toParagraph);
  const end = Math.max(section.end, ...children.map((child) => child.end), ...paragraphs.map((paragraph) => paragraph.end));
  return { id, label, heading, level, start, end, paragraphs, children };
}

/** Every start and end of the extract led back to the text as it was handed in. */
function mapSpans<T>(value: T, back: readonly number[]): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapSpans(item, back)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    (key === 'start' || key === 'end') && typeof inner === 'number' ? (back[inner] ?? inner) : mapSpans(inner, back),
  ]);
  return Object.fromEntries(entries) as T;
}
