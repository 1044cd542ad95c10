import type { AssertedActor, FeedEvent } from '@thidua/contracts';
import {
  bindTransaction,
  businessClock,
  createConsumers,
  createLog,
  fault,
  noopPeers,
  readFeed,
  type FeedConsumer,
  type Peers,
} from '@thidua/server';
import { dataOf, DEMO_INSTANT, execute, faultOf, feedSettled, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoActor, org, person } from '../../test/actors.js';
import { subgraph } from '../subgraph.js';
import { behindAt } from './feed-state.js';
import { projectionHandlers, SOURCES } from './projection.handlers.js';

let db: TestDatabase;
/** The outbox of another subgraph: the kit's tables in a database of its own. */
let awards: TestDatabase;
const who: Record<string, AssertedActor> = {};

const clock = businessClock(DEMO_INSTANT);
const peers: Peers = {
  ...noopPeers,
  feed: async (service, after) => {
    if (service === 'awards') return readFeed(awards.dataSource, { after });
    throw fault('UNAVAILABLE', `${service} does not answer.`);
  },
};
const log = createLog('test', 'silent');
const consumers = (): Record<string, FeedConsumer> => {
  const list = createConsumers(subgraph, { name: 'organisations', dataSource: db.dataSource, clock, peers }, log);
  return Object.fromEntries(list.map((consumer, i) => [SOURCES[i] as string, consumer]));
};
async function follow(source: string): Promise<number> {
  await feedSettled(awards.dataSource);
  return (consumers()[source] as FeedConsumer).step();
}
const actor = { kind: 'service' as const, id: 'awards', name: 'awards', roles: [] };
const emit = (name: string, payload: object): Promise<void> =>
  awards.dataSource.transaction((manager) => bindTransaction(manager, { actor, now: clock.now() }).emit(name, payload));
const openTask = (taskId: string, more: object = {}): Promise<void> =>
  emit('awards.task.opened.v1', {
    taskId,
    kind: 'NOMINATION_APPRAISE',
    vars: { award: 'LĐTT', nominee: 'Lý Hoàng Nam' },
    dueDate: '2025-12-18',
    link: `/khcn/de-nghi/${taskId}`,
    assignee: { role: 'DEPARTMENT_OFFICE', scopeId: org('SKHCN') },
    ...more,
  });
const ask = async (query: string, as: string, variables = {}, locale: 'vi' | 'en' = 'vi') =>
  dataOf(await execute(subgraph, db.dataSource, { query, variables, actor: who[as] as AssertedActor, locale }));
const INBOX =
  'query ($first: Int, $after: String) { viewer { inbox(first: $first, after: $after) { totalCount nodes { id kind title dueDate link overdue source } pageInfo { hasNextPage endCursor } behind { source since } } } }';
const inbox = async (as: string, variables = {}, locale: 'vi' | 'en' = 'vi') => (await ask(INBOX, as, variables, locale)).viewer.inbox;

beforeAll(async () => {
  [db, awards] = await Promise.all([testDatabase(subgraph, { fixture: 'demo' }), testDatabase(subgraph)]);
  for (const sub of ['LAN', 'SON', 'THU', 'MAI', 'BAO']) who[sub] = await demoActor(db.dataSource, sub);
});
beforeEach(async () => {
  await db.dataSource.query('truncate inbox_task, change_row, released_person, feed_offset');
  await awards.dataSource.query('truncate outbox');
});
afterAll(() => Promise.all([db.drop(), awards.drop()]));

