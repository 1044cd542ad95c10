import { naturalId } from '@thidua/contracts';
import type { DemoDepartmentKey } from './demo.people.js';
import type { DemoPerson, DemoProvince } from './demo.types.js';

export type DemoGrade = 'EXCELLENT' | 'GOOD' | 'COMPLETED' | 'NOT_COMPLETED';

/** A yearly rating of a person or a body. `PROPOSED` has no decision yet and counts for nothing. */
export interface DemoRating {
  id: string;
  subjectType: 'Person' | 'Organisation';
  subjectKey: string;
  departmentKey: DemoDepartmentKey;
  unitKey: string | null;
  year: number;
  grade: DemoGrade;
  state: 'PROPOSED' | 'DECIDED';
  decisionNumber: string | null;
  decidedOn: string | null;
  decidedByKey: string;
}

export interface DemoInitiative {
  key: string;
  id: string;
  title: string;
  departmentKey: DemoDepartmentKey;
  year: number;
  state: 'SUBMITTED' | 'EXAMINING' | 'RECOGNISED' | 'REFUSED';
  /** BASE = the body itself; wider only after the influence council judged it. */
  influenceScope: 'BASE' | 'DEPARTMENT' | 'PROVINCE' | null;
  decisionNumber: string | null;
  decidedOn: string | null;
  reusedByKey: string | null;
  authors: { personKey: string; percent: number }[];
}

export interface DemoPetition {
  id: string;
  kind: 'DENUNCIATION' | 'COMPLAINT' | 'REFLECTION' | 'PROPOSAL';
  state: 'RECEIVED' | 'VERIFYING' | 'SETTLED' | 'DISMISSED';
  receivedOn: string;
  subjectType: 'Person' | 'Organisation';
  subjectKey: string;
  /** Null = anonymous. Never leaves the subgraph that owns petitions. */
  senderName: string | null;
}

/** Who is on the lists of 2025, by key: what awards seeds as nominations and what the rules find eligible. */
export interface DemoLists {
  ldtt: string[];
  cstdcs: string[];
  /** Units proposed as Tập thể Lao động tiên tiến, and those of them also as Tập thể Lao động xuất sắc. */
  ttldtt: string[];
  ttldxs: string[];
}

export interface DemoAchievements {
  ratings: DemoRating[];
  initiatives: DemoInitiative[];
  petitions: DemoPetition[];
  lists: Record<DemoDepartmentKey, DemoLists>;
}

const YEAR = 2025;
const DEPARTMENTS: readonly DemoDepartmentKey[] = ['SKHCN', 'STC', 'SNV'];

/** Rated below "hoàn thành tốt": cannot be Lao động tiên tiến. */
const BELOW_GOOD = new Set([
  'SKHCN-09',
  'SKHCN-10',
  'SKHCN-27',
  'SKHCN-41',
  'SKHCN-42',
  'SKHCN-43',
  'SKHCN-44',
  'STC-12',
  'STC-13',
  'STC-29',
  'STC-41',
  'STC-42',
  'STC-43',
  'STC-44',
  'STC-51',
  'STC-52',
  'STC-64',
  'SNV-10',
  'SNV-11',
  'SNV-31',
  'SNV-37',
  'SNV-47',
  'SNV-48',
  'SNV-49',
  'SNV-50',
]);
const NOT_COMPLETED = new Set(['STC-44']);

/** Rated by the head, not decided yet: the two dossiers without a rating. */
const UNDECIDED = new Set(['SKHCN-17', 'STC-58']);

/** Rated "tốt", kept out by time only: joined 01/07, 48 days sick leave, 62 days unpaid leave. */
const TOO_LITTLE_TIME = new Set(['SKHCN-45', 'STC-65', 'STC-33', 'SNV-44']);

