import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';

const QUERY = { query: '{ viewer { permissions } }' };

describe('sessions of the host', () => {
  let bench: HostBench;
  let database: pg.Pool;
  let browser: PlainBrowser;

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '' });
    database = new pg.Pool({ connectionString: bench.databaseUrl, max: 2 });
    bench.graph.on('viewer', () => ({ data: { viewer: { permissions: [] } } }));
  });
  afterAll(async () => {
    await database.end();
    await bench.close();
  });
  beforeEach(() => {
    browser = new PlainBrowser(bench.url);
    bench.graph.calls.length = 0;
  });

  const bearer = (): string[] => bench.graph.calls.map(({ headers }) => headers.authorization ?? '');

  it('signs a person in by code and PKCE and comes back to the page that was asked for', async () => {
    const page = await browser.signIn('LAN');
    expect(new URL(page.url).pathname).toBe('/viec');
    const session = JSON.parse((await browser.open('/session')).text) as Record<string, unknown>;
    expect(session).toMatchObject({ signedIn: true, person: { sub: 'LAN', name: 'Nguyễn Thị Lan' } });
  });

  it('never lets a token reach the browser, in a body, a header or a cookie', async () => {
    await browser.signIn('LAN');
    await browser.post('/graphql', QUERY);
    const [token] = bearer();
    expect(token).toMatch(/^Bearer eyJ/);
    const { rows } = await database.query<{ count: string }>('select count(*) from host.session where refresh_token is not null');
    expect(Number(rows[0]?.count)).toBeGreaterThan(0);
    const everything = [...browser.received, ...browser.cookies.values()].join('\n');
    expect(everything).not.toContain(token!.slice('Bearer '.length));
    expect(everything).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
    expect(everything).not.toMatch(/"(access|refresh|id)_token"/);
  });

  it('keeps only the hash of the session id, and tokens encrypted', async () => {
    await browser.signIn('HUY');
    await browser.post('/graphql', QUERY);
    const id = [...browser.cookies].find(([name]) => /thidua-\d+$/.test(name))?.[1] ?? '';
    expect(id).toMatch(/^[\w-]{43}$/);
    const { rows } = await database.query<{ stored: Buffer }>(
      'select id_hash || access_token || coalesce(refresh_token, access_token) as stored from host.session',
    );
    const stored = Buffer.concat(rows.map((row) => row.stored));
    expect(stored.length).toBeGreaterThan(500);
    expect(stored.includes(id)).toBe(false);
    expect(stored.includes('eyJ')).toBe(false);
  });

  it('marks the session cookie HttpOnly and SameSite=Lax', async () => {
    await browser.signIn('LAN');
    const line = browser.received.find((text) => /thidua-\d+=[\w-]{43}/.test(text)) ?? '';
    expect(line).toMatch(/thidua-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
  });

  it('gives a new session id at every sign-in and ends the one before', async () => {
    await browser.signIn('LAN');
    const before = new Map(browser.cookies);
    await browser.signIn('HUY');
    const thief = new PlainBrowser(bench.url);
    before.forEach((value, key) => thief.cookies.set(key, value));
    expect(JSON.parse((await thief.open('/session')).text)).toMatchObject({ signedIn: false });
  });

  it('ends the session everywhere on sign-out: a copied cookie is worth nothing', async () => {
    await browser.signIn('LAN');
    const thief = new PlainBrowser(bench.url);
    browser.cookies.forEach((value, key) => thief.cookies.set(key, value));
    const answer = await browser.post('/auth/logout', {});
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ location: expect.stringContaining('/session/end') as string });
    expect(answer.text).not.toContain('id_token_hint');
    expect(JSON.parse((await thief.open('/session')).text)).toMatchObject({ signedIn: false });
  });

  it('refuses a callback that answers no question of this browser', async () => {
    const answer = await browser.open('/auth/callback?code=stolen&state=guessed', {}, 0);
    expect(answer.headers['location']).toBe('/auth/login');
    expect([...browser.cookies.keys()].some((name) => /thidua-\d+$/.test(name))).toBe(false);
  });

  it('renews an access token once for many requests on two hosts', async () => {
    await browser.signIn('LAN');
    await browser.post('/graphql', QUERY);
    const [before] = bearer();
    const csrf = await browser.csrf();
    const second = await bench.another();
    await database.query("update host.session set access_expires_at = now() + interval '5 seconds'");
    bench.graph.calls.length = 0;
    const cookie = [...browser.cookies].map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; ');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        fetch(`${index % 2 ? bench.url : second}/graphql`, {
          method: 'POST',
          body: JSON.stringify(QUERY),
          headers: { 'content-type': 'application/json', cookie, 'x-thidua-csrf': csrf, origin: bench.url },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    const tokens = new Set(bearer());
    expect(tokens.size).toBe(1);
    expect(tokens.has(before!)).toBe(false);
  });

  it('ends a session whose tokens cannot be renewed, and says so', async () => {
    await browser.signIn('LAN');
    await database.query(
      "update host.session set access_expires_at = now() - interval '1 second', refresh_token = null where subject = 'LAN'",
    );
    const answer = await browser.post('/graphql', QUERY);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'SESSION_ENDED' } }] });
    expect(JSON.parse((await browser.open('/session')).text)).toMatchObject({ signedIn: false });
  });
});
