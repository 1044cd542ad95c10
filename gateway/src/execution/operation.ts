import {
  execute,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  valueFromAST,
  typeFromAST,
  type GraphQLInputType,
} from 'graphql';
import { UnsafeName } from './code.js';
import type { SubgraphClient } from './client.js';
import { complete } from './completion.js';
import { lossErrors } from './errors.js';
import { compileParts, compileTree, type Run, type Step } from './fetch-tree.js';
import type { Planner } from './planner.js';
import { clientKey, splitConflicts, withTravelKeys } from './plan-fixes/required-fields.js';
import { ANOMALY, compileProjection, type Projection } from './projection.js';
import { ShapeReader, type Shape } from './shape.js';
import type { TypeConditions } from './type-conditions.js';
import { subscribedOperation, type SubscribedOperation } from './subscribed-operation.js';
import { operationOf } from './variables.js';
import { mergeInto, type JsonObject } from './values.js';
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
  /** One; several when `@requires` conflict. */
  readonly plans: readonly QueryPlan[];
  /** Generated code, for people. */
  readonly sources: readonly string[];
  /** @param variables as coerced by the schema; defaults may be left out */
  run(client: SubgraphClient<C>, variables: Readonly<Record<string, unknown>>, context: C): Promise<Answer>;
  /** A subscription runs once for every event of its stream; null for all others. */
  readonly events: SubscribedOperation<C> | null;
}

/** One plan; several when `@requires` conflict. Plain JSON: it may be stored. */
export const planOperation = (planner: Planner, asked: DocumentNode, operationName?: string): readonly QueryPlan[] =>
  splitConflicts(withTravelKeys(asked, planner.required), planner.apiSchema, planner.required).map((part) =>
    planner.plan(part, operationName),
  );

/**
 * @param plans as they were stored, if they were
 * @throws GraphQLError when the document holds no such operation
 */
export function compileOperation<C>(
  planner: Planner,
  conditions: TypeConditions,
  asked: DocumentNode,
  operationName?: string,
  plans: readonly QueryPlan[] = planOperation(planner, asked, operationName),
): CompiledOperation<C> {
  const document = withTravelKeys(asked, planner.required);
  const operation = operationOf(document, operationName);
  const fragments = new Map(
    document.definitions.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((f) => [f.name.value, f]),
  );
  const parts = compileParts(conditions);
  const { sources } = parts;
  const trees = plans.map((plan) => compileTree<C>(plan, parts));
  const shape = new ShapeReader(planner.apiSchema, fragments).root(operation);
  const projection = tryProjection(shape, sources);
  const introspection = introspectionOf(document, operation);
  const defaults = defaultsOf(planner, operation);
  const hasDefaults = Object.keys(defaults).length > 0;
  const emptyPlan =
    plans.every((plan) => plan.node === undefined) &&
    shape.fields.some((f) => f.when === null && f.type !== null && !f.name.startsWith('__'));
  const begin = (given: Readonly<Record<string, unknown>>, client: SubgraphClient<C>, context: C): Run<C> => {
    const variables = hasDefaults ? { ...defaults, ...given } : given;
    return { data: {}, variables, errors: [], losses: [], isSharing: false, context, client, waiting: new Map() };
  };
  const completeEvent = async (run: Run<C>): Promise<Answer> => {
    await trees[0]!(run);
    return finish(run, shape, projection);
  };
  return {
    plans,
    sources,
    events: subscribedOperation(plans, conditions, { begin, complete: completeEvent }),
    async run(client, given, context) {
      const run = begin(given, client, context);
      if (emptyPlan) return unresolvable();
      if (trees.length === 1) await trees[0]!(run);
      else await runApart(trees, run);
      if (introspection) Object.assign(run.data, await introspect(planner, introspection, run.variables));
      return finish(run, shape, projection);
    },
  };
}

/** A non-empty operation with an empty plan: no subgraph has what was asked (audit: non-resolvable-interface-object). */
const unresolvable = (): Answer => ({
  data: 'null',
  errors: [{ message: 'No subgraph can answer this operation.', extensions: { code: 'OPERATION_NOT_RESOLVABLE' } }],
  valueCompletion: [],
});

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
  if (run.losses.length > 0) run.errors.push(...lossErrors(run.losses, shape));
  if (projection) {
    try {
      return {
        data: projection(run.data, run.variables, run.isSharing ? new Map() : null),
        errors: clientPaths(run.errors),
        valueCompletion: [],
      };
    } catch (anomaly) {
      if (anomaly !== ANOMALY) throw anomaly;
    }
  }
  const completed = complete(run.data, shape, run.variables);
  // Errors of subgraphs explain the nulls they left; those of completion would only repeat them.
  return {
    data: JSON.stringify(completed.data),
    errors: clientPaths(run.errors),
    valueCompletion: run.errors.length > 0 ? [] : completed.errors,
  };
}

/** Conflicting requirements read one key with different arguments: each plan works on data of its own. */
async function runApart<C>(trees: readonly Step<C>[], run: Run<C>): Promise<void> {
  const parts = await Promise.all(
    trees.map(async (tree) => {
      const part: Run<C> = { ...run, data: {}, waiting: new Map() };
      await tree(part);
      return part.data;
    }),
  );
  for (const part of parts) mergeInto(run.data, part);
}

const clientPaths = (errors: GraphQLFormattedError[]): GraphQLFormattedError[] =>
  errors.map((error) =>
    error.path ? { ...error, path: error.path.map((key) => (typeof key === 'string' ? clientKey(key) : key)) } : error,
  );

/** The introspection part of an operation, as an operation of its own; null when there is none. */
function introspectionOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode | null {
  let found = false;
  const only = visit(document, {
    OperationDefinition: (node) => (node === operation ? undefined : null),
    Field: {
      enter(node, _key, _parent, _path, ancestors) {
        const inside = ancestors.some((a) => !Array.isArray(a) && 'kind' in a && a.kind === Kind.FIELD);
        if (inside) return undefined;
        if (node.name.value === '__schema' || node.name.value === '__type') {
          found = true;
          return undefined;
        }
        return ancestors.some((a) => !Array.isArray(a) && 'kind' in a && a.kind === Kind.FRAGMENT_DEFINITION) ? undefined : null;
      },
    },
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