const CSTDCS: Record<DemoDepartmentKey, string[]> = {
  SKHCN: ['SKHCN-13', 'SKHCN-18', 'NAM', 'SKHCN-25', 'SKHCN-28', 'SKHCN-36', 'SKHCN-38'],
  STC: ['STC-07', 'STC-16', 'STC-18', 'STC-24', 'STC-32', 'STC-34', 'STC-47', 'STC-55', 'STC-60', 'STC-62'],
  SNV: ['SNV-04', 'SNV-15', 'SNV-16', 'SNV-21', 'SNV-22', 'SNV-28', 'SNV-34', 'SNV-40'],
};

/** On the list of Chiến sĩ thi đua cơ sở by a recognised initiative, with a rating of "tốt". */
const BY_INITIATIVE_ONLY = new Set(['SKHCN-38', 'STC-55', 'SNV-34', 'SNV-40']);

/** Eligible for Chiến sĩ thi đua cơ sở, but the eleventh of Sở Tài chính: over the quota of 20 % (floor of 10,4). */
export const BEYOND_QUOTA = 'STC-26';

/** One case below the floor of Tập thể Lao động tiên tiến. */
const UNIT_BELOW_FLOOR = 'STC/GCS';
const EXCELLENT_UNITS = new Set(['SKHCN/QLKH', 'SKHCN/QLCN', 'STC/QLNS', 'STC/HCSN', 'SNV/PTDKT', 'SNV/CCVC']);
const EXCELLENT_BODIES = new Set(['SKHCN/DU', 'STC/CD', 'SNV/DU']);

/** Rated "xuất sắc" last year too: the two consecutive years of Bằng khen (Art. 74). */
const EXCELLENT_LAST_YEAR = ['SKHCN-13', 'NAM', 'SKHCN-25', 'STC-16', 'STC-32', 'STC-47', 'SNV-15', 'SNV-28'];

function gradeOf(key: string): DemoGrade {
  if (NOT_COMPLETED.has(key)) return 'NOT_COMPLETED';
  if (BELOW_GOOD.has(key)) return 'COMPLETED';
  const listed = DEPARTMENTS.some((department) => CSTDCS[department].includes(key));
  return key === BEYOND_QUOTA || (listed && !BY_INITIATIVE_ONLY.has(key)) ? 'EXCELLENT' : 'GOOD';
}

type RatingWords = Pick<DemoRating, 'subjectType' | 'subjectKey' | 'departmentKey' | 'unitKey' | 'grade' | 'decidedByKey'>;

function rating(words: RatingWords, decisionNumber: string | null, year = YEAR): DemoRating {
  return {
    id: naturalId('rating', `${words.subjectKey}/${year}`),
    year,
    ...words,
    state: decisionNumber ? 'DECIDED' : 'PROPOSED',
    decisionNumber,
    decidedOn: decisionNumber ? `${year}-12-08` : null,
  };
}

function personRatings(people: DemoPerson[]): DemoRating[] {
  const words = (person: DemoPerson, grade: DemoGrade): RatingWords => ({
    subjectType: 'Person',
    subjectKey: person.key,
    departmentKey: person.departmentKey as DemoDepartmentKey,
    unitKey: person.unitKey,
    grade,
    decidedByKey: person.departmentKey as string,
  });
  const now = people.map((person) =>
    rating(words(person, gradeOf(person.key)), UNDECIDED.has(person.key) ? null : `412/QĐ-${person.departmentKey}`),
  );
  const before = people
    .filter((person) => EXCELLENT_LAST_YEAR.includes(person.key))
    .map((person) => rating(words(person, 'EXCELLENT'), `398/QĐ-${person.departmentKey}`, YEAR - 1));
  return [...now, ...before];
}

