import type { CheckPartsFragment, EligibilityPartsFragment, Verdict } from '../generated/graphql.js';

export type EligibilityView = EligibilityPartsFragment;
export type Check = EligibilityView['checks'][number];

/** A line of the table: a condition, or a branch of an "any of" group under its group. */
export interface CheckLine {
  readonly key: string;
  readonly check: CheckPartsFragment;
  readonly child: boolean;
  readonly group: boolean;
  /** A branch the group did not need: it neither passes nor fails anybody. */
  readonly unused: boolean;
}

/** What a person must look at comes first: to confirm, not met, without data, then the settled ones. */
const RANK: Readonly<Record<Verdict, number>> = { REVIEW: 0, FAIL: 1, NO_DATA: 2, PASS: 3 };

export function checkLines(checks: readonly Check[]): CheckLine[] {
  return checks
    .toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict])
    .flatMap((check) => [
      { key: check.rule, check, child: false, group: check.alternatives.length > 0, unused: false },
      ...check.alternatives.map((branch) => ({
        key: `${check.rule}/${branch.rule}`,
        check: branch,
        child: true,
        group: false,
        unused: check.verdict === 'PASS' && branch.verdict !== 'PASS',
      })),
    ]);
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
