import type { OrganisationAwardFacts, OrganisationStaffFacts, OrganisationStudyFacts, StaffMemberFact } from '@thidua/contracts';
import type { TargetFacts, TargetRule } from '../src/target/target.types.js';

export const YEAR = 2025;
export const BEFORE = '2025-12-15';
export const AFTER = '2026-01-05';

export const member = (id: string, more: Partial<StaffMemberFact> = {}): StaffMemberFact => ({
  personId: id,
  name: `Người ${id}`,
  unitId: 'u1',
  unitName: 'Phòng 1',
  category: 'CIVIL_SERVANT',
  title: 'Chuyên viên',
  direct: true,
  from: '2021-01-01',
  to: null,
  ...more,
});

export const ids = (count: number, prefix = 'p'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

export const staffOf = (count: number, units = 0): OrganisationStaffFacts => ({
  members: ids(count).map((id) => member(id)),
  units: ids(units, 'u').map((id) => ({ id, name: `Phòng ${id}`, kind: 'DIVISION', relation: 'BELONGS', from: null, to: null })),
  bodies: [
    { id: 'DU', name: 'Đảng ủy', kind: 'PARTY' },
    { id: 'CD', name: 'Công đoàn', kind: 'UNION' },
    { id: 'DTN', name: 'Chi đoàn', kind: 'YOUTH' },
  ],
});

const SESSION = { sessionId: 's9', title: 'Nghị quyết 57', date: '2025-09-18', reason: 'nghỉ ốm' };

/** Everybody attended 12 sessions but the named ones, who missed one. */
export const studyOf = (people: string[], absent: string[] = []): OrganisationStudyFacts => ({
  years: [
    {
      year: YEAR,
      required: 12,
      people: people.map((personId) => ({
        personId,
        attended: absent.includes(personId) ? 11 : 12,
        madeUp: 0,
        missing: absent.includes(personId) ? [SESSION] : [],
      })),
    },
  ],
});

type Row = OrganisationAwardFacts['rows'][number];
export const award = (awardCode: string, nomineeId: string, more: Partial<Row> = {}): Row => ({
  awardCode,
  year: YEAR,
  nomineeId,
  nomineeType: awardCode.startsWith('TT') ? 'Organisation' : 'Person',
  nomineeName: nomineeId,
  unitId: null,
  stage: 'PROPOSED',
  nominationId: `n-${nomineeId}`,
  decisionNumber: null,
  decidedOn: null,
  ...more,
});

export const facts = (more: Partial<TargetFacts> = {}): TargetFacts => ({
  staff: null,
  study: null,
  awards: null,
  ratings: [],
  ranks: [],
  recognitions: [],
  results: [],
  ...more,
});

export const rule = (more: Partial<TargetRule> = {}): TargetRule => ({
  id: 't',
  subjectId: 'SNV',
  year: YEAR,
  cutOff: '2025-12-31',
  warnFrom: '2025-11-01',
  kind: 'QUANTITATIVE',
  measureCode: 'STUDY',
  comparator: 'GT',
  value: '98',
  unit: '%',
  collective: false,
  awardCode: null,
  topic: null,
  orHigher: false,
  reading: 'OUTER',
  studyReading: 'EVERY_SESSION',
  outer: null,
  ...more,
});
