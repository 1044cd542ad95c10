import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledOperations } from './compiled-operations.js';
import { compileOperation, type Answer } from './operation.js';
import { createPlanner } from './planner.js';
import { shopClient, shopSupergraph, type Faults } from './testing/shop.js';
import { typeConditions } from './type-conditions.js';

const sdl = shopSupergraph();
const planner = createPlanner(sdl);
const conditions = typeConditions(planner.fullSchema);
const ask = (query: string, faults: Faults, variables: Record<string, unknown> = {}): Promise<Answer> =>
  compileOperation<null>(planner, conditions, parse(query)).run(shopClient(faults), variables, null);
const told = ({ errors }: Answer): unknown[] =>
  errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code'], extensions?.['service']]);

describe('what a client is told of faults', () => {
  it('PF-04 names the dead subgraph at every place that is null because of it, with real list indices', async () => {
    const answer = await ask('{ topProducts(first: 2) { upc stock: inStock shippingEstimate name } me { id } }', { down: ['inventory'] });
    expect(told(answer)).toEqual(
      [0, 1].flatMap((i) => ['stock', 'shippingEstimate'].map((key) => [`topProducts.${i}.${key}`, 'SUBGRAPH_UNAVAILABLE', 'inventory'])),
    );
    expect(JSON.parse(answer.data)).toMatchObject({ topProducts: [{ upc: '1', stock: null, name: 'P1' }, { upc: '2' }], me: { id: '1' } });
  });

  it('names every root field of a dead subgraph, and not what the client did not ask', async () => {
    expect(told(await ask('{ a: me { id } users { id } latest { id } }', { down: ['accounts'] }))).toEqual([
      ['a', 'SUBGRAPH_UNAVAILABLE', 'accounts'],
      ['users', 'SUBGRAPH_UNAVAILABLE', 'accounts'],
    ]);
    expect(
      told(await ask('{ latest { product { shippingEstimate } } }', { down: ['products'] })).every((error) =>
        /^latest\.\d+\.product$/.test((error as string[])[0]!),
      ),
    ).toBe(true);
  });

  it('tells fifty losses and no more of a long list', async () => {
    const query = `{ ${Array.from({ length: 20 }, (_, i) => `p${i}: topProducts(first: 4) { inStock }`).join(' ')} }`;
    const answer = await ask(query, { down: ['inventory'] });
    expect(answer.errors.length).toBe(50);
  });

  it('puts a subgraph’s own error where its field stands for the client', async () => {
    const answer = await ask('{ topProducts(first: 2) { opinions: reviews { id } } }', { throwing: ['Product.reviews'] });
    expect(told(answer)).toEqual([0, 1].map((i) => [`topProducts.${i}.opinions`, 'DOWNSTREAM_SERVICE_ERROR', 'reviews']));
  });
});

describe('objects that are one entity', () => {
  it('keep what each place asked of it, though it was fetched once', async () => {
    const sent: string[] = [];
    const query = `{ latest { id product { upc dimensions { w } few: reviews(first: 1) { id author { name } } } }
      topProducts(first: 4) { upc dimensions { h } few: reviews(first: 2) { id author { username } } } }`;
    const answer = JSON.parse(
      (await compileOperation<null>(planner, conditions, parse(query)).run(shopClient({}, sent), {}, null)).data,
    ) as {
      latest: { product: { upc: string; dimensions: object[]; few: object[] } }[];
      topProducts: { upc: string; dimensions: object[]; few: object[] }[];
    };
    for (const { product } of answer.latest) expect([Object.keys(product.dimensions[0]!), product.few.length <= 1]).toEqual([['w'], true]);
    for (const product of answer.topProducts) expect(Object.keys(product.dimensions[0]!)).toEqual(['h']);
    expect(answer.topProducts.some((product) => product.few.length === 2)).toBe(true);
  });

  it('are asked once of a subgraph by equal fetches of parallel branches', async () => {
    const sent: string[] = [];
    await compileOperation<null>(
      planner,
      conditions,
      parse('{ a: topProducts(first: 2) { inStock } b: topProducts(first: 3) { inStock } }'),
    ).run(shopClient({}, sent), {}, null);
    expect(sent.filter((line) => line.startsWith('inventory')).length).toBe(1);
  });
});

describe('compiled operations', () => {
  it('are compiled once, and again for another document', () => {
    const operations = new CompiledOperations<null>(planner);
    const document = parse('query A { me { id } } query B { users { id } }');
    expect(operations.of(document, 'A')).toBe(operations.of(document, 'A'));
    expect(operations.of(document, 'A')).not.toBe(operations.of(document, 'B'));
    expect(() => operations.of(document, 'C')).toThrow('no such operation');
  });
});
