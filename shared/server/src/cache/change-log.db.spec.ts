import { testDatabase, type TestDatabase } from '@thidua/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BallotTables2025010100100, changesSince, defineSubgraph, migrate, pruneChanges, watchedTables } from '../index.js';

const subgraph = defineSubgraph({ name: 'campaigns', entities: [], migrations: [BallotTables2025010100100], resolvers: [] });
let db: TestDatabase;
let position: string;

const sql = (text: string, values?: unknown[]): Promise<unknown> => db.dataSource.query(text, values);
const topicsSince = async (since: string): Promise<string[] | null> =>
  (await changesSince(db.dataSource, since)).topics?.toSorted() ?? null;

beforeAll(async () => {
  db = await testDatabase(subgraph);
  await sql(
    `create table plan (id int primary key, name text); create table target (id int primary key, plan_id int references plan on delete cascade)`,
  );
  await migrate(db.dataSource);
  await sql('insert into plan values (1, $1), (2, $1)', ['x']);
  await sql('insert into target values (1, 1)');
});
beforeEach(async () => {
  position = (await changesSince(db.dataSource, null)).position;
});
afterAll(() => db.drop());

describe('what has changed since a position', () => {
  it.each([
    ['an insert', `insert into plan values (3, 'y')`, ['plan']],
    ['an update', `update plan set name = 'z' where id = 2`, ['plan']],
    ['a delete that cascades', 'delete from plan where id = 1', ['plan', 'target']],
    ['a truncation', 'truncate target', ['target']],
    ['a merge', `merge into plan using (select 9 as id) s on plan.id = s.id when not matched then insert values (9, 'm')`, ['plan']],
    ['a part of a statement', `with done as (update target set plan_id = null returning 1) select count(*) from done`, ['target']],
    ['nothing', 'select 1', []],
  ])('holds %s', async (_what, statement, topics) => {
    await sql(statement);
    expect(await topicsSince(position)).toEqual(topics);
  });

  it('holds a write by hand, over a connection of its own', async () => {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    await client.query(`begin; savepoint a; insert into plan values (20, 'h'); rollback to a; update target set plan_id = null; commit`);
    await client.end();
    expect(await topicsSince(position)).toEqual(['target']);
  });

  it('misses no transaction that began earlier and commits later, and tells nothing before it commits', async () => {
    const early = db.dataSource.createQueryRunner();
    await early.startTransaction();
    await early.query(`update plan set name = 'early' where id = 2`);
    await sql('update target set plan_id = null');
    const between = await changesSince(db.dataSource, position);
    expect(between.topics).toEqual(['target']);
    await early.commitTransaction();
    await early.release();
    expect(await topicsSince(between.position)).toEqual(['plan']);
    expect(await topicsSince(position)).toEqual(['plan', 'target']);
  });

  it('holds nothing of what was rolled back', async () => {
    const runner = db.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`update plan set name = 'never'`);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await topicsSince(position)).toEqual([]);
  });

  it('cannot be told once the changes are forgotten, nor for a position from the future', async () => {
    // Forgetting never passes the oldest transaction of the server, and other tests may have one open.
    await vi.waitFor(async () => {
      await sql(`update plan set name = 'forgotten' where id = 2`);
      await pruneChanges(db.dataSource, 0);
      expect(await topicsSince(position)).toBeNull();
    });
    const recent = (await changesSince(db.dataSource, null)).position;
    await sql(`update plan set name = 'last' where id = 2`);
    expect(await topicsSince(recent)).toEqual(['plan']);
    expect(await topicsSince('999999999:999999999:')).toBeNull();
    await expect(changesSince(db.dataSource, `1:1:'; drop table plan`)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('says nothing about ballots, whose tables no note may point at', async () => {
    await sql(`insert into ballot values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'YES')`);
    expect(await topicsSince(position)).toEqual([]);
    expect((await watchedTables(db.dataSource)).get('ballot')).toBe(false);
    expect((await watchedTables(db.dataSource)).get('plan')).toBe(true);
  });
});
