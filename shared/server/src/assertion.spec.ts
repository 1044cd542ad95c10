import type { AssertedActor } from '@thidua/contracts';
import { exportJWK, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serviceIdentity, type ServiceIdentity } from './assertion.js';

const LAN: AssertedActor = { kind: 'person', id: 'LAN', name: 'LAN', roles: [] };

async function identities<N extends string>(...names: N[]): Promise<Record<N, ServiceIdentity>> {
  const keys = await Promise.all(
    names.map(async (kid) => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
      return { secret: { ...(await exportJWK(privateKey)), kid }, shown: { ...(await exportJWK(publicKey)), kid } };
    }),
  );
  const shown = JSON.stringify({ keys: keys.map((key) => key.shown) });
  const made = await Promise.all(
    keys.map(async ({ secret }) => [secret.kid, await serviceIdentity(JSON.stringify(secret), shown)] as const),
  );
  return Object.fromEntries(made) as Record<N, ServiceIdentity>;
}

afterEach(() => vi.useRealTimers());

describe('a word about who asks', () => {
  it('counts for its receiver while it lasts, however often it was believed before', async () => {
    const { gateway, awards, campaigns } = await identities('gateway', 'awards', 'campaigns');
    const word = await gateway.assert('awards', LAN);
    expect([await awards.verify(word), await awards.verify(word)]).toEqual([LAN, LAN]);
    await expect(campaigns.verify(word)).rejects.toThrow('aud');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 70_000 });
    await expect(awards.verify(word)).rejects.toThrow('exp');
  });

  it('of a service is about itself alone', async () => {
    const { awards, campaigns } = await identities('awards', 'campaigns');
    const self = await awards.assertSelf('campaigns');
    expect(await campaigns.verify(self)).toMatchObject({ kind: 'service', id: 'awards' });
    const forged = await awards.assert('campaigns', LAN);
    for (let i = 0; i < 2; i += 1) await expect(campaigns.verify(forged)).rejects.toThrow('may not assert');
    const known = await campaigns.verify(self);
    await expect(campaigns.verify(`${self.slice(0, -4)}AAAA`)).rejects.toThrow();
    expect(await campaigns.verify(self)).toEqual(known);
  });
});
