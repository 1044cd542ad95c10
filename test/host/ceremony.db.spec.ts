import { createHash } from 'node:crypto';
import { importJWK, jwtVerify } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { type Answer, PlainBrowser } from '../support/plain-browser.js';

const NAVIGATION = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' };
const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'cross-site',
  origin: 'null',
};
const line = (id: string, name: string, conflict = false) => ({
  id,
  conflict,
  conflictReason: conflict ? 'đã khai quan hệ họ hàng' : null,
  nomination: { nomineeName: name, petitionNotice: null, unit: { name: 'Văn phòng Sở' } },
});
const round = (change: Record<string, unknown> = {}) => ({
  id: 'r1',
  state: 'OPEN',
  viewerMayVote: true,
  viewerHasVoted: false,
  closesAt: null,
  award: { name: 'Chiến sĩ thi đua cơ sở', nameEn: 'Fighter' },
  threshold: { percent: '70', denominator: 'TOTAL' },
  session: { title: 'Phiên họp', council: { name: 'Hội đồng' } },
  lines: [line('l1', 'Dương Thị Cẩm Tú'), line('l2', 'Võ Minh Tuấn', true), line('l3', '<b>Châu</b> & Lợi')],
  ...change,
});

describe('ballots and signatures on the host’s own pages', () => {
  let bench: HostBench;
  let database: pg.Pool;
  let browser: PlainBrowser;

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '' });
    database = new pg.Pool({ connectionString: bench.databaseUrl, max: 1 });
  });
  afterAll(async () => {
    await database.end();
    await bench.close();
  });
  beforeEach(async () => {
    bench.graph.on('HostBallot', () => ({ data: { votingRound: round() } }));
    bench.graph.on('HostCastBallot', () => ({
      data: { castBallot: { __typename: 'BallotCast', receipt: '7F3K-92QM', votedAt: '2025-12-15' } },
    }));
    browser = new PlainBrowser(bench.url);
    await browser.signIn('SON');
    bench.graph.calls.length = 0;
  });

  const open = (path: string, headers: Record<string, string> = NAVIGATION): Promise<Answer> => browser.open(path, { headers });
  const tokenOf = (page: Answer): string => /name="token" value="([\w-]{43})"/.exec(page.text)?.[1] ?? '';
  /** As a browser sends a form of a page with an opaque origin: without cookies. */
  const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = FORM): Promise<Answer> =>
    new PlainBrowser(bench.url).open(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers });

  it('asks for nothing beforehand, locks a conflict with its reason, and says what is stored', async () => {
    const page = await open('/ballot/r1');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/\bchecked\b/);
    expect(page.text).toContain('Không có trên phiếu của bạn: đã khai quan hệ họ hàng');
    expect(page.text).not.toContain('choice.l2');
    expect(page.text).toContain('không ghi bạn bỏ thế nào');
    expect(page.text).toContain('&lt;b&gt;Châu&lt;/b&gt; &amp; Lợi');
    expect(page.text).not.toMatch(/<script|<iframe|\son\w+=/i);
  });

  it('is a sandbox without scripts that nobody may frame or keep', async () => {
    const { headers } = await open('/ballot/r1');
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-forms[^;]*; default-src 'none'/);
    expect(String(headers['content-security-policy'])).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
  });

  it.each<[string, Record<string, string>]>([
    ['a script', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' }],
    ['a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }],
    ['an object', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object', 'sec-fetch-site': 'same-origin' }],
    ['a browser that does not say', {}],
  ])('gives itself to no %s', async (_who, headers) => {
    const page = await open('/ballot/r1', headers);
    expect(page.status).toBe(403);
    expect(page.text).not.toContain('token');
    expect(bench.graph.calls).toEqual([]);
  });

  it('sends a visitor to sign in and back', async () => {
    const answer = await new PlainBrowser(bench.url).open('/ballot/r1', { headers: NAVIGATION }, 0);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/auth/login?to=/ballot/r1']);
  });

  it('casts a ballot in two steps without a cookie, vouched for by the host’s signature over that very request', async () => {
    const choose = await open('/ballot/r1');
    const review = await submit('/ballot/r1', { token: tokenOf(choose), step: 'review', 'choice.l1': 'YES', 'choice.l2': 'NO' });
    expect(review.text).toMatch(/Đồng ý[^]*Dương Thị Cẩm Tú[^]*Phiếu trắng[^]*Châu/);
    const done = await submit('/ballot/r1', {
      token: tokenOf(review),
      step: 'cast',
      'choice.l1': 'YES',
      'choice.l2': 'NO',
      'choice.l3': 'BLANK',
    });
    expect(done.text).toContain('7F3K-92QM');
    const cast = bench.graph.calls.find(({ operation }) => operation.query?.includes('castBallot') === true);
    expect(cast?.operation.variables).toMatchObject({
      input: {
        roundId: 'r1',
        choices: [
          { lineId: 'l1', choice: 'YES' },
          { lineId: 'l3', choice: 'BLANK' },
        ],
      },
    });
    const { payload, protectedHeader } = await jwtVerify(
      String(cast?.headers['x-thidua-ceremony']),
      await importJWK(bench.publicKey, 'EdDSA'),
      { issuer: 'host', audience: 'gateway' },
    );
    expect(protectedHeader.kid).toBe('host');
    expect(payload).toMatchObject({ sub: 'SON', ceremony: 'BALLOT', sha256: createHash('sha256').update(cast!.raw).digest('hex') });
    expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(60);
  });

  it('keeps no choice anywhere in its database', async () => {
    const choose = await open('/ballot/r1');
    const review = await submit('/ballot/r1', { token: tokenOf(choose), step: 'review', 'choice.l1': 'YES', 'choice.l3': 'NO' });
    const { rows } = await database.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'host'",
    );
    for (const { table_name } of rows) {
      const { rows: content } = await database.query(`select * from host.${table_name}`);
      expect(JSON.stringify(content), table_name).not.toMatch(/\bYES\b|\bNO\b|choice|l3/);
    }
    expect(tokenOf(review)).not.toBe('');
  });

  it('takes each form once: neither a second sending nor a token of another round counts', async () => {
    const choose = await open('/ballot/r1');
    const token = tokenOf(choose);
    const elsewhere = await submit('/ballot/r2', { token, step: 'cast', 'choice.l1': 'YES' });
    const first = await submit('/ballot/r1', { token, step: 'cast', 'choice.l1': 'YES' });
    const second = await submit('/ballot/r1', { token, step: 'cast', 'choice.l1': 'YES' });
    expect([elsewhere.status, first.status, second.status]).toEqual([403, 200, 403]);
    expect(bench.graph.calls.filter(({ operation }) => operation.query?.includes('castBallot') === true)).toHaveLength(1);
  });

  it('takes no form that a script sent, and none without a token', async () => {
    const token = tokenOf(await open('/ballot/r1'));
    const scripted = await submit('/ballot/r1', { token, step: 'cast' }, { ...FORM, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' });
    const bare = await submit('/ballot/r1', { step: 'cast', 'choice.l1': 'YES' });
    expect([scripted.status, bare.status]).toEqual([403, 403]);
    expect(bench.graph.calls.filter(({ operation }) => operation.query?.includes('castBallot') === true)).toEqual([]);
  });

  it('ends its forms with the session', async () => {
    const token = tokenOf(await open('/ballot/r1'));
    await browser.post('/auth/logout', {});
    expect((await submit('/ballot/r1', { token, step: 'cast', 'choice.l1': 'YES' })).status).toBe(403);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['who voted before', { viewerHasVoted: true }, 'Bạn đã bỏ phiếu'],
    ['who is not of the council', { viewerMayVote: false }, 'Bạn không bỏ phiếu trong vòng này'],
    ['before the round opens', { state: 'PREPARED' }, 'Vòng bỏ phiếu chưa mở'],
    ['after it closed', { state: 'CLOSED' }, 'Vòng bỏ phiếu đã đóng'],
  ])('says so to a member %s, without a form', async (_who, change, words) => {
    bench.graph.on('HostBallot', () => ({ data: { votingRound: round(change) } }));
    const page = await open('/ballot/r1');
    expect(page.text).toContain(words);
    expect(page.text).not.toContain('<form');
  });

  it('shows a refusal of the graph in its own words', async () => {
    bench.graph.on('HostCastBallot', () => ({
      data: {
        castBallot: {
          __typename: 'Refusal',
          reason: 'ALREADY_VOTED',
          message: 'Bạn đã bỏ phiếu lúc trước.',
          remedy: 'Không cần làm gì thêm.',
        },
      },
    }));
    const page = await submit('/ballot/r1', { token: tokenOf(await open('/ballot/r1')), step: 'cast', 'choice.l1': 'YES' });
    expect(page.text).toContain('Bạn đã bỏ phiếu lúc trước.');
    expect(page.text).toContain('Không cần làm gì thêm.');
  });

  describe('a signature', () => {
    const decision = (change: Record<string, unknown> = {}) => ({
      id: 'd1',
      number: null,
      symbol: 'QĐ-SNV',
      date: null,
      state: 'DRAFT',
      version: 3,
      title: 'Về việc công nhận',
      text: 'Điều 1. Công nhận',
      signerCapacity: 'Giám đốc',
      signer: { fullName: 'Phạm Văn Huy' },
      organisation: { name: 'Sở Nội vụ' },
      lines: [{ id: '1', nomineeName: 'Dương Thị Cẩm Tú', unit: null }],
      ...change,
    });
    beforeEach(() => {
      bench.graph.on('HostDecision', () => ({ data: { decision: decision() } }));
      bench.graph.on('HostSignDecision', () => ({
        data: { signDecision: { __typename: 'DecisionSaved', decision: { number: '120/QĐ-SNV', symbol: 'QĐ-SNV', date: '2025-12-15' } } },
      }));
    });
    const signed = () => bench.graph.calls.filter(({ operation }) => operation.query?.includes('signDecision(') === true);

    it('is given under the whole text, and vouched for as a signature', async () => {
      const page = await open('/sign/d1');
      expect(page.text).toMatch(/Điều 1\. Công nhận[^]*Dương Thị Cẩm Tú[^]*Phạm Văn Huy/);
      const done = await submit('/sign/d1', { token: tokenOf(page), version: '3', read: 'yes' });
      expect(done.text).toContain('Số 120/QĐ-SNV, ngày 15/12/2025');
      const { payload } = await jwtVerify(String(signed()[0]?.headers['x-thidua-ceremony']), await importJWK(bench.publicKey, 'EdDSA'), {
        audience: 'gateway',
      });
      expect(payload).toMatchObject({ sub: 'SON', ceremony: 'SIGNATURE' });
    });

    it('is not given to a text that changed after it was shown, nor unread', async () => {
      const old = await submit('/sign/d1', { token: tokenOf(await open('/sign/d1')), version: '2', read: 'yes' });
      const unread = await submit('/sign/d1', { token: tokenOf(await open('/sign/d1')), version: '3' });
      expect([old.text, unread.text].every((text) => text.includes('Hãy đọc toàn văn bản này'))).toBe(true);
      expect(signed()).toEqual([]);
    });
  });
});
