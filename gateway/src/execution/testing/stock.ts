import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { parse, type GraphQLFormattedError } from 'graphql';
import { shop, type Faults } from './shop.js';

export interface StockAnswer {
  data: unknown;
  errors: GraphQLFormattedError[];
}

/** The unmodified @apollo/gateway over the same subgraphs: what "correct" is measured against. */
export async function stockExecutor(
  supergraphSdl: string,
): Promise<(query: string, variables: Record<string, unknown>, faults: Faults) => Promise<StockAnswer>> {
  let current = shop();
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }): GraphQLDataSource => ({
      process: ({ request }) => current(name, request.query!, request.variables ?? {}) as never,
    }),
  });
  const { executor, schema } = (await gateway.load({ apollo: {} } as never)) as unknown as {
    executor: (context: unknown) => Promise<StockAnswer>;
    schema: unknown;
  };
  return async (query, variables, faults) => {
    current = shop(faults);
    const document = parse(query);
    const result = await executor({
      schema,
      document,
      request: { query, variables },
      operationName: null,
      queryHash: query + JSON.stringify(faults),
      source: query,
      context: {},
      operation: document.definitions.find((d) => d.kind === 'OperationDefinition'),
      cache: { get: async () => undefined, set: async () => undefined, delete: async () => true },
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      metrics: {},
      overallCachePolicy: { restrict() {}, replace() {}, policyIfCacheable: () => null },
    });
    return JSON.parse(JSON.stringify({ data: result.data ?? null, errors: result.errors ?? [] })) as StockAnswer;
  };
}
