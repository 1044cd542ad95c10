import '../telemetry.env.js';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { Log } from '@thidua/server';
import { createHash } from 'node:crypto';
import { accessTable } from '../operation/access.rules.js';
import { faultFormat } from '../operation/fault.format.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import { operationGuard } from '../operation/operation.guard.js';
import type { SubgraphClient } from '../subgraphs/subgraph.client.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';

export interface ApolloEngineOptions {
  client: SubgraphClient;
  log: Log;
  production: boolean;
  /** False = a foreign supergraph without our tags. */
  guarded: boolean;
}

/** The stock executor behind Apollo Server; plans and documents are cached inside. */
export function apolloEngines(options: ApolloEngineOptions): EngineFactory {
  return async (supergraphSdl) => {
    const logger = quiet(options.log);
    const gateway = new ApolloGateway({
      supergraphSdl, logger, debug: false, validateSupergraph: true, __exposeQueryPlanExperimental: false,
      buildService: ({ name, url }) => dataSource(options.client, name, options.client.addressOf(name, url)),
    });
    const server = new ApolloServer<GatewayContext>({
      gateway: gateway as never, // its types speak of an older server
      logger,
      introspection: true, // who may is decided by the guard
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: options.production,
      stopOnTerminationSignals: false,
      parseOptions: { maxTokens: TOKEN_LIMIT },
      formatError: faultFormat(options.log),
      plugins: [
        operationGuard({ access: options.guarded ? accessTable(supergraphSdl) : null, publicIntrospection: !options.production }),
        ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginSchemaReportingDisabled(), ApolloServerPluginUsageReportingDisabled(),
      ],
    });
    await server.start();
    return {
      id: createHash('sha256').update(supergraphSdl).digest('hex'),
      answer: (httpGraphQLRequest, context) => server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
      stop: () => server.stop(),
    };
  };
}

const dataSource = (client: SubgraphClient, name: string, address: string): GraphQLDataSource => ({
  process: async ({ request, context }) => (await client.ask(name, address, request as never, context as GatewayContext)) as never,
});

/** Warnings and errors only: the libraries greet at every start. */
const quiet = (log: Log) => ({
  debug: () => undefined, info: () => undefined,
  warn: (message: unknown) => log.warn({ part: 'graph' }, String(message)),
  error: (message: unknown) => log.error({ part: 'graph' }, String(message)),
});
