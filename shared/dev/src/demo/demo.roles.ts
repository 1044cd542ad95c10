import { naturalId } from '@thidua/contracts';
import type { DemoDepartmentKey } from './demo.people.js';
import type {
  DemoBloc,
  DemoClient,
  DemoCouncil,
  DemoDelegation,
  DemoPerson,
  DemoRole,
  DemoRoleCode,
  DemoScopeKind,
  DemoSeat,
} from './demo.types.js';

const SINCE = '2025-01-01';

/** Offices that are held by one named desk; unit heads, directors and council roles follow from titles and seats. */
const OFFICES: [role: DemoRoleCode, scopeKind: DemoScopeKind, scopeKey: string, subject: string][] = [
  ['DEPARTMENT_OFFICE', 'DEPARTMENT', 'SKHCN', 'LAN'],
  ['DEPARTMENT_OFFICE', 'DEPARTMENT', 'STC', 'STC-07'],
  ['DEPARTMENT_OFFICE', 'DEPARTMENT', 'SNV', 'SNV-07'],
  ['CLERK', 'DEPARTMENT', 'SKHCN', 'SKHCN-08'],
  ['CLERK', 'DEPARTMENT', 'STC', 'STC-09'],
  ['CLERK', 'DEPARTMENT', 'SNV', 'SNV-08'],
  ['FINANCE_OFFICER', 'DEPARTMENT', 'SKHCN', 'HANH'],
  ['FINANCE_OFFICER', 'DEPARTMENT', 'STC', 'STC-08'],
  ['FINANCE_OFFICER', 'DEPARTMENT', 'SNV', 'SNV-09'],
  ['UNION_CHAIR', 'DEPARTMENT', 'SKHCN', 'SKHCN-12'],
  ['UNION_CHAIR', 'DEPARTMENT', 'STC', 'STC-15'],
  ['UNION_CHAIR', 'DEPARTMENT', 'SNV', 'SON'],
  ['DEVELOPER', 'DEPARTMENT', 'STC', 'KHOI'],
  ['EMULATION_OFFICE', 'PROVINCE', 'TNH', 'THU'],
  ['EMULATION_OFFICE', 'PROVINCE', 'TNH', 'SNV-12'],
  ['PROVINCIAL_CHAIR', 'PROVINCE', 'TNH', 'PHUC'],
  ['ADMINISTRATOR', 'PROVINCE', 'TNH', 'SNV-06'],
];

const KIND_OF_SCOPE: Record<DemoScopeKind, string> = {
  SELF: 'person',
  UNIT: 'organisation',
  DEPARTMENT: 'organisation',
  PROVINCE: 'organisation',
  COUNCIL: 'council',
  BLOC: 'bloc',
};

const HEAD_TITLES = new Set(['Chánh Văn phòng', 'Trưởng phòng', 'Giám đốc Trung tâm']);
const SEAT_ROLE = {
  CHAIR: 'COUNCIL_CHAIR',
  VICE_CHAIR: 'COUNCIL_MEMBER',
  SECRETARY: 'COUNCIL_SECRETARY',
  MEMBER: 'COUNCIL_MEMBER',
} as const;

function grant(subject: string, role: DemoRoleCode, scopeKind: DemoScopeKind, scopeKey: string, more: Partial<DemoRole> = {}): DemoRole {
  return {
    subject,
    subjectKind: 'person',
    role,
    scopeKind,
    scopeKey,
    scopeId: naturalId(KIND_OF_SCOPE[scopeKind], scopeKey),
    departmentKey: null,
    from: SINCE,
    to: null,
    ...more,
  };
}

