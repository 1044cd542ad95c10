import type { RatingGrade } from '../enums.js';
import type { BodyRating, Entry, Judgement, Missing, Tally, TargetFacts, TargetRule, Text } from './target.types.js';
import { BODIES, dayText, say, topicKey } from './words.rules.js';

/** From low to high. */
const GRADES: readonly RatingGrade[] = ['NOT_COMPLETED', 'COMPLETED', 'GOOD', 'EXCELLENT'];

export const GRADE_WORDS: Readonly<Record<RatingGrade, Text>> = {
  EXCELLENT: say('hoàn thành xuất sắc nhiệm vụ', 'excellent'),
  GOOD: say('hoàn thành tốt nhiệm vụ', 'good'),
  COMPLETED: say('hoàn thành nhiệm vụ', 'completed'),
  NOT_COMPLETED: say('không hoàn thành nhiệm vụ', 'not completed'),
};

/** Reads "hoàn thành tốt nhiệm vụ" and the like. */
export function gradeOf(printed: string): RatingGrade | null {
  const key = topicKey(printed);
  if (key.includes('khong hoan thanh')) return 'NOT_COMPLETED';
  if (key.includes('xuat sac')) return 'EXCELLENT';
  if (key.includes('tot')) return 'GOOD';
  return key.includes('hoan thanh') ? 'COMPLETED' : null;
}

/** "trở lên": a higher grade satisfies the lower one; without it only the grade itself does. */
export const gradeSatisfies = (held: RatingGrade, asked: RatingGrade, orHigher: boolean): boolean =>
  held === asked || (orHigher && GRADES.indexOf(held) > GRADES.indexOf(asked));

const proof = (rating: BodyRating): Text | null => {
  if (!rating.decisionNumber) return null;
  const on = rating.decidedOn ? dayText(rating.decidedOn) : '';
  return say(`Quyết định ${rating.decisionNumber} ngày ${on}`, `Decision ${rating.decisionNumber} of ${on}`);
};

/** the bodies beside the department, each of which must reach the grade. */
export function tallyBodies(rule: TargetRule, facts: TargetFacts): Tally | Missing {
  const asked = gradeOf(rule.value ?? '');
  if (!facts.staff || facts.staff.bodies.length === 0 || !asked)
    return {
      missing: true,
      word: 'NO_DATA',
      why: say('chưa có dữ liệu về tổ chức đảng, đoàn thể', 'no data on Party and mass organisations'),
    };
  const ratings = new Map(facts.ratings.filter((r) => r.year === rule.year && r.decided).map((r) => [r.subjectId, r]));
  if (!facts.staff.bodies.some((body) => ratings.has(body.id)))
    return { missing: true, word: 'AWAITING', why: say('chờ quyết định xếp loại', 'awaiting the rating decisions') };
  const entries = facts.staff.bodies.map((body): Entry => {
    const rating = ratings.get(body.id);
    const base = { personId: null, organisationId: body.id, label: body.name };
    if (!rating)
      return {
        ...base,
        list: 'NOT_COUNTED',
        detail: say('chưa xếp loại', 'not rated yet'),
        reason: say('chưa có quyết định xếp loại', 'no rating decision yet'),
        evidence: null,
      };
    const enough = gradeSatisfies(rating.grade, asked, rule.orHigher);
    const reason = enough
      ? say('đạt mức yêu cầu', 'reaches the grade')
      : say(`dưới mức ${GRADE_WORDS[asked].vi}`, `below “${GRADE_WORDS[asked].en}”`);
    return { ...base, list: enough ? 'COUNTED' : 'NOT_COUNTED', detail: GRADE_WORDS[rating.grade], reason, evidence: proof(rating) };
  });
  const failed = entries.some((entry) => entry.list === 'NOT_COUNTED' && entry.evidence !== null);
  return {
    part: entries.filter((entry) => entry.list === 'COUNTED').length,
    whole: entries.length,
    entries,
    provisional: false,
    final: failed,
    noun: BODIES,
  };
}

