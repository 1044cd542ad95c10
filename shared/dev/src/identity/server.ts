import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type pg from 'pg';
import { demoAccounts, demoIntegrators } from './accounts.js';
import { assets } from './assets.js';
import type { LoginParts } from './login.route.js';
import { handleLogin } from './login.route.js';
import { createProvider } from './provider.js';
import type { IdentitySettings } from './settings.js';
import { adapterFor, loadKeys, openStore, sweep } from './store.js';
import { LoginThrottle } from './throttle.js';
import type { TokenParts } from './token.route.js';
import { handleToken } from './token.route.js';

const SWEEP_EVERY_MS = 10 * 60_000;

/** A listening identity provider. */
export interface Identity {
  issuer: string;
  close(): Promise<void>;
}

/** Starts the development identity provider: OpenID Connect for the demo accounts, state in PostgreSQL. */
export async function startIdentity(settings: IdentitySettings): Promise<Identity> {
  const pool = await openStore(settings.IDENTITY_DATABASE_URL);
  const issuer = settings.OIDC_ISSUER ?? `http://${settings.HOST}:${settings.PORT}`;
  const accounts = demoAccounts();
  const provider = createProvider({
    settings,
    issuer,
    keys: await loadKeys(pool),
    adapter: adapterFor(pool),
    accounts,
    integrators: demoIntegrators(),
  });
  const login: LoginParts = {
    provider,
    accounts,
    password: settings.DEMO_PASSWORD,
    throttle: new LoginThrottle(),
    home: settings.PUBLIC_URL,
  };
  const token: TokenParts = { provider, accounts, clientId: settings.OIDC_CLIENT_ID, secret: settings.TOKEN_SECRET };
  const server = createServer(route({ pool, login, token, oidc: provider.callback() }));
  await listen(server, settings);
  const timer = setInterval(() => void sweep(pool).catch(() => undefined), SWEEP_EVERY_MS).unref();
  const close = async (): Promise<void> => {
    clearInterval(timer);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await pool.end();
  };
  return { issuer, close };
}

interface Routes {
  pool: pg.Pool;
  login: LoginParts;
  token: TokenParts;
  oidc: RequestListener;
}

function route(routes: Routes): RequestListener {
  return (request, response) => {
    dispatch(routes, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end();
    });
  };
}

async function dispatch(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://identity');
  const asset = assets[url.pathname];
  if (asset) {
    response
      .writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=300', 'x-content-type-options': 'nosniff' })
      .end(asset.body);
  } else if (url.pathname === '/health/live') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
  } else if (url.pathname === '/health/ready') {
    await answerReady(routes.pool, response);
  } else if (url.pathname.startsWith('/interaction/')) {
    await handleLogin(routes.login, request, response, url);
  } else if (url.pathname === '/development/token') {
    await handleToken(routes.token, request, response);
  } else {
    routes.oidc(request, response);
  }
}

async function answerReady(pool: pg.Pool, response: ServerResponse): Promise<void> {
  const ready = await pool.query('select 1').then(
    () => true,
    () => false,
  );
  response
    .writeHead(ready ? 200 : 503, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status: ready ? 'ready' : 'waiting', database: ready }));
}

function listen(server: Server, settings: IdentitySettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.PORT, settings.HOST, () => resolve());
  });
}