function rolesByTitle(person: DemoPerson): DemoRole[] {
  const { key, departmentKey, unitKey, jobTitle, from, to } = person;
  const roles = [grant(key, 'STAFF', 'SELF', key, { departmentKey, from: from > SINCE ? from : SINCE, to })];
  if (!departmentKey) return roles;
  if (jobTitle === 'Giám đốc Sở') roles.push(grant(key, 'DEPARTMENT_DIRECTOR', 'DEPARTMENT', departmentKey, { departmentKey }));
  if (jobTitle === 'Phó Giám đốc Sở') roles.push(grant(key, 'DEPUTY_DIRECTOR', 'DEPARTMENT', departmentKey, { departmentKey }));
  if (unitKey && HEAD_TITLES.has(jobTitle)) roles.push(grant(key, 'UNIT_HEAD', 'UNIT', unitKey, { departmentKey }));
  return roles;
}

/** The representative of the leading body: TAM for the provincial bloc (J-04), the head of the leading unit for the internal ones. */
function blocLeaders(blocs: DemoBloc[], people: DemoPerson[]): DemoRole[] {
  return blocs.flatMap((bloc) => {
    const leader = bloc.members.find((member) => member.year === 2025 && member.role === 'LEADER')?.organisationKey;
    const subject =
      bloc.key === 'TNH/QLNN' ? 'TAM' : people.find((person) => person.unitKey === leader && HEAD_TITLES.has(person.jobTitle))?.key;
    const departmentKey = people.find((person) => person.key === subject)?.departmentKey ?? null;
    return subject ? [grant(subject, 'BLOC_LEADER', 'BLOC', bloc.key, { departmentKey, to: '2025-12-31' })] : [];
  });
}

export interface RoleSources {
  people: DemoPerson[];
  others: DemoPerson[];
  councils: DemoCouncil[];
  seats: DemoSeat[];
  blocs: DemoBloc[];
}

/** Dated role grants of everybody (a person may hold several), and of the integrating system. */
export function demoRoles({ people, others, councils, seats, blocs }: RoleSources): DemoRole[] {
  const departmentOfCouncil = new Map(councils.map((council) => [council.key, council.departmentKey]));
  return [
    ...[...people, ...others].flatMap(rolesByTitle),
    ...OFFICES.map(([role, scopeKind, scopeKey, subject]) =>
      grant(subject, role, scopeKind, scopeKey, { departmentKey: scopeKind === 'DEPARTMENT' ? scopeKey : null }),
    ),
    ...seats.map((seat) =>
      grant(seat.personKey, SEAT_ROLE[seat.seat], 'COUNCIL', seat.councilKey, {
        departmentKey: departmentOfCouncil.get(seat.councilKey) ?? null,
      }),
    ),
    ...blocLeaders(blocs, people),
    grant('BAO', 'INTEGRATOR', 'PROVINCE', 'TNH', { subjectKind: 'client' }),
  ];
}

/** Standing delegations of guidance documents in December 2025, and HOA's of May 2025 for one plan. */
export function demoDelegations(): DemoDelegation[] {
  const delegation = (
    organisationKey: DemoDepartmentKey,
    fromKey: string,
    toKey: string,
    scope: DemoDelegation['scope'],
    validFrom: string,
    validTo: string,
  ): DemoDelegation => ({
    id: naturalId('delegation', `${organisationKey}/${toKey}/${scope}/${validFrom}`),
    organisationKey,
    fromKey,
    toKey,
    capacity: 'DEPUTY_FOR_HEAD',
    scope,
    validFrom,
    validTo,
  });
  return [
    delegation('SKHCN', 'BINH', 'HOA', 'PLAN', '2025-05-01', '2025-05-31'),
    delegation('SNV', 'SNV-01', 'SNV-02', 'GUIDANCE', '2025-12-01', '2025-12-31'),
    delegation('STC', 'STC-01', 'STC-02', 'GUIDANCE', '2025-12-01', '2025-12-31'),
  ];
}

/** The integrating system of BAO: a client of the identity provider, not a person (decision 30). */
export function demoClients(): DemoClient[] {
  return [{ key: 'BAO', id: naturalId('client', 'BAO'), name: 'Hệ thống báo cáo của Bộ Nội vụ', ownerName: 'Lâm Gia Bảo' }];
}
