import type { ExtractedTarget } from '@thidua/contracts';
import type { PlanTarget } from '../plan-import/targets.types.js';

const KIND = {
  quantitative: 'QUANTITATIVE',
  ordinal: 'ORDINAL',
  recognition: 'RECOGNITION',
  byReference: 'BY_REFERENCE',
  qualitative: 'QUALITATIVE',
} as const;
const COMPARATOR = {
  '>': 'GT',
  '>=': 'GTE',
  '=': 'EQ',
  '<=': 'LTE',
  '<': 'LT',
  'no-worse-than-previous': 'NO_WORSE_THAN_PREVIOUS',
  increase: 'INCREASE',
} as const;

export type GraphComparator = ExtractedTarget['comparator'];

/** The graph's comparator. */
export function graphComparator(target: Pick<PlanTarget, 'comparator'>): GraphComparator {
  return COMPARATOR[target.comparator];
}

export const graphKind = (target: Pick<PlanTarget, 'kind'>): ExtractedTarget['kind'] => KIND[target.kind];

/** Targets as evaluations takes them over: "T3a", "T3b" below the third bullet, "T5" when a bullet holds one. */
export function extractedTargets(targets: readonly PlanTarget[]): ExtractedTarget[] {
  const keys = targetKeys(targets);
  return targets.map((target, i) => ({
    key: keys[i] ?? `T${i + 1}`,
    text: target.text,
    section: target.section,
    kind: graphKind(target),
    comparator: graphComparator(target),
    value: target.value === null ? null : String(target.value),
    unit: target.unit,
    subject: target.subject,
    measure: target.measure ?? target.text,
    of: outerKey(target, i, targets, keys),
    orHigher: target.orHigher ?? false,
    awardTitle: target.awardTitle ?? null,
    collectiveOrIndividual: target.collectiveOrIndividual,
    note: noteOf(target),
  }));
}

/** What the comparator alone does not say. */
function noteOf(target: PlanTarget): string | null {
  return /^Giảm\s/u.test(target.text) ? 'mức giảm so với kỳ trước' : null;
}

function targetKeys(targets: readonly PlanTarget[]): string[] {
  const sections = targets.map((target) => target.section);
  const oneList = new Set(sections.map((section) => section.replace(/[·¶].*$/u, ''))).size === 1;
  return targets.map((target, i) => {
    const same = sections.flatMap((section, at) => (section === target.section ? [at] : []));
    const base = oneList ? `T${/(\d+)$/u.exec(target.section)?.[1] ?? i + 1}` : `T-${target.section}-`;
    return same.length === 1 ? base.replace(/-$/u, '') : `${base}${String.fromCharCode(97 + same.indexOf(i))}`;
  });
}

/** "trong đó" refines the target before it in the same paragraph; any other whole is given in words. */
function outerKey(target: PlanTarget, at: number, targets: readonly PlanTarget[], keys: readonly string[]): string | null {
  if (target.of === undefined) return null;
  const outer = targets.slice(0, at).findLastIndex((other) => other.key === target.of && other.section === target.section);
  return outer >= 0 ? (keys[outer] ?? null) : target.of;
}
