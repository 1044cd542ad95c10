import { text, type Outcome } from '../assessment.types.js';
import { numberOf, stringOf, type Condition } from '../condition.types.js';
import type { PredicateInput } from '../predicate.types.js';
import type { Consumption } from '../subject.facts.js';
import { evidence, missing, scopeRank, scopeWord } from '../wording.js';

function factsMissing(id: string, need: Outcome['need']): Outcome {
  return {
    verdict: 'NO_DATA',
    need,
    have: text('Không có dữ liệu sáng kiến', 'Initiative data did not answer'),
    evidence: [missing(id, 'Dữ liệu sáng kiến không trả lời', 'The initiatives did not answer')],
  };
}

/** "those_years" of the diploma means the two years of its other branch; "award_year" is one year; else no window. */
function inWindow(condition: Condition, itemYear: number, year: number): boolean {
  if (condition.within === 'those_years') return itemYear <= year && itemYear > year - 2;
  if (condition.period === 'award_year') return itemYear === year;
  return itemYear <= year;
}

/** L-15: what was used to obtain the title named in `excludeUsedFor` is not counted again. */
function isUsed(condition: Condition, id: string, consumed: Consumption[]): boolean {
  const exclude = stringOf(condition, 'excludeUsedFor');
  if (!exclude) return false;
  return consumed.some((use) => use.initiativeId === id && (exclude.startsWith(use.awardCode) || exclude === 'same'));
}

/** `count` initiatives recognised by decision, with `scopeMin` or wider influence, in the window (Điều 23; L-15). */
export function initiativeRecognised({ condition, facts, year }: PredicateInput): Outcome {
  const count = numberOf(condition, 'count', 1);
  const scopeMin = stringOf(condition, 'scopeMin') ?? 'BASE';
  const scope = scopeWord(scopeMin);
  const need = text(
    `${count} sáng kiến được công nhận, phạm vi ${scope.vi} trở lên`,
    `${count} recognised initiative(s), ${scope.en} scope or wider`,
  );
  if (facts.evaluation === null) return factsMissing(facts.id, need);
  const recognised = facts.evaluation.initiatives.filter(
    (item) => item.decisionNumber !== null && inWindow(condition, item.year, year) && scopeRank(item.scope) >= scopeRank(scopeMin),
  );
  const usable = recognised.filter((item) => !isUsed(condition, item.id, facts.consumed));
  const used = recognised.length - usable.length;
  const have =
    used > 0
      ? text(`${usable.length} (đã dùng ${used})`, `${usable.length} (${used} already used)`)
      : text(`${usable.length}`, `${usable.length}`);
  return {
    verdict: usable.length >= count ? (Array.isArray(condition.requires) ? 'REVIEW' : 'PASS') : 'FAIL',
    need,
    have,
    evidence: usable.map((item) =>
      evidence('INITIATIVE', item.id, `“${item.title}”, ${item.decisionNumber}`, `“${item.title}”, ${item.decisionNumber}`),
    ),
  };
}

/** Accepted research topics, schemes or works (Điều 23). A scope is not recorded for works: asked for, it needs a person. */
export function scienceWorkAccepted({ condition, facts, year }: PredicateInput): Outcome {
  const count = numberOf(condition, 'count', 1);
  const scopeMin = stringOf(condition, 'scopeMin');
  const need = text(`${count} đề tài, đề án hoặc công trình được nghiệm thu`, `${count} accepted research topic(s), scheme(s) or work(s)`);
  if (facts.evaluation === null) return factsMissing(facts.id, need);
  const window = { ...condition, period: condition.within ? condition.period : 'award_year' };
  const works = facts.evaluation.scienceWorks.filter(
    (work) => inWindow(window, work.year, year) && !isUsed(condition, work.id, facts.consumed),
  );
  const enough = works.length >= count;
  return {
    verdict: enough ? (scopeMin && scopeMin !== 'BASE' ? 'REVIEW' : 'PASS') : 'FAIL',
    need,
    have: text(`${works.length}`, `${works.length}`),
    evidence: works.map((work) => evidence('INITIATIVE', work.id, `“${work.title}”`, `“${work.title}”`)),
  };
}

/** For the armed forces only; the organisations here hold civil officials, so the branch is simply not theirs. */
export function combatIngenuity(): Outcome {
  return {
    verdict: 'FAIL',
    need: text('Mưu trí, sáng tạo trong chiến đấu (lực lượng vũ trang)', 'Ingenuity in combat (armed forces)'),
    have: text('Không thuộc lực lượng vũ trang', 'Not of the armed forces'),
    evidence: [],
  };
}

/** CSTT and the like are for the armed forces and militia (Điều 24). */
export function recipientGroup({ condition }: PredicateInput): Outcome {
  const groups = Array.isArray(condition.in) ? condition.in.join(', ') : '';
  return {
    verdict: 'FAIL',
    need: text('Thuộc quân đội, công an, dân quân thường trực, tự vệ cơ động', `Member of ${groups}`),
    have: text('Công chức, viên chức, người lao động', 'Civil official'),
    evidence: [],
  };
}
