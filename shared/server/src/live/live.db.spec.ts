import { testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../log.js';
import { bindTransaction, createDataSource, defineSubgraph, LiveFeed, type LiveMoment } from '../index.js';

const definition = defineSubgraph({ name: 'campaigns', entities: [], migrations: [], resolvers: [] });
const log = createLog('test', 'silent');
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase(definition);
});
afterAll(() => db.drop());

const emit = (...numbers: number[]): Promise<void> =>
  db.dataSource.transaction(async (manager) => {
    const tx = bindTransaction(manager, { actor: { kind: 'service', id: 'x', name: 'x', roles: [] }, now: new Date() });
    for (const n of numbers) await tx.emit('campaigns.counted.v1', { n });
  });

const numbersOf = (moments: readonly LiveMoment[]): number[] =>
  moments.flatMap((moment) => moment.events.map((event) => event.payload['n'] as number));

/** Reads until a number has come. */
async function readUntil(moments: AsyncGenerator<LiveMoment, void>, last: number): Promise<LiveMoment[]> {
  const read: LiveMoment[] = [];
  for (;;) {
    const { value } = await moments.next();
    if (!value) throw new Error('the line ended');
    read.push(value);
    if (numbersOf([value]).includes(last)) return read;
  }
}

describe('the outbox, listened to', () => {
  const open = (feed: LiveFeed, since: string | null = null) => {
    const stop = new AbortController();
    const wish = { since, signal: stop.signal, wants: (event: { name: string }) => event.name === 'campaigns.counted.v1' };
    return { moments: feed.listen(wish), stop };
  };

  it('says what is now, and then every commit once and in order, on every replica', async () => {
    const second = await createDataSource(definition, db.url).initialize();
    const feeds = [new LiveFeed(db.dataSource, log), new LiveFeed(second, log)];
    const lines = feeds.map((feed) => open(feed));
    for (const { moments } of lines) expect((await moments.next()).value).toMatchObject({ events: [] });
    const all = Array.from({ length: 60 }, (_, n) => n);
    await Promise.all(all.map((n) => emit(n, n + 1_000)));
    await emit(5_000);
    for (const { moments } of lines) {
      const numbers = numbersOf(await readUntil(moments, 5_000));
      expect(numbers.toSorted((a, b) => a - b)).toEqual([...all, ...all.map((n) => n + 1_000), 5_000]);
      for (const n of all) expect(numbers.indexOf(n + 1_000)).toBe(numbers.indexOf(n) + 1);
    }
    await Promise.all(feeds.map((feed) => feed.stop()));
    await second.destroy();
  });

  it('goes on after the position of the last moment: nothing is lost and nothing comes twice while others write', async () => {
    const feed = new LiveFeed(db.dataSource, log);
    const first = open(feed);
    let { position } = (await first.moments.next()).value as LiveMoment;
    first.stop.abort();
    const seen: number[] = [];
    const writing = (async () => {
      for (let n = 0; n < 120; n += 1) await emit(10_000 + n);
    })();
    for (let last = -1; last !== 10_119;) {
      const line = open(feed, position);
      const { value } = await line.moments.next();
      line.stop.abort();
      seen.push(...numbersOf([value as LiveMoment]));
      position = (value as LiveMoment).position;
      last = seen.at(-1)!;
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => 10_000 + n));
    expect(feed.size).toBe(0);
    await feed.stop();
  });

  it('holds an event back until the transaction before it has ended, and then tells both in order', async () => {
    const feed = new LiveFeed(db.dataSource, log);
    const { moments } = open(feed);
    await moments.next();
    const runner = db.dataSource.createQueryRunner();
    await runner.startTransaction();
    const slow = bindTransaction(runner.manager, { actor: { kind: 'service', id: 'x', name: 'x', roles: [] }, now: new Date() });
    await slow.emit('campaigns.counted.v1', { n: 20_000 });
    await emit(20_001);
    const reading = readUntil(moments, 20_001);
    await runner.commitTransaction();
    await runner.release();
    expect(numbersOf(await reading)).toEqual([20_000, 20_001]);
    await feed.stop();
  });

  it('hears a commit again after its connection was lost', async () => {
    const feed = new LiveFeed(db.dataSource, log);
    const { moments } = open(feed);
    await moments.next();
    await db.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen outbox'`,
    );
    await emit(30_000);
    expect(numbersOf(await readUntil(moments, 30_000))).toEqual([30_000]);
    await feed.stop();
  });

  it('begins anew after a database was set back: a position of its future would never be reached', async () => {
    const feed = new LiveFeed(db.dataSource, log);
    const { moments } = open(feed, '18446744073709551000:1');
    expect((await moments.next()).value).toMatchObject({ events: [] });
    await emit(40_000);
    expect(numbersOf(await readUntil(moments, 40_000))).toEqual([40_000]);
    await feed.stop();
  });

  it('refuses a position that it did not make', async () => {
    const feed = new LiveFeed(db.dataSource, log);
    await expect(open(feed, 'yesterday').moments.next()).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'since' } });
    await feed.stop();
  });
});
