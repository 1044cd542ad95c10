import { naturalId } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';
import { CampaignEntity, CampaignKind, InitiatorLevel } from '../campaign/campaign.entity.js';
import { documentIdentity, numberKey } from '../legal-document/identity.rules.js';
import { DocumentStatus, LegalDocumentEntity } from '../legal-document/legal-document.entity.js';

interface RuleDocument {
  readonly type: string;
  readonly number: string;
  readonly date: string | null;
  readonly issuer: string;
  readonly subject: string;
  readonly status: DocumentStatus;
}

/** Documents that only the rules rest on; no plan of the demo cites them (decision 4). Status as far as a public source confirms it. */
const RULE_DOCUMENTS: readonly RuleDocument[] = [
  {
    type: 'Nghị định',
    number: '152/2025/NĐ-CP',
    date: '2025-06-14',
    issuer: 'Chính phủ',
    subject: 'quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng',
    status: DocumentStatus.IN_FORCE,
  },
  {
    type: 'Nghị định',
    number: '86/2023/NĐ-CP',
    date: null,
    issuer: 'Chính phủ',
    subject: 'quy định khung tiêu chuẩn và trình tự, thủ tục, hồ sơ xét tặng danh hiệu văn hóa',
    status: DocumentStatus.IN_FORCE,
  },
  {
    type: 'Thông tư',
    number: '01/2024/TT-BNV',
    date: null,
    issuer: 'Bộ Nội vụ',
    subject: 'quy định biện pháp thi hành Luật Thi đua, khen thưởng',
    status: DocumentStatus.REPLACED,
  },
  {
    type: 'Thông tư',
    number: '15/2025/TT-BNV',
    date: null,
    issuer: 'Bộ Nội vụ',
    subject: 'quy định biện pháp thi hành Luật Thi đua, khen thưởng',
    status: DocumentStatus.UNKNOWN,
  },
];

export async function seedRuleOnlyDocuments(tx: Transaction): Promise<void> {
  await tx.manager.insert(
    LegalDocumentEntity,
    RULE_DOCUMENTS.map(({ type, number, date, issuer, subject, status }) => {
      const identityKey = documentIdentity({ type, number, issuer, date }, '');
      const [year = null, month = null, day = null] = date ? date.split('-').map(Number) : [Number(/\/(\d{4})\//u.exec(number)?.[1])];
      return {
        id: naturalId('legal-document', identityKey),
        type,
        number,
        issuer,
        subject,
        name: `${type} số ${number}`,
        year,
        month,
        day,
        identityKey,
        numberKey: numberKey(number),
        placeKey: '',
        isGuest: false,
        status,
        ruleOnly: true,
      };
    }) as never,
  );
  await tx.manager.query(`update legal_document set status = 'REPLACED' where number = '98/2023/NĐ-CP'`);
  await tx.manager.query(
    `update legal_document set status = 'IN_FORCE' where number is null and lower(name) = 'luật thi đua, khen thưởng năm 2022'`,
  );
}

/** The five waves of 2025: who started them, for which occasion. */
const DRIVES: readonly (readonly [key: string, name: string, initiator: string, level: InitiatorLevel])[] = [
  [
    '19-5',
    'Đợt thi đua chào mừng kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)',
    'UBND.TNH',
    InitiatorLevel.PROVINCE,
  ],
  [
    '11-6',
    'Đợt thi đua kỷ niệm 77 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2025)',
    'UBND.TNH',
    InitiatorLevel.PROVINCE,
  ],
  ['28-8', 'Đợt thi đua chào mừng kỷ niệm 80 năm Ngày truyền thống ngành Nội vụ (28/8/1945 - 28/8/2025)', 'SNV', InitiatorLevel.DEPARTMENT],
  ['2-9', 'Đợt thi đua chào mừng kỷ niệm 80 năm Quốc khánh (2/9/1945 - 2/9/2025)', 'UBND.TNH', InitiatorLevel.PROVINCE],
  ['cuoi-nam', 'Đợt thi đua nước rút 60 ngày cuối năm 2025', 'SKHCN', InitiatorLevel.DEPARTMENT],
];

export async function seedDrives(tx: Transaction): Promise<void> {
  await tx.manager.insert(
    CampaignEntity,
    DRIVES.map(([key, name, initiator, initiatorLevel]) => ({
      id: naturalId('campaign', `drive/2025/${key}`),
      key: `drive/2025/${key}`,
      name,
      kind: CampaignKind.DRIVE,
      initiatorLevel,
      initiatorId: naturalId('organisation', initiator),
      parentId: null,
      parentKey: null,
      periodText: 'năm 2025',
      state: key === 'cuoi-nam' ? 'RUNNING' : 'ENDED',
    })) as never,
  );
}
