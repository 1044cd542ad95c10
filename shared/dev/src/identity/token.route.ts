import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Account } from './accounts.js';
import { same } from './login.route.js';
import { RESOURCE, RESOURCE_SERVER } from './provider.js';
import { readForm } from './request-body.js';

export interface TokenParts {
  provider: Provider;
  accounts: ReadonlyMap<string, Account>;
  clientId: string;
  /** Absent: the route does not exist. */
  secret: string | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * `POST /development/token` with form field `account`: an access token of a demo account without a browser, for `npm run token`.
 * Only from this machine and only for who can read the secret, which the launcher keeps in a file of its owner.
 * The token differs in nothing from one given at sign-in.
 */
export async function handleToken(parts: TokenParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const allowed =
    parts.secret && LOOPBACK.has(request.socket.remoteAddress ?? '') && same(request.headers.authorization ?? '', `Bearer ${parts.secret}`);
  if (!allowed || request.method !== 'POST') return answer(response, 404, { error: 'not_found' });
  const key = ((await readForm(request)).get('account') ?? '').trim().toUpperCase();
  const account = parts.accounts.get(key);
  if (!account) return answer(response, 400, { error: 'unknown_account' });
  const client = await parts.provider.Client.find(parts.clientId);
  const resourceServer = new parts.provider.ResourceServer(RESOURCE, RESOURCE_SERVER);
  const token = new parts.provider.AccessToken({
    accountId: account.key,
    client,
    resourceServer,
    expiresIn: RESOURCE_SERVER.accessTokenTTL,
    scope: '',
    gty: 'development',
  });
  answer(response, 200, { access_token: await token.save(), token_type: 'Bearer', expires_in: RESOURCE_SERVER.accessTokenTTL });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
