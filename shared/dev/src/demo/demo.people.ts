import { naturalId, searchKey } from '@thidua/contracts';
import { NAMED, nameSupply } from './demo.names.js';
import type { DemoCategory, DemoPerson, DemoPosting } from './demo.types.js';

export type DemoDepartmentKey = 'SKHCN' | 'STC' | 'SNV';

/** Where one number of a department sits: unit (null = board of directors), title, category and the key when the person is named. */
interface Place {
  unit: string | null;
  title: string;
  category: DemoCategory;
  direct: boolean;
}

interface UnitStaff {
  unit: string;
  size: number;
  head: string;
  deputy: string;
  staff: string;
  category: DemoCategory;
}

const division = (unit: string, size: number): UnitStaff => ({
  unit,
  size,
  head: 'Trưởng phòng',
  deputy: 'Phó Trưởng phòng',
  staff: 'Chuyên viên',
  category: 'CIVIL_SERVANT',
});
const office = (size: number): UnitStaff => ({
  unit: 'VP',
  size,
  head: 'Chánh Văn phòng',
  deputy: 'Phó Chánh Văn phòng',
  staff: 'Chuyên viên',
  category: 'CIVIL_SERVANT',
});
const centre = (unit: string, size: number, staff: string): UnitStaff => ({
  unit,
  size,
  head: 'Giám đốc Trung tâm',
  deputy: 'Phó Giám đốc Trung tâm',
  staff,
  category: 'PUBLIC_EMPLOYEE',
});

/** 45 + 65 + 50 people; 27 viên chức (17 %) in the two centres, none in STC. */
const STAFFING: Record<DemoDepartmentKey, { leaders: number; units: UnitStaff[] }> = {
  SKHCN: {
    leaders: 3,
    units: [office(7), division('QLKH', 7), division('QLCN', 5), division('CDS', 5), division('TDC', 4), centre('TTUD', 14, 'Kỹ sư')],
  },
  STC: {
    leaders: 4,
    units: [
      office(9),
      division('QLNS', 8),
      division('HCSN', 8),
      division('TCDT', 8),
      division('GCS', 7),
      division('THQH', 8),
      division('DKKD', 7),
      division('DNTT', 6),
    ],
  },
  SNV: {
    leaders: 3,
    units: [
      office(8),
      division('PTDKT', 7),
      division('CCVC', 7),
      division('CCHC', 6),
      division('TCBC', 6),
      centre('TTLT', 13, 'Lưu trữ viên'),
    ],
  },
};

/** Named people and special desks by number. A person whose key is a name has no `SKHCN-…` key. */
const DESKS: Record<string, { key?: string; title?: string; category?: DemoCategory }> = {
  'SKHCN-01': { key: 'BINH' },
  'SKHCN-02': { key: 'HOA' },
  'SKHCN-06': { key: 'LAN' },
  'SKHCN-07': { key: 'HANH', title: 'Kế toán' },
  'SKHCN-08': { title: 'Văn thư' },
  'SKHCN-09': { title: 'Nhân viên lái xe', category: 'WORKER' },
  'SKHCN-10': { title: 'Nhân viên phục vụ', category: 'WORKER' },
  'SKHCN-11': { key: 'HUY' },
  'SKHCN-20': { key: 'NAM' },
  'SKHCN-34': { key: 'MAI', title: 'Viên chức' },
  'STC-05': { key: 'TAM' },
  'STC-08': { title: 'Kế toán' },
  'STC-09': { title: 'Văn thư' },
  'STC-10': { key: 'KHOI', title: 'Chuyên viên công nghệ thông tin' },
  'STC-11': { title: 'Nhân viên lái xe', category: 'WORKER' },
  'STC-12': { title: 'Nhân viên phục vụ', category: 'WORKER' },
  'STC-13': { title: 'Nhân viên bảo vệ', category: 'WORKER' },
  'STC-59': { title: 'Nhân viên kỹ thuật', category: 'WORKER' },
  'SNV-06': { title: 'Chuyên viên quản trị hệ thống' },
  'SNV-08': { title: 'Văn thư' },
  'SNV-09': { title: 'Kế toán' },
  'SNV-10': { title: 'Nhân viên lái xe', category: 'WORKER' },
  'SNV-11': { title: 'Nhân viên phục vụ', category: 'WORKER' },
  'SNV-14': { key: 'THU' },
  'SNV-20': { key: 'SON' },
};

const FIRST_DAY = '2021-01-01';
const REORGANISED = '2025-07-01';
const LAST_DAY_BEFORE = '2025-06-30';

function places(department: DemoDepartmentKey): Place[] {
  const { leaders, units } = STAFFING[department];
  const board = Array.from({ length: leaders }, (_, i): Place => ({
    unit: null,
    title: i === 0 ? 'Giám đốc Sở' : 'Phó Giám đốc Sở',
    category: 'CIVIL_SERVANT',
    direct: false,
  }));
  const staff = units.flatMap((unit) =>
    Array.from({ length: unit.size }, (_, i): Place => ({
      unit: unit.unit,
      title: [unit.head, unit.deputy][i] ?? unit.staff,
      category: unit.category,
      direct: i > 1,
    })),
  );
  return [...board, ...staff];
}

const numberKey = (department: string, number: number): string => `${department}-${String(number).padStart(2, '0')}`;

function emailOf(fullName: string, domain: string): string {
  const words = searchKey(fullName).split(' ');
  const initials = words
    .slice(0, -1)
    .map((word) => word[0])
    .join('');
  return `${words.at(-1)}.${initials}@${domain}.tayninh.example`;
}

