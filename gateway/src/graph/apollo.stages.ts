import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { negotiate } from '../http/media-type.js';
import type { KnownDocuments, ReadyOperation } from '../operation/known-documents.js';
import { Refusal, type Executed, type OperationRequest, type Stages } from '../operation/stage.js';
import type { Executor } from './executor.js';
import type { GatewayContext } from './graph.engine.js';
import { ReadyData, type Result } from './ready-data.js';

/** What is known of one request on its way through Apollo Server. */
interface Passage {
  request: OperationRequest | null;
  faults: readonly GraphQLError[];
  since: number;
  fromCache: boolean;
  refusedBy: string | null;
}

export interface StagedOptions {
  /** Text of the supergraph. */
  sdl: string;
  documents: KnownDocuments;
  stages: Stages;
  executor: Executor;
}

/** Our stages and executor as Apollo Server understands them: a plugin that admits, a gateway that runs. */
export function stagedApollo({ sdl, documents, stages, executor }: StagedOptions): {
  plugin: ApolloServerPlugin<GatewayContext>;
  gateway: GatewayInterface;
} {
  const passages = new WeakMap<object, Passage>();
  const admit = async (
    passage: Passage,
    { operation, readVariables }: ReadyOperation,
    variables: Record<string, unknown>,
    context: GatewayContext,
  ): Promise<void> => {
    const { coerced, faults } = readVariables(variables);
    if (!coerced) return void (passage.faults = faults);
    passage.request = { operation, variables: coerced, context, via: context.via ?? 'text' };
    try {
      await stages.admit(passage.request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      passage.refusedBy = error.stage;
      throw error.reason;
    }
  };

  const plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async ({ contextValue }) => {
      const passage: Passage = { request: null, faults: [], since: performance.now(), fromCache: false, refusedBy: null };
      passages.set(contextValue, passage);
      return {
        didResolveOperation: async ({ source, document, queryHash, request }) => {
          const ready = documents.learn(source, document, queryHash).operation(request.operationName);
          if (!ready) throw unknownOperation(document, request.operationName);
          if (ready.operation.kind === 'subscription') throw notHere();
          await admit(passage, ready, request.variables ?? {}, contextValue);
        },
        willSendResponse: async ({ request, response }) => {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          if (isLegacyStatus(request.http?.headers.get('accept'), passage, errors)) response.http.status = 200;
          if (!passage.request) return;
          const { fromCache, refusedBy, since } = passage;
          stages.done(passage.request, { errors: errors.length, fromCache, refusedBy, ms: performance.now() - since });
        },
      };
    },
  };

  const run = async (apollo: { context: object }): Promise<Result> => {
    const passage = passages.get(apollo.context)!;
    if (!passage.request) return { errors: passage.faults };
    const { request } = passage;
    const executed = await stages.run(request, () => executor.execute(request, apollo));
    passage.fromCache = executed.fromCache ?? false;
    return resultOf(executed);
  };
  return { plugin, gateway: asGateway(run, executor, sdl) };
}

const resultOf = ({ data, errors, extensions }: Executed): Result => ({
  data: data === 'null' ? null : new ReadyData(data),
  ...(errors.length > 0 ? { errors: errors.map(asError) } : {}),
  ...(extensions ? { extensions } : {}),
});

/** Apollo Server wants errors as objects of the class. */
const asError = (error: GraphQLFormattedError): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error.message, { path: error.path ?? null, extensions: error.extensions ?? null });

const OF_DOCUMENT = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

/** GraphQL over HTTP 6.4.1: to who asks for `application/json`, a request of the right form is answered with 200. */
function isLegacyStatus(accept: string | undefined, { faults }: Passage, errors: readonly GraphQLFormattedError[]): boolean {
  const isOfDocument = errors.length > 0 && errors.every((error) => OF_DOCUMENT.has(error.extensions?.['code']));
  return (isOfDocument || faults.length > 0) && negotiate(accept).isLegacy;
}

/** In the words of graphql-js. */
function unknownOperation(document: DocumentNode, name: string | null | undefined): GraphQLError {
  const some = document.definitions.some((definition) => definition.kind === 'OperationDefinition');
  const message = name
    ? `Unknown operation named "${name}".`
    : some
      ? 'Must provide operation name if query contains multiple operations.'
      : 'Must provide an operation.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

const notHere = (): GraphQLError =>
  new GraphQLError('Subscriptions are answered as events, not by one response.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

function asGateway(run: (apollo: never) => Promise<Result>, { schema, stop }: Executor, sdl: string): GatewayInterface {
  return {
    load: async () => ({ schema, executor: run }) as never,
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: sdl } as never);
      return () => undefined;
    },
    stop: async () => stop?.(),
  } as GatewayInterface;
}
