import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { setImmediate as turn } from 'node:timers/promises';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { requiredArguments, type RequiredArguments } from './plan-fixes/required-fields.js';
import { withoutUnresolvableKeys } from './plan-fixes/unresolvable-keys.js';

/** The supergraph with its planner; made once per supergraph version. */
export interface Planner {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** Everything, hidden parts included: type conditions of plans are decided on it. */
  readonly fullSchema: GraphQLSchema;
  /** Stated addresses of the subgraphs by name. */
  readonly services: ReadonlyMap<string, string>;
  /** What `@requires` asks with arguments; the plan fixes need it. */
  readonly required: RequiredArguments;
  plan(document: DocumentNode, operationName?: string): QueryPlan;
}

/** Its parts, one after the other: together they are some hundred milliseconds. */
function* building(supergraphSdl: string): Generator<undefined, Planner> {
  const supergraph = Supergraph.build(withoutUnresolvableKeys(supergraphSdl), { validateSupergraph: false });
  yield;
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: false } });
  yield;
  const apiSchema = supergraph.apiSchema().toGraphQLJSSchema();
  yield;
  const fullSchema = supergraph.schema.toGraphQLJSSchema();
  yield;
  return {
    apiSchema,
    fullSchema,
    required: requiredArguments(supergraphSdl),
    services: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url ?? ''])),
    plan(document, operationName) {
      const operation = operationFromDocument(supergraph.apiSchema(), document, {
        ...(operationName ? { operationName } : {}),
        validate: false,
      });
      return planner.buildQueryPlan(operation);
    },
  };
}

export function createPlanner(supergraphSdl: string): Planner {
  const steps = building(supergraphSdl);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same beside a running engine, which has its turn between the parts. */
export async function preparePlanner(supergraphSdl: string): Promise<Planner> {
  const steps = building(supergraphSdl);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}
