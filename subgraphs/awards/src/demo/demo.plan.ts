import { naturalId } from '@thidua/contracts';
import type { NominationStateCode } from '../nomination/nomination.states.js';
import type { DemoWorld } from './demo.world.js';

export type DepartmentKey = 'SKHCN' | 'STC' | 'SNV';
export const DEMO_YEAR = 2025;
export const nominationId = (key: string): string => naturalId('nomination', key);
export const DEMO_DEPARTMENTS: readonly DepartmentKey[] = ['SKHCN', 'STC', 'SNV'];

/** One nomination of the demo before it is judged: who, for what, in which state, and what was said on the way. */
export interface PlannedNomination {
  key: string;
  department: DepartmentKey;
  awardCode: string;
  nomineeKey: string;
  isPerson: boolean;
  state: NominationStateCode;
  achievement: string;
  ground: 'MERIT' | 'AD_HOC' | 'CAMPAIGN';
  overrideReason: string | null;
  /** Why it was returned, suspended or withdrawn. */
  reason: string | null;
  missingParts: string[];
}

/** Left for HUY to nominate himself: two of his people who are eligible and on no list yet. */
const LEFT_FOR_HUY = new Set(['SKHCN-15', 'SKHCN-16']);

type Change = Partial<Pick<PlannedNomination, 'state' | 'overrideReason' | 'reason' | 'missingParts' | 'ground' | 'achievement'>>;

function planned(
  department: DepartmentKey,
  awardCode: string,
  nomineeKey: string,
  change: Change & { state: NominationStateCode },
): PlannedNomination {
  return {
    key: `${awardCode}/${DEMO_YEAR}/${nomineeKey}`,
    department,
    awardCode,
    nomineeKey,
    isPerson: !nomineeKey.includes('/'),
    achievement: '',
    ground: 'MERIT',
    overrideReason: null,
    reason: null,
    missingParts: [],
    ...change,
  };
}

/** Lao động tiên tiến of SKHCN: on the way through appraisal, with the defects the office meets. */
function skhcnTitle(nomineeKey: string, index: number): PlannedNomination {
  if (nomineeKey === 'SKHCN-30') {
    return planned('SKHCN', 'LDTT', nomineeKey, {
      state: 'SUPPLEMENT',
      reason: 'Thiếu biên bản họp xét của đơn vị.',
      missingParts: ['MINUTES'],
    });
  }
  const state: NominationStateCode = index < 8 ? 'COUNCIL_SESSION' : index % 5 === 4 ? 'SUBMITTED' : 'RECEIVED';
  return planned('SKHCN', 'LDTT', nomineeKey, { state });
}

function skhcn(world: DemoWorld): PlannedNomination[] {
  const lists = world.achievements.lists.SKHCN;
  const defects: Record<string, Change & { state: NominationStateCode }> = {
    'SKHCN-28': { state: 'SUPPLEMENT', reason: 'Báo cáo thành tích chưa nêu số liệu.', missingParts: ['REPORT'] },
    'SKHCN-38': { state: 'RETURNED', reason: 'Thiếu quyết định công nhận sáng kiến.', missingParts: ['INITIATIVE_DECISION', 'REPORT'] },
  };
  return [
    ...lists.ldtt.filter((key) => !LEFT_FOR_HUY.has(key)).map(skhcnTitle),
    planned('SKHCN', 'LDTT', 'SKHCN-45', {
      state: 'RECEIVED',
      overrideReason: 'Tiếp nhận từ tháng 7/2025, hoàn thành tốt mọi việc được giao trong 6 tháng.',
    }),
    planned('SKHCN', 'LDTT', 'SKHCN-27', { state: 'DRAFT', missingParts: ['SUBMISSION_LETTER', 'MINUTES'] }),
    ...lists.cstdcs.map((key) => planned('SKHCN', 'CSTDCS', key, defects[key] ?? { state: 'RECEIVED' })),
    ...lists.ttldtt.map((key) => planned('SKHCN', 'TTLDTT', key, { state: 'RECEIVED' })),
    ...lists.ttldxs.map((key) =>
      planned('SKHCN', 'TTLDXS', key, key === 'SKHCN/QLKH' ? { state: 'DRAFT', missingParts: ['MEMBER_LIST'] } : { state: 'RECEIVED' }),
    ),
    planned('SKHCN', 'GK_SO', 'NAM', {
      state: 'DECIDED',
      ground: 'AD_HOC',
      achievement: 'Khắc phục sự cố hệ thống một cửa điện tử trong đêm 17/6/2025.',
    }),
    planned('SKHCN', 'GK_SO', 'SKHCN-21', {
      state: 'RECEIVED',
      ground: 'CAMPAIGN',
      achievement: 'Hướng dẫn 12 xã sử dụng dịch vụ công trực tuyến.',
    }),
    planned('SKHCN', 'GK_SO', 'SKHCN-44', {
      state: 'SUSPENDED',
      ground: 'CAMPAIGN',
      achievement: 'Tham gia tổ công nghệ số cộng đồng.',
      reason: 'Có đơn tố cáo đang xác minh.',
      overrideReason: 'Có thành tích trong chuyên đề chuyển đổi số.',
    }),
  ];
}

