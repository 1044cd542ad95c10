import type { CommandDeclaration, NotificationDeclaration, SearchDeclaration, SlotDeclaration } from '@thidua/contracts/web';

/** What portals declare of their contributions: data only, so that a build can write it into the manifest. */
export const INITIATIVES_SLOT: SlotDeclaration = {
  slot: 'dashboard.main',
  id: 'initiatives',
  title: { vi: 'Sáng kiến được ghi nhận', en: 'Initiatives recorded' },
  permissions: ['initiative:read'],
  settings: {
    type: 'object',
    properties: {
      rows: { type: 'integer', title: { vi: 'Số dòng', en: 'Rows' }, default: 3, minimum: 1, maximum: 10 },
    },
  },
};

export const PERSON_INITIATIVES_SLOT: SlotDeclaration = {
  slot: 'person.aside',
  id: 'person-initiatives',
  title: { vi: 'Sáng kiến của người này', en: 'Initiatives of this person' },
  permissions: ['initiative:read'],
};

export const CAMPAIGN_FOLLOWERS_SLOT: SlotDeclaration = {
  slot: 'campaign.aside',
  id: 'followers',
  title: { vi: 'Cơ quan hưởng ứng', en: 'Bodies that joined' },
  permissions: ['campaign:read'],
};

export const CAMPAIGN_SEARCH: SearchDeclaration = {
  id: 'campaigns',
  title: { vi: 'Phong trào toàn tỉnh', en: 'Campaigns of the province' },
  permissions: ['campaign:read'],
};

export const REWARD_FUND_NOTICE: NotificationDeclaration = {
  id: 'reward-fund',
  title: { vi: 'Quỹ khen thưởng', en: 'Reward fund' },
  permissions: ['statistics:read'],
};

/** Commands every department's portal offers: each opens one of its pages. */
export const DEPARTMENT_COMMANDS: readonly CommandDeclaration[] = [
  {
    id: 'import-plan',
    title: { vi: 'Nhập kế hoạch', en: 'Import a plan' },
    keywords: ['tải lên', 'văn bản', 'Word', 'PDF'],
    icon: 'upload',
    path: 'ke-hoach/nhap',
    permissions: ['plan:import'],
  },
  {
    id: 'nominate',
    title: { vi: 'Đề nghị khen thưởng', en: 'Nominate for an award' },
    keywords: ['lập hồ sơ', 'danh hiệu'],
    icon: 'medal',
    path: 'de-nghi/moi',
    permissions: ['nomination:create'],
  },
];
