import type { CampaignEntity } from '../campaign/campaign.entity.js';
import { campaignIdentity, spellingDiffers } from '../campaign/campaign-identity.rules.js';
import { printingDifference } from '../legal-document/identity.rules.js';
import type { KnownDocuments } from '../legal-document/legal-register.js';
import type { PlanExtract } from '../plan-import/plan-extract.js';

export type MergeKind = 'LEGAL_DOCUMENT' | 'CAMPAIGN';
export type MergeDecision = 'MERGE' | 'SEPARATE';

/** A document or campaign that looks like a registered one but is printed otherwise: a person decides. */
export interface MergeRow {
  readonly id: string;
  readonly kind: MergeKind;
  /** Position in the extract's list. */
  readonly index: number;
  readonly printed: string;
  readonly candidateId: string;
  readonly candidateName: string;
  readonly difference: string;
  readonly decision: MergeDecision | null;
}

export function documentMerges(extract: PlanExtract, known: KnownDocuments): MergeRow[] {
  return extract.legalBases.flatMap((basis, index): MergeRow[] => {
    const found = known.find(basis);
    const difference = found ? printingDifference(basis, found) : '';
    if (!found || difference === '') return [];
    const printed = basis.citations[0]?.printed ?? basis.number ?? '';
    return [
      {
        id: `document-${index + 1}`,
        kind: 'LEGAL_DOCUMENT',
        index,
        printed,
        candidateId: found.id,
        candidateName: found.name,
        difference,
        decision: null,
      },
    ];
  });
}

export function campaignMerges(extract: PlanExtract, known: ReadonlyMap<string, CampaignEntity>): MergeRow[] {
  return extract.campaigns.flatMap((mention, index): MergeRow[] => {
    if (mention.group) return [];
    const found = known.get(campaignIdentity(mention, extract).key);
    if (!found || !spellingDiffers(mention.name, found.name)) return [];
    const difference = `“${mention.name}” / “${found.name}”`;
    return [
      {
        id: `campaign-${index + 1}`,
        kind: 'CAMPAIGN',
        index,
        printed: mention.name,
        candidateId: found.id,
        candidateName: found.name,
        difference,
        decision: null,
      },
    ];
  });
}

export interface DecisionFault {
  readonly id: string;
  readonly reason: 'UNKNOWN_MERGE' | 'UNKNOWN_DECISION' | 'DECISION_TWICE' | 'DECISION_MISSING';
}

/** Every candidate needs exactly one decision, and nothing else may be decided. */
export function decide(
  merges: readonly MergeRow[],
  decisions: readonly { id: string; decision: string }[],
): { rows: MergeRow[]; fault: DecisionFault | null } {
  const seen = new Map<string, MergeDecision>();
  for (const { id, decision } of decisions) {
    if (!merges.some((merge) => merge.id === id)) return { rows: [], fault: { id, reason: 'UNKNOWN_MERGE' } };
    if (decision !== 'MERGE' && decision !== 'SEPARATE') return { rows: [], fault: { id, reason: 'UNKNOWN_DECISION' } };
    if (seen.has(id)) return { rows: [], fault: { id, reason: 'DECISION_TWICE' } };
    seen.set(id, decision);
  }
  const open = merges.find((merge) => !seen.has(merge.id));
  if (open) return { rows: [], fault: { id: open.id, reason: 'DECISION_MISSING' } };
  return { rows: merges.map((merge) => ({ ...merge, decision: seen.get(merge.id) ?? null })), fault: null };
}

export function keptApart(merges: readonly MergeRow[], kind: MergeKind): Set<number> {
  return new Set(merges.filter((merge) => merge.kind === kind && merge.decision === 'SEPARATE').map((merge) => merge.index));
}
