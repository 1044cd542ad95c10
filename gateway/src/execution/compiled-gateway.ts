import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { SubgraphClient } from './client.js';
import { compileOperation, type CompiledOperation } from './operation.js';
import type { Planner } from './planner.js';
import { typeConditions, type TypeConditions } from './type-conditions.js';

/**
 * `data` of an answer whose text is ready. Apollo Server carries it through its pipeline as any object; `stringifyAnswer`
 * puts the text into the response without parsing it. Plugins that look inside get the parsed value from `toJSON`.
 */
export class ReadyData {
  /** The whole answer as it is sent when there is nothing but data. */
  readonly answer: string;

  constructor(text: string) {
    const answer = `{"data":${text}}`;
    // Makes one flat string of it, at once: a rope of thousands of pieces is what the collector would copy again and again.
    answer.charCodeAt(0);
    this.answer = answer;
  }

  toJSON(): unknown {
    return (JSON.parse(this.answer) as { data: unknown }).data;
  }
}

/** Apollo Server wants errors as objects of the class. */
const asError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError =>
  new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });

interface Result {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Apollo Server's `stringifyResult`: the ready text where there is one. */
export function stringifyAnswer(result: Result): string {
  const { data, errors, extensions } = result;
  if (!(data instanceof ReadyData)) return JSON.stringify(result);
  const isExtended = extensions && Object.keys(extensions).length > 0;
  if (!errors?.length && !isExtended) return data.answer;
  const head = errors?.length ? `{"errors":${JSON.stringify(errors)},` : '{';
  return isExtended ? `${head}${data.answer.slice(1, -1)},"extensions":${JSON.stringify(extensions)}}` : head + data.answer.slice(1);
}

/** The part of Apollo's request context the executor needs. */
interface ExecutionRequest<C> {
  document: DocumentNode;
  operationName?: string | null;
  request: { variables?: Record<string, unknown> };
  context: C;
}

export interface CompiledGatewayOptions<C> {
  supergraphSdl: string;
  planner: Planner;
  client: SubgraphClient<C>;
}

/**
 * A supergraph behind Apollo Server's own gateway interface, with our executor: every operation is planned and compiled
 * once (kept with Apollo's cached document) and then only run.
 */
export class CompiledGateway<C> {
  private readonly compiled = new WeakMap<DocumentNode, Map<string, CompiledOperation<C>>>();
  private readonly conditions: TypeConditions;

  constructor(private readonly options: CompiledGatewayOptions<C>) {
    this.conditions = typeConditions(options.planner.fullSchema);
  }

  /** The operation, compiled now or before. */
  operation(document: DocumentNode, operationName?: string): CompiledOperation<C> {
    let byName = this.compiled.get(document);
    if (!byName) this.compiled.set(document, (byName = new Map()));
    const key = operationName ?? '';
    const there = byName.get(key);
    if (there) return there;
    const made = compileOperation<C>(this.options.planner, this.conditions, document, operationName);
    byName.set(key, made);
    return made;
  }

  async execute(request: ExecutionRequest<C>): Promise<Result> {
    const operation = this.operation(request.document, request.operationName ?? undefined);
    const variables = request.request.variables ?? {};
    const faults = operation.faultsOf(variables);
    if (faults.length > 0) return { errors: faults };
    const answer = await operation.run(this.options.client, variables, request.context);
    return {
      data: answer.data === 'null' ? null : new ReadyData(answer.data),
      ...(answer.errors.length > 0 ? { errors: answer.errors.map(asError) } : {}),
      ...(answer.valueCompletion.length > 0 ? { extensions: { valueCompletion: answer.valueCompletion } } : {}),
    };
  }

  /** What Apollo Server asks of a gateway. */
  asGateway(): GatewayInterface {
    const schema: GraphQLSchema = this.options.planner.apiSchema;
    const executor = (request: unknown): Promise<Result> => {
      const { document, operationName, request: asked, contextValue, context } = request as ExecutionRequest<C> & { contextValue?: C };
      return this.execute({ document, operationName: operationName ?? null, request: asked, context: contextValue ?? context });
    };
    return {
      load: async () => ({ schema, executor }) as never,
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: this.options.supergraphSdl } as never);
        return () => undefined;
      },
      stop: async () => undefined,
    } as GatewayInterface;
  }
}
