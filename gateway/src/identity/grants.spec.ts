import { PUBLIC_ACTOR, type AssertedActor, type GrantsAnswer } from '@thidua/contracts';
import { createLog } from '@thidua/server/process';
import { describe, expect, it } from 'vitest';
import { inRole } from './callers.js';
import { Grants } from './grants.js';

const log = createLog('test', 'silent');
const LAN: AssertedActor = { kind: 'person', id: 'lan', name: 'LAN', roles: [{ role: 'CLERK', scopeKind: 'DEPARTMENT', scopeId: 'd1' }] };
const START = Date.parse('2025-12-15T02:00:00Z');

function setup() {
  const state = { now: START, asked: 0, alive: true, validFor: 300_000 };
  const ask = async (subject: string): Promise<GrantsAnswer> => {
    state.asked += 1;
    if (!state.alive) throw new Error('dead');
    const found = subject === 'LAN';
    return { found, actor: found ? { ...LAN } : PUBLIC_ACTOR, validUntil: new Date(state.now + state.validFor).toISOString() };
  };
  return { state, grants: new Grants(ask, log, () => state.now) };
}

describe('kept grants', () => {
  it('are asked for once a minute and once for requests of the same moment', async () => {
    const { state, grants } = setup();
    await Promise.all([grants.of('LAN'), grants.of('LAN'), grants.of('LAN')]);
    await grants.of('LAN');
    expect(state.asked).toBe(1);
    state.now += 60_001;
    await grants.of('LAN');
    expect(state.asked).toBe(2);
  });

  it('are used while organisations is dead, until their own date, and it is not asked at every request', async () => {
    const { state, grants } = setup();
    await grants.of('LAN');
    state.alive = false;
    state.now += 120_000;
    for (let i = 0; i < 5; i += 1) expect((await grants.of('LAN')).id).toBe('lan');
    expect(state.asked).toBe(2);
    state.now = START + 300_000;
    await expect(grants.of('LAN')).rejects.toMatchObject({ status: 503, code: 'UNAVAILABLE', extensions: { service: 'organisations' } });
  });

  it('are not used beyond their date though it lies within the minute', async () => {
    const { state, grants } = setup();
    state.validFor = 5_000;
    await grants.of('LAN');
    state.now += 5_001;
    await grants.of('LAN');
    expect(state.asked).toBe(2);
  });

  it('are forgotten at once when they changed, an answer on its way included', async () => {
    const { state, grants } = setup();
    const onItsWay = grants.of('LAN');
    grants.drop();
    await onItsWay;
    await grants.of('LAN');
    expect(state.asked).toBe(2);
  });

  it('of an unknown subject are those of the public', async () => {
    expect(await setup().grants.of('NOBODY')).toBe(PUBLIC_ACTOR);
  });
});

describe('the acting role (PF-06)', () => {
  it('is the same caller for the same role, so that assertions about him are found again', () => {
    expect(inRole(LAN, 'CLERK@d1')).toBe(inRole(LAN, 'CLERK@d1'));
    expect(inRole(LAN, 'CLERK')).toEqual({ ...LAN, actingRole: 'CLERK' });
    expect(inRole(LAN, undefined)).toBe(LAN);
  });

  it('must be held in that scope', () => {
    for (const role of ['STAFF', 'CLERK@d2', 'CLERK@d1@x'])
      expect(() => inRole(LAN, role), role).toThrow(expect.objectContaining({ status: 403 }));
  });
});
