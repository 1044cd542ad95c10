import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';
import { readScope } from './scope.rules.js';

const plan = (title: string, body: string) => parsePlan(`KẾ HOẠCH\n${title}\n\nSở Y tế ban hành Kế hoạch:\n\nI. NỘI DUNG\n\n- ${body}\n`);

describe('theme, period and scope of a plan', () => {
  it.each([
    ['Chủ đề thi đua năm 2025 của tỉnh là “**Đổi mới, bứt phá**” để thực hiện', 'Đổi mới, bứt phá', 'province', false],
    ['với chủ đề: "Kỷ cương; hiệu quả"', 'Kỷ cương; hiệu quả', 'department', false],
    ['gắn với Chuyên đề năm 2022 “Về xây dựng đội ngũ”', 'Về xây dựng đội ngũ', 'department', true],
    ['Chủ đề thi đua năm 2026: Đoàn kết, sáng tạo.', 'Đoàn kết, sáng tạo', 'department', false],
  ])('R-076 R-078 "%s"', (body, theme, themeLevel, themeSpecial) => {
    expect(plan('Phát động', body)).toMatchObject({ theme, themeLevel, themeSpecial });
  });

  it('R-082 a plan without theme and numbers is valid: two notices, no error', () => {
    const codes = plan('Phát động năm 2025', 'Thi đua.').warnings.filter((w) => ['NO_THEME', 'NO_QUANTITATIVE_TARGET'].includes(w.code));
    expect(codes.map((w) => w.severity)).toEqual(['INFO', 'INFO']);
  });

  it('R-110 a period may start at an event and end on a day', () => {
    expect(plan('Phát động', 'Thời gian thực hiện: Từ ngày phát động thi đua đến hết ngày 31/12/2025.').period).toMatchObject({
      from: null,
      fromEvent: 'ngày phát động thi đua',
      to: '2025-12-31',
      stated: true,
    });
  });

  it('reads both days of a stated period and the year of an unstated one', () => {
    expect(plan('A', 'Thời gian: từ ngày 10/02 đến ngày 15/12/2026.').period).toMatchObject({ from: '2026-02-10', to: '2026-12-15' });
    expect(plan('Phát động năm 2026', 'Khác.').period).toMatchObject({ stated: false, impliedFrom: '2026-01-01', impliedTo: '2026-12-31' });
  });

  it('a school year runs over two calendar years', () => {
    expect(plan('Tổ chức phong trào thi đua năm học 2025 - 2026', 'Khác.').period).toMatchObject({
      year: 2025,
      impliedFrom: '2025-09-01',
      impliedTo: '2026-08-31',
    });
  });

  it('R-016 "CC, NLĐ" leaves out the public employees', () => {
    expect(readScope('đội ngũ công chức, người lao động (CC, NLD) tham gia')?.categories).toEqual(['CIVIL_SERVANT', 'WORKER']);
    expect(readScope('toàn thể công chức, viên chức (CCVC), người lao động (NLĐ)')?.categories).toEqual([
      'CIVIL_SERVANT',
      'PUBLIC_EMPLOYEE',
      'WORKER',
    ]);
  });
});
