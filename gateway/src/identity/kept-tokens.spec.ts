import { expect, it } from 'vitest';
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
