import { describe, expect, it } from 'vitest';
import { isPublicAddress, nextAttempt, RETRY_AFTER_MS, webhookAddress } from './webhook.rules.js';

describe('when a message is sent again', () => {
  const now = new Date('2025-12-15T02:00:00Z');

  it('waits longer after each failure, and gives up after the last', () => {
    const waits = RETRY_AFTER_MS.map((_, i) => nextAttempt(i + 1, now, 0)!.getTime() - now.getTime());
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBe(5000);
    expect(nextAttempt(RETRY_AFTER_MS.length + 1, now, 0)).toBeNull();
  });

  it('spreads those who failed together over a fifth of the wait', () => {
    expect(nextAttempt(1, now, 1)!.getTime() - now.getTime()).toBe(6000);
  });
});

describe('where messages may go', () => {
  it.each(['8.8.8.8', '203.162.4.191', '172.32.0.1', '2405:4800::1', '::ffff:8.8.8.8'])('%s is outside', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '2001:db8::1',
    '64:ff9b::7f00:1',
  ])('%s is inside', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('only over https, without a password, except in development', () => {
    expect(webhookAddress('https://bo.gov.vn/hook?x=1', false)?.href).toBe('https://bo.gov.vn/hook?x=1');
    for (const bad of [
      'http://bo.gov.vn/hook',
      'https://a:b@bo.gov.vn/',
      'ftp://bo.gov.vn',
      'bo.gov.vn',
      'javascript:alert(1)',
      'https://bo.gov.vn/#x',
    ])
      expect(webhookAddress(bad, false)).toBeNull();
    expect(webhookAddress('http://127.0.0.1:8080/', true)).not.toBeNull();
  });
});
