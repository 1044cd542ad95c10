import {
  compareCount,
  comparePercent,
  holds,
  neededOf,
  parseDecimal,
  percentText,
  type Decimal,
  type RatioComparator,
} from './exact.rules.js';
import { judgeRank, judgeRating, judgeRecognition, tallyBodies } from './ordinal.rules.js';
import { exceeds, judgeFinding, judgeTrend, tallyTasks } from './reported.rules.js';
import { tallyStudy } from './study.rules.js';
import { tallyTitle } from './title.rules.js';
import type { Judgement, Missing, StatusWord, Tally, TargetFacts, TargetRule, Text } from './target.types.js';
import { counted, percent, say } from './words.rules.js';

type Verdict = Pick<Judgement, 'value' | 'explanation' | 'note'> & { met: boolean; final: boolean };

const BLANK: Omit<Judgement, 'status' | 'word' | 'explanation'> = {
  value: null,
  part: null,
  whole: null,
  needed: null,
  provisional: false,
  otherReading: null,
  note: null,
  conflict: null,
  entries: [],
};

/**
 * Judges a target from facts on a business day (R-157… ). Pure: same facts, same judgement. Missing facts are
 * NO_DATA, never 0. Below what is needed is NOT_MET, in the words “Chưa đạt” until the cut-off has passed and “Không đạt”
 * after (decision 37); before the target's warning days begin it is only AT_RISK, unless what it rests on is final.
 */
export function judge(rule: TargetRule, facts: TargetFacts, today: string): Judgement {
  switch (rule.measureCode) {
    case 'STUDY':
      return judgeTally(rule, facts, today, tallyStudy(rule, facts, today));
    case 'TITLE':
      return judgeTally(rule, facts, today, tallyTitle(rule, facts, today));
    case 'BODY_RATINGS':
      return judgeTally({ ...rule, comparator: 'EQ', value: '100', unit: '%' }, facts, today, tallyBodies(rule, facts));
    case 'TASKS':
      return judgeTally(rule, facts, today, tallyTasks(rule, facts));
    case 'RATING':
      return judgeVerdict(rule, today, judgeRating(rule, facts));
    case 'RANK':
      return judgeVerdict(rule, today, judgeRank(rule, facts));
    case 'RECOGNITION':
      return judgeVerdict(rule, today, judgeRecognition(rule, facts));
    case 'TREND':
      return judgeVerdict(rule, today, judgeTrend(rule, facts, today));
    case 'REFERENCE':
    case 'QUALITATIVE':
      return judgeVerdict(rule, today, judgeFinding(rule, facts));
  }
}

const noData = (missing: Missing): Judgement => ({
  ...BLANK,
  status: 'NO_DATA',
  word: missing.word,
  explanation: missing.why,
  note: missing.why,
});

function failed(rule: TargetRule, today: string, final: boolean): Pick<Judgement, 'status' | 'word'> {
  if (final || today > rule.cutOff) return { status: 'NOT_MET', word: 'NOT_MET' };
  return { status: today >= rule.warnFrom ? 'NOT_MET' : 'AT_RISK', word: 'NOT_YET' };
}

function judgeVerdict(rule: TargetRule, today: string, verdict: Verdict | Missing): Judgement {
  if ('missing' in verdict) {
    const late = rule.measureCode === 'RECOGNITION' && today > rule.cutOff;
    return late ? { ...noData(verdict), status: 'NOT_MET', word: 'NOT_MET' } : noData(verdict);
  }
  const outcome = verdict.met ? { status: 'MET' as const, word: 'MET' as const } : failed(rule, today, verdict.final);
  return { ...BLANK, ...outcome, value: verdict.value, explanation: verdict.explanation, note: verdict.note };
}

const isRatio = (comparator: string): comparator is RatioComparator => ['GT', 'GTE', 'EQ', 'LT', 'LTE'].includes(comparator);

const isCeiling = (comparator: string): boolean => comparator === 'LT' || comparator === 'LTE';

function judgeTally(rule: TargetRule, facts: TargetFacts, today: string, tally: Tally | Missing): Judgement {
  if ('missing' in tally) return noData(tally);
  const value = parseDecimal(rule.value ?? '');
  if (!value || !isRatio(rule.comparator))
    return noData({
      missing: true,
      word: 'NO_DATA',
      why: say('chỉ tiêu không có con số để so sánh', 'the target has no number to compare with'),
    });
  const measured = measure(rule.comparator, value, rule.unit === '%', tally);
  if (!measured) return noData({ missing: true, word: 'NO_DATA', why: say('không có ai trong phạm vi', 'nobody is in scope') });
  const outcome = measured.met ? { status: 'MET' as const, word: metWord(rule, measured.needed, tally) } : failed(rule, today, tally.final);
  return {
    ...BLANK,
    ...outcome,
    value: measured.text,
    part: tally.part,
    whole: tally.whole,
    needed: measured.needed,
    provisional: tally.provisional,
    entries: tally.entries,
    note: noteOf(rule.comparator, measured, tally),
    explanation: explain(rule, measured, tally),
    otherReading: otherReading(rule, facts, today, value),
    conflict: conflictOf(rule, facts, measured.needed),
  };
}

