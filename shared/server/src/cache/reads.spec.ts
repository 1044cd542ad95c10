import { PUBLIC_ACTOR, type AssertedActor } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { businessClock } from '../clock.js';
import { createContext, type RequestContext } from '../context.js';
import { noopPeers } from '../peers.js';
import { can, checkAccess } from '../permit.js';
import { Reads, StatementReader } from './reads.js';

const reader = new StatementReader(
  new Map([
    ['plan', true],
    ['target', true],
    ['ballot', false],
  ]),
);
const LAN: AssertedActor = {
  kind: 'person',
  id: 'LAN',
  name: 'LAN',
  roles: [{ role: 'DEPARTMENT_OFFICE', scopeKind: 'DEPARTMENT', scopeId: 'SKHCN', departmentId: 'SKHCN' }],
};

function reading(actor: AssertedActor = LAN): { ctx: RequestContext; reads: Reads } {
  const reads = new Reads(reader);
  const clock = businessClock('2025-12-15T23:30:00+07:00', new Date().toISOString());
  return { reads, ctx: createContext({ actor, clock, db: {} as never, peers: noopPeers, requestId: 'r', reads }) };
}

describe('what an answer rests on', () => {
  it.each([
    ['select * from plan where id = $1', ['plan']],
    ['SELECT "t"."id" FROM "target" "t" LEFT JOIN "plan" "p" ON true', ['target', 'plan']],
    ['with recursive up as (select 1 from Plan) select * from up', ['plan']],
    ['select count(*) from "campaign"', []],
  ])('is read from a statement: %s', (sql, topics) => {
    const { reads } = reading();
    reads.statement(sql);
    expect(reads.answer()).toEqual({ topics });
  });

  it.each([
    'select * from ballot',
    'insert into plan values (1)',
    'with x as (update plan set a = 1 returning *) select * from x',
    'select * from plan for update',
    'select * from plan where at < now()',
    'select current_date from plan',
    'select gen_random_uuid()',
    `select nextval('s')`,
    'START TRANSACTION',
  ])('makes it not keepable: %s', (sql) => {
    const { reads } = reading();
    reads.statement('select 1 from plan');
    reads.statement(sql);
    expect(reads.answer()).toHaveProperty('not');
  });

  it('tells that somebody looked at who asks, or at the day', () => {
    const { ctx, reads } = reading();
    expect(ctx.t('có', 'yes')).toBe('có');
    expect(reads.answer()).toEqual({ topics: [] });
    expect(ctx.today()).toBe('2025-12-15');
    expect(reads.answer()).toEqual({ topics: [], day: '2025-12-15' });
    can(ctx, 'plan:read', {});
    expect(reads.answer()).toEqual({ topics: [], day: '2025-12-15', caller: true });
  });

  it.each(['now', 'peers', 'requestId'] as const)('is not keepable when it looked at `%s`', (what) => {
    const { ctx, reads } = reading();
    if (what === 'now') ctx.now();
    else void ctx[what];
    expect(reads.answer()).toHaveProperty('not');
  });

  it('tells which declared access was passed, and that of a refusal nothing is shared', () => {
    const { ctx, reads } = reading();
    checkAccess(ctx, 'plan:read');
    checkAccess(ctx, 'public');
    expect(reads.answer()).toEqual({ topics: [], access: ['plan:read'] });
    expect(() => checkAccess(reading(PUBLIC_ACTOR).ctx, 'plan:read')).toThrow();
  });

  it('is told also by the copy of the context that the server makes', () => {
    const { ctx, reads } = reading();
    const copy = Object.assign(Object.create(Object.getPrototypeOf(ctx) as object) as RequestContext, ctx);
    expect(reads.answer()).toEqual({ topics: [] });
    checkAccess(copy, 'plan:read');
    expect(copy.actor.id).toBe('LAN');
    expect(reads.answer()).toEqual({ topics: [], caller: true, access: ['plan:read'] });
  });
});
