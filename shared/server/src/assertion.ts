import type { AssertedActor } from '@thidua/contracts';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK, type JWTPayload } from 'jose';

const LIFETIME = '60s';
/** Seconds two clocks may differ. */
const TOLERANCE = 5;
/** The same word comes with every request of half a minute: it is checked once. */
const KNOWN_LIMIT = 2_000;

/** Signs and checks short-lived Ed25519 assertions between services. Asymmetric: no subgraph can forge to another. */
export interface ServiceIdentity {
  readonly name: string;
  /** Asserts an actor to one receiving service. */
  assert(audience: string, actor: AssertedActor): Promise<string>;
  /** Asserts this service itself. */
  assertSelf(audience: string): Promise<string>;
  /** Checks an assertion made to this service. @throws when unsigned, expired, for someone else, or asserting more than the issuer may. */
  verify(token: string): Promise<AssertedActor>;
  /** Signs any claims to one receiver (host → gateway: ceremonies). */
  sign(audience: string, claims: JWTPayload): Promise<string>;
  /** Checks claims signed by one named service for this one. */
  verifyFrom(issuer: string, token: string): Promise<JWTPayload>;
}

/** @param privateJwk this service's Ed25519 key as JSON, `kid` = service name. @param publicJwks the public keys of all services. */
export async function serviceIdentity(privateJwk: string, publicJwks: string): Promise<ServiceIdentity> {
  const jwk = JSON.parse(privateJwk) as JWK & { kid: string };
  const key = await importJWK(jwk, 'EdDSA');
  const keys = createLocalJWKSet(JSON.parse(publicJwks) as JSONWebKeySet);
  const name = jwk.kid;

  const known = new Map<string, { actor: AssertedActor; until: number }>();

  const sign = (audience: string, claims: JWTPayload): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: name })
      .setIssuer(name)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(key);

  const check = async (token: string): Promise<JWTPayload> => {
    const { payload, protectedHeader } = await jwtVerify(token, keys, { audience: name, algorithms: ['EdDSA'], clockTolerance: TOLERANCE });
    if (payload.iss !== protectedHeader.kid) throw new Error('assertion signed by another service than it names');
    return payload;
  };

  return {
    name,
    sign,
    assert: (audience, actor) => sign(audience, { actor }),
    assertSelf: (audience) => sign(audience, { actor: { kind: 'service', id: name, name, roles: [] } satisfies AssertedActor }),
    async verify(token) {
      const there = known.get(token);
      if (there && Date.now() / 1_000 < there.until) return there.actor;
      const payload = await check(token);
      const actor = payload['actor'] as AssertedActor | undefined;
      if (!actor) throw new Error('assertion without an actor');
      const mayAssert = payload.iss === 'gateway' || (actor.kind === 'service' && actor.id === payload.iss);
      if (!mayAssert) throw new Error(`${payload.iss} may not assert ${actor.kind}`);
      if (known.size >= KNOWN_LIMIT) known.clear();
      if (payload.exp !== undefined) known.set(token, { actor, until: payload.exp });
      return actor;
    },
    async verifyFrom(issuer, token) {
      const payload = await check(token);
      if (payload.iss !== issuer) throw new Error(`expected ${issuer}, signed by ${payload.iss}`);
      return payload;
    },
  };
}
