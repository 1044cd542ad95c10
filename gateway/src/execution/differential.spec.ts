import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { CompiledOperations } from './compiled-operations.js';
import { createPlanner } from './planner.js';
import { randomOperation, seeded } from './testing/random-operation.js';
import { shopClient, shopServices, shopSupergraph, type Faults } from './testing/shop.js';
import { stockExecutor } from './testing/stock.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 250);
const PLACES = [
  'User.reviews',
  'User.numberOfReviews',
  'Product.inStock',
  'Product.shippingEstimate',
  'Product.reviews',
  'User.__resolveReference',
  'Product.__resolveReference',
  'Query.me',
  'Query.users',
  'Product.dimensions',
  'Query.latest',
  'User.role',
];

it(`answers ${RUNS} random operations with random faults as the stock gateway does`, async () => {
  const sdl = shopSupergraph();
  const planner = createPlanner(sdl);
  const operations = new CompiledOperations<null>(planner);
  const stock = await stockExecutor(sdl);
  let compared = 0;
  for (let seed = 1; compared < RUNS; seed += 1) {
    const random = seeded(seed * 7919);
    const { query, variables } = randomOperation(planner.apiSchema, random);
    const document = parse(query);
    if (validate(planner.apiSchema, document).length > 0) continue;
    const pick = (odds: number): string[] => PLACES.filter(() => random(odds) === 0);
    const faults: Faults = { down: shopServices.filter(() => random(8) === 0), throwing: pick(8), nulls: pick(8) };
    const expected = await stock(query, variables, faults);
    const actual = await operations.of(document).run(shopClient(faults), variables, null);
    const about = `seed ${seed}\n${query}\n${JSON.stringify({ variables, faults })}`;
    expect(JSON.parse(actual.data), about).toEqual(expected.data);
    expect(actual.errors.length > 0, `${about}\n${JSON.stringify([expected.errors, actual.errors])}`).toBe(expected.errors.length > 0);
    compared += 1;
  }
}, 300_000);
