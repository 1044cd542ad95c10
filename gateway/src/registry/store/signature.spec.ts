import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { registrySigner, type Statement } from './signature.js';

function pair(kid: string): { privateKey: string; publicKey: object } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid }),
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid },
  };
}
const keys = (...publicKeys: object[]): string => JSON.stringify({ keys: publicKeys });
const GRAPH: Statement = { what: 'supergraph', version: 3, sha256: 'ab', members: { awards: 1, campaigns: 2 } };

describe('what the registry signs', () => {
  const own = pair('gateway');
  const signer = registrySigner(own.privateKey, keys(own.publicKey));

  it('holds for that statement, whatever the order of its members, and for no other', () => {
    const signature = signer.sign(GRAPH);
    expect(signer.verifies({ ...GRAPH, members: { campaigns: 2, awards: 1 } }, signature)).toBe(true);
    expect(signer.verifies({ ...GRAPH, version: 4 }, signature)).toBe(false);
    expect(signer.verifies({ ...GRAPH, members: { awards: 1, campaigns: 3 } }, signature)).toBe(false);
    expect(signer.verifies({ what: 'schema', subgraph: 'awards', version: 3, sha256: 'ab', url: '' }, signature)).toBe(false);
    expect(signer.verifies(GRAPH, 'AAAA')).toBe(false);
  });

  it('is believed of the gateway alone: not of another service, though its key is known', () => {
    const host = pair('host');
    const both = keys(own.publicKey, host.publicKey);
    const byHost = registrySigner(host.privateKey, both).sign(GRAPH);
    expect(registrySigner(own.privateKey, both).verifies(GRAPH, byHost)).toBe(false);
  });

  it('goes on holding when the key is replaced and the old one stays as gateway-…', () => {
    const signature = signer.sign(GRAPH);
    const next = pair('gateway');
    expect(registrySigner(next.privateKey, keys(next.publicKey)).verifies(GRAPH, signature)).toBe(false);
    expect(
      registrySigner(next.privateKey, keys(next.publicKey, { ...own.publicKey, kid: 'gateway-2025' })).verifies(GRAPH, signature),
    ).toBe(true);
  });

  it('tells public keys only', () => {
    const leaky = registrySigner(own.privateKey, keys(JSON.parse(own.privateKey) as object));
    expect(JSON.stringify(leaky.publicKeys)).not.toContain((JSON.parse(own.privateKey) as { d: string }).d);
    expect(leaky.publicKeys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', kid: 'gateway', alg: 'EdDSA', use: 'sig' }]);
  });
});