/** 20 units, 9 Party, union and youth bodies, and the three departments, which the province has not decided yet. */
function bodyRatings(organisations: DemoProvince['organisations']): DemoRating[] {
  return organisations.flatMap((body) => {
    const departmentKey = body.departmentKey as DemoDepartmentKey;
    if (!DEPARTMENTS.includes(departmentKey)) return [];
    const words = (grade: DemoGrade, decidedByKey: string): RatingWords => ({
      subjectType: 'Organisation',
      subjectKey: body.key,
      departmentKey,
      unitKey: body.relation ? body.key : null,
      grade,
      decidedByKey,
    });
    if (body.kind === 'DEPARTMENT') return [rating(words('GOOD', 'UBND.TNH'), null)];
    if (body.relation) {
      const grade = body.key === UNIT_BELOW_FLOOR ? 'COMPLETED' : EXCELLENT_UNITS.has(body.key) ? 'EXCELLENT' : 'GOOD';
      return [rating(words(grade, departmentKey), `413/QĐ-${departmentKey}`)];
    }
    if (!['PARTY', 'UNION', 'YOUTH'].includes(body.kind)) return [];
    return [
      rating(
        words(EXCELLENT_BODIES.has(body.key) ? 'EXCELLENT' : 'GOOD', body.kind === 'PARTY' ? 'TU.TNH' : `${departmentKey}/DU`),
        `21-QĐ/${body.kind === 'PARTY' ? 'TU' : 'ĐU'}`,
      ),
    ];
  });
}

type Scope = DemoInitiative['influenceScope'];

function initiative(
  key: string,
  title: string,
  state: DemoInitiative['state'],
  scope: Scope,
  authors: [string, number][],
  reusedByKey: string | null = null,
): DemoInitiative {
  const departmentKey = key.split('/')[0] as DemoDepartmentKey;
  const recognised = state === 'RECOGNISED';
  return {
    key,
    id: naturalId('initiative', key),
    title,
    departmentKey,
    year: YEAR,
    state,
    influenceScope: recognised ? (scope ?? 'BASE') : null,
    decisionNumber: recognised ? `376/QĐ-${departmentKey}` : null,
    decidedOn: recognised ? '2025-11-14' : null,
    reusedByKey,
    authors: authors.map(([personKey, percent]) => ({ personKey, percent })),
  };
}

/** 14 initiatives: 10 recognised (3 with influence, 1 reused in another department), 1 refused, 3 under way. */
function initiatives(): DemoInitiative[] {
  return [
    initiative(
      'SKHCN/2025/01',
      'Hồ sơ nhiệm vụ khoa học không giấy, ký số từ khâu đề xuất',
      'RECOGNISED',
      'PROVINCE',
      [
        ['NAM', 60],
        ['SKHCN-36', 40],
      ],
      'STC',
    ),
    initiative('SKHCN/2025/02', 'Bộ tiêu chí rút gọn đánh giá đề tài cấp cơ sở', 'RECOGNISED', 'DEPARTMENT', [['SKHCN-13', 100]]),
    initiative('SKHCN/2025/03', 'Bản đồ trạm phát sóng dùng chung cho cấp xã', 'RECOGNISED', null, [
      ['SKHCN-25', 70],
      ['SKHCN-18', 30],
    ]),
    initiative('SKHCN/2025/04', 'Quy trình nhân giống nấm dược liệu bằng giá thể địa phương', 'RECOGNISED', null, [['SKHCN-38', 100]]),
    initiative('SKHCN/2025/05', 'Sổ tay kiểm định cân chợ bằng hình ảnh', 'EXAMINING', null, [['MAI', 100]]),
    initiative('SKHCN/2025/06', 'Nhắc hạn nghiệm thu qua tin nhắn', 'SUBMITTED', null, [['SKHCN-21', 100]]),
    initiative('STC/2025/01', 'Đối chiếu dự toán tự động giữa Sở và đơn vị', 'RECOGNISED', null, [['STC-16', 100]]),
    initiative('STC/2025/02', 'Bảng theo dõi giải ngân vốn đầu tư theo tuần', 'RECOGNISED', 'DEPARTMENT', [
      ['STC-32', 50],
      ['STC-34', 50],
    ]),
    initiative('STC/2025/03', 'Mẫu hồ sơ đăng ký kinh doanh điền sẵn', 'RECOGNISED', null, [['STC-55', 100]]),
    initiative('STC/2025/04', 'Gộp hai biểu báo cáo thu ngân sách', 'REFUSED', null, [['STC-19', 100]]),
    initiative('SNV/2025/01', 'Kho mẫu báo cáo thành tích có kiểm tra điều kiện', 'RECOGNISED', null, [['SNV-15', 100]]),
    initiative('SNV/2025/02', 'Rà soát thủ tục hành chính bằng phiếu một trang', 'RECOGNISED', null, [
      ['SNV-28', 60],
      ['SNV-34', 40],
    ]),
    initiative('SNV/2025/03', 'Số hóa tài liệu lưu trữ theo nhu cầu khai thác', 'RECOGNISED', null, [['SNV-40', 100]]),
    initiative('SNV/2025/04', 'Lịch nhắc nâng lương, bổ nhiệm lại', 'SUBMITTED', null, [['SNV-23', 100]]),
  ];
}

