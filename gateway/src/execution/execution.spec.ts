import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileOperation, type Answer } from './operation.js';
import { createPlanner } from './planner.js';
import { shopClient, shopSupergraph, type Faults } from './testing/shop.js';
import { stockExecutor } from './testing/stock.js';
import { typeConditions } from './type-conditions.js';

const sdl = shopSupergraph();
const planner = createPlanner(sdl);
const conditions = typeConditions(planner.fullSchema);
const ours = async (
  query: string,
  variables: Record<string, unknown> = {},
  faults: Faults = {},
  sent: string[] = [],
): Promise<Answer & { value: unknown }> => {
  const answer = await compileOperation<null>(planner, conditions, parse(query)).run(shopClient(faults, sent), variables, null);
  return { ...answer, value: JSON.parse(answer.data) };
};

const OPERATIONS: [string, Record<string, unknown>?][] = [
  ['{ me { id name username } }'],
  ['{ topProducts { upc name price inStock shippingEstimate } }'],
  [
    '{ topProducts(first: 4) { upc reviews { id body author { name username reviews { id product { name inStock shippingEstimate(rush: true) } } } } } }',
  ],
  ['{ users { id reviews(first: 3) { rating product { upc name dimensions { w h } } } tags role } }'],
  ['{ search { __typename ... on User { username reviews { body } } ... on Guest { id name } ... on Named { alias: name } } }'],
  ['{ catalogue { __typename upc name ... on Product { inStock reviews { id } } ... on Service { hours } } }'],
  [
    'query ($a: Boolean!, $b: Boolean = false) { me { id name @include(if: $a) ...F } users @skip(if: $a) { id } latest @include(if: $b) { id } } fragment F on User { username @skip(if: $a) reviews @include(if: $a) { body } }',
    { a: true },
  ],
  ['query ($a: Boolean!) { me { id name @include(if: $a) } users @skip(if: $a) { id } }', { a: false }],
  ['{ a: me { x: name } b: me { x: username, again: name } strict { id numberOfReviews } }'],
  [
    'mutation { first: rename(id: "1", name: "Ă") { name reviews { id } } restock(upc: "2") { upc inStock } second: rename(id: "2", name: "Â") { name } }',
  ],
  ['{ __schema { queryType { name } } __type(name: "Product") { name fields { name } } me { id __typename } __typename }'],
  ['{ latest { id author { id name } product { stockLevel } } }'],
];
const FAULTS: Faults[] = [
  {},
  { down: ['reviews'] },
  { down: ['inventory'] },
  { down: ['accounts'] },
  { throwing: ['User.reviews', 'Product.inStock'] },
  { throwing: ['Query.me', 'Query.strict'] },
  { nulls: ['User.numberOfReviews', 'Query.strict', 'Product.dimensions'] },
  { throwing: ['User.__resolveReference', 'Product.__resolveReference'] },
  { nulls: ['Product.__resolveReference'] },
];

describe('the executor beside the stock gateway', () => {
  it.each(OPERATIONS.map(([query, variables]) => [query, variables ?? {}] as const))(
    'answers as it does, also with faults: %s',
    async (query, variables) => {
      const stock = await stockExecutor(sdl);
      for (const faults of FAULTS) {
        const [expected, actual] = [await stock(query, variables, faults), await ours(query, variables, faults)];
        expect(actual.value, JSON.stringify(faults)).toEqual(expected.data);
        expect(actual.errors.length > 0, `${JSON.stringify(faults)}: ${JSON.stringify([expected.errors, actual.errors], null, 1)}`).toBe(
          expected.errors.length > 0,
        );
      }
    },
  );
});
