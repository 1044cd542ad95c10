import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';

const bases = (opening: string, body = 'Nội dung.') =>
  parsePlan(`KẾ HOẠCH\nPhát động\n\n${opening}\n\nI. NỘI DUNG\n\n- ${body}\n`).legalBases;

describe('the legal bases of a plan', () => {
  it('R-067 A-14 accept "Căn cứ" and "Thực hiện" as a basis, in printed order', () => {
    const read = bases(
      'Thực hiện Kế hoạch số 10/KH-UBND ngày 19/01/2024 của UBND tỉnh;\n\nCăn cứ Chỉ thị số 5/CT-UBND ngày 20/01/2024 của UBND tỉnh.',
    );
    expect(read.map((b) => [b.number, b.role])).toEqual([
      ['10/KH-UBND', 'basis'],
      ['5/CT-UBND', 'basis'],
    ]);
  });

  it('A-13 "Căn cứ vào Kế hoạch này" is no basis', () => {
    expect(bases('Căn cứ vào Kế hoạch này và Quyết định số 9/QĐ-SYT ngày 02/01/2024, các phòng thực hiện.')[0]?.role).toBe('reference');
  });

  it('count a document once and keep every printing with its place', () => {
    const text =
      'KẾ HOẠCH\nPhát động\n\nCăn cứ Chỉ thị số 01/CT-UBND ngày 9/1/2025 của UBND tỉnh;\n\nI. NỘI DUNG\n\n- Theo Chỉ thị số 01/CT-UBND của Chủ tịch UBND tỉnh.\n';
    const [basis, ...rest] = parsePlan(text).legalBases;
    expect(rest).toEqual([]);
    expect(basis?.citedIn).toEqual(['pre¶1', 'I·1']);
    expect(basis?.citations.map((c) => text.slice(c.start, c.end))).toEqual([
      'Chỉ thị số 01/CT-UBND ngày 9/1/2025 của UBND tỉnh',
      'Chỉ thị số 01/CT-UBND của Chủ tịch UBND tỉnh',
    ]);
  });

  it('R-069 keep 05-CT/TW and 05-CT/TU, and one number with two dates, apart', () => {
    expect(
      bases('Căn cứ Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị; Chỉ thị số 05-CT/TU ngày 20/7/2021 của Tỉnh ủy.'),
    ).toHaveLength(2);
    expect(
      bases('Căn cứ Chỉ thị số 1/CT-UBND ngày 9/1/2025 của UBND tỉnh; Chỉ thị số 1/CT-UBND ngày 8/1/2024 của UBND tỉnh.'),
    ).toHaveLength(2);
  });
});
