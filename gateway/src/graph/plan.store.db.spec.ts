import { createLog } from '@thidua/server/process';
import { emptyDatabase } from '@thidua/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompiledOperations } from '../execution/compiled-operations.js';
import { createPlanner } from '../execution/planner.js';
import { shopClient, shopSupergraph } from '../execution/testing/shop.js';
import { platformDatabase, type PlatformDatabase } from '../platform/database.js';
import { PlanStore } from './plan.store.js';

const QUERY = '{ topProducts(first: 2) { upc inStock reviews { body author { name } } } }';

describe('stored plans', () => {
  let database: PlatformDatabase;
  let drop: () => Promise<void>;
  const planner = createPlanner(shopSupergraph());
  const store = (secret = 'ours'): PlanStore => new PlanStore({ database, secret, log: createLog('test', 'silent') });
  const answerOf = async (operations: CompiledOperations<null>, query: string): Promise<unknown> =>
    JSON.parse((await operations.of(parse(query)).run(shopClient({}), {}, null)).data);

  beforeAll(async () => {
    const empty = await emptyDatabase('plans');
    database = platformDatabase(empty.url, () => undefined);
    drop = empty.drop;
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  it('start the next gateway warm, which answers the same', async () => {
    const first = store();
    const cold = new CompiledOperations<null>(planner, await first.load('graph 1'));
    const expected = await answerOf(cold, QUERY);
    await first.settle();
    const warm = new CompiledOperations<null>(planner, await store().load('graph 1'));
    expect(await answerOf(warm, QUERY)).toEqual(expected);
    await answerOf(warm, QUERY.replace('2', '3'));
    expect([cold.planned, warm.planned]).toEqual([1, 0]);
  });

  it('belong to one supergraph', async () => {
    const other = new CompiledOperations<null>(planner, await store().load('graph 2'));
    await answerOf(other, QUERY);
    expect(other.planned).toBe(1);
  });

  it('are not believed when somebody else wrote them', async () => {
    await database.query(`update gateway.plan set plans = replace(plans, 'inventory', 'accounts')`);
    const careful = new CompiledOperations<null>(planner, await store().load('graph 1'));
    expect(await answerOf(careful, QUERY)).toMatchObject({ topProducts: [{ inStock: false }, { inStock: true }] });
    expect(careful.planned).toBe(1);
    const stranger = new CompiledOperations<null>(planner, await store('theirs').load('graph 1'));
    await answerOf(stranger, QUERY);
    expect(stranger.planned).toBe(1);
  });

  it('are made again when the database is away', async () => {
    const away = platformDatabase('postgres://nobody@127.0.0.1:1/none', () => undefined);
    const lost = new PlanStore({ database: away, secret: 'ours', log: createLog('test', 'silent') });
    const operations = new CompiledOperations<null>(planner, await lost.load('graph 1'));
    await answerOf(operations, QUERY);
    await lost.settle();
    expect(operations.planned).toBe(1);
    await away.close();
  });
});
