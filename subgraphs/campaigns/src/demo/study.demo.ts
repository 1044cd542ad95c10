import { demoAchievements, demoProvince, type DemoPosting } from '@thidua/dev/demo';
import { naturalId, type Transaction } from '@thidua/server';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { StudyAttendanceEntity, StudySessionEntity, type AttendanceState } from '../study/study.entities.js';

const YEAR = 2025;

/** Twelve sessions of the province's study list of 2025, six in each half-year. */
const SESSIONS: { key: string; date: string; title: string; documents: string[] }[] = [
  { key: '01', date: '2025-01-17', title: 'Chuyên đề năm 2025 về học tập và làm theo Bác', documents: ['Chuyên đề năm 2025'] },
  {
    key: '02',
    date: '2025-02-14',
    title: 'Nghị quyết của Tỉnh ủy về nhiệm vụ năm 2025',
    documents: ['Nghị quyết của Tỉnh ủy về nhiệm vụ năm 2025'],
  },
  {
    key: '03',
    date: '2025-03-14',
    title: 'Pháp luật về phòng, chống lãng phí',
    documents: ['Tài liệu tuyên truyền phòng, chống lãng phí'],
  },
  { key: '04', date: '2025-04-11', title: 'Sắp xếp tổ chức bộ máy', documents: ['Tài liệu hỏi đáp về sắp xếp tổ chức bộ máy'] },
  { key: '05', date: '2025-05-16', title: 'Chuyển đổi số trong cơ quan nhà nước', documents: ['Tài liệu bồi dưỡng kỹ năng số'] },
  { key: '06', date: '2025-06-13', title: 'Đạo đức công vụ, văn hóa công sở', documents: ['Quy tắc ứng xử của công chức, viên chức'] },
  {
    key: '07',
    date: '2025-07-11',
    title: 'Chính quyền địa phương hai cấp',
    documents: ['Tài liệu tập huấn chính quyền địa phương hai cấp'],
  },
  { key: '08', date: '2025-08-15', title: 'Truyền thống cách mạng Tháng Tám và Quốc khánh', documents: ['Đề cương tuyên truyền 80 năm'] },
  { key: '09', date: '2025-09-18', title: 'Nghị quyết của cấp ủy quý III', documents: ['Nghị quyết của cấp ủy quý III'] },
  {
    key: '10',
    date: '2025-10-17',
    title: 'Bảo vệ bí mật nhà nước, dữ liệu cá nhân',
    documents: ['Tài liệu tập huấn bảo vệ dữ liệu cá nhân'],
  },
  {
    key: '11',
    date: '2025-11-14',
    title: 'Pháp luật về thi đua, khen thưởng',
    documents: ['Tài liệu phổ biến pháp luật thi đua, khen thưởng'],
  },
  { key: '12', date: '2025-12-05', title: 'Kết quả thực hiện nhiệm vụ chính trị năm 2025', documents: ['Báo cáo kết quả năm 2025'] },
];

/** The two people who missed a session for good: SNV stays at 49 of 50, STC at 64 of 65. */
const MISSED: Record<string, { session: string; reason: string }> = {
  'SNV-27': { session: '09', reason: 'Nghỉ ốm có giấy; không dự buổi học bù ngày 02/10/2025' },
  'STC-30': { session: '05', reason: 'Đi công tác ngoài tỉnh; chưa học bù' },
};

interface Attended {
  state: AttendanceState;
  madeUpOn: string | null;
  reason: string | null;
}

function attended(personKey: string, index: number, session: { key: string; date: string }): Attended {
  const missed = MISSED[personKey];
  if (missed?.session === session.key) return { state: 'ABSENT', madeUpOn: null, reason: missed.reason };
  // Every nineteenth seat was empty on the day and was made up two weeks later.
  if ((index * 7 + Number(session.key)) % 19 !== 0) return { state: 'PRESENT', madeUpOn: null, reason: null };
  const later = new Date(Date.parse(session.date) + 14 * 86_400_000).toISOString().slice(0, 10);
  return { state: 'MADE_UP', madeUpOn: later, reason: 'Vắng có phép, đã học bù' };
}

const onDay = (posting: DemoPosting, day: string): boolean => posting.from <= day && (posting.to === null || posting.to >= day);

/** Twelve sessions and 1,920 lines of attendance: whoever was in a department on the day of a session is on its list. */
export async function seedStudy(tx: Transaction): Promise<void> {
  const { organisations, postings } = demoProvince();
  const departments = new Map(organisations.filter((body) => body.kind === 'DEPARTMENT').map((body) => [body.key, body.id]));
  const people = [...new Set(postings.map((posting) => posting.personKey))];
  const rows = SESSIONS.flatMap((session) =>
    people.flatMap((personKey, index) => {
      const posting = postings.find((p) => p.personKey === personKey && departments.has(p.organisationKey) && onDay(p, session.date));
      if (!posting) return [];
      return [
        {
          sessionId: naturalId('study', `TNH/${YEAR}/${session.key}`),
          personId: naturalId('person', personKey),
          departmentId: departments.get(posting.organisationKey)!,
          ...attended(personKey, index, session),
        },
      ];
    }),
  );
  await tx.manager.insert(
    StudySessionEntity,
    SESSIONS.map(({ key, ...session }) => ({ ...session, id: naturalId('study', `TNH/${YEAR}/${key}`), makeUpFor: null })),
  );
  for (let from = 0; from < rows.length; from += 500) await tx.manager.insert(StudyAttendanceEntity, rows.slice(from, from + 500));
}

/** Everybody registered for "Lao động tiên tiến", those proposed for "Chiến sĩ thi đua cơ sở" for that as well. */
export async function seedRegistrations(tx: Transaction): Promise<void> {
  const province = demoProvince();
  const { lists } = demoAchievements(province);
  const higher = new Set(Object.values(lists).flatMap((list) => list.cstdcs));
  const rows = province.people.flatMap((person) =>
    ['LDTT', ...(higher.has(person.key) ? ['CSTDCS'] : [])].map((awardCode) => ({
      id: naturalId('registration', `${awardCode}/${YEAR}/${person.key}`),
      personId: person.id,
      departmentId: naturalId('organisation', person.departmentKey ?? 'TNH'),
      unitId: person.unitKey ? naturalId('organisation', person.unitKey) : null,
      year: YEAR,
      awardCode,
      campaignId: null,
      state: 'REGISTERED' as const,
    })),
  );
  await tx.manager.insert(RegistrationEntity, rows);
}
