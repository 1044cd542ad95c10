import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatNumber, formatPartialDate, formatRatio } from '../src/format/locale-format.js';

describe('what people read', () => {
  it('prints dates as dd/mm/yyyy and keeps a partial date partial', () => {
    expect(formatDate('2025-12-15')).toBe('15/12/2025');
    expect(formatPartialDate({ year: 2025 })).toBe('2025');
    expect(formatPartialDate({ year: 2025, month: 1 })).toBe('01/2025');
    expect(formatPartialDate({ year: 2025, month: 1, day: 9 })).toBe('09/01/2025');
  });
  it('prints an instant on the clock of the province', () => {
    expect(formatDateTime('2025-12-12T07:00:00Z')).toBe('14:00, 12/12/2025');
  });
  it('R-158 prints 49 of 50 as "98,0 %" with a comma and a no-break space, and never rounds towards a pass', () => {
    expect(formatRatio(49, 50)).toBe('98,0\u00a0%');
    expect(formatRatio(979_999, 1_000_000)).toBe('97,9\u00a0%');
    expect([formatRatio(7, 9), formatRatio(64, 65), formatRatio(44, 45)]).toEqual(['77,8\u00a0%', '98,5\u00a0%', '97,8\u00a0%']);
    expect(formatRatio(8, 41)).toBe('19,5\u00a0%');
    expect(formatRatio(112, 100, 'en')).toBe('112.0\u00a0%');
  });
  it('groups thousands the Vietnamese way', () => {
    expect(formatNumber(12_450_000)).toBe('12.450.000');
    expect(formatNumber('7.2')).toBe('7,2');
  });
});
