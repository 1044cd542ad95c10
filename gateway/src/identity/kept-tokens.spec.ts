import { PUBLIC_ACTOR } from '@thidua/contracts';
import { createLog } from '@thidua/server/process';
import { expect, it } from 'vitest';
import { callers } from './callers.js';
import { Grants } from './grants.js';
import { keptTokens } from './kept-tokens.js';

it('checks a token once a minute, never uses it after its end, and asks again about one that was refused', async () => {
  let now = 0;
  const asked: string[] = [];
  const verifier = keptTokens(
    {
      subjectOf: () => Promise.reject(new Error('not asked')),
      async read(token) {
        asked.push(token);
        if (token === 'bad') throw new Error('refused');
        return { subject: `of ${token}`, expiresAt: token === 'short' ? 5_000 : 1_000_000 };
      },
    },
    () => now,
  );
  expect([await verifier.subjectOf('long'), await verifier.subjectOf('long'), await verifier.subjectOf('short')]).toEqual([
    'of long',
    'of long',
    'of short',
  ]);
  for (let i = 0; i < 2; i += 1) await expect(verifier.subjectOf('bad')).rejects.toThrow('refused');
  expect(asked).toEqual(['long', 'short', 'bad', 'bad']);
  now = 5_000;
  await Promise.all([verifier.subjectOf('long'), verifier.subjectOf('short')]);
  now = 60_000;
  await verifier.read('long');
  expect(asked.slice(4)).toEqual(['short', 'long']);
});

it('tells at once who asked a moment ago, in the role he chose, and asks for everybody else', async () => {
  const actor = { kind: 'person', id: 'LAN', name: 'LAN', roles: [{ role: 'STAFF', scopeKind: 'PROVINCE', scopeId: '*' }] } as const;
  let now = 0;
  const tokens = keptTokens({ subjectOf: async () => 'LAN', read: async () => ({ subject: 'LAN', expiresAt: 1_000_000 }) }, () => now);
  const answer = { found: true, actor: { ...actor, roles: [...actor.roles] }, validUntil: new Date(3_600_000).toISOString() };
  const grants = new Grants(
    async () => answer,
    createLog('test', 'silent'),
    () => now,
  );
  const { near, of } = callers(tokens, grants, {} as never);
  const headers = { authorization: 'Bearer a.b.c' };
  expect([near!({}), near!(headers)]).toEqual([PUBLIC_ACTOR, undefined]);
  await of(headers, Buffer.alloc(0));
  expect(near!(headers)).toBe(answer.actor);
  expect(near!({ ...headers, 'x-acting-role': 'STAFF' })).toMatchObject({ id: 'LAN', actingRole: 'STAFF' });
  expect(() => near!({ ...headers, 'x-acting-role': 'CLERK' })).toThrow('not held');
  expect([near!({ ...headers, 'x-thidua-ceremony': 'x' }), near!({ authorization: 'Bearer other' })]).toEqual([undefined, undefined]);
  grants.drop();
  expect(near!(headers)).toBeUndefined();
  await of(headers, Buffer.alloc(0));
  now = 60_000;
  expect(near!(headers)).toBeUndefined();
});
