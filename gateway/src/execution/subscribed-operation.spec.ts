import { Kind, parse, print, validate, type DocumentNode, type FieldNode } from 'graphql';
import { expect, it } from 'vitest';
import type { SubgraphAnswer, SubgraphClient } from './client.js';
import { CompiledOperations } from './compiled-operations.js';
import type { CompiledOperation } from './operation.js';
import { createPlanner } from './planner.js';
import { randomOperation, seeded } from './testing/random-operation.js';
import { shopClient, shopServices, shopSupergraph, type Faults } from './testing/shop.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);
const planner = createPlanner(shopSupergraph({ streams: true }));
const streamed = new Set(Object.keys(planner.apiSchema.getSubscriptionType()!.getFields()));

/** A question cut down to one of its root fields that can be streamed, as question and as subscription; null without one. */
function pairOf(query: string): { asQuery: string; asSubscription: string } | null {
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION)!;
  const field = operation.selectionSet.selections.find(
    (node): node is FieldNode => node.kind === Kind.FIELD && streamed.has(node.name.value) && !node.directives?.length,
  );
  if (!field) return null;
  const only = (kind: 'query' | 'subscription'): string => {
    const definitions = document.definitions
      .filter((d) => d.kind !== Kind.FRAGMENT_DEFINITION || d.name.value !== 'Uses')
      .map((d) =>
        d === operation ? { ...operation, operation: kind, selectionSet: { ...operation.selectionSet, selections: [field] } } : d,
      );
    return print({ ...document, definitions } as DocumentNode);
  };
  return { asQuery: only('query'), asSubscription: only('subscription') };
}

/** An event of the stream: what the subgraph would say now. */
async function eventOf(
  operation: CompiledOperation<null>,
  client: SubgraphClient<null>,
  given: Record<string, unknown>,
): Promise<SubgraphAnswer> {
  const { service, request, variables } = operation.events!;
  return client.send(service, { ...request, query: request.query.replace(/^\s*subscription/, 'query') }, variables(given), null);
}

it(`completes the events of ${RUNS} random subscriptions as the question of the same shape is answered, whatever fails`, async () => {
  const operations = new CompiledOperations<null>(planner);
  let compared = 0;
  for (let seed = 1; compared < RUNS; seed += 1) {
    const random = seeded(seed * 104_729);
    const { query, variables: given } = randomOperation(planner.apiSchema, random);
    const pair = pairOf(query);
    if (!pair) continue;
    const faults = validate(planner.apiSchema, parse(pair.asSubscription)).filter(({ message }) => !message.includes('is never used'));
    if (faults.length > 0) continue;
    const variables = { a: true, ...given };
    const down = shopServices.filter((name) => !['accounts', 'products'].includes(name) && random(6) === 0);
    const broken: Faults = { down, throwing: random(3) === 0 ? ['User.reviews'] : [], nulls: random(3) === 0 ? ['Product.inStock'] : [] };
    const about = `seed ${seed}\n${pair.asSubscription}\n${JSON.stringify({ variables, broken })}`;
    const expected = await operations.of(parse(pair.asQuery)).run(shopClient(broken), variables, null);
    const subscription = operations.of(parse(pair.asSubscription));
    const client = shopClient(broken);
    const actual = await subscription.events!.complete(await eventOf(subscription, client, variables), client, variables, null);
    expect(JSON.parse(actual.data), about).toEqual(JSON.parse(expected.data));
    expect(actual.errors.map(({ path }) => path).toSorted(), about).toEqual(expected.errors.map(({ path }) => path).toSorted());
    compared += 1;
  }
}, 120_000);

it('has no events where nothing is streamed', () => {
  const operations = new CompiledOperations<null>(planner);
  expect(operations.of(parse('{ me { id } }')).events).toBeNull();
  expect(operations.of(parse('subscription { me { id reviews { id } } }')).events).toMatchObject({ service: 'accounts' });
});
