import type { ExtractedSection, ImportWarning, PlanExtract, WarningCode, WarningSeverity } from './plan-extract.js';

interface Context {
  readonly addressees: readonly string[];
  readonly repeatedIds: readonly string[];
  readonly annex: boolean;
}

type Read = Omit<PlanExtract, 'warnings'>;
interface Place {
  readonly section?: string | null;
  readonly start?: number | null;
  readonly end?: number | null;
}

/** Everything the importer leaves open or noticed, in the order of the printed plan. */
export function readWarnings(read: Read, context: Context): ImportWarning[] {
  return [
    ...aboutHeader(read),
    ...aboutSections(read, context),
    ...aboutContent(read),
    ...aboutTargets(read),
    ...aboutCampaigns(read),
    ...aboutRecipients(read, context),
    ...aboutSignature(read),
    ...(context.annex ? [warn('ANNEX_NOT_READ', 'WARNING')] : []),
  ];
}

function warn(code: WarningCode, severity: WarningSeverity, vars: Record<string, string> = {}, place: Place = {}): ImportWarning {
  return { code, severity, vars, section: place.section ?? null, start: place.start ?? null, end: place.end ?? null };
}

function aboutHeader(read: Read): ImportWarning[] {
  const found: ImportWarning[] = [];
  if (!read.documentNumberParts) found.push(warn('NO_NUMBER', 'WARNING'));
  else if (read.documentNumberParts.sequence === null)
    found.push(warn('BLANK_NUMBER', 'INFO', { symbol: read.documentNumberParts.symbol }));
  if (!read.date?.day) found.push(warn('INCOMPLETE_DATE', 'INFO', { printed: read.dateAsPrinted ?? '' }));
  if (!read.documentType) found.push(warn('NO_DOCUMENT_TYPE', 'WARNING'));
  if (read.issuer === null) found.push(warn('UNRESOLVED_ISSUER', 'DECISION', { name: '' }));
  if ((read.period.year ?? read.date?.year ?? null) === null) found.push(warn('NO_YEAR', 'DECISION'));
  return found;
}

function aboutSections(read: Read, { repeatedIds }: Context): ImportWarning[] {
  if (read.sections.length === 0) return [warn('NO_SECTIONS', 'WARNING')];
  return [...gaps(read.sections), ...repeatedIds.map((id) => warn('SECTION_LABEL_REPEATED', 'WARNING', { label: id }, { section: id }))];
}

/** I, II, IV: the label is kept as printed and the gap is shown. */
function gaps(sections: readonly ExtractedSection[]): ImportWarning[] {
  return sections.flatMap((section, i) => {
    const before = sections[i - 1];
    const skipped =
      before !== undefined &&
      ordinal(before.label) !== null &&
      ordinal(section.label) !== null &&
      ordinal(section.label) !== (ordinal(before.label) ?? 0) + 1;
    const own = skipped ? [warn('SECTION_NUMBER_GAP', 'WARNING', { label: section.label, before: before.label }, section)] : [];
    return [...own.map((item) => ({ ...item, section: section.id })), ...gaps(section.children)];
  });
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

function ordinal(label: string): number | null {
  const bare = label.replace(/^(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+/u, '').replace(/[.)/:\s-]+$/u, '');
  if (/^[IVXL]+$/u.test(bare))
    return Array.from(bare, (c) => ROMAN[c] ?? 0).reduce((sum, v, i, all) => sum + (v < (all[i + 1] ?? 0) ? -v : v), 0);
  if (/^[\d.]+$/u.test(bare)) return Number(bare.split('.').pop());
  return /^\p{L}$/u.test(bare) ? LETTERS.indexOf(bare.toLowerCase()) + 1 || null : null;
}

function aboutContent(read: Read): ImportWarning[] {
  const found: ImportWarning[] = [];
  if (read.theme === null) found.push(warn('NO_THEME', 'INFO'));
  if (!read.legalBases.some((basis) => basis.role === 'basis')) found.push(warn('NO_LEGAL_BASIS', 'WARNING'));
  for (const basis of read.legalBases) {
    const at = basis.citations[0];
    if (basis.date === null && basis.year === undefined && !/\/\d{4}\//u.test(basis.number ?? ''))
      found.push(warn('CITATION_WITHOUT_DATE', 'WARNING', { number: basis.number ?? basis.name ?? '' }, at));
  }
  if (read.assignments.length === 0) found.push(warn('NO_ASSIGNMENT', 'INFO'));
  return found;
}

function aboutTargets(read: Read): ImportWarning[] {
  if (!read.targets.some((target) => target.kind === 'quantitative')) return [warn('NO_QUANTITATIVE_TARGET', 'INFO')];
  return read.targets
    .filter((target) => target.kind === 'quantitative' && (target.of?.startsWith('T') === true || isAssumed(target.text)))
    .map((target) => warn('TARGET_READING_ASSUMED', 'DECISION', { text: target.text }, target));
}

/** No comparator printed: floor, exact value or ceiling is the reader's choice. */
function isAssumed(text: string): boolean {
  return !/trên|hơn|dưới|ít nhất|tối thiểu|tối đa|không (?:quá|dưới|vượt)|trở lên|trở xuống|100\s*%|từ\s+\d/iu.test(text);
}

function aboutCampaigns(read: Read): ImportWarning[] {
  const unknown = read.campaigns.filter((campaign) => campaign.initiatorLevel === 'unknown');
  const open = read.campaignListOpen;
  return [
    ...unknown.map((campaign) => warn('CAMPAIGN_LEVEL_UNKNOWN', 'WARNING', { name: campaign.name }, campaign)),
    ...(open ? [warn('CAMPAIGN_LIST_OPEN', 'INFO', { printed: open.printed }, { section: open.section })] : []),
  ];
}

function aboutRecipients(read: Read, { addressees }: Context): ImportWarning[] {
  if (read.recipients.length === 0) return [warn('NO_RECIPIENTS', 'WARNING')];
  return read.recipients.flatMap((line) => {
    if (line.kind === 'as-above' && /^Như trên|kính gửi/iu.test(line.text) && addressees.length === 0)
      return [warn('AS_ABOVE_WITHOUT_ADDRESSEE', 'WARNING', { text: line.text }, line)];
    return line.kind === 'other' ? [warn('UNKNOWN_RECIPIENT', 'WARNING', { text: line.text }, line)] : [];
  });
}

function aboutSignature(read: Read): ImportWarning[] {
  const { role, name, onBehalfOf } = read.signatory;
  if (role === null) return [warn('NO_SIGNATURE', 'WARNING')];
  return [
    ...(name === null ? [warn('NO_SIGNER_NAME', 'INFO', { role })] : []),
    ...(onBehalfOf ? [warn('SIGNED_ON_BEHALF', 'INFO', { role, onBehalfOf })] : []),
  ];
}