/** Six petitions: two anonymous, one about a nominee (a reflection of 20/11: it warns, it does not suspend; decision 22). */
function petitions(): DemoPetition[] {
  const petition = (
    nr: string,
    kind: DemoPetition['kind'],
    state: DemoPetition['state'],
    receivedOn: string,
    subject: string,
    senderName: string | null,
  ): DemoPetition => ({
    id: naturalId('petition', `2025/${nr}`),
    kind,
    state,
    receivedOn,
    subjectType: subject.includes('-') ? 'Person' : 'Organisation',
    subjectKey: subject,
    senderName,
  });
  return [
    petition('01', 'REFLECTION', 'SETTLED', '2025-03-11', 'STC/VP', 'Trương Văn Hậu'),
    petition('02', 'PROPOSAL', 'SETTLED', '2025-05-22', 'SKHCN/TTUD', 'Hồ Minh Nhật'),
    petition('03', 'COMPLAINT', 'DISMISSED', '2025-06-18', 'STC-44', 'Phùng Thị Lài'),
    petition('04', 'DENUNCIATION', 'VERIFYING', '2025-10-30', 'SKHCN-44', null),
    petition('05', 'REFLECTION', 'RECEIVED', '2025-11-20', 'SNV-28', 'Kiều Văn Tấn'),
    petition('06', 'PROPOSAL', 'RECEIVED', '2025-12-02', 'SNV', null),
  ];
}

function lists({ people, organisations }: DemoProvince, departmentKey: DemoDepartmentKey): DemoLists {
  const unable = (key: string): boolean => BELOW_GOOD.has(key) || UNDECIDED.has(key) || TOO_LITTLE_TIME.has(key);
  const units = organisations.filter((body) => body.departmentKey === departmentKey && body.relation).map((body) => body.key);
  return {
    ldtt: people.filter((person) => person.departmentKey === departmentKey && !unable(person.key)).map((person) => person.key),
    cstdcs: [...CSTDCS[departmentKey]],
    ttldtt: units.filter((key) => key !== UNIT_BELOW_FLOOR),
    ttldxs: units.filter((key) => EXCELLENT_UNITS.has(key)),
  };
}

/**
 * Ratings, initiatives, petitions and the lists of 2025 (data-volumes §4). Who can be Lao động tiên tiến: everybody of the
 * department in key order, except who is rated below "tốt", not rated yet, or has too little time: SKHCN 36, STC 52, SNV 41;
 * Chiến sĩ thi đua cơ sở 7, 10, 8. Pure; a fresh copy on every call.
 */
export function demoAchievements(province: DemoProvince): DemoAchievements {
  return {
    ratings: [...personRatings(province.people), ...bodyRatings(province.organisations)],
    initiatives: initiatives(),
    petitions: petitions(),
    lists: Object.fromEntries(DEPARTMENTS.map((key) => [key, lists(province, key)])) as Record<DemoDepartmentKey, DemoLists>,
  };
}