type Verdict = Pick<Judgement, 'value' | 'explanation' | 'note'> & { met: boolean; final: boolean };

/** the grade of the body itself, decided by its superior. */
export function judgeRating(rule: TargetRule, facts: TargetFacts): Verdict | Missing {
  const asked = gradeOf(rule.value ?? '');
  const rating = facts.ratings.find((row) => row.subjectId === rule.subjectId && row.year === rule.year);
  if (!asked)
    return {
      missing: true,
      word: 'NO_DATA',
      why: say('mức xếp loại trong kế hoạch chưa đọc được', 'the grade in the plan could not be read'),
    };
  if (!rating?.decided)
    return { missing: true, word: 'AWAITING', why: say('chờ cấp trên quyết định xếp loại', 'awaiting the superior’s rating decision') };
  const met = gradeSatisfies(rating.grade, asked, rule.orHigher);
  const proved = proof(rating);
  return {
    met,
    final: true,
    value: GRADE_WORDS[rating.grade],
    note: null,
    explanation: say(
      `${GRADE_WORDS[rating.grade].vi}. ${proved?.vi ?? ''}`.trim(),
      `${GRADE_WORDS[rating.grade].en}. ${proved?.en ?? ''}`.trim(),
    ),
  };
}

/** "giữ vững xếp hạng": not worse than last year; a smaller rank is better. */
export function judgeRank(rule: TargetRule, facts: TargetFacts): Verdict | Missing {
  const rankIn = (year: number) =>
    facts.ranks.find((row) => row.subjectId === rule.subjectId && row.topic === rule.topic && row.year === year);
  const [now, before] = [rankIn(rule.year), rankIn(rule.year - 1)];
  if (!before)
    return {
      missing: true,
      word: 'NO_DATA',
      why: say(`chưa nhập hạng năm ${rule.year - 1} để so sánh`, `the rank of ${rule.year - 1} to compare with is not entered`),
    };
  if (!now)
    return {
      missing: true,
      word: 'AWAITING',
      why: say(
        `chờ công bố hạng năm ${rule.year}, cần hạng ${before.rank} hoặc tốt hơn`,
        `awaiting the ${rule.year} rank, ${before.rank} or better is needed`,
      ),
    };
  const step = before.rank - now.rank;
  const move =
    step === 0
      ? say('giữ nguyên', 'unchanged')
      : step > 0
        ? say(`tăng ${step} bậc`, `up ${step}`)
        : say(`tụt ${-step} bậc`, `down ${-step}`);
  return {
    met: step >= 0,
    final: true,
    value: say(`hạng ${now.rank}`, `rank ${now.rank}`),
    note: move,
    explanation: say(
      `Hạng ${now.rank}, năm ${rule.year - 1} hạng ${before.rank}: ${move.vi}. ${now.source}`,
      `Rank ${now.rank}, ${before.rank} in ${rule.year - 1}: ${move.en}. ${now.source}`,
    ),
  };
}

/** met by an external decision with number and date, nothing else. */
export function judgeRecognition(rule: TargetRule, facts: TargetFacts): Verdict | Missing {
  const found = facts.recognitions.find((row) => row.subjectId === rule.subjectId && row.topic === rule.topic && row.year === rule.year);
  if (!found)
    return {
      missing: true,
      word: 'AWAITING',
      why: say('chờ quyết định công nhận có số và ngày', 'awaiting a recognition decision with number and date'),
    };
  const on = dayText(found.decidedOn);
  return {
    met: true,
    final: true,
    value: say('đã công nhận', 'recognised'),
    note: null,
    explanation: say(
      `${found.authority}, quyết định ${found.decisionNumber} ngày ${on}`,
      `${found.authority}, decision ${found.decisionNumber} of ${on}`,
    ),
  };
}
