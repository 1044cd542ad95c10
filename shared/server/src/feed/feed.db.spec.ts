import { feedSettled, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindTransaction, defineSubgraph, readFeed } from '../index.js';

const subgraph = defineSubgraph({ name: 'campaigns', entities: [], migrations: [], resolvers: [] });
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase(subgraph);
});
afterAll(() => db.drop());

describe('a feed', () => {
  it('delivers every event once and in order over pages, also when its numbers gain a digit', async () => {
    await db.dataSource.transaction(async (manager) => {
      const tx = bindTransaction(manager, { actor: { kind: 'service', id: 'x', name: 'x', roles: [] }, now: new Date() });
      for (let n = 1; n <= 120; n += 1) await tx.emit('campaigns.plan.issued.v1', { n });
    });
    await feedSettled(db.dataSource);
    const seen: unknown[] = [];
    for (let after: string | null = null; ;) {
      const page = await readFeed(db.dataSource, { after, limit: 7 });
      seen.push(...page.events.map((event) => event.payload['n']));
      after = page.cursor;
      if (page.caughtUp) break;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  });
});
