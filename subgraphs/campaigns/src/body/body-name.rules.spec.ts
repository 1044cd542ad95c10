import { describe, expect, it } from 'vitest';
import { bodyKey, issuerKey } from './body-name.rules.js';

describe('printed names of bodies', () => {
  it.each([
    ['UBND tỉnh', 'ủy ban nhân dân', null],
    ['Ủy ban nhân dân tỉnh Quảng Ngãi', 'ủy ban nhân dân', 'quảng ngãi'],
    ['Hội đồng Thi đua - Khen thưởng tỉnh', 'hội đồng thi đua khen thưởng', null],
    ['Bộ Chính trị khóa XII', 'bộ chính trị', null],
    ['Hội nghị Tỉnh ủy lần thứ 14 (khóa XX)', 'tỉnh ủy', null],
    ['Tỉnh ủy Tây Ninh', 'tỉnh ủy', 'tây ninh'],
    ['Sở Nội vụ tỉnh Sóc Trăng', 'sở nội vụ', 'sóc trăng'],
  ])('"%s" is %s of %s', (printed, name, place) => {
    expect(bodyKey(printed)).toEqual({ name, place });
  });

  it('R-070 A-10 the committee and its chair issue one document', () => {
    const keys = ['UBND tỉnh', 'Chủ tịch UBND tỉnh', 'Chủ tịch Ủy ban nhân dân tỉnh', 'UBND tỉnh Tây Ninh'].map((issuer) =>
      issuerKey(issuer, '01/CT-UBND', 'tây ninh'),
    );
    expect(new Set(keys)).toEqual(new Set(['ủy ban nhân dân:tây ninh']));
  });

  it('R-069 the same number of two provinces, or of Party centre and province, is two documents', () => {
    expect(issuerKey('UBND tỉnh', '01/CT-UBND', 'sóc trăng')).not.toBe(issuerKey('UBND tỉnh', '01/CT-UBND', 'tây ninh'));
    expect(issuerKey('Bộ Chính trị', '05-CT/TW', 'tây ninh')).toBe(issuerKey('Bộ Chính trị khóa XII', '05-CT/TW', 'sóc trăng'));
  });

  it('R-068 a law without number is of the National Assembly, a symbol names an unnamed issuer', () => {
    expect([
      issuerKey(null, null, 'tây ninh'),
      issuerKey(null, '72/2025/QH15', 'tây ninh'),
      issuerKey(null, '279/QĐ-SKHCN', 'quảng ngãi'),
    ]).toEqual(['quốc hội', 'quốc hội', 'skhcn:quảng ngãi']);
  });
});
