import { text, type Outcome } from '../assessment.types.js';
import { numberOf, stringOf } from '../condition.types.js';
import type { PredicateInput } from '../predicate.types.js';
import { evidence, gradeRank, gradeWord, missing } from '../wording.js';

interface RatingFact {
  id: string;
  year: number;
  grade: string;
  decisionNumber: string | null;
}

function ratingEvidence(rating: RatingFact) {
  const grade = gradeWord(rating.grade);
  const number = rating.decisionNumber ? `, ${rating.decisionNumber}` : '';
  return evidence('RATING', rating.id, `Xếp loại năm ${rating.year}: ${grade.vi}${number}`, `Rating ${rating.year}: ${grade.en}${number}`);
}

function noFacts(id: string): Outcome {
  return {
    verdict: 'NO_DATA',
    need: text('Có kết quả xếp loại', 'A rating is known'),
    have: text('Không có dữ liệu đánh giá', 'Evaluation data did not answer'),
    evidence: [missing(id, 'Dữ liệu xếp loại không trả lời', 'The ratings did not answer')],
  };
}

function yearly(ratings: RatingFact[] | null, { condition, facts, year }: PredicateInput): Outcome {
  const min = stringOf(condition, 'min') ?? 'GOOD';
  const word = gradeWord(min);
  const need = text(`“${word.vi}” trở lên, năm ${year}`, `“${word.en}” or better, ${year}`);
  if (ratings === null) return { ...noFacts(facts.id), need };
  const rating = ratings.find((candidate) => candidate.year === year);
  if (!rating) {
    return {
      verdict: 'NO_DATA',
      need,
      have: text(`Chưa có xếp loại năm ${year}`, `No rating for ${year} yet`),
      evidence: [missing(`rating:${facts.id}:${year}`, `Chưa có xếp loại năm ${year}`, `No rating for ${year} yet`)],
    };
  }
  const passed = gradeRank(rating.grade) >= gradeRank(min) && gradeRank(rating.grade) >= 0;
  return { verdict: passed ? 'PASS' : 'FAIL', need, have: gradeWord(rating.grade), evidence: [ratingEvidence(rating)] };
}

/** Individual yearly rating, `min` or better (Luật 06/2022/QH15, Điều 23 and 24). No rating is NO_DATA, not FAIL. */
export function performanceRating(input: PredicateInput): Outcome {
  if (input.facts.kind === 'ORGANISATION') return collectiveRating(input);
  return yearly(input.facts.evaluation?.ratings ?? null, input);
}

/** Yearly rating of a collective (Điều 27 and 28). */
export function collectiveRating(input: PredicateInput): Outcome {
  return yearly(input.facts.collective?.ratings ?? null, input);
}

/** `years` consecutive years rated `min` or better, ending with the award year; a gap breaks the run (rules §2). */
export function consecutiveRating(input: PredicateInput): Outcome {
  const { condition, facts, year } = input;
  const ratings: RatingFact[] | null =
    facts.kind === 'ORGANISATION' ? (facts.collective?.ratings ?? null) : (facts.evaluation?.ratings ?? null);
  const min = stringOf(condition, 'min') ?? 'GOOD';
  const years = numberOf(condition, 'years', 1);
  const word = gradeWord(min);
  const need = text(`${years} năm liên tục “${word.vi}” trở lên`, `${years} consecutive years “${word.en}” or better`);
  if (ratings === null) return { ...noFacts(facts.id), need };
  const run: RatingFact[] = [];
  for (let at = year; at > year - years; at -= 1) {
    const rating = ratings.find((candidate) => candidate.year === at);
    if (!rating || gradeRank(rating.grade) < gradeRank(min)) break;
    run.push(rating);
  }
  const after = stringOf(condition, 'after');
  const verdict = run.length < years ? 'FAIL' : after ? 'REVIEW' : 'PASS';
  const tail = verdict === 'REVIEW' ? text(` · xác nhận tính từ ${after}`, ` · confirm it counts from ${after}`) : text('', '');
  return { verdict, need, have: text(`${run.length} năm${tail.vi}`, `${run.length} years${tail.en}`), evidence: run.map(ratingEvidence) };
}

/** At least `count` years rated `min` or better inside the window (default five years ending with the award year). */
export function ratingCountWithin(input: PredicateInput): Outcome {
  const { condition, facts, year } = input;
  const min = stringOf(condition, 'min') ?? 'GOOD';
  const count = numberOf(condition, 'count', 1);
  const span = numberOf(condition, 'years', 5);
  const word = gradeWord(min);
  const need = text(`${count} năm “${word.vi}” trong ${span} năm`, `${count} years “${word.en}” within ${span} years`);
  if (facts.evaluation === null) return { ...noFacts(facts.id), need };
  const found = facts.evaluation.ratings.filter(
    (rating) => rating.year <= year && rating.year > year - span && gradeRank(rating.grade) >= gradeRank(min),
  );
  return {
    verdict: found.length >= count ? 'PASS' : 'FAIL',
    need,
    have: text(`${found.length} năm`, `${found.length} years`),
    evidence: found.map(ratingEvidence),
  };
}
