import { request, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';

const SUBSCRIPTION = JSON.stringify({ query: 'subscription { inboxChanged { totalCount } }' });

describe('a stream of events through the host', () => {
  let bench: HostBench;
  let browser: PlainBrowser;
  let headers: Record<string, string>;

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '' });
    browser = new PlainBrowser(bench.url);
    await browser.signIn('LAN');
    const cookie = [...browser.cookies].map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; ');
    headers = {
      cookie,
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-thidua-csrf': await browser.csrf(),
    };
  });
  afterAll(() => bench.close());

  const open = (more: Record<string, string> = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const sent = request(`${bench.url}/graphql`, { method: 'POST', agent: false, headers: { ...headers, ...more } }, resolve);
      sent.on('error', reject);
      sent.end(SUBSCRIPTION);
    });
  const chunk = (response: IncomingMessage): Promise<string> =>
    new Promise((resolve) => {
      response.once('data', (data: Buffer) => resolve(data.toString('utf8')));
    });

  it('passes head and events on at once, with the token and the position of the reader', async () => {
    const response = await open({ 'last-event-id': 'abc' });
    expect([response.statusCode, response.headers['content-type'], response.headers['x-accel-buffering']]).toEqual([
      200,
      'text/event-stream',
      'no',
    ]);
    expect(response.headers['content-security-policy']).toBeDefined();
    expect(bench.graph.calls.at(-1)?.headers).toMatchObject({
      'last-event-id': 'abc',
      accept: 'text/event-stream',
      authorization: expect.stringMatching(/^Bearer eyJ/) as string,
    });
    for (const text of ['event: next\ndata: 1\n\n', ':\n\n', 'event: next\ndata: 2\n\n']) {
      const coming = chunk(response);
      bench.graph.streams.at(-1)!.write(text);
      expect(await coming).toBe(text);
    }
    response.destroy();
  });

  it('is closed behind when the browser leaves, and before when the graph breaks off', async () => {
    const left = await open();
    await vi.waitFor(() => expect(bench.graph.streams).toHaveLength(1));
    left.destroy();
    await vi.waitFor(() => expect(bench.graph.streams).toHaveLength(0));
    const broken = await open();
    const closed = new Promise((resolve) => {
      broken.once('close', resolve);
      broken.on('error', () => undefined);
    });
    bench.graph.streams.at(-1)!.destroy();
    await closed;
    expect(broken.complete).toBe(false);
  });

  it.each([
    ['without the token', { 'x-thidua-csrf': '' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('does not open %s', async (_how, more) => {
    const response = await open(more);
    expect([response.statusCode, bench.graph.streams.length]).toEqual([403, 0]);
    response.resume();
  });

  it('keeps no session alive: an open page alone is no use of it', async () => {
    const database = new pg.Client({ connectionString: bench.databaseUrl });
    await database.connect();
    const seen = async (): Promise<Date> => (await database.query<{ seen_at: Date }>('select seen_at from host.session')).rows[0]!.seen_at;
    const before = await seen();
    const response = await open();
    expect(await seen()).toEqual(before);
    response.destroy();
    await browser.post('/graphql', { query: '{ viewer { permissions } }' });
    expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
    await database.end();
  });
});
