import type { EligibilityPartsFragment, Verdict } from '../generated/graphql.js';

export type EligibilityView = EligibilityPartsFragment;
export type Check = EligibilityView['checks'][number];

/** What a person must look at comes first: to confirm, not met, without data, then the settled ones. */
const RANK: Readonly<Record<Verdict, number>> = { REVIEW: 0, FAIL: 1, NO_DATA: 2, PASS: 3 };

export function orderedChecks(checks: readonly Check[]): Check[] {
  return checks.toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict]);
}

export function countByVerdict(checks: readonly Check[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { PASS: 0, FAIL: 0, REVIEW: 0, NO_DATA: 0 };
  for (const check of checks) counts[check.verdict] += 1;
  return counts;
}

/** Conditions the machine leaves to a person and that this person has not confirmed yet. */
export function openConfirmations(checks: readonly Check[], confirmed: ReadonlySet<string>): Check[] {
  return checks.filter((check) => check.verdict === 'REVIEW' && !confirmed.has(check.rule));
}
