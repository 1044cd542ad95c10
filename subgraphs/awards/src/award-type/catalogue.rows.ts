import { naturalId } from '@thidua/contracts';
import type { Condition } from '../eligibility/condition.types.js';
import type { RuleSetRow } from '../eligibility/rule-set.rules.js';

/** One award as the catalogue file writes it; parameters not listed here stay in `prerequisites` and `variants`. */
export interface CatalogueAward {
  code: string;
  nameVi: string;
  nameEn: string;
  kind: string;
  recipient: string[];
  level: string;
  decidingAuthority: string[];
  citation: string;
  confidence: { level: string; sources: string[]; note?: string };
  effective: { from: string; to: string | null };
  prerequisites: Condition;
  variants?: Condition[];
  ruleVersions?: { validFrom: string; validTo: string | null; status: string; prerequisites: Condition; sources: string[] }[];
}

export interface AwardTypeRow {
  code: string;
  name: string;
  nameEn: string;
  kind: 'TITLE' | 'FORM';
  level: string;
  recipients: string[];
  authorities: string[];
  citation: string;
  confidence: string;
  note: string;
  position: number;
}

/** "Luật 06/2022/QH15 Art.24(1); further…" is printed "Luật 06/2022/QH15, Điều 24(1)". */
export function printedArticle(citation: string): string {
  return (citation.split(';')[0] ?? citation)
    .replace(/\s*\(.*?[a-z]{3,}.*?\)\s*$/, '')
    .replace(/\s*Art\.\s*/, ', Điều ')
    .trim();
}

export function awardTypeRows(awards: CatalogueAward[]): AwardTypeRow[] {
  return awards.map((award, position) => ({
    code: award.code,
    name: award.nameVi,
    nameEn: award.nameEn,
    kind: award.kind === 'form' ? 'FORM' : 'TITLE',
    level: award.level,
    recipients: award.recipient,
    authorities: award.decidingAuthority,
    citation: award.citation,
    confidence: award.confidence.level,
    note: award.confidence.note ?? '',
    position,
  }));
}

/** Puts another code wherever the copied criteria name one ("sameAs" with "replace"). */
function replaced(condition: Condition, pairs: Record<string, string>): Condition {
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return pairs[value] ?? value;
    if (Array.isArray(value)) return [...new Set(value.map(swap))];
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
    return value;
  };
  return swap(condition) as Condition;
}

/** Resolves the short hands of the catalogue (`anyVariant`, `sameAs`, `manual`) into plain conditions. */
function plain(award: CatalogueAward, all: CatalogueAward[]): Condition {
  const own = award.prerequisites;
  if (own.anyVariant) {
    return {
      any: (award.variants ?? []).map((variant) => ({
        ...variant.prerequisites,
        ...(variant.prerequisites?.any ? { all: [variant.prerequisites], any: undefined } : {}),
        variant: variant.variant,
        recipient: variant.recipient,
      })),
    };
  }
  const source = own.sameAs ? all.find((candidate) => candidate.code === own.sameAs) : undefined;
  if (source) return replaced(plain(source, all), own.replace ?? {});
  if (own.manual) return { all: [{ id: `${award.code}-1`, rule: 'decided_by_authority', manual: true, source: 'law' }] };
  return own;
}

/**
 * Dated rule sets: `ruleVersions` where the catalogue has them, else one version from `effective`. A draft text is loaded
 * disabled, so that it can be shown and compared but never decides.
 */
export function ruleSetRows(awards: CatalogueAward[]): RuleSetRow[] {
  return awards.flatMap((award) => {
    const article = printedArticle(award.citation);
    const versions = award.ruleVersions ?? [
      {
        validFrom: award.effective.from,
        validTo: award.effective.to,
        status: 'in_force',
        prerequisites: plain(award, awards),
        sources: award.confidence.sources,
      },
    ];
    return versions.map((version) => ({
      id: naturalId('rule-set', `${award.code}/${version.validFrom}`),
      awardCode: award.code,
      validFrom: version.validFrom,
      validTo: version.validTo,
      source: article,
      status: version.status,
      enabled: !version.status.startsWith('DRAFT'),
      conditions: version.prerequisites,
      article,
    }));
  });
}