describe('the inbox', () => {
  it('lists tasks for the person and for roles held, the most urgent first, overdue by the business day', async () => {
    await openTask('later');
    await openTask('undated', { dueDate: null });
    await openTask('late', { dueDate: '2025-12-14', assignee: { personId: person('LAN') } });
    await openTask('elsewhere', { assignee: { role: 'DEPARTMENT_OFFICE', scopeId: org('STC') } });
    await follow('awards');
    const { totalCount, nodes } = await inbox('LAN');
    expect(totalCount).toBe(3);
    expect(nodes.map((item: { id: string; overdue: boolean }) => [item.id, item.overdue])).toEqual([
      ['awards:late', true],
      ['awards:later', false],
      ['awards:undated', false],
    ]);
    expect(nodes[1]).toEqual({
      id: 'awards:later',
      kind: 'NOMINATION_APPRAISE',
      title: 'Thẩm định đề nghị LĐTT · Lý Hoàng Nam',
      dueDate: '2025-12-18',
      link: '/khcn/de-nghi/later',
      overdue: false,
      source: 'awards',
    });
    expect((await inbox('LAN', {}, 'en')).nodes[1].title).toBe('Appraise a nomination for LĐTT · Lý Hoàng Nam');
    expect((await inbox('MAI')).totalCount).toBe(0);
  });

  it('pages tasks with and without a date', async () => {
    for (const n of [1, 2, 3, 4, 5]) await openTask(`t${n}`, { dueDate: n > 3 ? null : `2025-12-2${n}` });
    await follow('awards');
    const first = await inbox('LAN', { first: 2 });
    const second = await inbox('LAN', { first: 2, after: first.pageInfo.endCursor });
    const third = await inbox('LAN', { first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].map((page) => page.nodes.map((item: { id: string }) => item.id.slice(7)))).toEqual([
      ['t1', 't2'],
      ['t3', 't4'],
      ['t5'],
    ]);
    expect(third.pageInfo.hasNextPage).toBe(false);
  });

  it('forgets closed tasks, and a replay of the whole feed leaves the same list', async () => {
    await openTask('a');
    await openTask('b');
    await emit('awards.task.closed.v1', { taskId: 'a' });
    expect(await follow('awards')).toBe(3);
    expect(await follow('awards')).toBe(0);
    expect((await inbox('LAN')).nodes.map((item: { id: string }) => item.id)).toEqual(['awards:b']);
    await db.dataSource.query('truncate feed_offset');
    expect(await follow('awards')).toBe(3);
    expect((await inbox('LAN')).nodes.map((item: { id: string }) => item.id)).toEqual(['awards:b']);
  });

  it('takes effect once when two readers follow one feed from its start', async () => {
    await openTask('a');
    const taken = await Promise.all([follow('awards'), follow('awards')]);
    expect(taken.toSorted()).toEqual([0, 1]);
    expect((await inbox('LAN')).totalCount).toBe(1);
  });

  it('keeps nothing of a page that breaks in the middle, and reads it whole afterwards', async () => {
    await openTask('a');
    await emit('awards.task.opened.v1', {
      taskId: 'broken',
      kind: 'X',
      vars: {},
      dueDate: 'not a day',
      link: '/',
      assignee: { personId: person('LAN') },
    });
    await expect(follow('awards')).rejects.toThrow();
    expect((await inbox('LAN')).totalCount).toBe(0);
    await awards.dataSource.query(
      `update outbox set payload = jsonb_set(payload, '{dueDate}', 'null') where payload->>'taskId' = 'broken'`,
    );
    expect(await follow('awards')).toBe(2);
    expect((await inbox('LAN')).totalCount).toBe(2);
  });

  it('costs the same statements for one task as for fifty', async () => {
    const statements = async () =>
      (await execute(subgraph, db.dataSource, { query: INBOX, variables: { first: 50 }, actor: who['LAN'] as AssertedActor })).statements;
    await openTask('first');
    await follow('awards');
    const one = await statements();
    for (let n = 0; n < 49; n += 1) await openTask(`more-${n}`);
    await follow('awards');
    expect((await inbox('LAN', { first: 50 })).nodes).toHaveLength(50);
    expect(await statements()).toBe(one);
  });
});

describe('feeds that are behind', () => {
  it('are named with since when, and a dead peer does not hide the tasks of the others', async () => {
    await openTask('a');
    await Promise.all([follow('awards'), follow('organisations')]);
    await expect(follow('campaigns')).rejects.toThrow('campaigns does not answer');
    await db.dataSource.query(
      `insert into feed_offset (source, cursor, caught_up_at) values ('evaluations', '0:0', now() - interval '1 minute')`,
    );
    const { nodes, behind } = await inbox('LAN');
    expect(nodes).toHaveLength(1);
    expect(behind.map((feed: { source: string }) => feed.source)).toEqual(['campaigns', 'evaluations']);
    expect(Date.now() - Date.parse(behind[1].since)).toBeGreaterThanOrEqual(60_000);
  });

  it.each([
    [4_999, []],
    [5_001, ['awards']],
  ])('a feed last read to its end %i ms ago: %j', (age, expected) => {
    const now = new Date('2026-01-01T00:00:10Z');
    const seen = new Map(SOURCES.map((source) => [source, source === 'awards' ? new Date(now.getTime() - age) : now]));
    expect(behindAt(now, seen, now).map((feed) => feed.source)).toEqual(expected);
  });
});

