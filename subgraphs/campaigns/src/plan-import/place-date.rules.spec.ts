import { describe, expect, it } from 'vitest';
import { isoDate, readPlaceDate } from './place-date.rules.js';

describe('place and date', () => {
  it.each([
    ['Tây Ninh, ngày tháng năm 2025', 'Tây Ninh', { year: 2025 }],
    ['Sóc Trăng, ngày   tháng 02 năm 2025', 'Sóc Trăng', { year: 2025, month: 2 }],
    ['Quảng Ngãi, ngày 07 tháng 3 năm 2024', 'Quảng Ngãi', { year: 2024, month: 3, day: 7 }],
    ['*TP. Hồ Chí Minh, ngày … tháng … năm 2026*', 'TP. Hồ Chí Minh', { year: 2026 }],
    ['Huế, ngày 15/01/2026', 'Huế', { year: 2026, month: 1, day: 15 }],
  ])('R-062 R-063 reads "%s" and invents nothing', (line, place, date) => {
    expect(readPlaceDate(line)).toMatchObject({ place, date });
  });

  it('drops a day that no calendar has', () => {
    expect(readPlaceDate('Huế, ngày 31 tháng 02 năm 2026')?.date).toEqual({ year: 2026, month: 2 });
  });

  it('has an ISO form only when complete', () => {
    expect([isoDate({ year: 2024, month: 3, day: 7 }), isoDate({ year: 2024, month: 3 })]).toEqual(['2024-03-07', null]);
  });
});
