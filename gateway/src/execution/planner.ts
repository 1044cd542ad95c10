import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
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

export function createPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(withoutUnresolvableKeys(supergraphSdl), { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph, { incrementalDelivery: { enableDefer: false } });
  return {
    apiSchema: supergraph.apiSchema().toGraphQLJSSchema(),
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
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
