import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';

const QUERY = { query: '{ viewer { permissions } }' };

describe('the way of a request to the graph', () => {
  let bench: HostBench;
  let browser: PlainBrowser;

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '' });
    bench.graph.on('viewer', () => ({ data: { viewer: null } }));
    bench.graph.on('/files/campaigns', (call) => ({ fileId: 'f', size: call.raw.length, sha256: 'x' }));
    browser = new PlainBrowser(bench.url);
    await browser.signIn('LAN');
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.graph.calls.length = 0;
  });

  it('passes role and language on, adds the token, and nothing else of the browser', async () => {
    const answer = await browser.post('/graphql', QUERY, {
      'x-acting-role': 'DEPARTMENT_OFFICE',
      'accept-language': 'en',
      'x-thidua-assertion': 'forged',
      'x-thidua-ceremony': 'forged',
      authorization: 'Bearer forged',
      'x-forwarded-for': '10.0.0.1',
    });
    expect(answer.status).toBe(200);
    const [call] = bench.graph.calls;
    expect(call?.headers).toMatchObject({
      'x-acting-role': 'DEPARTMENT_OFFICE',
      'accept-language': 'en',
      authorization: expect.stringMatching(/^Bearer eyJ/) as string,
    });
    for (const name of ['cookie', 'x-thidua-assertion', 'x-thidua-ceremony', 'x-thidua-csrf', 'x-forwarded-for'])
      expect(call?.headers[name]).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['x-request-id']).toBe(call?.headers['x-request-id']);
  });

  it('lets a visitor ask as the public, without a token', async () => {
    const visitor = new PlainBrowser(bench.url);
    expect((await visitor.post('/graphql', QUERY)).status).toBe(200);
    expect(bench.graph.calls[0]?.headers.authorization).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['without the token', { 'x-thidua-csrf': '' }, 'CSRF'],
    ['with the token of nobody', { 'x-thidua-csrf': 'anonymous' }, 'CSRF'],
    ['with another token', { 'x-thidua-csrf': 'x'.repeat(43) }, 'CSRF'],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 'CROSS_SITE'],
    ['from a neighbour of the site', { 'sec-fetch-site': 'same-site' }, 'CROSS_SITE'],
    ['typed by hand', { 'sec-fetch-site': 'none' }, 'CROSS_SITE'],
  ])('refuses a request %s', async (_how, headers, code) => {
    const answer = await browser.post('/graphql', QUERY, headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(bench.graph.calls).toEqual([]);
  });

  it('refuses an old browser’s request from another origin', async () => {
    const csrf = await browser.csrf();
    const cookie = [...browser.cookies].map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; ');
    const from = (origin?: string) =>
      fetch(`${bench.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify(QUERY),
        headers: { 'content-type': 'application/json', cookie, 'x-thidua-csrf': csrf, ...(origin ? { origin } : {}) },
      }).then(({ status }) => status);
    expect([await from('https://evil.example'), await from(), await from(bench.url)]).toEqual([403, 403, 200]);
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['a form', 'query=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415],
    ['something that is not JSON', '{', {}, 400],
    ['a batch', [QUERY, QUERY], {}, 400],
    ['more than 1 MB', { query: 'x'.repeat(1_100_000) }, {}, 413],
  ])('refuses %s', async (_what, body, headers, status) => {
    expect((await browser.post('/graphql', body, headers)).status).toBe(status);
    expect(bench.graph.calls).toEqual([]);
  });

  it('answers no GET at the graph', async () => {
    expect((await browser.open('/graphql?query={viewer{permissions}}', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect(bench.graph.calls).toEqual([]);
  });

  it.each([
    'mutation { castBallot(input: {}) { __typename } }',
    'mutation { harmless: signDecision(input: {}) { __typename } }',
    'mutation M { ...F } fragment F on Mutation { castBallot(input: {}) { __typename } }',
  ])('refuses a ballot or signature on this way: %s', async (query) => {
    const answer = await browser.post('/graphql', { query });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'CEREMONY_ONLY' } }] });
    expect(bench.graph.calls).toEqual([]);
  });

  it('streams a file to its subgraph with the name and the token', async () => {
    const answer = await browser.post('/upload/campaigns', 'the plan', {
      'content-type': 'text/plain',
      'x-file-name': 'K%E1%BA%BF%20ho%E1%BA%A1ch.txt',
    });
    expect(JSON.parse(answer.text)).toEqual({ fileId: 'f', size: 8, sha256: 'x' });
    expect(bench.graph.calls[0]?.headers).toMatchObject({
      'x-file-name': 'K%E1%BA%BF%20ho%E1%BA%A1ch.txt',
      'content-type': 'text/plain',
      authorization: expect.stringMatching(/^Bearer /) as string,
    });
  });

  it('refuses a file of more than 20 MB, one for a place that is not there, and one from nobody', async () => {
    expect((await browser.post('/upload/campaigns', 'x'.repeat(20 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await browser.post('/upload/elsewhere', 'x')).status).toBe(404);
    expect((await new PlainBrowser(bench.url).post('/upload/campaigns', 'x')).status).toBe(401);
    expect(bench.graph.calls).toEqual([]);
  });

  it('says when the graph is away', async () => {
    const lonely = await startHostBench({ portalsDir: '' });
    await lonely.graph.close();
    const answer = await new PlainBrowser(lonely.url).post('/graphql', QUERY);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([502, { errors: [{ extensions: { code: 'GRAPH_UNAVAILABLE' } }] }]);
    await lonely.close();
  });

  it('lets hashes of registered operations through where it enforces them, and no text', async () => {
    const strict = await startHostBench({ portalsDir: '', trusted: 'enforce' });
    const visitor = new PlainBrowser(strict.url);
    const documentId = `sha256:${'ab'.repeat(32)}`;
    const refused = await visitor.post('/graphql', QUERY);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([403, { errors: [{ extensions: { code: 'DOCUMENT_REQUIRED' } }] }]);
    expect(strict.graph.calls).toEqual([]);
    const passed = await visitor.post('/graphql', { documentId }, { 'x-thidua-module': 'noivu@1.0.0-ab' });
    expect(JSON.parse(passed.text), 'the graph decides').toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    expect(strict.graph.calls[0]).toMatchObject({ operation: { documentId }, headers: { 'x-thidua-module': 'noivu@1.0.0-ab' } });
    await strict.close();
  });

  it('carries its security headers on every answer', async () => {
    for (const path of ['/', '/session', '/registry.json', '/health/live', '/nothing.js']) {
      const { headers } = await browser.open(path, {}, 0);
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    }
    const page = await browser.open('/');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(page.text).toContain(`nonce="${nonce}"`);
    expect((await browser.open('/')).text).not.toContain(nonce);
  });

  it('lets no service worker in', async () => {
    expect((await browser.open('/modules/alpha/v/1/sw.js', { headers: { 'service-worker': 'script' } })).status).toBe(403);
  });
});
