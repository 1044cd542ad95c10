import { execute, GraphQLError, Kind, visit, type DocumentNode, type FragmentDefinitionNode, type GraphQLFormattedError, type OperationDefinitionNode, valueFromAST, typeFromAST, type GraphQLInputType } from 'graphql';
import { UnsafeName } from './code.js';
import type { SubgraphClient } from './client.js';
import { complete } from './completion.js';
import { compileTree, type Run, type Step } from './fetch-tree.js';
import type { Planner } from './planner.js';
import { ANOMALY, compileProjection, type Projection } from './projection.js';
import { ShapeReader, type Shape } from './shape.js';
import type { TypeConditions } from './type-conditions.js';
import type { JsonObject } from './values.js';
import type { QueryPlan } from '@apollo/query-planner';

/** An answer: data as JSON text, ready to be sent. */
export interface Answer {
  /** JSON text of `data`. */
  data: string;
  errors: GraphQLFormattedError[];
  /** Where data was cut to keep the schema's promises although nobody reported an error; `extensions.valueCompletion`, as other federation gateways do. */
  valueCompletion: GraphQLFormattedError[];
}

/** An operation with everything decided that does not depend on the request. */
export interface CompiledOperation<C> {
  readonly plan: QueryPlan;
  /** Generated code, for people. */
  readonly sources: readonly string[];
  run(client: SubgraphClient<C>, variables: Record<string, unknown>, context: C): Promise<Answer>;
}

/** @throws GraphQLError when the document holds no such operation */
export function compileOperation<C>(planner: Planner, conditions: TypeConditions, document: DocumentNode, operationName?: string): CompiledOperation<C> {
  const operation = operationOf(document, operationName);
  const fragments = new Map(document.definitions.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((f) => [f.name.value, f]));
  const plan = planner.plan(document, operationName);
  const sources: string[] = [];
  const tree = compileTree<C>(plan, { conditions, sources });
  const shape = new ShapeReader(planner.apiSchema, fragments).root(operation);
  const projection = tryProjection(shape, sources);
  const introspection = introspectionOf(document, operation);
  const defaults = defaultsOf(planner, operation);
  const emptyPlan = plan.node === undefined && shape.fields.some((f) => f.when === null && f.type !== null && !f.name.startsWith('__'));
  return {
    plan, sources,
    async run(client, given, context) {
      const variables = { ...defaults, ...given };
      const run: Run<C> = { data: {}, variables, errors: [], context, client, waiting: new Map() };
      if (emptyPlan) run.errors.push({ message: 'No subgraph can answer this operation.', extensions: { code: 'OPERATION_NOT_RESOLVABLE' } });
      await tree(run);
      if (introspection) Object.assign(run.data, await introspect(planner, introspection, variables));
      return finish(run, shape, projection);
    },
  };
}

function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const found = document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && (!name || d.name?.value === name));
  if (!found) throw new GraphQLError('There is no such operation in this document.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  return found;
}

function tryProjection(shape: Shape, sources: string[]): Projection | null {
  try {
    const { project, source } = compileProjection(shape);
    sources.push(source);
    return project;
  } catch (error) {
    if (error instanceof UnsafeName) return null;
    throw error;
  }
}

/** Text by the generated projection; by the interpreter when something is out of order. */
function finish<C>(run: Run<C>, shape: Shape, projection: Projection | null): Answer {
  if (projection) {
    try {
      return { data: projection(run.data, run.variables), errors: run.errors, valueCompletion: [] };
    } catch (anomaly) {
      if (anomaly !== ANOMALY) throw anomaly;
    }
  }
  const completed = complete(run.data, shape, run.variables);
  // Errors of subgraphs explain the nulls they left; those of completion would only repeat them.
  return { data: JSON.stringify(completed.data), errors: run.errors, valueCompletion: run.errors.length > 0 ? [] : completed.errors };
}

/** The introspection part of an operation, as an operation of its own; null when there is none. */
function introspectionOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode | null {
  let found = false;
  const only = visit(document, {
    OperationDefinition: (node) => (node === operation ? undefined : null),
    Field: { enter(node, _key, _parent, _path, ancestors) {
      const inside = ancestors.some((a) => !Array.isArray(a) && 'kind' in a && a.kind === Kind.FIELD);
      if (inside) return undefined;
      if (node.name.value === '__schema' || node.name.value === '__type') { found = true; return undefined; }
      return ancestors.some((a) => !Array.isArray(a) && 'kind' in a && a.kind === Kind.FRAGMENT_DEFINITION) ? undefined : null;
    } },
  });
  return found ? only : null;
}

async function introspect(planner: Planner, document: DocumentNode, variables: Record<string, unknown>): Promise<JsonObject> {
  const result = await execute({ schema: planner.apiSchema, document, variableValues: variables });
  return JSON.parse(JSON.stringify(result.data ?? {})) as JsonObject;
}

function defaultsOf(planner: Planner, operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    if (!definition.defaultValue) continue;
    const type = typeFromAST(planner.apiSchema, definition.type as never) as GraphQLInputType | undefined;
    if (type) defaults[definition.variable.name.value] = valueFromAST(definition.defaultValue, type);
  }
  return defaults;
}
