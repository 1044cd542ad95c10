import type { RoleCode } from '@thidua/contracts';
import type { RatingEntity } from './rating.entity.js';

export interface RatingAct {
  role: RoleCode;
  actorId: string;
  subjectId: string;
  year: number;
  evidence: string;
  decisionNumber: string | null;
  decidedOn: string | null;
  version: number | null;
}

export type RatingProblem =
  | 'OWN_RATING'
  | 'NO_EVIDENCE'
  | 'YEAR_TO_COME'
  | 'INCOMPLETE_DECISION'
  | 'DECISION_TO_COME'
  | 'ONLY_DIRECTOR_DECIDES'
  | 'ALREADY_DECIDED'
  | 'VERSION_NEEDED';

/**
 * Why a rating cannot be given, or null. A head proposes, the director decides; nobody rates himself; task results
 * are asked for; what is decided stays.
 */
export function ratingProblem(act: RatingAct, existing: RatingEntity | null, today: string): RatingProblem | null {
  if (act.actorId === act.subjectId) return 'OWN_RATING';
  if (act.evidence.trim() === '') return 'NO_EVIDENCE';
  if (act.year > Number(today.slice(0, 4))) return 'YEAR_TO_COME';
  if ((act.decisionNumber === null) !== (act.decidedOn === null)) return 'INCOMPLETE_DECISION';
  if (act.decidedOn !== null && act.decidedOn > today) return 'DECISION_TO_COME';
  if (act.decisionNumber !== null && act.role !== 'DEPARTMENT_DIRECTOR') return 'ONLY_DIRECTOR_DECIDES';
  if (existing?.state === 'DECIDED') return 'ALREADY_DECIDED';
  return existing && act.version === null ? 'VERSION_NEEDED' : null;
}

interface ProblemWords {
  vi: string;
  en: string;
  field: string;
  remedy: [string, string];
}

export const RATING_PROBLEMS: Readonly<Record<RatingProblem, ProblemWords>> = {
  OWN_RATING: {
    vi: 'Không tự xếp loại cho mình.',
    en: 'Nobody rates himself.',
    field: 'personId',
    remedy: ['Người đứng đầu cấp trên xếp loại.', 'The superior rates.'],
  },
  NO_EVIDENCE: {
    vi: 'Chưa ghi kết quả nhiệm vụ làm căn cứ.',
    en: 'The task results it rests on are missing.',
    field: 'evidence',
    remedy: ['Ghi kết quả nhiệm vụ chính trong năm.', 'Enter the main task results of the year.'],
  },
  YEAR_TO_COME: {
    vi: 'Năm xếp loại chưa tới.',
    en: 'The rating year is yet to come.',
    field: 'year',
    remedy: ['Chọn năm nay hoặc năm trước.', 'Choose this year or an earlier one.'],
  },
  INCOMPLETE_DECISION: {
    vi: 'Quyết định cần cả số và ngày.',
    en: 'A decision needs both number and date.',
    field: 'decisionNumber',
    remedy: ['Nhập cả hai, hoặc bỏ trống cả hai để chỉ đề xuất.', 'Enter both, or neither to propose only.'],
  },
  DECISION_TO_COME: {
    vi: 'Ngày quyết định ở tương lai.',
    en: 'The decision’s date is in the future.',
    field: 'decidedOn',
    remedy: ['Nhập ngày ký quyết định.', 'Enter the day it was signed.'],
  },
  ONLY_DIRECTOR_DECIDES: {
    vi: 'Chỉ Giám đốc quyết định xếp loại; người đứng đầu đề xuất.',
    en: 'Only the director decides; a head proposes.',
    field: 'decisionNumber',
    remedy: ['Bỏ số quyết định để gửi đề xuất.', 'Leave the decision number out to propose.'],
  },
  ALREADY_DECIDED: {
    vi: 'Xếp loại đã có quyết định, không sửa được.',
    en: 'This rating is decided and cannot be changed.',
    field: 'grade',
    remedy: ['Sửa bằng một quyết định thay thế theo quy định.', 'It takes a decision that replaces it.'],
  },
  VERSION_NEEDED: {
    vi: 'Đã có đề xuất xếp loại của năm này.',
    en: 'A rating of this year is already proposed.',
    field: 'version',
    remedy: ['Tải lại và sửa đề xuất đó.', 'Reload and change that proposal.'],
  },
};
