import type { SubgraphError } from './errors.js';
import type { JsonObject } from './values.js';

export interface SubgraphAnswer {
  data?: JsonObject | null;
  errors?: SubgraphError[];
  /** What it rests on, as the subgraph told it. */
  reads?: string;
}

/** An operation as the planner wrote it, with everything prepared that is the same for all requests. */
export interface SubgraphRequest {
  readonly query: string;
  /** The request as JSON text up to its variables: after it come the variables and a closing brace. */
  readonly bodyHead: string;
  readonly operationName: string | undefined;
  readonly kind: 'query' | 'mutation' | 'subscription';
}

/**
 * Sends one operation to one subgraph; `variables` is JSON text.
 * @throws SubgraphUnavailable when there is no usable answer
 */
export interface SubgraphClient<C> {
  send(service: string, request: SubgraphRequest, variables: string, context: C): Promise<SubgraphAnswer>;
  /**
   * The same for entities, one by one: `texts` are representations as JSON, `rest` the other variables without braces. For
   * clients that keep entities; without it they are sent as any other variable.
   */
  sendEntities?(service: string, request: SubgraphRequest, rest: string, texts: readonly string[], context: C): Promise<SubgraphAnswer>;
}