describe('changes', () => {
  const CHANGES =
    'query ($since: DateTime!, $first: Int, $after: String) { changes(since: $since, first: $first, after: $after) { totalCount nodes { id at kind entity { __typename id ... on ChangedEntity { typeName } } supersedes { id kind } } pageInfo { hasNextPage endCursor } } }';
  const since = '2025-12-14T17:00:00Z';
  const changes = async (as: string, more = {}) => (await ask(CHANGES, as, { since, ...more })).changes;
  const change = (id: string, kind: string, visibility?: object) =>
    emit('awards.decision.changed.v1', { entity: { typeName: 'Decision', id }, change: kind, ...(visibility ? { visibility } : {}) });

  it('shows each caller what he may see: department, person, public, and the rest to the province only', async () => {
    await change('public', 'CREATED', { kind: 'PUBLIC' });
    await change('stc', 'CREATED', { kind: 'DEPARTMENT', id: org('STC') });
    await change('skhcn', 'CREATED', { kind: 'DEPARTMENT', id: org('SKHCN') });
    await change('son', 'CREATED', { kind: 'PERSON', id: person('SON') });
    await change('unsaid', 'CREATED');
    await emit('awards.round.opened.v1', { roundId: 'no entity, no row' });
    await follow('awards');
    const seen = async (as: string) => (await changes(as)).nodes.map((row: { entity: { id: string } }) => row.entity.id);
    expect(await seen('LAN')).toEqual(['public', 'skhcn']);
    expect(await seen('THU')).toEqual(['public', 'stc', 'skhcn', 'unsaid']);
    expect(await seen('SON')).toEqual(['public', 'son']);
    expect(await seen('BAO')).toEqual(['public']);
    expect(
      faultOf(await execute(subgraph, db.dataSource, { query: CHANGES, variables: { since }, actor: who['MAI'] as AssertedActor })),
    ).toBe('FORBIDDEN');
  });

  it('J-13 links a correction to what it supersedes, and a withdrawal is a row of its own', async () => {
    for (const kind of ['CREATED', 'UPDATED', 'WITHDRAWN']) await change('d1', kind, { kind: 'PUBLIC' });
    await follow('awards');
    const { nodes } = await changes('BAO');
    expect(nodes.map((row: { kind: string; supersedes: { kind: string } | null }) => [row.kind, row.supersedes?.kind ?? null])).toEqual([
      ['CREATED', null],
      ['UPDATED', 'CREATED'],
      ['WITHDRAWN', 'UPDATED'],
    ]);
    expect(nodes[0].entity).toEqual({ __typename: 'ChangedEntity', id: 'd1', typeName: 'Decision' });
  });

  it('continues after a cursor with what came later, without repeats, and counts from an instant', async () => {
    for (const n of [1, 2, 3]) await change(`d${n}`, 'CREATED', { kind: 'PROVINCE' });
    await follow('awards');
    const first = await changes('BAO', { first: 2 });
    await change('d4', 'CREATED', { kind: 'PROVINCE' });
    await follow('awards');
    const rest = await changes('BAO', { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map((row: { entity: { id: string } }) => row.entity.id)).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect((await ask(CHANGES, 'BAO', { since: '2025-12-16T00:00:00Z' })).changes.totalCount).toBe(0);
  });

  it('releases people named in a signed decision to integrating systems', async () => {
    const signed: Partial<FeedEvent>['payload'] = {
      decisionId: 'q',
      lines: [{ awardId: 'w', nomineeId: person('NAM'), nomineeType: 'Person', nomineeName: 'Lý Hoàng Nam' }],
    };
    await emit('awards.decision.signed.v1', signed);
    await follow('awards');
    const { people } = await ask('{ people { nodes { fullName } } }', 'BAO');
    expect(people.nodes).toEqual([{ fullName: 'Lý Hoàng Nam' }]);
  });

  it('only awards may release people', () => {
    expect(Object.keys(projectionHandlers('campaigns'))).not.toContain('awards.decision.signed.v1');
  });
});
