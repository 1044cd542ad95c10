import { emptyDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformDatabase, type PlatformDatabase } from '../platform/database.js';
import { hashOf } from './document.hash.js';
import { DocumentStore } from './document.store.js';

const A = 'query A { a }';
const B = 'query B { b }';
const documents = (...texts: string[]) => Object.fromEntries(texts.map((text) => [hashOf(text), text]));

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let database: PlatformDatabase;
let store: DocumentStore;
beforeAll(async () => {
  empty = await emptyDatabase('documents');
  database = platformDatabase(empty.url, () => undefined);
  store = new DocumentStore(database);
});
afterAll(async () => {
  await database.close();
  await empty.drop();
});

const noivu = { kind: 'module', id: 'noivu' } as const;
const active = async () =>
  (await store.active()).map(({ client, release, hash }) => `${client.id}@${release} ${hash === hashOf(A) ? 'A' : 'B'}`);

describe('the registry of documents', () => {
  it('takes a release twice as once, by two hosts at the same moment as well', async () => {
    await Promise.all([1, 2, 3].map(() => store.register(noivu, '1.0.0', documents(A, B))));
    expect(await store.find(hashOf(A))).toBe(A);
    expect(await store.find(hashOf('query C { c }'))).toBeNull();
    const [row] = await database.query<{ count: number }>('select count(*)::int as count from gateway.client_document');
    expect(row!.count).toBe(2);
  });

  it('protects what is active only, and an integrator’s documents from the moment they are registered', async () => {
    await store.register(noivu, '1.1.0', documents(B));
    expect(await active()).toEqual([]);
    expect(await store.activate(noivu, ['1.0.0'], () => [])).toEqual([]);
    expect((await active()).toSorted()).toEqual(['noivu@1.0.0 A', 'noivu@1.0.0 B']);
    expect(await store.activate(noivu, ['1.1.0'], () => [])).toEqual([]);
    expect(await active(), 'the release before is not protected any more').toEqual(['noivu@1.1.0 B']);
    await store.register({ kind: 'integrator', id: 'BAO' }, 'live', documents(A));
    expect((await active()).toSorted()).toEqual(['BAO@live A', 'noivu@1.1.0 B']);
    await store.activate({ kind: 'integrator', id: 'BAO' }, [], () => []);
    expect(await active(), 'an integrator lets go of what it does not use any more').toEqual(['noivu@1.1.0 B']);
  });

  it('takes a release that asks nothing of the graph', async () => {
    await store.register({ kind: 'module', id: 'quiet' }, '1.0.0', {});
    expect(await store.activate({ kind: 'module', id: 'quiet' }, ['1.0.0'], () => [])).toEqual([]);
    expect(await store.activate({ kind: 'module', id: 'quiet' }, [], () => [])).toEqual([]);
  });

  it('leaves everything as it was when the graph cannot serve a release that is to be active', async () => {
    const before = await active();
    const seen: string[] = [];
    const problems = await store.activate(noivu, ['1.0.0'], (shipped) => {
      seen.push(...Object.values(shipped));
      return ['B cannot be served'];
    });
    expect(problems).toEqual(['B cannot be served']);
    expect(seen.toSorted()).toEqual([A, B]);
    expect(await active()).toEqual(before);
  });
});
