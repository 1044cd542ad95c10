import { describe, expect, it } from 'vitest';
import { readHeader } from './header.rules.js';
import { readIssuer } from './issuer.rules.js';
import { readLines } from './passage.rules.js';

const header = (text: string) => readHeader(readLines(text));

describe('the header of a plan', () => {
  it('R-059 reads number, place, date, type and title from two crowded lines', () => {
    const read = header(
      'Số: /KH-KHCN Tây Ninh, ngày tháng năm 2025\n\nKẾ HOẠCH Phát động phong trào thi đua năm 2025\n\nCăn cứ Luật thi đua',
    );
    expect(read.number?.printed).toBe('/KH-KHCN');
    expect(read.placeDate).toEqual({ place: 'Tây Ninh', date: { year: 2025 }, printed: 'ngày tháng năm 2025' });
    expect([read.documentType, read.title]).toEqual(['KẾ HOẠCH', 'Phát động phong trào thi đua năm 2025']);
  });

  it('R-064 keeps a title of several lines with two quoted names as one title', () => {
    const read = header(
      'KẾ HOẠCH\n\n**Triển khai phong trào\n“Học tập và làm theo”\ngắn với Chuyên đề năm 2022 “Về xây dựng đội ngũ,\nđảng viên”**\n\nCăn cứ Công văn số 74/HĐTĐ',
    );
    expect(read.title).toBe('Triển khai phong trào “Học tập và làm theo” gắn với Chuyên đề năm 2022 “Về xây dựng đội ngũ, đảng viên”');
  });

  it('ends the title before the first basis although no empty line stands between', () => {
    const read = header('KẾ HOẠCH\nThực hiện phong trào thi đua năm 2026\nThực hiện Chỉ thị số 03/CT-UBND ngày 12/01/2026 của UBND tỉnh;');
    expect(read.title).toBe('Thực hiện phong trào thi đua năm 2026');
  });

  it('takes parent authority and issuer from a letterhead, without the national motto', () => {
    const text =
      'UBND TỈNH AN BIÊN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SGDĐT\nKẾ HOẠCH\nPhát động\n\nSở Giáo dục và Đào tạo ban hành như sau:';
    expect(readIssuer(header(text), [], [], text)).toEqual({ issuer: 'Sở Giáo dục và Đào tạo', parentAuthority: 'UBND tỉnh An Biên' });
  });

  it('names the addressees that "Như trên" points to', () => {
    expect(header('KẾ HOẠCH\nPhát động\nKính gửi:\n- Các phòng;\n- Công đoàn.\nCăn cứ Luật').addressees).toEqual([
      'Các phòng',
      'Công đoàn',
    ]);
  });

  it.each([
    ['Sở Khoa học và Công nghệ phát động phong trào thi đua năm 2025', 'Sở Khoa học và Công nghệ'],
    ['Nhằm đổi mới. Giám đốc Sở Xây dựng ban hành Kế hoạch như sau:', 'Sở Xây dựng'],
    ['Chi cục Kiểm lâm xây dựng Kế hoạch với các nội dung:', 'Chi cục Kiểm lâm'],
  ])('finds the issuer in the launching sentence "%s"', (sentence, issuer) => {
    expect(readIssuer(header('KẾ HOẠCH\nPhát động'), [sentence], [], sentence).issuer).toBe(issuer);
  });
});
