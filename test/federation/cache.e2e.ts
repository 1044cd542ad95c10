import { naturalId } from '@thidua/contracts';
import { spawnGraph, type Reply, type SpawnedGraph } from '@thidua/testing/spawn';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { QUESTIONS } from './cache/questions.js';
import { seeded } from './cache/random.js';
import { handWriter, marksOf, Register, unmarked, type Manner } from './cache/registers.js';

const PEOPLE = ['LAN', 'THU', 'BAO', 'SNV-07', 'HUY', 'nobody'];
const LOCALES = ['vi', 'en'];
const SECONDS = Number(process.env['HUNT_SECONDS'] ?? 10);
const SEED = Number(process.env['HUNT_SEED'] ?? Date.now() % 1_000_000);

interface Asked {
  question: (typeof QUESTIONS)[number];
  who: string;
  locale: string;
}

describe('kept answers, on two gateways before real subgraphs', () => {
  let graph: SpawnedGraph;
  /** The first two keep answers, the third does not. */
  let gateways: { keeping: string[]; plain: string };
  const tokens: Record<string, string> = {};
  const variables: Record<string, Record<string, unknown>> = {};

  const ask = ({ question, who, locale }: Asked, gateway: string): Promise<Reply> =>
    graph.ask({
      query: question.query,
      gateway,
      variables: variables[question.name] ?? {},
      headers: { 'accept-language': locale },
      ...(tokens[who] ? { token: tokens[who] } : {}),
    });
  const everything: Asked[] = QUESTIONS.flatMap((question) =>
    PEOPLE.flatMap((who) => LOCALES.map((locale) => ({ question, who, locale }))),
  );
  const keyOf = ({ question, who, locale }: Asked): string => `${question.name} ${who} ${locale}`;
  const act = async (mutation: string, input: Record<string, unknown>, gateway: string): Promise<{ id: string; version: number }> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation M($input: ${type}!) { ${mutation}(input: $input) { __typename ... on NominationSaved { nomination { id version } } ... on Refusal { reason } } }`;
    const answer = await graph.ask({ query, gateway, variables: { input }, token: tokens['HUY']! });
    expect(answer.errors).toEqual([]);
    expect(answer.data[mutation]).toHaveProperty('nomination');
    return answer.data[mutation].nomination;
  };

  beforeAll(async () => {
    graph = await spawnGraph({ env: { RELEASE: 'same' } });
    const platform = new pg.Client({ connectionString: graph.database('platform') });
    await platform.connect();
    await platform.query('update gateway.client set cost_per_minute = null, requests_per_minute = null, requests_per_day = null');
    await platform.end();
    await graph.restart('gateway'); // limits are read at its start
    gateways = {
      keeping: [graph.url('gateway'), await graph.replica('gateway')],
      plain: await graph.replica('gateway', { CACHE: 'off' }),
    };
    for (const who of PEOPLE) if (who !== 'nobody') tokens[who] = await graph.token(who);
    const code = await graph.ask({
      query: '{ organisation(code: "SKHCN") { awards(year: 2025, first: 1) { nodes { certificateCode } } } }',
      token: tokens['LAN']!,
    });
    variables['certificate'] = { code: code.data.organisation.awards.nodes[0].certificateCode };
  });
  afterAll(() => graph?.stop());

  it(`nobody sees the past or another’s answer, however many write and read at once (seed ${SEED})`, { timeout: 180_000 }, async () => {
    const random = seeded(SEED);
    const manner = (): { manner: Manner; ms: number } => ({
      manner: random.pick(['alone', 'alone', 'late', 'after a rollback'] as const),
      ms: random.upTo(40),
    });
    let nomination = await act(
      'createNomination',
      {
        clientMutationId: `hunt-${SEED}-0`,
        personId: naturalId('person', 'SKHCN-16'),
        award: 'LDTT',
        year: 2025,
        achievement: 'Rút gọn quy trình',
      },
      gateways.keeping[0]!,
    );
    variables['nomination'] = { nomination: nomination.id };
    const baseline = new Map<string, { status: number; text: string }>();
    for (const asked of everything) {
      const { status, text } = await ask(asked, gateways.plain);
      baseline.set(keyOf(asked), { status, text });
    }
    const plan = `id = '${naturalId('plan', 'SNV-2025')}'`;
    const hands = await Promise.all([
      handWriter(graph.database('organisations'), { table: 'organisation', column: 'name', where: `code = 'SNV'`, manner }),
      handWriter(graph.database('campaigns'), { table: 'plan', column: 'title', where: plan, manner }),
      handWriter(graph.database('evaluations'), {
        table: 'target',
        column: 'text',
        where: `id = (select id from target where plan_${plan} order by position, id limit 1)`,
        manner,
      }),
      handWriter(graph.database('awards'), { table: 'award_type', column: 'name', where: `code = 'LDTT'`, manner }),
    ]);
    const registers = [
      ...hands.map((hand, i) => new Register('abcd'[i]!, hand.write)),
      new Register('e', async (marked, value) => {
        const input = { ...nomination, clientMutationId: `hunt-${SEED}-${value}`, achievement: `Rút gọn quy trình${marked(value)}` };
        nomination = await act('updateNomination', input, random.pick(gateways.keeping));
      }),
    ];

    const often = Array.from({ length: 12 }, () => random.pick(everything)); // so that much is given from what is kept
    const until = Date.now() + SECONDS * 1_000;
    const counts = { reads: 0, kept: 0, writes: 0, marked: 0 };
    const write = async (register: Register): Promise<void> => {
      while (Date.now() < until) {
        await register.advance();
        counts.writes += 1;
        await new Promise((resolve) => setTimeout(resolve, random.upTo(random.pick([10, 40, 120, 900]))));
      }
    };
    const read = async (): Promise<void> => {
      while (Date.now() < until) {
        const asked = random.pick(random.next() < 0.8 ? often : everything);
        const least = new Map(registers.map(({ letter, committed }) => [letter, committed]));
        const { status, text, headers } = await ask(asked, random.pick(gateways.keeping));
        const most = new Map(registers.map(({ letter, begun }) => [letter, begun]));
        counts.reads += 1;
        if (headers.get('x-thidua-cache') === 'hit') counts.kept += 1;
        const place = `seed ${SEED}: ${keyOf(asked)}`;
        expect({ status, text: unmarked(text) }, place).toEqual(baseline.get(keyOf(asked)));
        for (const { letter, value } of marksOf(text)) {
          counts.marked += 1;
          expect(value, `${place} shows the past of ${letter}`).toBeGreaterThanOrEqual(least.get(letter)!);
          expect(value, `${place} shows what was never written to ${letter}`).toBeLessThanOrEqual(most.get(letter)!);
        }
      }
    };
    try {
      await Promise.all([...registers.map(write), ...Array.from({ length: 10 }, read)]);
    } finally {
      await Promise.all(hands.map((hand) => hand.close()));
    }
    console.info(`hunted with seed ${SEED}: ${JSON.stringify(counts)}`);
    expect(Math.min(counts.kept, counts.marked, counts.writes)).toBeGreaterThan(0);
    for (const asked of everything) {
      const plain = await ask(asked, gateways.plain);
      for (const gateway of gateways.keeping) expect((await ask(asked, gateway)).text, keyOf(asked)).toBe(plain.text);
    }
  });

  const as = (name: string, who: string): Asked => ({ question: QUESTIONS.find((question) => question.name === name)!, who, locale: 'vi' });
  /** Asks until the answer is given from what is kept, so that the next one could be wrong. */
  const keepWarm = async (asked: Asked): Promise<Reply> =>
    vi.waitFor(async () => {
      const reply = await ask(asked, gateways.keeping[0]!);
      expect(reply.headers.get('x-thidua-cache')).toBe('hit');
      expect(reply.headers.get('x-sql-statements')).toBe('0');
      return reply;
    });

  it('an integrator’s GET is told “unchanged” until it is changed; a person’s is stored nowhere', async () => {
    const get = (who: string, tag?: string): Promise<Response> =>
      fetch(`${gateways.keeping[1]}/graphql?query=${encodeURIComponent('{ awardTypes { code name } }')}`, {
        headers: { authorization: `Bearer ${tokens[who]}`, 'apollo-require-preflight': '1', ...(tag ? { 'if-none-match': tag } : {}) },
      });
    const tag = (await get('BAO')).headers.get('etag')!;
    const again = await get('BAO', tag);
    expect([again.status, await again.text()]).toEqual([304, '']);
    const hand = new pg.Client({ connectionString: graph.database('awards') });
    await hand.connect();
    await hand.query(`update award_type set name = name || ' (mới)' where code = 'LDTT'`);
    await hand.end();
    const changed = await get('BAO', tag);
    expect([changed.status, changed.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(await changed.text()).toContain('(mới)');
    const personal = await get('THU', changed.headers.get('etag')!);
    expect([personal.status, personal.headers.get('etag'), personal.headers.get('cache-control')]).toEqual([200, null, 'no-store']);
  });

  it('nothing kept is given for a subgraph that cannot be asked, and what is kept counts again when it can', async () => {
    const statistics = as('statistics', 'THU');
    const before = await keepWarm(statistics);
    await graph.kill('awards');
    const without = await ask(statistics, gateways.keeping[0]!);
    expect(without.data).toEqual({ awardStatistics: null });
    expect(without.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'awards' } }]);
    await graph.start('awards');
    await vi.waitFor(async () => expect((await ask(statistics, gateways.keeping[0]!)).text).toBe(before.text));
  });

  it('what depends on the day is asked again when the day changes, though no row did', async () => {
    const asked = [as('eligibility', 'LAN'), as('longWalk', 'THU')];
    const before = [];
    for (const one of asked) before.push((await keepWarm(one)).text);
    const subgraphs = ['evaluations', 'awards', 'campaigns', 'organisations'] as const;
    await Promise.all(subgraphs.map((name) => graph.restart(name, { APP_CLOCK: '2026-03-01T09:00:00+07:00' })));
    const plain = await Promise.all(asked.map(async (one) => (await ask(one, gateways.plain)).text));
    expect(plain).not.toEqual(before);
    expect(await Promise.all(asked.map(async (one) => (await ask(one, gateways.keeping[0]!)).text))).toEqual(plain);
  });
});
