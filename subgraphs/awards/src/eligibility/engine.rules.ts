import { text, type Assessment, type Check, type Outcome } from './assessment.types.js';
import type { Condition } from './condition.types.js';
import { labelOf } from './labels.js';
import { PREDICATES } from './predicates/index.js';
import { manualFinding, unknownPredicate } from './predicates/manual.predicates.js';
import { articleOf, ruleSetAt, type Instrument, type RuleSetRow } from './rule-set.rules.js';
import type { SubjectFacts } from './subject.facts.js';
import { allOf, anyOf, softened } from './verdict.rules.js';
import { awardWords } from './wording.js';

/** L-07 holds for every award, whatever its own criteria say. */
const COMMON: Condition[] = [{ id: 'L-07', rule: 'no_petition_under_verification', source: 'decree' }];

/** A nominee of the wrong kind for a variant ("recipient") never meets it. */
const RECIPIENTS: Record<SubjectFacts['kind'], string> = { PERSON: 'individual', ORGANISATION: 'collective', OTHER: 'household' };

interface Frame {
  facts: SubjectFacts;
  ruleSet: RuleSetRow;
  year: number;
  date: string;
  rules: readonly RuleSetRow[];
  instruments: readonly Instrument[];
  /** Awards being judged, outermost first; stops a ring of "meets the criteria of". */
  trail: string[];
}

/** Judges one nominee for one award and year. Pure: the same rules and facts give the same verdict. Null: unknown award. */
export function assess(
  input: { awardCode: string; year: number; date: string; facts: SubjectFacts },
  rules: readonly RuleSetRow[],
  instruments: readonly Instrument[],
): Assessment | null {
  const ruleSet = ruleSetAt(rules, input.awardCode, input.date);
  if (!ruleSet) return null;
  const frame: Frame = { ...input, ruleSet, rules, instruments, trail: [input.awardCode] };
  const checks = [...checksOf(ruleSet.conditions, frame), ...COMMON.map((condition) => judge(condition, frame))];
  if (!ruleSet.enabled) checks.unshift(unconfirmed(ruleSet));
  const { conditions: _conditions, article: _article, ...ref } = ruleSet;
  return { awardCode: input.awardCode, year: input.year, verdict: allOf(checks.map((check) => check.verdict)), ruleSet: ref, checks };
}

/** A rule set whose text nobody has confirmed may be shown, but never decides (law as data: unsure = off). */
function unconfirmed(ruleSet: RuleSetRow): Check {
  return {
    rule: 'RULE-SET',
    predicate: 'rule_set',
    label: labelOf('rule_set'),
    article: ruleSet.article,
    severity: 'BLOCKING',
    verdict: 'REVIEW',
    need: text('Bộ quy tắc đã được xác nhận', 'The rule set is confirmed'),
    have: text(`Chưa xác nhận: ${ruleSet.status}`, `Not confirmed: ${ruleSet.status}`),
    evidence: [],
    alternatives: [],
  };
}

function checksOf(condition: Condition, frame: Frame): Check[] {
  if (condition.all) return condition.all.filter((part) => part.enabledByDefault !== false).flatMap((part) => checksOf(part, frame));
  return [judge(condition, frame)];
}

function judge(condition: Condition, frame: Frame): Check {
  if (condition.any) return group(condition.any, frame);
  if (condition.all) return joined(condition, frame);
  const predicate = condition.rule ?? 'manual';
  const severity = condition.severity === 'review' ? 'REVIEW' : 'BLOCKING';
  const outcome = outcomeOf(condition, frame);
  return {
    rule: condition.id ?? `${frame.ruleSet.awardCode}-${predicate}`,
    predicate,
    label: labelOf(predicate),
    article: articleOf(frame.ruleSet, condition.source ?? null, frame.date, frame.instruments),
    severity,
    alternatives: [],
    ...outcome,
    verdict: softened(outcome.verdict, severity),
  };
}

