import { describe, expect, it } from 'vitest';
import { readNumber } from './number.rules.js';

describe('the number of a document', () => {
  it.each([
    ['Số: /KH-SNV', null, 'KH-SNV'],
    ['Số:      /KH-KHCN Tây Ninh, ngày', null, 'KH-KHCN'],
    ['Số: 05/KH-SKHCN', '05', 'KH-SKHCN'],
    ['Số: ....../KH-UBND', null, 'KH-UBND'],
    ['SỞ Y TẾ Số 1234/KH-SYT', '1234', 'KH-SYT'],
    ['**Số: 7 / KH - HĐTĐKT**', '7', 'KH-HĐTĐKT'],
  ])('R-060 reads "%s"', (line, sequence, symbol) => {
    expect(readNumber(line)).toEqual({ printed: `${sequence ?? ''}/${symbol}`, sequence, symbol });
  });

  it('sees no number in other lines', () => {
    expect(readNumber('KẾ HOẠCH')).toBeNull();
  });
});
