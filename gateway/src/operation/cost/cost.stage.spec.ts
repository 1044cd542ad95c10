import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Budgets } from '../../clients/budget.js';
import type { ClientLimits } from '../../clients/client.limits.js';
import type { GatewayContext } from '../../graph/graph.engine.js';
import { KnownDocument } from '../known-documents.js';
import type { OperationRequest } from '../stage.js';
import { chargedFor, costStage } from './cost.stage.js';
import { OperationCosts } from './operation-cost.js';

const schema = buildSchema('type Query { people(first: Int): [Person!]! } type Person { id: ID! }');
const { operation } = new KnownDocument(parse('query ($first: Int) { people(first: $first) { id } }'), 'h', schema, 'test').operation(
  null,
)!;
const NO_LIMITS: ClientLimits = {
  costPerRequest: null,
  costPerMinute: null,
  requestsPerMinute: null,
  requestsPerDay: null,
  expiresAt: null,
};

/** A gateway whose only limits are these; one operation costs its rows and 10. */
function gateway(limits: Partial<ClientLimits>, now = 0) {
  const asked = new Map<string, number>();
  const stage = costStage({
    costs: new OperationCosts(null),
    budgets: new Budgets(() => now),
    limitsOf: () => ({ ...NO_LIMITS, ...limits }),
    requestsToday: (client) => asked.get(client) ?? 0,
    noteRequest: (client) => void asked.set(client, (asked.get(client) ?? 0) + 1),
    now: () => now,
  });
  const request = (first: number, id = 'BAO'): OperationRequest => ({
    operation,
    variables: { first },
    via: 'text',
    context: {
      actor: { kind: 'client', id, name: id, roles: [] },
      locale: 'en',
      requestId: 'r',
      cost: { statements: 0 },
    } as GatewayContext,
  });
  const ask = (first: number, id?: string): Record<string, unknown> | null => {
    try {
      void stage.admit!(request(first, id));
      return null;
    } catch (error) {
      return (error as { extensions: Record<string, unknown> }).extensions;
    }
  };
  return { ask, asked, request, stage };
}

describe('PF-07 what a client may ask', () => {
  it('an operation is refused with its cost and the limit, and neither day nor minute is charged for it', () => {
    const { ask, asked } = gateway({ costPerRequest: 50, costPerMinute: 100, requestsPerDay: 10 });
    expect(ask(41)).toMatchObject({ code: 'BAD_USER_INPUT', limit: { name: 'cost', allowed: 50, asked: 51 }, http: { status: 400 } });
    expect(asked.get('integrator:BAO') ?? 0).toBe(0);
    expect([ask(40), ask(40)]).toEqual([null, null]);
    expect(ask(1)).toMatchObject({ limit: { name: 'costPerMinute', allowed: 100, asked: 11 }, http: { status: 429 }, retryAfter: 7 });
    expect(asked.get('integrator:BAO')).toBe(2);
  });

  it('a day’s quota ends with the number and the limit, for that client only', () => {
    const { ask } = gateway({ requestsPerDay: 2 });
    expect([ask(1), ask(1)]).toEqual([null, null]);
    expect(ask(1)).toMatchObject({ limit: { name: 'requestsPerDay', allowed: 2, asked: 3 }, http: { status: 429 } });
    expect(ask(1, 'OTHER')).toBeNull();
  });

  it('an access that has ended is refused, one that ends later is not', () => {
    expect(gateway({ expiresAt: 1_000 }, 1_000).ask(1)).toMatchObject({ code: 'FORBIDDEN', reason: 'CLIENT_EXPIRED' });
    expect(gateway({ expiresAt: 1_000 }, 999).ask(1)).toBeNull();
  });

  it('tells afterwards what was charged', () => {
    const { request, stage } = gateway({});
    const admitted = request(5);
    void stage.admit!(admitted);
    expect(chargedFor(admitted)).toBe(15);
  });
});
