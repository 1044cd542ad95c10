import { describe, expect, it } from 'vitest';
import { crashOf, pagePattern, withoutPersons } from './crash.report.js';

describe('a crash report', () => {
  it('PF-01 keeps no person: names, e-mail, numbers, ids, addresses and quoted texts go', () => {
    const text = withoutPersons(
      'Cannot read "Nguyễn Thị Lan" of lan@tayninh.gov.vn 079 185 001 234 at https://x.vn/a?b=1 of Trần Văn Hùng 0190c5e2-1111-7000-8000-aaaaaaaaaaaa',
    );
    expect(text).toBe('Cannot read <text> of <e-mail> <number> at <address> of <name> <id>');
  });

  it('is short', () => {
    expect(withoutPersons('x'.repeat(5000))).toHaveLength(300);
  });

  it.each([
    ['/khcn/ke-hoach/:id', '/khcn/ke-hoach/:id'],
    ['/khcn/ke-hoach/0190c5e2-1111-7000-8000-aaaaaaaaaaaa?nguoi=Lan#x', '/khcn/ke-hoach/:id'],
    ['/khcn/nguoi/SKHCN-15', '/khcn/nguoi/:id'],
    ['/khcn/429/in', '/khcn/:id/in'],
  ])('names the pattern of a page, not its address: %s', (page, pattern) => {
    expect(pagePattern(page)).toBe(pattern);
  });

  it('of the same fault has the same fingerprint, whoever it hit; of another one another', () => {
    const report = { module: 'khcn', release: '1.0.0-a', page: '/khcn/ho-so/1', code: 'RENDER', message: 'no "Lan"', stack: 'ab12' };
    const { fingerprint } = crashOf(report);
    expect(crashOf({ ...report, page: '/khcn/ho-so/2', message: 'no "Hùng"' }).fingerprint).toBe(fingerprint);
    expect(crashOf({ ...report, stack: 'ab13' }).fingerprint).not.toBe(fingerprint);
  });
});
