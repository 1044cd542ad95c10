import { text, type Outcome } from '../assessment.types.js';
import { listOf, numberOf } from '../condition.types.js';
import type { PredicateInput } from '../predicate.types.js';
import { dayOf, evidence, missing } from '../wording.js';

const HALF_MONTH = 15;

/** Leave kinds as the organisations subgraph and the catalogue write them, joined for comparison. */
const LEAVE_NAMES: Record<string, string[]> = {
  maternity: ['maternity', 'thai_san'],
  injury_from_rescue_or_combat: ['injury_from_rescue_or_combat', 'injury', 'rescue_injury'],
};

const DISCIPLINE_CLOSED = new Set(['CANCELLED', 'REVOKED', 'DISMISSED', 'NONE']);
const DISCIPLINE_PENDING = new Set(['PENDING', 'CONSIDERING', 'UNDER_REVIEW', 'UNDER_CONSIDERATION', 'OPEN']);

function postingsMissing(id: string, need: Outcome['need']): Outcome {
  return {
    verdict: 'NO_DATA',
    need,
    have: text('Không có dữ liệu công tác', 'Service data did not answer'),
    evidence: [missing(id, 'Dữ liệu công tác không trả lời', 'The service record did not answer')],
  };
}

/** Days of the month served in any posting; an open posting counts to the end of the month. */
function daysServed(postings: { from: string; to: string | null }[], year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let served = 0;
  for (let day = 1; day <= last; day += 1) {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (postings.some((posting) => posting.from <= date && (posting.to === null || posting.to >= date))) served += 1;
  }
  return served;
}

/**
 * Months of service in the award year: a calendar month counts from 15 days served, postings are joined, so that a
 * transfer loses nothing (rules §2, local parameter `ldtt.minServiceMonths`). Maternity leave counts as worked time.
 */
export function monthsServed(postings: { from: string; to: string | null }[], year: number): number {
  let months = 0;
  for (let month = 1; month <= 12; month += 1) if (daysServed(postings, year, month) >= HALF_MONTH) months += 1;
  return months;
}

/** At least `min` months of service in the award year; a local parameter, so a person may set it aside. */
export function serviceMonthsInYear({ condition, facts, year }: PredicateInput): Outcome {
  const min = numberOf(condition, 'min', 0);
  const need = text(`≥ ${min} tháng`, `≥ ${min} months`);
  if (facts.posting === null) return postingsMissing(facts.id, need);
  const touched = facts.posting.postings.filter(
    (posting) => posting.from <= `${year}-12-31` && (posting.to === null || posting.to >= `${year}-01-01`),
  );
  const months = monthsServed(touched, year);
  return {
    verdict: months >= min ? 'PASS' : 'FAIL',
    need,
    have: text(`${months} tháng`, `${months} months`),
    evidence: touched.map((posting) =>
      evidence(
        'POSTING',
        `${facts.id}:${posting.from}`,
        `${posting.title}, từ ${dayOf(posting.from)}${posting.to ? ` đến ${dayOf(posting.to)}` : ''}`,
        `${posting.title}, from ${dayOf(posting.from)}${posting.to ? ` to ${dayOf(posting.to)}` : ''}`,
      ),
    ),
  };
}

/** Working days away in the year, without the kinds the condition excludes (maternity, injury from a rescue; rules §2). */
export function absenceWorkingDays({ condition, facts, year }: PredicateInput): Outcome {
  const max = numberOf(condition, 'max', 0);
  const excluded = new Set(listOf(condition, 'exclude').flatMap((kind) => LEAVE_NAMES[kind] ?? [kind]));
  const need = text(`≤ ${max} ngày`, `≤ ${max} days`);
  if (facts.posting === null) return postingsMissing(facts.id, need);
  const leaves = facts.posting.leaves.filter((leave) => leave.year === year);
  const sum = (list: typeof leaves) => list.reduce((days, leave) => days + leave.workingDays, 0);
  const setAside = sum(leaves.filter((leave) => excluded.has(leave.kind.toLowerCase())));
  const counted = sum(leaves) - setAside;
  const have =
    setAside > 0
      ? text(`${counted} ngày (trừ ${setAside} ngày không tính)`, `${counted} days (${setAside} days not counted)`)
      : text(`${counted} ngày`, `${counted} days`);
  // Which kind of leave it was is sensitive (rules §11): the evidence tells days only.
  const label = text(`Nghỉ ${sum(leaves)} ngày làm việc trong năm ${year}`, `${sum(leaves)} working days away in ${year}`);
  return {
    verdict: counted <= max ? 'PASS' : 'FAIL',
    need,
    have,
    evidence: [{ kind: 'POSTING', id: `${facts.id}:leave:${year}`, label, link: null }],
  };
}

/** No discipline being considered, and none being served at any time of the award year (L-07, L-08). */
export function noPendingOrActiveDiscipline({ facts, year }: PredicateInput): Outcome {
  const need = text('Không bị xem xét hoặc đang chịu kỷ luật', 'No discipline considered or served');
  if (facts.kind === 'ORGANISATION')
    return { verdict: 'PASS', need, have: text('Không áp dụng cho tập thể', 'Does not apply to a collective'), evidence: [] };
  if (facts.posting === null) return postingsMissing(facts.id, need);
  const counted = facts.posting.disciplines.filter(
    (discipline) =>
      !DISCIPLINE_CLOSED.has(discipline.state) &&
      (DISCIPLINE_PENDING.has(discipline.state) ||
        (discipline.from <= `${year}-12-31` && (discipline.to === null || discipline.to >= `${year}-01-01`))),
  );
  return {
    verdict: counted.length === 0 ? 'PASS' : 'FAIL',
    need,
    have: counted.length === 0 ? text('Không có', 'None') : text(`${counted.length} trường hợp`, `${counted.length} cases`),
    evidence: counted.map((discipline) =>
      evidence(
        'POSTING',
        `${facts.id}:discipline:${discipline.from}`,
        `Kỷ luật từ ${dayOf(discipline.from)}`,
        `Discipline from ${dayOf(discipline.from)}`,
      ),
    ),
  };
}
