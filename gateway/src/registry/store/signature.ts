import { createHash, createPrivateKey, createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

/** What a signature of the registry stands for. */
export type Statement =
  | { readonly what: 'schema'; readonly subgraph: string; readonly version: number; readonly sha256: string; readonly url: string }
  | { readonly what: 'supergraph'; readonly version: number; readonly sha256: string; readonly members: Readonly<Record<string, number>> };

/** Signs what the registry keeps, and tells whether what is read was signed by a gateway of this platform. */
export interface RegistrySigner {
  sign(statement: Statement): string;
  verifies(statement: Statement, signature: string): boolean;
  /** The gateway's public keys: who answers as a subgraph checks its callers with them. */
  readonly publicKeys: readonly JsonWebKey[];
}

/**
 * Ed25519 with the gateway's service key: whoever can write into the database still cannot put a graph in front of people.
 * @param privateJwk `SERVICE_KEY` @param publicJwks `SERVICE_JWKS`; retired keys of the gateway stay there as `gateway-…`, for what they signed
 */
export function registrySigner(privateJwk: string, publicJwks: string): RegistrySigner {
  const own = JSON.parse(privateJwk) as JsonWebKey & { kid: string };
  const key = createPrivateKey({ key: own, format: 'jwk' });
  const publicKeys = (JSON.parse(publicJwks) as { keys: (JsonWebKey & { kid?: string })[] }).keys.filter(
    ({ kid }) => kid === own.kid || kid?.startsWith(`${own.kid}-`),
  );
  const trusted = publicKeys.map((jwk): KeyObject => createPublicKey({ key: jwk, format: 'jwk' }));
  return {
    publicKeys: publicKeys.map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' })),
    sign: (statement) => sign(null, bytesOf(statement), key).toString('base64url'),
    verifies: (statement, signature) => {
      const bytes = Buffer.from(signature, 'base64url');
      return trusted.some((publicKey) => verify(null, bytesOf(statement), publicKey, bytes));
    },
  };
}

/** The same bytes for the same statement, whatever the order of its members. */
function bytesOf(statement: Statement): Buffer {
  const ordered = Object.entries(statement)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [
      name,
      typeof value === 'object' ? Object.entries(value as object).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value,
    ]);
  return Buffer.from(`thidua-registry-1\n${JSON.stringify(ordered)}`);
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
