import { emptyDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastGoodStore } from '../graph/last-good.store.js';
import { platformDatabase } from './database.js';
import { MIGRATIONS } from './migrations.js';

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  empty = await emptyDatabase('gateway');
});
afterAll(() => empty.drop());

const open = (url = empty.url) => platformDatabase(url, () => undefined);

describe('the gateway’s part of the platform database', () => {
  it('is migrated once by gateways that start together', async () => {
    const gateways = [open(), open(), open()];
    await Promise.all(gateways.map((gateway) => gateway.ready()));
    const done = await gateways[0]!.query<{ name: string }>('select name from gateway.migration order by name');
    expect(done.map((row) => row.name)).toEqual(MIGRATIONS.map(({ name }) => name).toSorted());
    await Promise.all(gateways.map((gateway) => gateway.close()));
  });

  it('is not needed to start, and is used as soon as it answers', async () => {
    const gone = open('postgres://nobody:x@127.0.0.1:1/none');
    await expect(gone.query('select 1')).rejects.toThrow();
    await expect(gone.query('select 1'), 'asked anew, not remembered').rejects.toThrow();
    await gone.close();
  });

  it('undoes all of a transaction that fails', async () => {
    const database = open();
    const work = database.transaction(async (client) => {
      await client.query("insert into gateway.supergraph (id, sdl) values ('half', 'half')");
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await database.query("select 1 from gateway.supergraph where id = 'half'")).toEqual([]);
    await database.close();
  });

  it('keeps the last good supergraph for the next start', async () => {
    const database = open();
    const store = lastGoodStore(database);
    expect(await store.latest()).toBeNull();
    await store.keep('first');
    await store.keep('second');
    await store.keep('first');
    expect(await store.latest()).toBe('first');
    await database.close();
  });
});
