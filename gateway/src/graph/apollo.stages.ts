import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { KnownOperations } from '../operation/known-operation.js';
import { Refusal, type Executed, type OperationRequest, type Stages } from '../operation/stage.js';
import { coerceVariables } from '../operation/variables.js';
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
  /** Id and text of the supergraph. */
  id: string;
  sdl: string;
  stages: Stages;
  executor: Executor;
}

/** Our stages and executor as Apollo Server understands them: a plugin that admits, a gateway that runs. */
export function stagedApollo({ id, sdl, stages, executor }: StagedOptions): {
  plugin: ApolloServerPlugin<GatewayContext>;
  gateway: GatewayInterface;
} {
  const passages = new WeakMap<object, Passage>();
  const known = new KnownOperations(id);
  const { schema } = executor;
  const admit = async (
    passage: Passage,
    document: DocumentNode,
    node: OperationDefinitionNode,
    { hash, variables, context }: { hash: string; variables: Record<string, unknown>; context: GatewayContext },
  ): Promise<void> => {
    const operation = known.of(schema, document, node, hash);
    const { coerced, faults } = coerceVariables(operation, variables);
    if (faults) return void (passage.faults = faults);
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
        didResolveOperation: async ({ document, operation, queryHash, request }) => {
          if (!operation) throw unknownOperation(document, request.operationName);
          await admit(passage, document, operation, { hash: queryHash, variables: request.variables ?? {}, context: contextValue });
        },
        willSendResponse: async ({ response }) => {
          if (!passage.request) return;
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors?.length ?? 0) : 0;
          stages.done(passage.request, {
            errors,
            fromCache: passage.fromCache,
            refusedBy: passage.refusedBy,
            ms: performance.now() - passage.since,
          });
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

/** In the words of graphql-js. */
export function unknownOperation(document: DocumentNode, name: string | null | undefined): GraphQLError {
  const some = document.definitions.some((definition) => definition.kind === 'OperationDefinition');
  const message = name
    ? `Unknown operation named "${name}".`
    : some
      ? 'Must provide operation name if query contains multiple operations.'
      : 'Must provide an operation.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

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
