import { describe, expect, it } from 'vitest';
import { clientsShown } from './clients-shown.js';
import type { Client, OperationUse } from './graph-desk.types.js';

const row = (kind: Client['kind'], id: string, name = id): Client => ({
  kind,
  id,
  name,
  costPerRequest: null,
  costPerMinute: null,
  requestsPerMinute: null,
  requestsPerDay: null,
  expiresAt: null,
  requestsToday: 0,
});
const use = (client: string): OperationUse => ({
  client,
  hash: 'a',
  operation: 'Me',
  requests: 1,
  refused: 0,
  errors: 0,
  cached: 0,
  cost: 1,
  meanMs: 1,
});

describe('the systems on the graph desk', () => {
  it('are those with limits, and those that asked lately without any', () => {
    const shown = clientsShown(
      [row('public', '*'), row('integrator', '*'), row('module', 'khcn')],
      [use('integrator:BAO'), use('person'), use('module:khcn@1')],
    );
    expect(shown.map(({ kind, id }) => `${kind}:${id}`)).toEqual(['integrator:*', 'integrator:BAO', 'public:*']);
  });

  it('stand once, by name, whatever they asked', () => {
    const shown = clientsShown(
      [row('integrator', 'BAO', 'Trục dữ liệu'), row('integrator', 'X', 'Bộ Nội vụ')],
      [use('integrator:BAO'), use('integrator:BAO')],
    );
    expect(shown.map(({ name }) => name)).toEqual(['Bộ Nội vụ', 'Trục dữ liệu']);
  });
});
