import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../postgres/free-port.js';
import { startTestPostgres } from '../postgres/test-server.js';
import type { TestPostgres } from '../postgres/test-server.js';
import type { Identity } from './server.js';
import { startIdentity } from './server.js';
import type { IdentitySettings } from './settings.js';
import { readIdentitySettings } from './settings.js';

const REDIRECT = 'http://localhost:3999/auth/callback';
const PASSWORD = 'a demo password';
const SECRET = 'secret-of-the-host-client';

/** Just enough of a browser: keeps cookies, follows redirects inside the provider, stops at the application's door. */
class Browser {
  private readonly jar = new Map<string, string>();

  constructor(private readonly origin: string) {}

  async open(address: string, init: RequestInit = {}): Promise<{ response: Response; url: string; html: string }> {
    let url = new URL(address, this.origin).href;
    let request = init;
    for (let hops = 0; hops < 10; hops += 1) {
      const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { ...request, headers: { accept: 'text/html', cookie, ...request.headers }, redirect: 'manual' });
      this.keep(response);
      const location = response.headers.get('location');
      if (!location) return { response, url, html: await response.text() };
      url = new URL(location, url).href;
      request = {};
      if (!url.startsWith(this.origin)) return { response, url, html: '' };
    }
    throw new Error('too many redirects');
  }

  post(address: string, fields: Record<string, string>): Promise<{ response: Response; url: string; html: string }> {
    return this.open(address, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value) this.jar.set(pair.slice(0, at), value);
      else this.jar.delete(pair.slice(0, at));
    }
  }
}

