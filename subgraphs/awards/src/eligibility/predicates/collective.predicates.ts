import { text, type Outcome } from '../assessment.types.js';
import { listOf, numberOf, stringOf } from '../condition.types.js';
import type { PredicateInput } from '../predicate.types.js';
import type { SubjectFacts } from '../subject.facts.js';
import { awardWords, evidence, gradeRank, gradeWord, missing, shareOf } from '../wording.js';

function membersMissing(id: string, need: Outcome['need']): Outcome {
  return {
    verdict: 'NO_DATA',
    need,
    have: text('Không có dữ liệu thành viên', 'Data on the members did not answer'),
    evidence: [missing(id, 'Dữ liệu thành viên không trả lời', 'The members did not answer')],
  };
}

/**
 * Members that a percentage counts: present at the end of the award year (rules §3, `collective.denominatorPolicy` =
 * at year end). A person appears once, however many postings he has.
 */
export function membersAtYearEnd(facts: SubjectFacts, year: number): string[] {
  const end = `${year}-12-31`;
  const present = (facts.staff?.members ?? []).filter((member) => member.from <= end && (member.to === null || member.to >= end));
  return [...new Set(present.map((member) => member.personId))];
}

/** Exact comparison without rounding: part/whole ≥ percent/100. */
function reaches(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 100 >= percent * whole;
}

/** Members with one of the titles in the award year, decided or proposed in the same session (Điều 27, 28). */
export function memberTitlePercent({ condition, facts, year }: PredicateInput): Outcome {
  const codes = listOf(condition, 'code');
  const percent = numberOf(condition, 'minPercent', 100);
  const need = text(`≥ ${percent} % thành viên đạt ${awardWords(codes).vi}`, `≥ ${percent} % of members hold ${awardWords(codes).en}`);
  if (facts.staff === null || facts.memberTitles === null) return membersMissing(facts.id, need);
  const members = membersAtYearEnd(facts, year);
  const titles = facts.memberTitles.filter(
    (title) => title.year === year && codes.includes(title.awardCode) && members.includes(title.personId),
  );
  const holders = new Set(titles.map((title) => title.personId)).size;
  const decidedHolders = new Set(titles.filter((title) => title.stage === 'DECIDED').map((title) => title.personId)).size;
  const have = text(
    `${holders}/${members.length} = ${shareOf(holders, members.length, 'vi')} (${decidedHolders} đã quyết định, ${holders - decidedHolders} đang đề nghị)`,
    `${holders}/${members.length} = ${shareOf(holders, members.length, 'en')} (${decidedHolders} decided, ${holders - decidedHolders} proposed)`,
  );
  return {
    verdict: reaches(holders, members.length, percent) ? 'PASS' : 'FAIL',
    need,
    have,
    evidence: [
      evidence(
        'MEMBER',
        `${facts.id}:titles:${year}`,
        `${holders} trong ${members.length} thành viên`,
        `${holders} of ${members.length} members`,
      ),
    ],
  };
}

/** Members rated `minRating` or better (Điều 27). */
export function memberRatingPercent({ condition, facts, year }: PredicateInput): Outcome {
  const min = stringOf(condition, 'minRating') ?? 'COMPLETED';
  const percent = numberOf(condition, 'minPercent', 100);
  const word = gradeWord(min);
  const need = text(`${percent} % thành viên “${word.vi}” trở lên`, `${percent} % of members “${word.en}” or better`);
  if (facts.staff === null || facts.memberRatings === null) return membersMissing(facts.id, need);
  const members = membersAtYearEnd(facts, year);
  const rated = new Set(
    facts.memberRatings
      .filter((rating) => rating.year === year && gradeRank(rating.grade) >= gradeRank(min))
      .map((rating) => rating.personId),
  );
  const met = members.filter((id) => rated.has(id)).length;
  return {
    verdict: reaches(met, members.length, percent) ? 'PASS' : 'FAIL',
    need,
    have: text(`${met}/${members.length}`, `${met}/${members.length}`),
    evidence: [
      evidence('MEMBER', `${facts.id}:ratings:${year}`, `${met} trong ${members.length} thành viên`, `${met} of ${members.length} members`),
    ],
  };
}

/** At least `min` members with the title in the award year (Điều 27: one CSTĐCS). */
export function memberTitleCount({ condition, facts, year }: PredicateInput): Outcome {
  const code = stringOf(condition, 'code') ?? '';
  const min = numberOf(condition, 'min', 1);
  const need = text(`≥ ${min} thành viên đạt ${awardWords([code]).vi}`, `≥ ${min} member(s) with ${awardWords([code]).en}`);
  if (facts.staff === null || facts.memberTitles === null) return membersMissing(facts.id, need);
  const members = membersAtYearEnd(facts, year);
  const holders = new Set(
    facts.memberTitles
      .filter((title) => title.year === year && title.awardCode === code && members.includes(title.personId))
      .map((title) => title.personId),
  ).size;
  return { verdict: holders >= min ? 'PASS' : 'FAIL', need, have: text(`${holders}`, `${holders}`), evidence: [] };
}
