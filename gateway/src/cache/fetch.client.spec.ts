import { PUBLIC_ACTOR, type AnswerReads, type ChangesAnswer } from '@thidua/contracts';
import { createLog } from '@thidua/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SubgraphAnswer, SubgraphRequest } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import { GraphCache } from './graph-cache.js';
import { RequestKeeping } from './request-keeping.js';

const SDL = `
  directive @cacheControl(maxAge: Int, scope: cache__Scope) on FIELD_DEFINITION | OBJECT
  type Query { plans: [Plan] @cacheControl(maxAge: 600, scope: PUBLIC) }
  type Plan @cacheControl(maxAge: 300, scope: PUBLIC) { id: ID title: String }
`;
const request = (query: string): SubgraphRequest => ({ query, bodyHead: '', operationName: undefined, kind: 'query' });
const TITLES = 'query A__campaigns($representations: [_Any!]!) { _entities(representations: $representations) { ... on Plan { title } } }';
const plan = (id: string): string => `{"__typename":"Plan","id":"${id}"}`;

/** A subgraph with titles of plans, which can be changed. */
class Campaigns {
  readonly asked: string[] = [];
  readonly titles: Record<string, string | null> = { a: 'A', b: 'B', c: 'C' };
  reads: AnswerReads = { topics: ['plan'] };
  failing: string | null = null;
  changed: string[] = [];
  #position = 0;

  write(id: string, title: string): void {
    this.titles[id] = title;
    this.changed.push('plan');
  }

  readonly changes = async (): Promise<ChangesAnswer> => {
    const topics = this.changed.splice(0);
    return { epoch: 'e', position: String((this.#position += 1)), day: '2025-12-15', topics };
  };

  readonly send = async (_service: string, { query }: SubgraphRequest, variables: string): Promise<SubgraphAnswer> => {
    this.asked.push(variables);
    const reads = JSON.stringify(this.reads);
    const given = JSON.parse(variables) as { representations?: { id: string }[] };
    if (!query.includes('_entities')) return { data: { plans: Object.values(this.titles).map((title) => ({ title })) }, reads };
    const ids = given.representations!.map(({ id }) => id);
    const failed = ids.indexOf(this.failing ?? '');
    const data = { _entities: ids.map((id) => (id === this.failing ? null : { title: this.titles[id] ?? null })) };
    return failed < 0 ? { data, reads } : { data, reads, errors: [{ message: 'no', path: ['_entities', failed, 'title'] }] };
  };
}

let campaigns: Campaigns;
let cache: GraphCache;
let client: ReturnType<GraphCache['client']>;

const context = (): GatewayContext => ({
  actor: PUBLIC_ACTOR,
  locale: 'vi',
  requestId: 'r',
  cost: { statements: 0 } as never,
  keeping: new RequestKeeping(cache.positions),
});
const titles = async (ids: string[], query = TITLES, of = context()): Promise<SubgraphAnswer> =>
  client.sendEntities!('campaigns', request(query), '', ids.map(plan), of);
const asked = (): string[][] =>
  campaigns.asked
    .splice(0)
    .map((text) => ((JSON.parse(text) as { representations?: { id: string }[] }).representations ?? []).map(({ id }) => id));

beforeEach(async () => {
  campaigns = new Campaigns();
  cache = new GraphCache({ ask: campaigns.changes, limit: 1e6, log: createLog('test', 'silent') });
  client = cache.client({ send: campaigns.send }, SDL);
  await cache.positions.check('campaigns');
  return () => cache.stop();
});

describe('entities', () => {
  it('are asked once, also by an operation of another name; only what is missing is asked', async () => {
    await titles(['a', 'b']);
    const answer = await titles(['b', 'c', 'a'], TITLES.replace('A__campaigns', 'B__campaigns'));
    expect(answer.data).toEqual({ _entities: [{ title: 'B' }, { title: 'C' }, { title: 'A' }] });
    expect(asked()).toEqual([['a', 'b'], ['c']]);
    expect(await titles(['c', 'c'])).toEqual({ data: { _entities: [{ title: 'C' }, { title: 'C' }] } });
    expect(asked()).toEqual([]);
  });

  it('are asked again after a write', async () => {
    await titles(['a', 'b']);
    campaigns.write('a', 'A2');
    expect((await titles(['a', 'b'])).data).toEqual({ _entities: [{ title: 'A2' }, { title: 'B' }] });
    expect(asked()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('are as old as the moment before they were fetched: a write meanwhile ends them', async () => {
    const slow = titles(['a']);
    campaigns.write('a', 'A2');
    await cache.positions.check('campaigns');
    await slow;
    expect((await titles(['a'])).data).toEqual({ _entities: [{ title: 'A2' }] });
  });

  it('share nothing with what was given before', async () => {
    await titles(['a']);
    const first = await titles(['a']);
    (first.data!['_entities'] as { title: string }[])[0]!.title = 'spoiled';
    expect((await titles(['a'])).data).toEqual({ _entities: [{ title: 'A' }] });
  });

  it('bring their errors to their own place, and are not kept with errors', async () => {
    await titles(['a']);
    campaigns.failing = 'c';
    const answer = await titles(['b', 'a', 'c']);
    expect(answer.data).toEqual({ _entities: [{ title: 'B' }, { title: 'A' }, null] });
    expect(answer.errors).toMatchObject([{ path: ['_entities', 2, 'title'] }]);
    campaigns.failing = null;
    await titles(['b', 'c']);
    expect(asked()).toEqual([['a'], ['b', 'c'], ['b', 'c']]);
  });

  it('that a resolver made for one caller, or for another language, are not given to others', async () => {
    campaigns.reads = { topics: ['plan'], caller: true };
    await titles(['a']);
    const other = { ...context(), actor: { ...PUBLIC_ACTOR, id: 'somebody' } };
    await titles(['a'], TITLES, other);
    await titles(['a'], TITLES, { ...context(), locale: 'en' });
    expect(asked()).toEqual([['a'], ['a'], ['a']]);
  });

  it('that rest on what nobody tells the changes of are not kept', async () => {
    campaigns.reads = { not: 'instant' } as never;
    const of = context();
    await titles(['a'], TITLES, of);
    await titles(['a']);
    expect(asked()).toEqual([['a'], ['a']]);
    expect(of.keeping!.obstacle).toBe('campaigns: instant');
    expect(of.keeping!.whole()).toBeNull();
  });

  it('are always asked outside a query', async () => {
    await titles(['a']);
    const { keeping: _none, ...outside } = context();
    await titles(['a'], TITLES, outside);
    expect(asked()).toEqual([['a'], ['a']]);
  });
});

describe('root fields', () => {
  it('are kept for equal variables, and the whole rests on what they rest on', async () => {
    const query = request('query A__campaigns__0 { plans { title } }');
    await client.send('campaigns', query, '{"x":1}', context());
    const of = context();
    const answer = await client.send('campaigns', query, '{"x":1}', of);
    expect(answer.data).toEqual({ plans: [{ title: 'A' }, { title: 'B' }, { title: 'C' }] });
    expect(of.keeping!.whole()).toMatchObject({ rests: [{ service: 'campaigns', topics: ['plan'], day: null }], caller: false });
    await client.send('campaigns', query, '{"x":2}', context());
    expect(campaigns.asked).toEqual(['{"x":1}', '{"x":2}']);
  });
});
