import { PUBLIC_ACTOR, type AssertedActor } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { ByteLru } from './byte-lru.js';
import { KeptAnswers, type Kept } from './kept-answers.js';
import { canonical } from './response.stage.js';

const person = (id: string, more: Partial<AssertedActor> = {}): AssertedActor => ({
  kind: 'person',
  id,
  name: id,
  roles: [{ role: 'DEPARTMENT_OFFICE', scopeKind: 'DEPARTMENT', scopeId: 'SKHCN' }],
  ...more,
});
const kept = (more: Partial<Kept> = {}): Kept => ({
  text: '{}',
  rests: [],
  access: [],
  caller: false,
  since: 1,
  expires: Date.now() + 60_000,
  ...more,
});
const LAN = person('LAN');

describe('kept answers', () => {
  it('for one caller are not found by another, nor by himself in another role or with other grants', () => {
    const answers = new KeptAnswers(1e6);
    answers.put('k', LAN, kept({ caller: true }));
    expect(answers.find('k', person('LAN'))).not.toBeNull();
    const others = [
      person('HUY'),
      person('LAN', { actingRole: 'STAFF' }),
      person('LAN', { roles: [] }),
      person('LAN', { ceremony: 'BALLOT' }),
      { ...LAN, kind: 'client' as const },
      PUBLIC_ACTOR,
    ];
    for (const other of others) expect(answers.find('k', other)).toBeNull();
  });

  it('for all are given to those only who pass every access that was passed', () => {
    const answers = new KeptAnswers(1e6);
    answers.put('k', LAN, kept({ access: ['plan:read', 'signed-in'] }));
    expect(answers.find('k', person('HUY'))).not.toBeNull();
    expect(answers.find('k', person('HUY', { roles: [] }))).toBeNull();
    expect(answers.find('k', PUBLIC_ACTOR)).toBeNull();
    answers.put('open', LAN, kept({ access: ['public'] }));
    expect(answers.find('open', PUBLIC_ACTOR)).not.toBeNull();
  });

  it('end with their age', () => {
    const answers = new KeptAnswers(1e6);
    answers.put('k', LAN, kept({ expires: Date.now() - 1 }));
    expect(answers.find('k', LAN)).toBeNull();
    expect(answers.state.entries).toBe(0);
  });

  it('never take more room than they are given; the longest unused goes first', () => {
    const lru = new ByteLru<string>(800);
    for (let i = 0; i < 10; i += 1) {
      lru.set(`k${i}`, 'v', 100);
      lru.get('k0');
    }
    expect([lru.size, lru.bytes, lru.evicted]).toEqual([8, 800, 2]);
    expect([lru.get('k0'), lru.get('k1'), lru.get('k9')]).toEqual(['v', undefined, 'v']);
    lru.set('huge', 'v', 101);
    expect(lru.get('huge')).toBeUndefined();
    lru.set('k9', 'v', 50);
    expect(lru.bytes).toBe(750);
  });
});

describe('the key of variables', () => {
  it('is the same for equal values and another for any other', () => {
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(canonical({ b: [1, { c: 'x', d: null }] }));
    const values = [{}, { a: 1 }, { a: '1' }, { a: null }, { a: [1] }, { a: { b: 1 } }, { b: 1 }, { a: 1, b: 1 }, { 'a":1,"b': 1 }];
    expect(new Set(values.map(canonical)).size).toBe(values.length);
  });
});
