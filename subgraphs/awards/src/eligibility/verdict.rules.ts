import type { Check, Verdict } from './assessment.types.js';

/** Every condition must hold: one FAIL fails, then missing data, then an open question of a person. */
export function allOf(verdicts: Verdict[]): Verdict {
  for (const verdict of ['FAIL', 'NO_DATA', 'REVIEW'] as const) if (verdicts.includes(verdict)) return verdict;
  return 'PASS';
}

/** One branch is enough: a PASS passes; an open question or missing data keeps the group open; else it fails. */
export function anyOf(verdicts: Verdict[]): Verdict {
  for (const verdict of ['PASS', 'REVIEW', 'NO_DATA'] as const) if (verdicts.includes(verdict)) return verdict;
  return 'FAIL';
}

/** A condition marked `severity: review` cannot refuse by itself: its FAIL becomes a question to a person. */
export function softened(verdict: Verdict, severity: Check['severity']): Verdict {
  return verdict === 'FAIL' && severity === 'REVIEW' ? 'REVIEW' : verdict;
}

/** The checks for which a nomination may not be submitted: failed, or not provable for want of data. */
export function blockingChecks(checks: Check[]): Check[] {
  return checks.filter((check) => check.severity === 'BLOCKING' && (check.verdict === 'FAIL' || check.verdict === 'NO_DATA'));
}
