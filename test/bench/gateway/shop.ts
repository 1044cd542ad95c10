import { parse, type DocumentNode } from 'graphql';

/** The shape of the public gateway benchmarks: accounts, inventory, products and reviews. Most entities differ. */
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@external", "@requires"])\n';

export const SERVICES = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type Service = (typeof SERVICES)[number];

const SDL: Record<Service, string> = {
  accounts: `type Query { me: User  user(id: ID!): User  users: [User] }
    type User @key(fields: "id") { id: ID!  name: String  username: String  birthday: Int }`,
  inventory: `type Product @key(fields: "upc") { upc: String!  weight: Int @external  price: Int @external  inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight") }`,
  products: `type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  reviews: `type Review @key(fields: "id") { id: ID!  body: String  author: User  product: Product }
    type User @key(fields: "id") { id: ID!  numberOfReviews: Int  reviews: [Review] }
    type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
};

/** @param isDeclared every root field says who may ask it, as our gateway wants it */
export const documentOf = (service: Service, isDeclared = false): DocumentNode =>
  parse(isDeclared ? declared(service) : LINK + SDL[service]);

const declared = (service: Service): string =>
  LINK.replace('"@key"', '"@key", "@tag"') +
  SDL[service].replace(/type Query \{(.*?)\n|type Query \{(.*)$/s, (whole) =>
    whole.replaceAll(/(: \[?\w+!?\]?!?)(?=\s{2}|\s*\})/g, '$1 @tag(name: "allow/signed-in")'),
  );

/** The same in the words of the first federation, for gateways that compose by themselves. */
export function firstFederation(service: Service): string {
  const borrowed = { accounts: [], products: [], inventory: ['Product'], reviews: ['User', 'Product'] }[service] as string[];
  return borrowed
    .reduce(
      (sdl, type) =>
        sdl.replace(
          new RegExp(`type ${type} (@key\\(fields: "(\\w+)"\\)) \\{ \\w+: (\\w+!)`),
          (_, key: string, name: string, of: string) => `extend type ${type} ${key} { ${name}: ${of} @external`,
        ),
      SDL[service],
    )
    .replace('type Query', 'extend type Query');
}

/** Everything in one schema, for the monolith. */
export const MONOLITH = `
  type Query { me: User  user(id: ID!): User  users: [User]  topProducts(first: Int = 5): [Product] }
  type User { id: ID!  name: String  username: String  birthday: Int  numberOfReviews: Int  reviews: [Review] }
  type Product { upc: String!  name: String  price: Int  weight: Int  inStock: Boolean  shippingEstimate: Int  reviews: [Review] }
  type Review { id: ID!  body: String  author: User  product: Product }`;

const user = (id: string) => ({ id, name: `Nguyễn Văn ${id}`, username: `nguoi-dung-${id}`, birthday: 1970 + Number(id) });
const product = (upc: string) => ({ upc, name: `Sản phẩm số ${upc}`, price: 100 * Number(upc), weight: 35 * Number(upc) });
const USERS = ['1', '2', '3', '4', '5', '6'];
const PRODUCTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const REVIEWS = Array.from({ length: 15 }, (_, i) => ({
  id: String(i + 1),
  body: `Nhận xét ${i + 1}: dùng tốt, giao đúng hẹn.`,
  authorId: USERS[(i * 5) % 6]!,
  upc: PRODUCTS[(i * 4) % 9]!,
}));
type ReviewRow = (typeof REVIEWS)[number];
interface UserRef {
  id: string;
}
interface ProductRef {
  upc: string;
  price?: number;
  weight?: number;
}

const reviewsOfUser = ({ id }: UserRef): ReviewRow[] => REVIEWS.filter((r) => r.authorId === id);
const reviewsOfProduct = ({ upc }: ProductRef): ReviewRow[] => REVIEWS.filter((r) => r.upc === upc);
const inStock = ({ upc }: ProductRef): boolean => Number(upc) % 3 !== 0;
const estimate = ({ price = 0, weight = 0 }: ProductRef): number => (price > 600 ? 0 : Math.round(weight / 2));
const topProducts = (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first).map(product);
const queries = { me: () => user('1'), user: (_: unknown, { id }: UserRef) => user(id), users: () => USERS.map(user) };

export const RESOLVERS: Record<Service, Record<string, Record<string, unknown>>> = {
  accounts: { Query: queries, User: { __resolveReference: ({ id }: UserRef) => user(id) } },
  inventory: { Product: { __resolveReference: (ref: ProductRef) => ref, inStock, shippingEstimate: estimate } },
  products: { Query: { topProducts }, Product: { __resolveReference: ({ upc }: ProductRef) => product(upc) } },
  reviews: {
    Review: {
      __resolveReference: ({ id }: UserRef) => REVIEWS.find((r) => r.id === id),
      author: (r: ReviewRow) => ({ id: r.authorId }),
      product: (r: ReviewRow) => ({ upc: r.upc }),
    },
    User: { __resolveReference: (ref: UserRef) => ref, reviews: reviewsOfUser, numberOfReviews: (u: UserRef) => reviewsOfUser(u).length },
    Product: { __resolveReference: (ref: ProductRef) => ref, reviews: reviewsOfProduct },
  },
};

export const MONOLITH_RESOLVERS = {
  Query: { ...queries, topProducts },
  User: { reviews: reviewsOfUser, numberOfReviews: (u: UserRef) => reviewsOfUser(u).length },
  Product: { reviews: reviewsOfProduct, inStock, shippingEstimate: estimate },
  Review: { author: (r: ReviewRow) => user(r.authorId), product: (r: ReviewRow) => product(r.upc) },
};

const FRAGMENTS = `fragment U on User { id username name } fragment R on Review { id body } fragment P on Product { inStock name price shippingEstimate upc weight }`;

/** One entity of one subgraph; four fetches with an \`@requires\`; the public TestQuery. */
export const OPERATIONS = {
  small: '{ user(id: "2") { id name username } }',
  medium: '{ topProducts(first: 9) { upc name price inStock shippingEstimate reviews { id body author { id name username } } } }',
  large: `query TestQuery { users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
    topProducts { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } ${FRAGMENTS}`,
} as const;
export type Size = keyof typeof OPERATIONS;
export const SIZES = Object.keys(OPERATIONS) as Size[];

export const requestBody = (size: Size): string => JSON.stringify({ query: OPERATIONS[size] });
