import '../telemetry.env.js';
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@thidua/server';
import { createHash } from 'node:crypto';
import type { GraphCache } from '../cache/graph-cache.js';
import type { GraphAnswer, GraphRequest } from '../http/graph-request.js';
import { LivePipeline } from '../live/live.pipeline.js';
import { faultFormat } from '../operation/fault.format.js';
import { KnownDocuments } from '../operation/known-documents.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import { Stages, type StageFactory } from '../operation/stage.js';
import type { SubgraphClient } from '../subgraphs/subgraph.client.js';
import { stagedApollo } from './apollo.stages.js';
import { DirectPipeline } from './direct.pipeline.js';
import type { Executor } from './executor.js';
import type { GatewayContext, GraphEngine } from './graph.engine.js';
import type { PlanStore } from './plan.store.js';
import { stringifyAnswer } from './ready-data.js';
import { warmUp } from './warm-up.js';

export interface EngineOptions {
  client: SubgraphClient;
  /** Null = nothing is kept. */
  cache?: GraphCache | null;
  /** Null = plans end with the process. */
  plans?: PlanStore | null;
  log: Log;
  production: boolean;
  stages: StageFactory;
  /** `apollo` = every request passes Apollo Server; `direct` = operations that are known do not. */
  pipeline: 'direct' | 'apollo';
  /** Others' plugins of Apollo Server see every request: with one of them there is no short way. */
  plugins?: readonly ApolloServerPlugin<GatewayContext>[];
}

/** Whatever executes stands behind the same stages and form of faults. */
export async function startEngine(sdl: string, executor: Executor, options: EngineOptions): Promise<GraphEngine> {
  const id = createHash('sha256').update(sdl).digest('hex');
  const stages = new Stages(
    options.stages({ id, sdl, schema: executor.schema, ...(executor.plansOf ? { plansOf: executor.plansOf } : {}) }),
  );
  const documents = new KnownDocuments(executor.schema, id);
  const format = faultFormat(options.log);
  const isShort = options.pipeline === 'direct' && !options.plugins?.length;
  const staged = stagedApollo({ sdl, documents, stages, executor });
  const server = new ApolloServer<GatewayContext>({
    gateway: staged.gateway as never, // its types speak of an older server
    stringifyResult: stringifyAnswer,
    introspection: true, // who may is decided by a stage
    csrfPrevention: false, // decided before: cross-site.rules
    persistedQueries: false, // resolved before: document-text
    ...(isShort ? { documentStore: null } : {}), // it would keep what is kept by us
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.production,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: TOKEN_LIMIT },
    formatError: format,
    plugins: [
      staged.plugin,
      ...(options.plugins ?? []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  const apollo = async (request: GraphRequest, context: GatewayContext): Promise<GraphAnswer> =>
    answerOf(await server.executeHTTPGraphQLRequest({ httpGraphQLRequest: asApolloRequest(request), context: async () => context }));
  const direct = isShort ? new DirectPipeline({ documents, stages, executor, format }) : null;
  return {
    id,
    schema: executor.schema,
    answer: (request, context) => direct?.answer(request, context) ?? apollo(request, context),
    knows: (text) => documents.find(text) !== undefined,
    texts: () => documents.texts(),
    warm: (texts) => warmUp({ schema: executor.schema, documents, executor }, texts),
    get planned() {
      return executor.planned ?? null;
    },
    live: new LivePipeline({
      schema: executor.schema,
      documents,
      stages,
      sources: executor.sources ?? null,
      hideDetails: options.production,
    }),
    stop: () => server.stop(),
  };
}

function asApolloRequest({ method, params, body, search, headers }: GraphRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    // The content type of a GET says nothing; it was looked at before.
    if (value !== undefined && !(method === 'GET' && name === 'content-type'))
      map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (method === 'POST') return { method, headers: map, search: '', body: params ?? body };
  return { method, headers: map, search: params ? searchOf({ ...params }) : search, body: undefined };
}

/** The parameters of a GET whose text was found by its hash. */
function searchOf(params: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null) search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `?${search}`;
}

function answerOf(answer: Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>): GraphAnswer {
  if (answer.body.kind !== 'complete') throw new Error('an answer in parts, which nobody asked for');
  const contentType = answer.headers.get('content-type') ?? 'application/json; charset=utf-8';
  const headers = [...answer.headers].filter(([name]) => name !== 'content-type' && name !== 'content-length');
  return { status: answer.status ?? 200, contentType, headers, body: answer.body.string };
}

/** Warnings and errors only: the libraries greet at every start. */
export const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.warn({ part: 'graph' }, String(message)),
  error: (message: unknown) => log.error({ part: 'graph' }, String(message)),
});
