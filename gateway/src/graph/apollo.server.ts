import '../telemetry.env.js';
import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@thidua/server';
import { createHash } from 'node:crypto';
import { accessTable } from '../operation/access.rules.js';
import { faultFormat } from '../operation/fault.format.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import { operationGuard } from '../operation/operation.guard.js';
import type { SubgraphClient } from '../subgraphs/subgraph.client.js';
import type { GatewayContext, GraphEngine } from './graph.engine.js';

export interface ApolloEngineOptions {
  client: SubgraphClient;
  log: Log;
  production: boolean;
  /** False = a foreign supergraph without our tags. */
  guarded: boolean;
}

type Executor = Pick<ApolloServerOptionsWithGateway<GatewayContext>, 'gateway' | 'stringifyResult'>;

/** Whatever executes stands behind the same guard, limits and form of faults. */
export async function startApollo(
  supergraphSdl: string,
  executor: Executor,
  { log, production, guarded }: ApolloEngineOptions,
): Promise<GraphEngine> {
  const server = new ApolloServer<GatewayContext>({
    ...executor,
    logger: quiet(log),
    introspection: true, // who may is decided by the guard
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKEN_LIMIT },
    formatError: faultFormat(log),
    plugins: [
      operationGuard({ access: guarded ? accessTable(supergraphSdl) : null, publicIntrospection: !production }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return {
    id: createHash('sha256').update(supergraphSdl).digest('hex'),
    answer: (httpGraphQLRequest, context) => server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context }),
    stop: () => server.stop(),
  };
}

/** Warnings and errors only: the libraries greet at every start. */
export const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.warn({ part: 'graph' }, String(message)),
  error: (message: unknown) => log.error({ part: 'graph' }, String(message)),
});
