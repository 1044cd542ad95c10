import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { SubgraphClient } from '../client.js';
import type { JsonObject } from '../values.js';

/** The public accounts/inventory/products/reviews shape, with an interface, a union, an enum and lists of lists added. */
const SDL: Record<string, string> = {
  accounts: `
    type Query { me: User users: [User] search(text: String = "a"): [Found] strict: User! }
    type Mutation { rename(id: ID!, name: String!): User }
    union Found = User | Guest
    interface Named { name: String }
    type User implements Named @key(fields: "id") { id: ID! name: String username: String! birthday: Int role: Role tags: [[String!]] }
    type Guest implements Named @key(fields: "id") { id: ID! name: String }
    enum Role { ADMIN READER HIDDEN @inaccessible }`,
  products: `
    type Query { topProducts(first: Int = 3): [Product!]! product(upc: ID!): Product catalogue: [Item] }
    type Mutation { restock(upc: ID!): Product }
    interface Item { upc: ID! name: String }
    type Product implements Item @key(fields: "upc") { upc: ID! name: String price: Int weight: Int dimensions: [Size!] }
    type Service implements Item @key(fields: "upc") { upc: ID! name: String hours: Float }
    type Size { w: Int! h: Int }`,
  inventory: `
    type Product @key(fields: "upc") { upc: ID! weight: Int @external price: Int @external inStock: Boolean shippingEstimate(rush: Boolean = false): Int @requires(fields: "price weight") stockLevel: Int! }`,
  reviews: `
    type Query { latest: [Review] }
    type Review @key(fields: "id") { id: ID! body: String author: User product: Product rating: Float! }
    type User @key(fields: "id") { id: ID! reviews(first: Int = 2): [Review!] numberOfReviews: Int! }
    type Product @key(fields: "upc") { upc: ID! reviews(first: Int = 2): [Review] }`,
};
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@external", "@requires", "@inaccessible"])\n';

const names = ['Ada', 'Bình', 'Châu "C"', 'Đức\u2028', 'emoji 🎉'];
const user = (id: string) => ({
  __typename: 'User',
  id,
  name: names[Number(id) % 5],
  username: `u${id}`,
  birthday: Number(id) * 1000,
  role: ['ADMIN', 'READER', 'HIDDEN'][Number(id) % 3],
  tags: [['a', 'b'], null, []],
});
const product = (upc: string) => ({
  __typename: 'Product',
  upc,
  name: `P${upc}`,
  price: Number(upc) * 100,
  weight: Number(upc) * 700,
  dimensions: [
    { w: 1, h: null },
    { w: Number(upc), h: 2 },
  ],
});
const reviewOf = (id: string) => ({
  id,
  body: Number(id) % 3 ? `review ${id}` : null,
  author: user(String(Number(id) % 5)),
  product: product(String((Number(id) % 4) + 1)),
  rating: Number(id) / 2,
});
const take = <T>(items: T[], { first }: { first: number }): T[] => items.slice(0, first);
const reviews = ['1', '2', '3', '4', '5', '6'].map(reviewOf);