function outcomeOf(condition: Condition, frame: Frame): Outcome {
  const input = {
    condition,
    facts: frame.facts,
    awardCode: frame.ruleSet.awardCode,
    year: frame.year,
    judge: (awardCode: string) => judgeOther(awardCode, frame),
  };
  const predicate = PREDICATES[condition.rule ?? ''];
  if (predicate) return predicate(input);
  return condition.manual ? manualFinding(input) : unknownPredicate(input);
}

/** Criteria of another title for the same nominee and year; its own checks are kept as the explanation. */
function judgeOther(awardCode: string, frame: Frame): Outcome {
  const ruleSet = ruleSetAt(frame.rules, awardCode, frame.date);
  if (!ruleSet || frame.trail.includes(awardCode))
    return unknownPredicate({
      condition: { rule: awardCode },
      facts: frame.facts,
      awardCode,
      year: frame.year,
      judge: () => unknownOutcome(awardCode),
    });
  const checks = checksOf(ruleSet.conditions, { ...frame, ruleSet, trail: [...frame.trail, awardCode] });
  const verdict = allOf(checks.map((check) => check.verdict));
  const name = awardWords([awardCode]);
  const words = {
    PASS: text(`Đạt ${name.vi}`, `Meets ${name.en}`),
    FAIL: text(`Chưa đạt ${name.vi}`, `Does not meet ${name.en}`),
    REVIEW: text(`Đạt ${name.vi}, còn điều phải xác nhận`, `Meets ${name.en}, one point to confirm`),
    NO_DATA: text(`Chưa đủ dữ liệu xét ${name.vi}`, `Not enough data for ${name.en}`),
  };
  return {
    verdict,
    need: name,
    have: words[verdict],
    evidence: checks.flatMap((check) => check.evidence),
    alternatives: checks,
  };
}

function unknownOutcome(code: string): Outcome {
  return { verdict: 'REVIEW', need: text(code, code), have: text('Không rõ', 'Unknown'), evidence: [] };
}

/** "2a", "2b", "2c" become the group "2"; branches without such ids name the group after the award. */
function groupId(branches: Condition[], frame: Frame): string {
  const id = branches.map((branch) => branch.id).find((candidate) => candidate !== undefined);
  return id ? id.replace(/(?<=\d)[a-z]$/, '') : `${frame.ruleSet.awardCode}-any`;
}

function group(branches: Condition[], frame: Frame): Check {
  const used = branches.filter((branch) => branch.enabledByDefault !== false && fits(branch, frame));
  const checks = used.map((branch) => judge(branch, frame));
  const passed = checks.filter((check) => check.verdict === 'PASS');
  const first = passed[0];
  return {
    rule: groupId(used, frame),
    predicate: 'any',
    label: labelOf('any'),
    article: frame.ruleSet.article,
    severity: 'BLOCKING',
    verdict: anyOf(checks.map((check) => check.verdict)),
    need: text('1 căn cứ', '1 ground'),
    have: first
      ? text(`${passed.length}, theo: ${first.label.vi.toLowerCase()}`, `${passed.length}, by: ${first.label.en.toLowerCase()}`)
      : text('0', '0'),
    evidence: (first ? [first] : checks).flatMap((check) => check.evidence),
    alternatives: checks,
  };
}

/** A branch of a group that itself asks for several things, e.g. one variant of a diploma. */
function joined(condition: Condition, frame: Frame): Check {
  const checks = checksOf(condition, frame);
  const open = checks.filter((check) => check.verdict !== 'PASS').length;
  return {
    rule: condition.id ?? condition.variant ?? `${frame.ruleSet.awardCode}-all`,
    predicate: 'variant',
    label: labelOf('variant'),
    article: frame.ruleSet.article,
    severity: 'BLOCKING',
    verdict: allOf(checks.map((check) => check.verdict)),
    need: text(`${checks.length} điều kiện`, `${checks.length} conditions`),
    have: text(`${checks.length - open} đạt`, `${checks.length - open} met`),
    evidence: checks.flatMap((check) => check.evidence),
    alternatives: checks,
  };
}

function fits(branch: Condition, frame: Frame): boolean {
  return branch.recipient === undefined || branch.recipient === RECIPIENTS[frame.facts.kind];
}