interface Measured {
  met: boolean;
  needed: number | null;
  text: Text;
}

/** Null when a percentage has nobody to be taken of. */
function measure(comparator: RatioComparator, value: Decimal, asPercent: boolean, tally: Tally): Measured | null {
  if (!asPercent)
    return {
      met: holds(comparator, compareCount(tally.part, value)),
      needed: neededOf(comparator, value, null),
      text: say(String(tally.part), String(tally.part)),
    };
  if (tally.whole === null || tally.whole === 0) return null;
  return {
    met: holds(comparator, comparePercent(tally.part, tally.whole, value)),
    needed: neededOf(comparator, value, tally.whole),
    text: percent(percentText(tally.part, tally.whole, value)),
  };
}

/** "Vượt mức" above the whole; "Vừa đủ" when met with nothing to spare although more would be possible. */
function metWord(rule: TargetRule, needed: number | null, tally: Tally): StatusWord {
  if (rule.measureCode === 'TASKS' && tally.whole !== null && exceeds(tally.part, tally.whole)) return 'EXCEEDED';
  const spare = tally.whole === null || needed === null || needed < tally.whole;
  return rule.comparator !== 'EQ' && needed === tally.part && spare ? 'NO_MARGIN' : 'MET';
}

function noteOf(comparator: RatioComparator, { met, needed }: Measured, { part, noun }: Tally): Text | null {
  if (met || needed === null) return null;
  const gap = counted(Math.abs(part - needed), noun);
  if (isCeiling(comparator)) return say(`vượt ${gap.vi}, tối đa ${needed}`, `${gap.en} too many, at most ${needed}`);
  if (part > needed) return say(`thừa ${gap.vi}, cần đúng ${needed}`, `${gap.en} too many, exactly ${needed} needed`);
  return say(`thiếu ${gap.vi}, cần ${needed}`, `${gap.en} short, ${needed} needed`);
}

const COMPARATOR_WORDS: Readonly<Record<RatioComparator, Text>> = {
  GT: say('lớn hơn hẳn', 'strictly more than'),
  GTE: say('từ', 'at least'),
  EQ: say('đúng bằng', 'exactly'),
  LT: say('nhỏ hơn hẳn', 'strictly less than'),
  LTE: say('không quá', 'at most'),
};

function explain(rule: TargetRule, { text, needed }: Measured, { part, whole, noun }: Tally): Text {
  const words = COMPARATOR_WORDS[rule.comparator as RatioComparator];
  const asPercent = rule.unit === '%';
  const asked = asPercent ? percent((rule.value ?? '').replace(',', '.')) : counted(Number((rule.value ?? '').replace(',', '.')), noun);
  const have = asPercent ? say(`${part}/${whole} = ${text.vi}`, `${part}/${whole} = ${text.en}`) : counted(part, noun);
  const few = needed === null ? null : counted(needed, noun);
  const count = asPercent && few ? say(`, tức ${few.vi}`, `, that is ${few.en}`) : say('', '');
  return say(
    `${have.vi}. Cần ${words.vi} ${asked.vi}${count.vi}, không làm tròn.`,
    `${have.en}. Needs ${words.en} ${asked.en}${count.en}, without rounding.`,
  );
}

/** the result under the other denominator, shown beside the chosen one. */
function otherReading(rule: TargetRule, facts: TargetFacts, today: string, value: Decimal): Text | null {
  if (!rule.outer || rule.unit !== '%') return null;
  const reading = rule.reading === 'OUTER' ? 'WHOLE' : 'OUTER';
  const other = tallyTitle({ ...rule, reading }, facts, today);
  if ('missing' in other || !other.whole) return null;
  const text = percent(percentText(other.part, other.whole, value));
  const needed = neededOf(rule.comparator as RatioComparator, value, other.whole);
  return reading === 'WHOLE'
    ? say(
        `đọc theo toàn cơ quan: ${other.part}/${other.whole} = ${text.vi}, cần ${needed}`,
        `read of the whole body: ${other.part}/${other.whole} = ${text.en}, ${needed} needed`,
      )
    : say(
        `đọc theo số đạt ở chỉ tiêu trên: ${other.part}/${other.whole} = ${text.vi}, cần ${needed}`,
        `read of those who reach the outer target: ${other.part}/${other.whole} = ${text.en}, ${needed} needed`,
      );
}

/** Decision 37: a floor that needs more than the quota allows is shown as a conflict, not solved. */
function conflictOf(rule: TargetRule, facts: TargetFacts, needed: number | null): Text | null {
  if (rule.measureCode !== 'TITLE' || isCeiling(rule.comparator) || needed === null) return null;
  const quota = facts.awards?.quotas?.find((row) => row.awardCode === rule.awardCode && row.year === rule.year);
  if (!quota || needed <= quota.limit) return null;
  const cap = percent(quota.percent.replace(',', '.'));
  return say(
    `Chỉ tiêu cần ${needed}, hạn mức ${cap.vi} chỉ cho ${quota.limit} (${quota.source}): không thể cùng đạt`,
    `The target needs ${needed}, the quota of ${cap.en} allows ${quota.limit} (${quota.source}): both cannot hold`,
  );
}
