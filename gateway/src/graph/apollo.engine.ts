import '../telemetry.env.js';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { SubgraphUnavailable } from '../execution/errors.js';
import type { SubgraphClient, SubgraphOperation } from '../subgraphs/subgraph.client.js';
import { quiet, startEngine, type EngineOptions } from './apollo.server.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';
import type { Result } from './ready-data.js';

/** The stock executor: what the compiled one is measured against, and what one falls back to. */
export function apolloEngines(options: EngineOptions): EngineFactory {
  return async (supergraphSdl) => {
    const gateway = new ApolloGateway({
      supergraphSdl,
      logger: quiet(options.log),
      debug: false,
      validateSupergraph: true,
      __exposeQueryPlanExperimental: false,
      buildService: ({ name, url }) => dataSource(options.client, name, options.client.addressOf(name, url)),
    });
    const { schema, executor } = (await gateway.load({ apollo: {} } as never)) as unknown as {
      schema: GraphQLSchema;
      executor: (apollo: unknown) => Promise<Result>;
    };
    return startEngine(
      supergraphSdl,
      {
        schema,
        async execute(_request, apollo) {
          const { data, errors, extensions } = await executor(apollo);
          return { data: JSON.stringify(data ?? null), errors: errors ?? [], ...(extensions ? { extensions } : {}) };
        },
        stop: () => gateway.stop(),
      },
      options,
    );
  };
}

const dataSource = (client: SubgraphClient, name: string, address: string): GraphQLDataSource => ({
  async process({ request, context }) {
    try {
      return (await client.ask(name, address, request as SubgraphOperation, context as GatewayContext)) as never;
    } catch (failure) {
      if (!(failure instanceof SubgraphUnavailable)) throw failure;
      throw new GraphQLError(failure.message, { extensions: { code: failure.code, service: failure.service } });
    }
  },
});
