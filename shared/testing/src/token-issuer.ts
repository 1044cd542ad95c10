import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenOptions {
  audience?: string;
  issuer?: string;
  /** JOSE `typ`; an access token is `at+jwt`. */
  typ?: string;
  /** Seconds from now; negative = expired. */
  expiresIn?: number;
  /** Sign with a key the issuer does not publish. */
  forged?: boolean;
}

/** The smallest OIDC issuer: discovery, keys, and access tokens for any subject. */
export interface TokenIssuer {
  url: string;
  token(subject: string, options?: TokenOptions): Promise<string>;
  close(): Promise<void>;
}

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' };
  const kid = await calculateJwkThumbprint(jwk);
  let url = '';
  const server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks`, id_token_signing_alg_values_supported: ['RS256'] },
      '/jwks': { keys: [{ ...jwk, kid }] },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    token: (subject, options = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ client_id: 'thidua-host' })
        .setProtectedHeader({ alg: 'RS256', kid, typ: options.typ ?? 'at+jwt' })
        .setIssuer(options.issuer ?? url)
        .setAudience(options.audience ?? 'thidua-graph')
        .setSubject(subject)
        .setIssuedAt(now)
        .setExpirationTime(now + (options.expiresIn ?? 600))
        .sign(options.forged ? foreign.privateKey : privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