const RESOLVERS: Record<string, Record<string, Record<string, unknown>>> = {
  accounts: {
    Query: {
      me: () => user('1'),
      users: () => ['0', '1', '2'].map(user),
      search: () => [user('2'), { __typename: 'Guest', id: '9', name: 'khách' }, null],
      strict: () => user('3'),
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...user(id), name }) },
    User: { __resolveReference: ({ id }: { id: string }) => (id === '4' ? null : user(id)) },
    Guest: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'khách' }) },
  },
  products: {
    Query: {
      topProducts: (_: unknown, args: { first: number }) => take(['1', '2', '3', '4'], args).map(product),
      product: (_: unknown, { upc }: { upc: string }) => product(upc),
      catalogue: () => [product('1'), { __typename: 'Service', upc: '7', name: 'sửa', hours: 1.5 }, null],
    },
    Mutation: { restock: (_: unknown, { upc }: { upc: string }) => product(upc) },
    Product: { __resolveReference: ({ upc }: { upc: string }) => product(upc) },
    Service: { __resolveReference: ({ upc }: { upc: string }) => ({ upc, name: 'sửa', hours: 2 }) },
  },
  inventory: {
    Product: {
      __resolveReference: (ref: object) => ref,
      inStock: ({ upc }: { upc: string }) => Number(upc) % 2 === 0,
      shippingEstimate: ({ price, weight }: { price: number; weight: number }, { rush }: { rush: boolean }) =>
        (price > 200 ? 0 : Math.round(weight / 2)) * (rush ? 2 : 1),
      stockLevel: ({ upc }: { upc: string }) => (upc === '3' ? null : Number(upc)),
    },
  },
  reviews: {
    Query: { latest: () => reviews },
    Review: { __resolveReference: ({ id }: { id: string }) => reviewOf(id) },
    User: {
      __resolveReference: (ref: object) => ref,
      reviews: ({ id }: { id: string }, args: { first: number }) =>
        take(
          reviews.filter((r) => r.author.id === id),
          args,
        ),
      numberOfReviews: ({ id }: { id: string }) => reviews.filter((r) => r.author.id === id).length,
    },
    Product: {
      __resolveReference: (ref: object) => ref,
      reviews: ({ upc }: { upc: string }, args: { first: number }) =>
        take(
          reviews.filter((r) => r.product.upc === upc),
          args,
        ),
    },
  },
};

/** What goes wrong: a subgraph that is down, and fields ("Type.field") that throw or are null. */
export interface Faults {
  down?: string[];
  throwing?: string[];
  nulls?: string[];
}

export const shopServices = Object.keys(SDL);

/** Fields that can be streamed: what they tell is what the question of the same name answers. */
const STREAMS: Record<string, string> = {
  accounts: 'type Subscription { me: User users: [User] search(text: String = "a"): [Found] strict: User! }',
  products: 'type Subscription { topProducts(first: Int = 3): [Product!]! product(upc: ID!): Product catalogue: [Item] }',
};

export function shopSupergraph({ streams = false } = {}): string {
  const sdlOf = (name: string): string => LINK + SDL[name] + (streams ? (STREAMS[name] ?? '') : '');
  const result = composeServices(shopServices.map((name) => ({ name, url: `http://${name}`, typeDefs: parse(sdlOf(name)) })));
  if (result.errors) throw new Error(result.errors.map((e) => e.message).join('\n'));
  return result.supergraphSdl;
}

export class Unreachable extends Error {}

/** The four subgraphs in this process, with faults; answers are JSON as over the wire. */
export function shop(
  faults: Faults = {},
): (
  service: string,
  query: string,
  variables: Record<string, unknown>,
) => Promise<{ data?: JsonObject | null; errors?: { message: string; path?: (string | number)[] }[] }> {
  const schemas = new Map<string, GraphQLSchema>(
    shopServices.map((name) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(LINK + SDL[name]), resolvers: faulty(RESOLVERS[name]!, faults) as never }),
    ]),
  );
  return async (service, source, variableValues) => {
    if (faults.down?.includes(service)) throw new Unreachable(service);
    const result = await graphql({ schema: schemas.get(service)!, source, variableValues });
    return JSON.parse(JSON.stringify(result)) as never;
  };
}

function faulty(resolvers: Record<string, Record<string, unknown>>, faults: Faults): Record<string, Record<string, unknown>> {
  const copy = Object.fromEntries(Object.entries(resolvers).map(([type, fields]) => [type, { ...fields }]));
  for (const place of faults.throwing ?? []) {
    const [type, field] = place.split('.') as [string, string];
    if (copy[type])
      copy[type][field] = () => {
        throw new Error(`${place} failed`);
      };
  }
  for (const place of faults.nulls ?? []) {
    const [type, field] = place.split('.') as [string, string];
    if (copy[type]) copy[type][field] = () => null;
  }
  return copy;
}

export const shopClient = (faults: Faults, sent: string[] = []): SubgraphClient<null> => {
  const ask = shop(faults);
  return {
    async send(service, request, variables) {
      sent.push(`${service}: ${request.query}`);
      return ask(service, request.query, JSON.parse(variables) as Record<string, unknown>).catch(async () => {
        const { SubgraphUnavailable } = await import('../errors.js');
        throw new SubgraphUnavailable(service, `${service} does not answer.`);
      }) as never;
    },
  };
};
