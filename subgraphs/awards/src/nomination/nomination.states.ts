import { stateTable } from '@thidua/server';

export type NominationStateCode =
  | 'DRAFT'
  | 'UNIT_REVIEW'
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'APPRAISING'
  | 'SUPPLEMENT'
  | 'COUNCIL_SESSION'
  | 'VOTED'
  | 'DECIDED'
  | 'RETURNED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'SUSPENDED';

export type NominationAction =
  | 'review'
  | 'submit'
  | 'suspend'
  | 'withdraw'
  | 'receive'
  | 'return'
  | 'appraise'
  | 'agree'
  | 'refuse'
  | 'vote'
  | 'reject'
  | 'decide';

/**
 * The path of a dossier under the department's own authority (processes §4). A unit head's submission records the unit's
 * review and the sending as two steps; RETURNED goes back to the proposer before appraisal, SUPPLEMENT during it.
 */
export const nominationStates = stateTable<NominationStateCode, NominationAction>({
  initial: 'DRAFT',
  final: ['DECIDED', 'REJECTED', 'WITHDRAWN'],
  transitions: {
    DRAFT: { review: 'UNIT_REVIEW', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    UNIT_REVIEW: { submit: 'SUBMITTED', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    SUBMITTED: { receive: 'RECEIVED', return: 'RETURNED', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    RECEIVED: { appraise: 'APPRAISING', return: 'RETURNED', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    APPRAISING: { agree: 'COUNCIL_SESSION', refuse: 'REJECTED', return: 'SUPPLEMENT', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    SUPPLEMENT: { submit: 'APPRAISING', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    COUNCIL_SESSION: { vote: 'VOTED', reject: 'REJECTED', suspend: 'SUSPENDED' },
    VOTED: { decide: 'DECIDED' },
    DECIDED: {},
    RETURNED: { review: 'UNIT_REVIEW', suspend: 'SUSPENDED', withdraw: 'WITHDRAWN' },
    REJECTED: {},
    WITHDRAWN: {},
    SUSPENDED: { review: 'UNIT_REVIEW', withdraw: 'WITHDRAWN' },
  },
});

/** One word per state, the same in list, detail, notice and export. */
export const STATUS_WORDS: Record<NominationStateCode, { vi: string; en: string }> = {
  DRAFT: { vi: 'Bản nháp', en: 'Draft' },
  UNIT_REVIEW: { vi: 'Đơn vị đang xét', en: 'In unit review' },
  SUBMITTED: { vi: 'Đã gửi', en: 'Submitted' },
  RECEIVED: { vi: 'Chờ thẩm định', en: 'In appraisal' },
  APPRAISING: { vi: 'Chờ thẩm định', en: 'In appraisal' },
  SUPPLEMENT: { vi: 'Trả bổ sung', en: 'Returned' },
  COUNCIL_SESSION: { vi: 'Chờ họp Hội đồng', en: 'Awaiting the council' },
  VOTED: { vi: 'Thông qua', en: 'Passed' },
  DECIDED: { vi: 'Đã khen thưởng', en: 'Awarded' },
  RETURNED: { vi: 'Trả bổ sung', en: 'Returned' },
  REJECTED: { vi: 'Không thông qua', en: 'Not passed' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
  SUSPENDED: { vi: 'Tạm dừng, chờ kết luận', en: 'Suspended' },
};

/** States in which the proposer may still change text and dossier. */
export const EDITABLE: readonly NominationStateCode[] = ['DRAFT', 'RETURNED', 'SUPPLEMENT', 'SUSPENDED'];
