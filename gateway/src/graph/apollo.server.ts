import '../telemetry.env.js';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@thidua/server';
import { createHash } from 'node:crypto';
import { faultFormat } from '../operation/fault.format.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import { Stages, type StageFactory } from '../operation/stage.js';
import type { SubgraphClient } from '../subgraphs/subgraph.client.js';
import { stagedApollo } from './apollo.stages.js';
import type { Executor } from './executor.js';
import type { GatewayContext, GraphEngine } from './graph.engine.js';
import { stringifyAnswer } from './ready-data.js';

export interface ApolloEngineOptions {
  client: SubgraphClient;
  log: Log;
  production: boolean;
  stages: StageFactory;
}

/** Whatever executes stands behind the same stages and form of faults. */
export async function startApollo(
  supergraphSdl: string,
  executor: Executor,
  { log, production, stages }: ApolloEngineOptions,
): Promise<GraphEngine> {
  const id = createHash('sha256').update(supergraphSdl).digest('hex');
  const staged = stagedApollo({ id, sdl: supergraphSdl, stages: new Stages(stages({ id, sdl: supergraphSdl })), executor });
  const server = new ApolloServer<GatewayContext>({
    gateway: staged.gateway as never, // its types speak of an older server
    stringifyResult: stringifyAnswer,
    introspection: true, // who may is decided by a stage
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKEN_LIMIT },
    formatError: faultFormat(log),
    plugins: [
      staged.plugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return {
    id,
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
