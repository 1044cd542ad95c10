import { text, type Outcome } from '../assessment.types.js';
import { listOf, numberOf, stringOf } from '../condition.types.js';
import type { PredicateInput } from '../predicate.types.js';
import type { HeldAward, SubjectFacts } from '../subject.facts.js';
import { awardWords, evidence } from '../wording.js';

function awardEvidence(award: HeldAward) {
  const vi = award.decisionNumber ?? 'đang đề nghị';
  const en = award.decisionNumber ?? 'proposed';
  const name = awardWords([award.awardCode]);
  return evidence('AWARD', award.id, `${name.vi} năm ${award.year}, ${vi}`, `${name.en} ${award.year}, ${en}`);
}

function decided(facts: SubjectFacts, code: string): HeldAward[] {
  return facts.held.filter((award) => award.awardCode === code && award.stage === 'DECIDED' && award.inForce && award.countsForMerit);
}

/**
 * "Meets the criteria of" another title in the same year (L-05; CSTĐCS on LĐTT): the other title's criteria are judged,
 * the title itself need not have been awarded, so both can be nominated in one session. Several codes: the best answer.
 */
export function meetsCriteriaOf({ condition, judge }: PredicateInput): Outcome {
  const codes = listOf(condition, 'code');
  const order = ['PASS', 'REVIEW', 'NO_DATA', 'FAIL'];
  const answers = codes.map((code) => judge(code)).toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const best = answers[0];
  const names = awardWords(codes);
  const need = text(`Đạt tiêu chuẩn ${names.vi} cùng năm`, `Meets the criteria of ${names.en} in the same year`);
  if (!best) return { verdict: 'REVIEW', need, have: text(`Không rõ danh hiệu ${names.vi}`, `Unknown title ${names.en}`), evidence: [] };
  return { ...best, need };
}

/** A decision in force for one of the codes, in any earlier or the same year. */
export function awardHeld({ condition, facts, year }: PredicateInput): Outcome {
  const codes = listOf(condition, 'code');
  const names = awardWords(codes);
  const found = codes.flatMap((code) => decided(facts, code)).filter((award) => award.year <= year);
  return {
    verdict: found.length > 0 ? 'PASS' : 'FAIL',
    need: text(`Đã được tặng ${names.vi}`, `Holds ${names.en}`),
    have: found.length > 0 ? text('Có', 'Yes') : text('Chưa có', 'Not held'),
    evidence: found.map(awardEvidence),
  };
}

/**
 * `count` adjacent years with the title, no gap; a cancelled decision breaks the run (rules §2). The award year may
 * still be only proposed in the same session: then a person confirms it, the verdict is REVIEW.
 */
export function consecutiveTitle({ condition, facts, year }: PredicateInput): Outcome {
  const code = stringOf(condition, 'code') ?? '';
  const count = numberOf(condition, 'count', 1);
  const need = text(`${count} năm liên tục ${awardWords([code]).vi}`, `${count} consecutive years of ${awardWords([code]).en}`);
  const proposed = facts.held.find((award) => award.awardCode === code && award.year === year && award.stage === 'PROPOSED');
  const held = decided(facts, code);
  const run: HeldAward[] = [];
  for (let at = year; at > year - count; at -= 1) {
    const award = held.find((candidate) => candidate.year === at) ?? (at === year ? proposed : undefined);
    if (!award) break;
    run.push(award);
  }
  const complete = run.length >= count;
  const pending = run.some((award) => award.stage === 'PROPOSED');
  return {
    verdict: complete ? (pending ? 'REVIEW' : 'PASS') : 'FAIL',
    need,
    have: pending
      ? text(`${run.length} năm, kể cả năm ${year} đang đề nghị`, `${run.length} years, ${year} still proposed`)
      : text(`${run.length} năm`, `${run.length} years`),
    evidence: run.map(awardEvidence),
  };
}

/** `count` years with the title inside the window (default five years ending with the award year). */
export function titleCountWithin({ condition, facts, year }: PredicateInput): Outcome {
  const code = stringOf(condition, 'code') ?? '';
  const count = numberOf(condition, 'count', 1);
  const span = numberOf(condition, 'years', 5);
  const found = decided(facts, code).filter((award) => award.year <= year && award.year > year - span);
  return {
    verdict: found.length >= count ? 'PASS' : 'FAIL',
    need: text(`${count} lần ${awardWords([code]).vi} trong ${span} năm`, `${awardWords([code]).en} ${count} times within ${span} years`),
    have: text(`${found.length} lần`, `${found.length} times`),
    evidence: found.map(awardEvidence),
  };
}
