import type { SubgraphError } from './errors.js';
import type { JsonObject } from './values.js';

export interface SubgraphAnswer {
  data?: JsonObject | null;
  errors?: SubgraphError[];
}

/**
 * Sends one operation to one subgraph. `request` is the operation as the planner wrote it; `variables` is JSON text.
 * @throws SubgraphUnavailable when there is no usable answer
 */
export interface SubgraphClient<C> {
  send(service: string, request: { query: string; queryText: string; operationName: string | undefined; kind: 'query' | 'mutation' | 'subscription' }, variables: string, context: C): Promise<SubgraphAnswer>;
}
