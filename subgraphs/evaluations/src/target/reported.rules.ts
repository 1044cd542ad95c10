import { comparePercent, parseDecimal, percentText } from './exact.rules.js';
import { lookedAtOn } from './scope.rules.js';
import type { Entry, Judgement, Missing, ReportedResult, Tally, TargetFacts, TargetRule } from './target.types.js';
import { dayText, percent, say, TASKS } from './words.rules.js';

type Verdict = Pick<Judgement, 'value' | 'explanation' | 'note'> & { met: boolean; final: boolean };

const newest = (rule: TargetRule, facts: TargetFacts): ReportedResult | undefined =>
  facts.results
    .filter((row) => row.targetId === rule.id)
    .toSorted((a, b) => a.reportedOn.localeCompare(b.reportedOn))
    .at(-1);

/** tasks done of tasks given; results above 100 % are kept as they are. */
export function tallyTasks(rule: TargetRule, facts: TargetFacts): Tally | Missing {
  const result = newest(rule, facts);
  if (!result || result.done === null || result.given === null) {
    return {
      missing: true,
      word: rule.kind === 'QUALITATIVE' ? 'QUALITATIVE' : 'NO_DATA',
      why: say('chưa có số liệu báo cáo', 'no result reported yet'),
    };
  }
  const entry: Entry = {
    list: 'COUNTED',
    personId: null,
    organisationId: rule.subjectId,
    label: `${result.done}/${result.given}`,
    detail: say(`${result.done} việc xong / ${result.given} việc giao`, `${result.done} tasks done of ${result.given} given`),
    reason: say(`báo cáo ngày ${dayText(result.reportedOn)}`, `reported on ${dayText(result.reportedOn)}`),
    evidence: say(result.evidence, result.evidence),
  };
  return { part: result.done, whole: result.given, entries: [entry], provisional: false, final: false, noun: TASKS };
}

/** a finding with evidence; cannot be met without evidence. */
export function judgeFinding(rule: TargetRule, facts: TargetFacts): Verdict | Missing {
  const result = newest(rule, facts);
  if (!result || result.met === null || result.evidence.trim() === '') {
    const byReference = rule.measureCode === 'REFERENCE';
    return {
      missing: true,
      word: byReference ? 'NO_DATA' : 'QUALITATIVE',
      why: byReference
        ? say('chưa nối với số liệu của văn bản được dẫn', 'not linked to the figures of the document it refers to')
        : say('chưa có minh chứng', 'no evidence yet'),
    };
  }
  const when = dayText(result.reportedOn);
  return {
    met: result.met,
    final: false,
    value: null,
    note: null,
    explanation: say(`${result.evidence} (báo cáo ${when})`, `${result.evidence} (reported ${when})`),
  };
}

/** the share of awarded people of direct duty against last year, by cross products (no rounding). */
export function judgeTrend(rule: TargetRule, facts: TargetFacts, today: string): Verdict | Missing {
  if (!facts.staff || !facts.awards)
    return { missing: true, word: 'NO_DATA', why: say('chưa có dữ liệu nhân sự hoặc khen thưởng', 'no staff or award data') };
  const { staff, awards } = facts;
  const share = (year: number, day: string): { part: number; whole: number } => {
    const people = new Set(staff.members.filter((m) => m.direct && m.from <= day && (m.to === null || m.to >= day)).map((m) => m.personId));
    const awarded = new Set(awards.rows.filter((row) => row.year === year && people.has(row.nomineeId)).map((row) => row.nomineeId));
    return { part: awarded.size, whole: people.size };
  };
  if (!awards.rows.some((row) => row.year === rule.year - 1))
    return {
      missing: true,
      word: 'NO_DATA',
      why: say(`chưa có số liệu năm ${rule.year - 1} để so sánh`, `no figures of ${rule.year - 1} to compare with`),
    };
  const [now, before] = [share(rule.year, lookedAtOn(today, rule.cutOff)), share(rule.year - 1, `${rule.year - 1}-12-31`)];
  if (now.whole === 0 || before.whole === 0)
    return { missing: true, word: 'NO_DATA', why: say('không có ai trong phạm vi', 'nobody is in scope') };
  const met = BigInt(now.part) * BigInt(before.whole) > BigInt(before.part) * BigInt(now.whole);
  const [a, b] = [percent(percentText(now.part, now.whole, null)), percent(percentText(before.part, before.whole, null))];
  return {
    met,
    final: false,
    value: a,
    note: null,
    explanation: say(
      `Người trực tiếp được khen hoặc đề nghị: ${now.part}/${now.whole} = ${a.vi}, năm ${rule.year - 1}: ${before.part}/${before.whole} = ${b.vi}`,
      `Awarded or proposed of those in direct duty: ${now.part}/${now.whole} = ${a.en}, in ${rule.year - 1}: ${before.part}/${before.whole} = ${b.en}`,
    ),
  };
}

/** Whether a fraction is above the whole ("vượt mức"). */
export const exceeds = (part: number, whole: number): boolean => comparePercent(part, whole, parseDecimal('100')!) > 0;