describe('the development identity provider', () => {
  let postgres: TestPostgres;
  let database: string;
  let settings: IdentitySettings;
  let identity: Identity;
  let browser: Browser;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    database = `identity_${randomBytes(4).toString('hex')}`;
    await onServer(`create database ${database}`);
    const url = new URL(postgres.url);
    url.pathname = `/${database}`;
    settings = readIdentitySettings({
      PORT: String(await freePort()),
      IDENTITY_DATABASE_URL: url.href,
      PUBLIC_URL: 'http://localhost:3999',
      OIDC_CLIENT_SECRET: SECRET,
      INTEGRATOR_CLIENT_SECRET: 'secret-of-the-integrator',
      DEMO_PASSWORD: PASSWORD,
      TOKEN_SECRET: 'secret-of-the-launcher',
    });
    identity = await startIdentity(settings);
  });

  afterAll(async () => {
    await identity.close();
    await onServer(`drop database ${database} with (force)`);
    await postgres.stop();
  });

  beforeEach(() => {
    browser = new Browser(identity.issuer);
  });

  async function onServer(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  function authorization(more: Record<string, string> = {}): { address: string; verifier: string } {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'thidua-host',
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid profile',
      state: 'st',
      nonce: 'no',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    return { address: `/auth?${query.toString()}`, verifier };
  }

  async function signIn(account: string, password = PASSWORD, more: Record<string, string> = {}) {
    const { address, verifier } = authorization(more);
    const form = await browser.open(address);
    const answer = await browser.post(form.url, { account, password });
    return { form, answer, verifier, code: new URL(answer.url).searchParams.get('code') ?? '' };
  }

  async function tokens(
    fields: Record<string, string>,
    client = `thidua-host:${SECRET}`,
  ): Promise<{ status: number; body: Record<string, string> }> {
    const response = await fetch(`${identity.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { authorization: `Basic ${Buffer.from(client).toString('base64')}` },
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  function exchange(code: string, verifier: string) {
    return tokens({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier });
  }

  function verify(token: string | undefined) {
    const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`));
    return jwtVerify(token ?? '', keys, { issuer: identity.issuer, audience: 'thidua-graph', typ: 'at+jwt', algorithms: ['RS256'] });
  }

  it('signs a person in with code and PKCE, whatever the case of the account', async () => {
    const { answer, code, verifier } = await signIn('snv-07');
    expect(answer.url.startsWith(`${REDIRECT}?code=`)).toBe(true);
    const { body } = await exchange(code, verifier);
    const { payload } = await verify(body['access_token']);
    expect(payload).toMatchObject({ sub: 'SNV-07', client_id: 'thidua-host' });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
    expect(decodeJwt(body['id_token'] ?? '')).toMatchObject({
      sub: 'SNV-07',
      aud: 'thidua-host',
      nonce: 'no',
      auth_time: expect.any(Number) as number,
    });
  });

  it('refuses a code without its verifier, and a code used twice', async () => {
    const first = await signIn('LAN');
    expect(await exchange(first.code, randomBytes(32).toString('base64url'))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    browser = new Browser(identity.issuer);
    const second = await signIn('LAN');
    expect((await exchange(second.code, second.verifier)).status).toBe(200);
    expect(await exchange(second.code, second.verifier)).toMatchObject({ status: 400 });
  });

  it('refuses an authorization without PKCE', async () => {
    const query = new URLSearchParams({
      client_id: 'thidua-host',
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid',
      state: 'st',
    });
    const { url } = await browser.open(`/auth?${query.toString()}`);
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
  });

  it('never sends a code to an address that is not the host', async () => {
    const { response, html } = await browser.open(authorization({ redirect_uri: 'http://evil.example/cb' }).address);
    expect(response.status).toBe(400);
    expect(html).toContain('Không đăng nhập được');
  });

  it('says clearly that the password is wrong and keeps the account in the form', async () => {
    const { answer } = await signIn('LAN', 'guess');
    expect(answer.response.status).toBe(401);
    expect(answer.html).toContain('role="alert"');
    expect(answer.html).toContain('Tài khoản hoặc mật khẩu không đúng');
    expect(answer.html).toContain('value="LAN"');
  });

  it('answers an unknown account with the same sentence as a wrong password', async () => {
    const { answer } = await signIn('NOBODY');
    expect(answer.response.status).toBe(401);
    expect(answer.html).toContain('Tài khoản hoặc mật khẩu không đúng');
  });

  it('stops guessing after eight wrong passwords, for this account only', async () => {
    const form = await browser.open(authorization().address);
    for (let tries = 0; tries < 8; tries += 1)
      expect((await browser.post(form.url, { account: 'HOA', password: `guess ${tries}` })).response.status).toBe(401);
    const blocked = await browser.post(form.url, { account: 'HOA', password: PASSWORD });
    expect(blocked.response.status).toBe(429);
    expect(Number(blocked.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(blocked.html).toContain('quá nhiều lần');
    expect((await signIn('HUY')).code).not.toBe('');
  });

  it('speaks English when the application asks for it', async () => {
    const { html } = await browser.open(authorization({ ui_locales: 'en' }).address);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Use your official account.');
  });

  it('escapes what people type', async () => {
    const { answer } = await signIn('"><script>alert(1)</script>', 'x');
    expect(answer.html.toLowerCase()).not.toContain('<script');
  });

  it('runs no script and loads nothing foreign on the sign-in page, and hands back to the host only', async () => {
    const { response } = await browser.open(authorization().address);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("form-action 'self' http://localhost:3999");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('refreshes an access token, also twice with the same refresh token', async () => {
    const { code, verifier } = await signIn('MAI');
    const { body } = await exchange(code, verifier);
    for (let times = 0; times < 2; times += 1) {
      const refreshed = await tokens({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' });
      expect((await verify(refreshed.body['access_token'])).payload.sub).toBe('MAI');
    }
  });

  it('asks a signed-in person nothing, until the application wants them confirmed', async () => {
    await signIn('NAM');
    const silent = await browser.open(authorization().address);
    expect(silent.url).toContain(`${REDIRECT}?code=`);
    const stepUp = await browser.open(authorization({ prompt: 'login', login_hint: 'NAM' }).address);
    expect(stepUp.html).toContain('Xác nhận danh tính');
    const stranger = await browser.post(stepUp.url, { account: 'LAN', password: PASSWORD });
    expect(stranger.response.status).toBe(403);
    const confirmed = await browser.post(stepUp.url, { account: 'NAM', password: PASSWORD });
    expect(confirmed.url).toContain(`${REDIRECT}?code=`);
  });

  it('asks again when the last password is older than max_age', async () => {
    await signIn('SON');
    const stale = await browser.open(authorization({ max_age: '0', login_hint: 'SON' }).address);
    expect(stale.html).toContain('Xác nhận danh tính');
    const before = Math.floor(Date.now() / 1000);
    const { verifier, address } = authorization({ max_age: '0', login_hint: 'SON' });
    const form = await browser.open(address);
    const answer = await browser.post(form.url, { account: 'SON', password: PASSWORD });
    const { body } = await exchange(new URL(answer.url).searchParams.get('code') ?? '', verifier);
    expect(Number(decodeJwt(body['id_token'] ?? '')['auth_time'])).toBeGreaterThanOrEqual(before);
  });

  it('ends the session, and with it the refresh token, and returns to the host', async () => {
    const { code, verifier } = await signIn('THU');
    const { body } = await exchange(code, verifier);
    const query = new URLSearchParams({
      id_token_hint: body['id_token'] ?? '',
      post_logout_redirect_uri: 'http://localhost:3999/',
      state: 'bye',
    });
    const ask = await browser.open(`/session/end?${query.toString()}`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(ask.html)?.[1] ?? '';
    const done = await browser.post('/session/end/confirm', { xsrf, logout: 'yes' });
    expect(done.url).toBe('http://localhost:3999/?state=bye');
    expect((await browser.open(authorization().address)).html).toContain('Đăng nhập');
    expect((await tokens({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' })).status).toBe(400);
  });

  it('keeps sessions, refresh tokens and keys when it is restarted', async () => {
    const { code, verifier } = await signIn('PHUC');
    const { body } = await exchange(code, verifier);
    await identity.close();
    identity = await startIdentity(settings);
    expect((await verify(body['access_token'])).payload.sub).toBe('PHUC');
    expect((await browser.open(authorization().address)).url).toContain(`${REDIRECT}?code=`);
    expect((await tokens({ grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' })).status).toBe(200);
  });

  it('gives the integrator a token of its own as a client', async () => {
    const { body } = await tokens({ grant_type: 'client_credentials' }, 'bao:secret-of-the-integrator');
    expect((await verify(body['access_token'])).payload).toMatchObject({ sub: 'BAO', client_id: 'bao' });
    expect((await tokens({ grant_type: 'client_credentials' }, 'bao:guess')).status).toBe(401);
    expect(await tokens({ grant_type: 'client_credentials' })).toMatchObject({
      status: 400,
      body: { error_description: 'requested grant type is not allowed for this client' },
    });
  });

  it('hands a token without a browser only to who knows the secret', async () => {
    const ask = (secret: string, account: string): Promise<Response> =>
      fetch(`${identity.issuer}/development/token`, {
        method: 'POST',
        body: new URLSearchParams({ account }),
        headers: { authorization: `Bearer ${secret}` },
      });
    const good = (await (await ask('secret-of-the-launcher', 'lan')).json()) as { access_token: string };
    expect((await verify(good.access_token)).payload).toMatchObject({ sub: 'LAN', client_id: 'thidua-host' });
    expect((await ask('guess', 'LAN')).status).toBe(404);
    expect((await ask('secret-of-the-launcher', 'NOBODY')).status).toBe(400);
  });

  it('is ready while its database answers', async () => {
    expect((await fetch(`${identity.issuer}/health/live`)).status).toBe(200);
    expect((await fetch(`${identity.issuer}/health/ready`)).status).toBe(200);
  });
});

describe('the settings of the identity provider', () => {
  it('are refused in production', () => {
    const env = {
      PORT: '1',
      IDENTITY_DATABASE_URL: 'postgres://x',
      OIDC_CLIENT_SECRET: SECRET,
      INTEGRATOR_CLIENT_SECRET: SECRET,
      DEMO_PASSWORD: PASSWORD,
      NODE_ENV: 'production',
    };
    expect(() => readIdentitySettings(env)).toThrow('does not run in production');
  });

  it('tell all mistakes at once', () => {
    expect(() => readIdentitySettings({ PORT: 'x' })).toThrow(/PORT[\s\S]*OIDC_CLIENT_SECRET|OIDC_CLIENT_SECRET[\s\S]*PORT/);
  });
});
