import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../http/problem.js';

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Checks an access token and tells its subject. */
export interface TokenVerifier {
  /** @throws Problem 401 for a token that does not hold, 503 when the issuer's keys cannot be had. */
  subjectOf(token: string): Promise<string>;
  /** The same, and until when it holds (milliseconds of the clock): for what lasts longer than a request. @throws Problem */
  read(token: string): Promise<ReadToken>;
}

export interface ReadToken {
  readonly subject: string;
  readonly expiresAt: number;
}

interface Issuer {
  issuer: string;
  audience: string;
}

/** The issuer's keys, found by discovery at the first token and kept; a dead issuer at start is no obstacle. */
function discoveredKeys(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    const found = (await response.json()) as { issuer?: string; jwks_uri?: string };
    if (!response.ok || found.issuer !== issuer || !found.jwks_uri) throw new Error('the issuer does not describe itself');
    return createRemoteJWKSet(new URL(found.jwks_uri), { cacheMaxAge: 3_600_000, cooldownDuration: 10_000, timeoutDuration: 5_000 });
  };
  return async (header, token) => {
    keys ??= discover();
    const known = await keys.catch((error: unknown) => {
      keys = null;
      throw error;
    });
    return known(header, token);
  };
}

/** `typ: at+jwt` keeps identity tokens out, even where audiences are shared. */
export function tokenVerifier({ issuer, audience }: Issuer, keys: JWTVerifyGetKey = discoveredKeys(issuer)): TokenVerifier {
  const verifier: TokenVerifier = {
    subjectOf: async (token) => (await verifier.read(token)).subject,
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          typ: 'at+jwt',
          algorithms: ALGORITHMS,
          clockTolerance: 5,
          requiredClaims: ['sub', 'exp'],
        });
        if (!payload.sub) throw new errors.JWTInvalid('empty subject');
        return { subject: payload.sub, expiresAt: payload.exp! * 1000 };
      } catch (error) {
        throw refusal(error);
      }
    },
  };
  return verifier;
}

function refusal(error: unknown): Problem {
  if (error instanceof errors.JWTExpired) {
    return new Problem(401, 'UNAUTHENTICATED', 'Phiên đăng nhập đã hết hạn.', 'The access token has expired.', { reason: 'TOKEN_EXPIRED' });
  }
  const keysMissing = !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
  if (keysMissing) {
    return new Problem(
      503,
      'UNAVAILABLE',
      'Chưa kiểm tra được đăng nhập: nơi cấp phiên không trả lời.',
      'Sign-in cannot be checked: the issuer does not answer.',
      { service: 'identity' },
    );
  }
  return new Problem(401, 'UNAUTHENTICATED', 'Mã truy cập không hợp lệ.', 'The access token is not valid.', { reason: 'TOKEN_INVALID' });
}
