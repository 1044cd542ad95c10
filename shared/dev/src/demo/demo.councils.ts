import { naturalId } from '@thidua/contracts';
import type { DemoDepartmentKey } from './demo.people.js';
import type { DemoBloc, DemoCouncil, DemoOrganisation, DemoPerson, DemoSeat, DemoSeatKind } from './demo.types.js';

const SINCE = '2025-01-01';
const NAMES: Record<DemoDepartmentKey, string> = { SKHCN: 'Sở Khoa học và Công nghệ', STC: 'Sở Tài chính', SNV: 'Sở Nội vụ' };

const KINDS = [
  { suffix: 'TDKT', kind: 'EMULATION', name: 'Hội đồng Thi đua - Khen thưởng' },
  { suffix: 'SK', kind: 'INITIATIVE', name: 'Hội đồng xét, công nhận sáng kiến' },
  { suffix: 'AH', kind: 'INFLUENCE', name: 'Hội đồng đánh giá mức độ ảnh hưởng của sáng kiến' },
] as const;

/** Three councils per department and the province's (R-028 … R-032). */
export function demoCouncils(): DemoCouncil[] {
  const departments = (Object.keys(NAMES) as DemoDepartmentKey[]).flatMap((department) =>
    KINDS.map(({ suffix, kind, name }): DemoCouncil => ({
      key: `${department}/${suffix}`,
      id: naturalId('council', `${department}/${suffix}`),
      name: `${name} ${NAMES[department]}`,
      kind,
      organisationKey: department,
      departmentKey: department,
      standingBodyKey: `${department}/VP`,
      from: SINCE,
    })),
  );
  return [
    ...departments,
    {
      key: 'TNH/TDKT',
      id: naturalId('council', 'TNH/TDKT'),
      name: 'Hội đồng Thi đua - Khen thưởng tỉnh Tây Ninh',
      kind: 'EMULATION',
      organisationKey: 'TNH',
      departmentKey: null,
      standingBodyKey: 'SNV/PTDKT',
      from: SINCE,
    },
  ];
}

/** Members by key, in the order chair, vice-chair, members …, secretary; sizes 9, 5, 7 and 15. */
const MEMBERS: Record<string, string[]> = {
  'SKHCN/TDKT': ['BINH', 'HOA', 'SKHCN-03', 'SKHCN-04', 'SKHCN-12', 'HUY', 'SKHCN-18', 'SKHCN-32', 'LAN'],
  'SKHCN/SK': ['BINH', 'HOA', 'HUY', 'SKHCN-18', 'LAN'],
  'SKHCN/AH': ['BINH', 'HOA', 'SKHCN-03', 'HUY', 'SKHCN-18', 'SKHCN-32', 'LAN'],
  'STC/TDKT': ['STC-01', 'STC-02', 'STC-03', 'TAM', 'STC-15', 'STC-14', 'STC-22', 'STC-30', 'STC-07'],
  'STC/SK': ['STC-01', 'STC-02', 'TAM', 'STC-14', 'STC-07'],
  'STC/AH': ['STC-01', 'STC-03', 'TAM', 'STC-14', 'STC-22', 'STC-38', 'STC-07'],
  'SNV/TDKT': ['SNV-01', 'SNV-02', 'SNV-03', 'SNV-04', 'SON', 'SNV-12', 'SNV-19', 'SNV-26', 'SNV-07'],
  'SNV/SK': ['SNV-01', 'SNV-02', 'SNV-04', 'SNV-26', 'SNV-07'],
  'SNV/AH': ['SNV-01', 'SNV-02', 'SNV-04', 'SNV-19', 'SNV-26', 'SNV-32', 'SNV-07'],
  'TNH/TDKT': [
    'PHUC',
    'SNV-01',
    'BINH',
    'STC-01',
    'SNV-02',
    'HOA',
    'STC-02',
    'SKHCN-03',
    'STC-03',
    'SNV-03',
    'SNV-04',
    'TAM',
    'SKHCN-04',
    'SON',
    'SNV-12',
  ],
};

