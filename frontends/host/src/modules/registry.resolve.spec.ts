import type { PortalManifest } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { bucketOf, getsCanary, offerOf, type Visitor } from './registry.resolve.js';
import type { ModuleState, Release } from './registry.types.js';

const release = (name: string, killedReason: string | null = null): Release => ({
  module: 'alpha',
  release: name,
  version: name,
  listHash: '',
  manifest: { id: 'alpha' } as PortalManifest,
  signature: null,
  publicKey: null,
  killedReason,
});
const lan: Visitor = { subject: 'LAN', personId: 'p-1', department: 'SKHCN', roles: new Set(['DEPARTMENT_OFFICE']) };
const slot = { id: 'alpha', department: 'X', basePath: '/alpha', scope: 'portal_alpha', killedReason: null, values: {}, switches: {} };
const module = (more: Partial<ModuleState> = {}): ModuleState => ({
  slot,
  stable: release('1'),
  canary: null,
  pins: [],
  since: {},
  ...more,
});
const got = (state: ModuleState, who = lan) => {
  const offer = offerOf(state, who);
  return offer?.state === 'active' ? offer.release.release : offer;
};
const everyone = { release: release('2'), rule: { share: 100 } };

describe('which release a person gets', () => {
  it('PF-02 takes the pin of the person before that of the department, the canary and the stable one', () => {
    const pins = [
      { kind: 'department' as const, key: 'SKHCN', release: release('3') },
      { kind: 'person' as const, key: 'p-1', release: release('4') },
    ];
    expect(got(module())).toBe('1');
    expect(got(module({ canary: everyone }))).toBe('2');
    expect(got(module({ canary: everyone, pins: pins.slice(0, 1) }))).toBe('3');
    expect(got(module({ canary: everyone, pins }))).toBe('4');
  });

  it('PF-02 passes over a stopped release and takes what is left', () => {
    const canary = { release: release('2', 'lỗi'), rule: { share: 100 } };
    expect(got(module({ canary }))).toBe('1');
  });

  it('PF-02 says why when a whole module is stopped, or nothing of it is left, instead of hiding it', () => {
    expect(offerOf(module({ slot: { ...slot, killedReason: 'bảo trì' } }), lan)).toMatchObject({ state: 'killed', reason: 'bảo trì' });
    expect(offerOf(module({ stable: release('1', 'lỗi nặng') }), lan)).toMatchObject({ state: 'killed', reason: 'lỗi nặng' });
  });

  it('offers nothing of a module of which nothing was activated', () => {
    expect(offerOf(module({ stable: null }), lan)).toBeNull();
  });

  it('gives a canary by department, by role, or to nobody', () => {
    expect(getsCanary({ departments: ['SKHCN'] }, 'alpha', lan)).toBe(true);
    expect(getsCanary({ departments: ['STC'] }, 'alpha', lan)).toBe(false);
    expect(getsCanary({ roles: ['DEPARTMENT_OFFICE'] }, 'alpha', lan)).toBe(true);
    expect(getsCanary({ roles: ['CLERK'] }, 'alpha', lan)).toBe(false);
    expect(getsCanary({}, 'alpha', lan)).toBe(false);
    expect(getsCanary({ departments: ['SKHCN'] }, 'alpha', { ...lan, department: null })).toBe(false);
  });

  it('gives a share of people the canary: about as many as said, always the same, and others for another module', () => {
    const people = Array.from({ length: 4000 }, (_, at) => `person-${at}`);
    const chosen = (share: number, id = 'alpha') =>
      people.filter((subject) => getsCanary({ share }, id, { ...lan, subject, department: null, roles: new Set() }));
    const ten = chosen(10);
    expect(ten.length).toBeGreaterThan(320);
    expect(ten.length).toBeLessThan(480);
    expect(chosen(10)).toEqual(ten);
    expect(chosen(30)).toEqual(expect.arrayContaining(ten));
    expect(chosen(10, 'beta')).not.toEqual(ten);
    expect(chosen(0)).toEqual([]);
    expect(chosen(100)).toHaveLength(people.length);
    expect(bucketOf('LAN', 'alpha')).toBe(bucketOf('LAN', 'alpha'));
  });
});
