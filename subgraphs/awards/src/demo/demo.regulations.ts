import { naturalId } from '@thidua/contracts';
import type { RegulationRow } from '../local-regulation/regulation.rules.js';

const COUNCIL = 'Quy chế Hội đồng Thi đua - Khen thưởng cấp Sở (quy định địa phương của dữ liệu mẫu)';
const QUOTA = 'Hướng dẫn thi đua, khen thưởng năm 2025 (quy định địa phương của dữ liệu mẫu)';

function row(key: string, value: string, source: string, more: Partial<RegulationRow> = {}): RegulationRow {
  return {
    id: naturalId('regulation', key),
    key,
    awardCode: null,
    departmentId: null,
    value,
    baseCode: null,
    validFrom: '2024-01-01',
    validTo: null,
    source,
    confidence: 'local_demo',
    ...more,
  };
}

/** Secret ballots of department councils: 70 % of all members. */
export const THRESHOLD = row('ballot.threshold', '70', COUNCIL);
/** Two thirds of the members. */
export const QUORUM = row('council.quorum', '2/3', COUNCIL);

/** Local numbers of the demo, marked so: nothing of this is national law. */
export const DEMO_REGULATIONS: RegulationRow[] = [
  THRESHOLD,
  QUORUM,
  row('quota.percent', '20', QUOTA, { awardCode: 'CSTDCS', baseCode: 'LDTT' }),
  row('quota.rounding', 'floor', QUOTA),
  row('appraisal.days', '5', QUOTA),
];