function seatOf(index: number, size: number): DemoSeatKind {
  if (index === 0) return 'CHAIR';
  if (index === 1) return 'VICE_CHAIR';
  return index === size - 1 ? 'SECRETARY' : 'MEMBER';
}

/** The 78 seats; the office is the one for which the person sits, as the council's decision prints it. */
export function demoSeats(everybody: DemoPerson[]): DemoSeat[] {
  const titles = new Map(everybody.map((person) => [person.key, person]));
  return Object.entries(MEMBERS).flatMap(([councilKey, keys]) =>
    keys.map((personKey, index): DemoSeat => {
      const person = titles.get(personKey);
      if (!person) throw new Error(`council ${councilKey} seats an unknown person ${personKey}`);
      const chairsUnion = person.memberships.some((membership) => membership.role === 'CHAIR');
      return {
        councilKey,
        personKey,
        seat: seatOf(index, keys.length),
        office: chairsUnion ? 'Chủ tịch Công đoàn cơ sở' : person.jobTitle,
        from: SINCE,
        to: null,
      };
    }),
  );
}

const YEARS = [2024, 2025];

/** Membership belongs to a year; the leader rotates: index of the leader per year. */
function yearly(keys: string[], leaders: Record<number, string>): DemoBloc['members'] {
  return YEARS.flatMap((year) => {
    const leader = leaders[year] ?? keys[0];
    const deputy = keys[(keys.indexOf(leader as string) + 1) % keys.length];
    return keys.map((organisationKey) => ({
      year,
      organisationKey,
      role: organisationKey === leader ? ('LEADER' as const) : organisationKey === deputy ? ('DEPUTY' as const) : ('MEMBER' as const),
    }));
  });
}

/** Three internal blocs, the provincial bloc of 8, cluster no. 10 of 6, and the bloc of 9 district finance offices that STC guides (R-037 … R-040). */
export function demoBlocs(organisations: DemoOrganisation[]): DemoBloc[] {
  const keysOf = (test: (organisation: DemoOrganisation) => boolean): string[] =>
    organisations.filter(test).map((organisation) => organisation.key);
  const bloc = (key: string, name: string, kind: DemoBloc['kind'], guidedByKey: string, members: DemoBloc['members']): DemoBloc => ({
    key,
    id: naturalId('bloc', key),
    name,
    kind,
    guidedByKey,
    members,
  });
  const internal = (Object.keys(NAMES) as DemoDepartmentKey[]).map((department) =>
    bloc(
      `${department}/KHOI`,
      `Khối Thi đua các phòng, đơn vị thuộc ${NAMES[department]}`,
      'INTERNAL',
      department,
      yearly(
        keysOf((o) => o.parentKey === department && o.relation !== null),
        { 2024: `${department}/VP`, 2025: keysOf((o) => o.parentKey === department && o.relation !== null)[1] as string },
      ),
    ),
  );
  return [
    ...internal,
    bloc(
      'TNH/QLNN',
      'Khối Thi đua Quản lý nhà nước và Tham mưu - Tổng hợp',
      'PROVINCIAL',
      'HDTDKT.TNH',
      yearly(['STC', 'SKHCN', 'SNV', 'VPUB', 'TTRA', 'STP', 'SXD', 'BQLKKT'], { 2024: 'VPUB', 2025: 'STC' }),
    ),
    bloc(
      'CUM10',
      'Cụm thi đua số 10 - Sở Tài chính các tỉnh, thành phố',
      'CLUSTER',
      'BTC',
      yearly(['STC', 'HCM.STC', 'DNI.STC', 'LDG.STC', 'DTP.STC', 'VLG.STC'], { 2024: 'DNI.STC', 2025: 'HCM.STC' }),
    ),
    bloc(
      'STC/PTCKH',
      'Khối Thi đua Phòng Tài chính - Kế hoạch các huyện, thị xã, thành phố',
      'DISTRICT_FINANCE',
      'STC',
      yearly(
        keysOf((o) => o.kind === 'DISTRICT_LEGACY'),
        { 2024: 'PTCKH.GD', 2025: 'PTCKH.TPTN' },
      ),
    ),
  ];
}