function stc(world: DemoWorld): PlannedNomination[] {
  const lists = world.achievements.lists.STC;
  return [
    ...lists.ldtt.map((key) => planned('STC', 'LDTT', key, { state: 'DECIDED' })),
    ...lists.cstdcs.map((key) => planned('STC', 'CSTDCS', key, { state: 'DECIDED' })),
    ...lists.ttldtt.map((key) => planned('STC', 'TTLDTT', key, { state: 'DECIDED' })),
    planned('STC', 'TTLDTT', 'STC/GCS', { state: 'DRAFT', missingParts: ['SUBMISSION_LETTER', 'MINUTES'] }),
    ...lists.ttldxs.map((key) => planned('STC', 'TTLDXS', key, { state: 'VOTED' })),
    ...['STC-16', 'STC-24', 'STC-36', 'STC-48', 'KHOI'].map((key) =>
      planned('STC', 'GK_SO', key, {
        state: 'VOTED',
        achievement: 'Hoàn thành trước hạn việc sắp xếp tài sản công khi bỏ cấp huyện.',
        ground: 'CAMPAIGN',
      }),
    ),
    planned('STC', 'CSTDCS', 'STC-26', { state: 'RETURNED', reason: 'Vượt trần 20 % (10,4 làm tròn xuống còn 10): đơn vị rà soát lại.' }),
    planned('STC', 'LDTT', 'STC-58', { state: 'DRAFT', missingParts: ['SUBMISSION_LETTER', 'MINUTES'] }),
  ];
}

function snv(world: DemoWorld, fixture: string): PlannedNomination[] {
  const lists = world.achievements.lists.SNV;
  const voted: NominationStateCode = fixture === 'council-day' ? 'COUNCIL_SESSION' : 'VOTED';
  return [
    ...lists.ldtt.map((key) => planned('SNV', 'LDTT', key, { state: voted })),
    ...lists.cstdcs.map((key) => planned('SNV', 'CSTDCS', key, { state: 'COUNCIL_SESSION' })),
    ...lists.ttldtt.map((key) => planned('SNV', 'TTLDTT', key, { state: 'COUNCIL_SESSION' })),
    ...lists.ttldxs.map((key) => planned('SNV', 'TTLDXS', key, { state: 'COUNCIL_SESSION' })),
    planned('SNV', 'GK_SO', 'SNV-23', {
      state: 'DECIDED',
      ground: 'AD_HOC',
      achievement: 'Cứu hồ sơ lưu trữ khi kho bị ngập ngày 9/6/2025.',
    }),
    ...['SNV-13', 'SNV-39'].map((key) =>
      planned('SNV', 'GK_SO', key, {
        state: 'COUNCIL_SESSION',
        ground: 'CAMPAIGN',
        achievement: 'Tổ chức đợt cao điểm sắp xếp bộ máy, đúng tiến độ.',
      }),
    ),
  ];
}

/** The 185 nominations under the departments' own authority (data-volumes §4), and a few beside them that show a defect. */
export function demoNominations(world: DemoWorld, fixture: string): PlannedNomination[] {
  return [...skhcn(world), ...stc(world), ...snv(world, fixture)];
}
