import { searchKey } from '@thidua/contracts';
import { text, type Assessment, type Check, type Text } from '../eligibility/assessment.types.js';
import { blockingChecks } from '../eligibility/verdict.rules.js';

/** Why a nomination may not go on, with what to do; SUSPEND lets it wait for a conclusion (L-07). */
export type SubmissionVerdict =
  | { kind: 'GO' }
  | { kind: 'SUSPEND'; check: Check }
  | { kind: 'REFUSE'; reason: string; message: Text; remedy: Text };

const REMEDIES: Record<string, Text> = {
  performance_rating: text('Hoàn tất xếp loại của năm rồi gửi lại.', 'Finish the rating of the year, then submit again.'),
  collective_rating: text('Hoàn tất xếp loại tập thể của năm rồi gửi lại.', 'Finish the rating of the collective, then submit again.'),
  meets_criteria_of: text(
    'Xem điều kiện chưa đạt của danh hiệu này, hoặc đề nghị danh hiệu khác.',
    'Look at the unmet condition of that title, or propose another award.',
  ),
  title_held: text(
    'Xem điều kiện chưa đạt của danh hiệu này, hoặc đề nghị danh hiệu khác.',
    'Look at the unmet condition of that title, or propose another award.',
  ),
  any: text(
    'Cần một trong các căn cứ: xếp loại xuất sắc, sáng kiến hoặc đề tài được công nhận.',
    'One of the grounds is needed: an excellent rating, a recognised initiative or science work.',
  ),
  member_title_percent: text(
    'Chờ thành viên đủ danh hiệu, hoặc đề nghị hình thức khác.',
    'Wait until enough members have the title, or propose another form.',
  ),
  no_pending_or_active_discipline: text('Chỉ đề nghị lại sau khi hết thời hạn kỷ luật.', 'Propose again after the discipline has ended.'),
};

function innermost(check: Check): Check {
  const failing =
    check.predicate === 'any'
      ? undefined
      : check.alternatives.find((branch) => branch.verdict === check.verdict && branch.severity === 'BLOCKING');
  return failing ? innermost(failing) : check;
}

/**
 * What stands in the way (R-233): a failed or unprovable blocking condition refuses, naming condition and remedy; only a
 * petition under verification suspends; a local parameter not met needs the head's reason. The law itself cannot be
 * overridden, whatever reason is given.
 */
export function submissionOf(assessment: Assessment, overrideReason: string | null): SubmissionVerdict {
  const blocking = blockingChecks(assessment.checks);
  const petition = blocking.find((check) => check.rule === 'L-07' && check.verdict === 'FAIL');
  const other = blocking.find((check) => check !== petition);
  if (other) return refusalOf(other);
  if (petition) return { kind: 'SUSPEND', check: petition };
  const soft = openParameters(assessment.checks)[0];
  if (soft && !overrideReason?.trim()) {
    return {
      kind: 'REFUSE',
      reason: 'OVERRIDE_REASON_NEEDED',
      message: text(
        `${soft.label.vi}: cần ${soft.need.vi}, có ${soft.have.vi}.`,
        `${soft.label.en}: needs ${soft.need.en}, has ${soft.have.en}.`,
      ),
      remedy: text('Người đứng đầu nêu lý do để vượt tham số của địa phương.', 'The head gives a reason to set the local parameter aside.'),
    };
  }
  return { kind: 'GO' };
}

/** Local parameters not met, also inside "meets the criteria of". */
export function openParameters(checks: Check[]): Check[] {
  return checks.flatMap((check) =>
    check.severity === 'REVIEW' && check.verdict === 'REVIEW'
      ? [check]
      : check.predicate === 'any'
        ? []
        : openParameters(check.alternatives),
  );
}

function refusalOf(check: Check): SubmissionVerdict {
  const cause = innermost(check);
  const noData = cause.verdict === 'NO_DATA';
  return {
    kind: 'REFUSE',
    reason: noData ? 'NO_DATA' : 'NOT_ELIGIBLE',
    message: text(
      `${cause.label.vi} (${cause.article}): cần ${cause.need.vi}; ${noData ? cause.have.vi : `có ${cause.have.vi}`}.`,
      `${cause.label.en} (${cause.article}): needs ${cause.need.en}; ${noData ? cause.have.en : `has ${cause.have.en}`}.`,
    ),
    remedy: REMEDIES[cause.predicate] ?? text('Bổ sung minh chứng hoặc đề nghị hình thức khác.', 'Add evidence or propose another award.'),
  };
}

/** L-07: what the reader of a dossier is told about open petitions, never who sent them (R-209, R-210). */
export function petitionNoticeOf(assessment: Assessment): Text | null {
  const check = assessment.checks.find((candidate) => candidate.rule === 'L-07');
  if (!check || check.evidence.length === 0) return null;
  const list = { vi: check.evidence.map((item) => item.label.vi).join('; '), en: check.evidence.map((item) => item.label.en).join('; ') };
  return check.verdict === 'FAIL'
    ? text(`${list.vi}. Tạm dừng đến khi có kết luận.`, `${list.en}. Suspended until it is concluded.`)
    : text(`${list.vi}. Chỉ để lưu ý.`, `${list.en}. Note only.`);
}

/** L-03: the same achievement under another award of the same nominee; a title and a form, or two forms, warn. */
export function sameAchievement(
  own: { awardName: string; kind: string; achievement: string },
  others: { awardName: string; kind: string; achievement: string }[],
): Text[] {
  const key = searchKey(own.achievement);
  if (key === '') return [];
  return others
    .filter((other) => searchKey(other.achievement) === key && (own.kind === 'FORM' || other.kind === 'FORM'))
    .map((other) =>
      text(
        `Thành tích này đã dùng cho “${other.awardName}”: một thành tích chỉ khen một hình thức (L-03).`,
        `This achievement is already used for “${other.awardName}”: one achievement gets one form (L-03).`,
      ),
    );
}
