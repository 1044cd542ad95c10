import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { tokenVerifier } from './bearer.js';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function issuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
  const state = { alive: true, url: '' };
  const server = createServer((request, response) => {
    if (!state.alive) return void response.writeHead(503).end();
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : { issuer: state.url, jwks_uri: `${state.url}/jwks` }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: Record<string, unknown> = {}) =>
    new SignJWT({ sub: 'LAN', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'at+jwt' })
      .setIssuer(state.url)
      .setAudience('thidua-graph')
      .setExpirationTime('5m')
      .sign(privateKey);
  return { state, sign, verifier: tokenVerifier({ issuer: state.url, audience: 'thidua-graph' }) };
}

describe('access tokens', () => {
  it('are the word of the issuer on who asks', async () => {
    const { verifier, sign } = await issuer();
    expect(await verifier.subjectOf(await sign())).toBe('LAN');
  });

  it('cannot be judged while the issuer is dead: that is no refusal, and it heals', async () => {
    const { verifier, sign, state } = await issuer();
    state.alive = false;
    await expect(verifier.subjectOf(await sign())).rejects.toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      extensions: { service: 'identity' },
    });
    state.alive = true;
    expect(await verifier.subjectOf(await sign())).toBe('LAN');
  });

  it('keep counting while the issuer is dead after its keys are known', async () => {
    const { verifier, sign, state } = await issuer();
    await verifier.subjectOf(await sign());
    state.alive = false;
    expect(await verifier.subjectOf(await sign())).toBe('LAN');
  });

  it('without a signature or a subject are refused', async () => {
    const { verifier, sign, state } = await issuer();
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ sub: 'LAN', iss: state.url, aud: 'thidua-graph', exp: 4_102_444_800 })}.`;
    for (const token of [unsigned, await sign({ sub: '' }), 'a.b.c', 'x']) {
      await expect(verifier.subjectOf(token), token).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });
});