function person(key: string, fullName: string, department: DemoDepartmentKey | null, place: Place): DemoPerson {
  return {
    key,
    id: naturalId('person', key),
    fullName,
    category: place.category,
    jobTitle: place.title,
    unitKey: place.unit && department ? `${department}/${place.unit}` : null,
    departmentKey: department,
    direct: place.direct,
    email: '',
    leaves: [],
    disciplines: [],
    memberships: [],
    from: FIRST_DAY,
    to: null,
  };
}

/** Union for everybody, youth for every fourth, Party for about half; the desks of SON and the secretaries by number. */
function memberships(department: DemoDepartmentKey, key: string, number: number): DemoPerson['memberships'] {
  const unionChair = { SKHCN: 'SKHCN-12', STC: 'STC-15', SNV: 'SON' }[department];
  const result: DemoPerson['memberships'] = [
    { organisationKey: `${department}/CD`, role: key === unionChair ? 'CHAIR' : 'MEMBER', from: FIRST_DAY },
  ];
  if (number <= 3 || number % 2 === 0)
    result.push({ organisationKey: `${department}/DU`, role: number === 1 ? 'SECRETARY' : 'MEMBER', from: FIRST_DAY });
  if (number > 10 && number % 4 === 1)
    result.push({ organisationKey: `${department}/DTN`, role: number === 25 ? 'SECRETARY' : 'MEMBER', from: FIRST_DAY });
  return result;
}

/** Absences and disciplines that the eligibility rules meet. */
const LEAVES: Record<string, DemoPerson['leaves']> = {
  'SKHCN-24': [{ kind: 'MATERNITY', workingDays: 126, year: 2025 }],
  'STC-33': [{ kind: 'SICK', workingDays: 48, year: 2025 }],
  'STC-41': [{ kind: 'STUDY', workingDays: 210, year: 2025 }],
  'SNV-33': [{ kind: 'SICK', workingDays: 12, year: 2025 }],
  'SNV-44': [{ kind: 'UNPAID', workingDays: 62, year: 2025 }],
};
const DISCIPLINES: Record<string, DemoPerson['disciplines']> = {
  'STC-52': [{ kind: 'REPRIMAND', from: '2025-03-10', to: '2026-03-09', state: 'IN_FORCE' }],
  'SKHCN-30': [{ kind: 'REPRIMAND', from: '2023-05-04', to: '2024-05-03', state: 'EXPIRED' }],
};

/** Mid-year moves of 01/07/2025: two join, two leave, one moves between units, one between departments. */
const JOINERS = new Set(['SKHCN-45', 'STC-65']);
const MOVED: Record<string, { organisationKey: DemoDepartmentKey; unitKey: string }> = {
  'SKHCN-22': { organisationKey: 'SKHCN', unitKey: 'SKHCN/QLKH' },
  'SNV-30': { organisationKey: 'STC', unitKey: 'STC/QLNS' },
};

function postingsOf(member: DemoPerson, organisationKey: string): DemoPosting[] {
  const posting = (nr: number, at: Pick<DemoPosting, 'organisationKey' | 'unitKey' | 'from' | 'to'>): DemoPosting => ({
    id: naturalId('posting', `${member.key}/${nr}`),
    personKey: member.key,
    title: member.jobTitle,
    ...at,
  });
  const moved = MOVED[member.key];
  const now = { organisationKey, unitKey: member.unitKey, from: moved ? REORGANISED : member.from, to: member.to };
  if (!moved) return [posting(1, now)];
  return [posting(1, { ...moved, from: member.from, to: LAST_DAY_BEFORE }), posting(2, now)];
}

function staffOf(department: DemoDepartmentKey, nextName: () => string): DemoPerson[] {
  return places(department).map((place, index) => {
    const numbered = numberKey(department, index + 1);
    const desk = DESKS[numbered] ?? {};
    const key = desk.key ?? numbered;
    const fullName = NAMED[key] ?? nextName();
    const member = person(key, fullName, department, {
      ...place,
      title: desk.title ?? place.title,
      category: desk.category ?? place.category,
    });
    return {
      ...member,
      email: emailOf(fullName, department.toLowerCase()),
      leaves: LEAVES[key] ?? [],
      disciplines: DISCIPLINES[key] ?? [],
      memberships: memberships(department, key, index + 1),
      from: JOINERS.has(key) ? REORGANISED : FIRST_DAY,
    };
  });
}

function othersOf(nextName: () => string): DemoPerson[] {
  const left = (department: DemoDepartmentKey, number: number, unit: string): DemoPerson => {
    const fullName = nextName();
    const leaver = person(numberKey(department, number), fullName, department, {
      unit,
      title: 'Chuyên viên',
      category: 'CIVIL_SERVANT',
      direct: true,
    });
    return { ...leaver, email: emailOf(fullName, department.toLowerCase()), to: LAST_DAY_BEFORE };
  };
  const chair = person('PHUC', NAMED['PHUC'] as string, null, {
    unit: null,
    title: 'Chủ tịch UBND tỉnh',
    category: 'CIVIL_SERVANT',
    direct: false,
  });
  return [{ ...chair, email: emailOf(chair.fullName, 'ubnd') }, left('SKHCN', 46, 'CDS'), left('SNV', 51, 'TCBC')];
}

/** The 160 people in scope at year end, the three others of the graph, and every dated posting. */
export function demoPeople(): { people: DemoPerson[]; others: DemoPerson[]; postings: DemoPosting[] } {
  const nextName = nameSupply();
  const people = (['SKHCN', 'STC', 'SNV'] as const).flatMap((department) => staffOf(department, nextName));
  const others = othersOf(nextName);
  const postings = [...people, ...others].flatMap((member) => postingsOf(member, member.departmentKey ?? 'UBND.TNH'));
  return { people, others, postings };
}
