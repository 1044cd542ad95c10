import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';

const assignments = (body: string) => parsePlan(`KẾ HOẠCH\nPhát động\n\nSở Y tế ban hành Kế hoạch:\n\n${body}\n`).assignments;

describe('the assignments of a plan', () => {
  it('R-127 a heading names the assignee, each bullet is a duty, semicolons cut clauses', () => {
    expect(assignments('IV. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Sở - Thường trực Hội đồng Sở\n\n- Theo dõi; đôn đốc.\n\n- Báo cáo.')).toEqual(
      [
        {
          assignee: 'Văn phòng Sở',
          capacity: 'Thường trực Hội đồng Sở',
          kind: 'explicit',
          section: 'IV.1',
          duties: ['Theo dõi; đôn đốc.', 'Báo cáo.'],
          clauses: [['Theo dõi', 'đôn đốc.'], ['Báo cáo.']],
        },
      ],
    );
  });

  it.each([
    ['Căn cứ vào chức năng, nhiệm vụ được giao, các phòng, đơn vị thuộc Sở thực hiện tốt.', 'các phòng, đơn vị thuộc Sở'],
    ['Đề nghị tổ chức Đảng, đoàn thể cơ quan tăng cường chỉ đạo.', 'tổ chức Đảng, đoàn thể cơ quan'],
    ['Giao Phòng Kế hoạch – Tổng hợp thường xuyên tham mưu.', 'Phòng Kế hoạch – Tổng hợp'],
    ['Trung tâm Y tế các xã chủ trì tuyên truyền.', 'Trung tâm Y tế các xã'],
    ['Mỗi công chức, viên chức và người lao động Sở tập trung đổi mới.', 'Mỗi công chức, viên chức và người lao động Sở'],
  ])('finds the party of "%s"', (sentence, assignee) => {
    expect(assignments(`III. TỔ CHỨC THỰC HIỆN\n\n1. ${sentence}`)).toMatchObject([{ assignee, duties: [sentence] }]);
  });

  it('a new party in the same paragraph is a new assignment', () => {
    expect(
      assignments('III. TỔ CHỨC THỰC HIỆN\n\n1. Giao Văn phòng Sở theo dõi chung. Công đoàn cơ sở làm đầu mối phát động.').map(
        (a) => a.assignee,
      ),
    ).toEqual(['Văn phòng Sở', 'Công đoàn cơ sở']);
  });

  it('finds orders outside the assignment part', () => {
    expect(
      assignments(
        'II. GIẢI PHÁP\n\n1. Các Khối thi đua xây dựng giao ước.\n\n2. Nâng cao trách nhiệm của người đứng đầu trong công tác khen thưởng.',
      ).map((a) => [a.kind, a.assignee]),
    ).toEqual([
      ['embedded', 'Các Khối thi đua'],
      ['embedded', 'người đứng đầu'],
    ]);
  });

  it('an activity is not taken for a party', () => {
    expect(assignments('II. NỘI DUNG\n\n- Tổ chức tốt các đợt thi đua, tăng cường tuyên truyền.')).toEqual([]);
  });
});
