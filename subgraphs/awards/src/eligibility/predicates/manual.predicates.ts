import { text, type Outcome } from '../assessment.types.js';
import type { PredicateInput } from '../predicate.types.js';
import { dayOf, evidence } from '../wording.js';

/** What a person is asked to confirm, in words; a manual rule not listed is asked for by its own name. */
const QUESTIONS: Record<string, { vi: string; en: string }> = {
  conduct_assessed: { vi: 'Tự lực, đoàn kết, tham gia phong trào', en: 'Self-reliance, solidarity, takes part in campaigns' },
  active_in_campaigns: { vi: 'Tích cực tham gia phong trào thi đua', en: 'Active in emulation campaigns' },
  internal_unity_and_compliance: { vi: 'Nội bộ đoàn kết, chấp hành tốt', en: 'Unity inside, good compliance' },
  selected_as_most_outstanding: { vi: 'Tiêu biểu nhất trong số đủ điều kiện', en: 'Most outstanding of those eligible' },
  criteria_set_by: { vi: 'Đạt tiêu chuẩn do địa phương quy định', en: 'Meets the criteria set locally' },
};

export function questionOf(rule: string): { vi: string; en: string } {
  return QUESTIONS[rule] ?? { vi: `Điều kiện “${rule}”`, en: `Condition “${rule}”` };
}

/**
 * A condition that only a person can find (`manual` in the catalogue): PASS with the finding's author and date as
 * evidence when somebody competent has confirmed it for this nominee and year, REVIEW until then.
 */
export function manualFinding({ condition, facts, year }: PredicateInput): Outcome {
  const question = questionOf(condition.rule ?? 'manual');
  const need = text(`Xác nhận: ${question.vi}`, `Confirmed: ${question.en}`);
  const finding = facts.findings.find((item) => item.rule === condition.id && item.year === year);
  if (!finding)
    return { verdict: 'REVIEW', need, have: text('Chờ người có trách nhiệm xác nhận', 'Waits for a person to confirm'), evidence: [] };
  return {
    verdict: 'PASS',
    need,
    have: text(`${finding.byName} đã xác nhận`, `Confirmed by ${finding.byName}`),
    evidence: [
      evidence(
        'FINDING',
        `${facts.id}:${finding.rule}:${year}`,
        `${finding.byName}, ngày ${dayOf(finding.on)}`,
        `${finding.byName}, ${dayOf(finding.on)}`,
      ),
    ],
  };
}

/** A predicate this engine does not know: a person decides, and is told that no rule was applied. Never PASS. */
export function unknownPredicate({ condition }: PredicateInput): Outcome {
  const name = condition.rule ?? 'unnamed';
  return {
    verdict: 'REVIEW',
    need: text(`Quy tắc “${name}”`, `Rule “${name}”`),
    have: text('Hệ thống chưa biết quy tắc này, cần người xem xét', 'The system does not know this rule; a person decides'),
    evidence: [],
  };
}
