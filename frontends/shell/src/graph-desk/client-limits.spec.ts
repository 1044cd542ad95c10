import { describe, expect, it } from 'vitest';
import { faultyBoxes, formOf, settingsOf } from './client-limits.js';
import type { Client } from './graph-desk.types.js';

const client: Client = {
  kind: 'integrator',
  id: 'BAO',
  name: 'Trục dữ liệu',
  costPerRequest: null,
  costPerMinute: 60_000,
  requestsPerMinute: null,
  requestsPerDay: 10_000,
  expiresAt: '2026-06-30T16:59:59.000Z',
  requestsToday: 12,
};

describe('the limits of a system', () => {
  it('stand in the form as they are, an empty box for what holds for all', () => {
    expect(formOf(client)).toEqual({
      costPerRequest: '',
      costPerMinute: '60000',
      requestsPerMinute: '',
      requestsPerDay: '10000',
      expiresOn: '2026-06-30',
    });
  });

  it('go back as numbers, and nothing where nothing is set', () => {
    expect(settingsOf(formOf(client))).toEqual({
      costPerRequest: null,
      costPerMinute: 60_000,
      requestsPerMinute: null,
      requestsPerDay: 10_000,
      expiresAt: '2026-06-30T23:59:59+07:00',
    });
  });

  it('are refused box by box when they are no amount', () => {
    expect(
      faultyBoxes({ ...formOf(client), costPerRequest: '0', costPerMinute: '-1', requestsPerMinute: '1,5', requestsPerDay: ' 20 ' }),
    ).toEqual(['costPerRequest', 'costPerMinute', 'requestsPerMinute']);
  });
});
