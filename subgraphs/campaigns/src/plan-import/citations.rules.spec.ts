import { describe, expect, it } from 'vitest';
import { readCitations } from './citations.rules.js';
import { isoDate } from './place-date.rules.js';

const short = (text: string) => readCitations(text).map((c) => [c.type, c.number, isoDate(c.date), c.issuer, c.subject]);

describe('a legal citation', () => {
  it.each([
    [
      'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ Quy định chi tiết thi hành Luật;',
      ['Nghị định', '98/2023/NĐ-CP', '2023-12-31', 'Chính phủ', 'Quy định chi tiết thi hành Luật'],
    ],
    [
      'Chỉ thị số 01/CT-UBND ngày 09 tháng 01 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh về việc phát động thi đua',
      ['Chỉ thị', '01/CT-UBND', '2025-01-09', 'Chủ tịch Ủy ban nhân dân tỉnh', 'về việc phát động thi đua'],
    ],
    [
      'Kế hoạch số 8/KH-BGDĐT ngày 3-2-2026 của Bộ Giáo dục và Đào tạo về thi đua.',
      ['Kế hoạch', '8/KH-BGDĐT', '2026-02-03', 'Bộ Giáo dục và Đào tạo', 'về thi đua'],
    ],
    [
      'Thông tư số 15/2025/TT-BNV của Bộ trưởng Bộ Nội vụ ngày 04.8.2025 quy định biện pháp thi hành;',
      ['Thông tư', '15/2025/TT-BNV', '2025-08-04', 'Bộ trưởng Bộ Nội vụ', 'quy định biện pháp thi hành'],
    ],
    [
      'Kế hoạch số 20/KH-SVHTTDL ngày 01/02/2026 của Sở Văn hóa, Thể thao và Du lịch về thi đua;',
      ['Kế hoạch', '20/KH-SVHTTDL', '2026-02-01', 'Sở Văn hóa, Thể thao và Du lịch', 'về thi đua'],
    ],
  ])('R-065 R-066 reads "%s"', (text, expected) => {
    expect(short(text)).toEqual([expected]);
  });

  it('R-084 keeps a quoted subject that quotes inside, without its marks', () => {
    const [found] = readCitations(
      'Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII về “Đẩy mạnh xây dựng; biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ”; Chỉ thị',
    );
    expect(found?.subject).toBe('Đẩy mạnh xây dựng; biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ');
    expect(found?.issuer).toBe('Ban Chấp hành Trung ương Đảng khóa XIII');
  });

  it('R-068 accepts a law by name and year, and one with its day', () => {
    expect(readCitations('Căn cứ Luật thi đua, khen thưởng năm 2022;')[0]).toMatchObject({
      name: 'Luật thi đua, khen thưởng năm 2022',
      number: null,
    });
    expect(short('Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;')).toEqual([
      ['Luật', null, '2022-06-15', null, 'Thi đua, khen thưởng'],
    ]);
  });

  it('R-071 marks the document inside a subject as nested', () => {
    const found = readCitations(
      'Kế hoạch số 212/KH-HĐTĐ ngày 26/10/2021 của Hội đồng Thi đua - Khen thưởng tỉnh về triển khai, thực hiện Chỉ thị số 04/CT-UBND ngày 11/01/2021 của Chủ tịch UBND tỉnh về phát động phong trào giai đoạn 2021 - 2025.',
    );
    expect(found.map((c) => [c.number, c.nested])).toEqual([
      ['212/KH-HĐTĐ', false],
      ['04/CT-UBND', true],
    ]);
  });

  it('ends a subject where the sentence goes on about something else', () => {
    const text =
      'Nghị quyết số 197/NQ-HĐND ngày 06/12/2024 của Hội đồng nhân dân tỉnh về kế hoạch phát triển năm 2025, những nhiệm vụ, giải pháp chủ yếu';
    expect(readCitations(text)[0]?.subject).toBe('về kế hoạch phát triển năm 2025');
  });

  it('takes the subject from before the bracket that holds the number', () => {
    expect(
      readCitations('đặc biệt là quy định về thi đua trên địa bàn tỉnh (Quyết định số 25/2024/QĐ-UBND ngày 29/7/2024 của UBND tỉnh).')[0]
        ?.subject,
    ).toBe('quy định về thi đua trên địa bàn tỉnh');
  });

  it('reads several numbers behind one printed type', () => {
    expect(
      readCitations('các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương').map((c) => c.number),
    ).toEqual(['18-NQ/TW', '19-NQ/TW']);
  });
});
