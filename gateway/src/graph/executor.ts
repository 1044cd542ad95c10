import type { GraphQLSchema } from 'graphql';
import type { EventSources } from '../live/event-source.js';
import type { Executed, OperationRequest, StagedGraph } from '../operation/stage.js';

/** What runs an operation that was admitted. */
export interface Executor {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** @param apollo what Apollo Server hands to its gateway; the stock executor works on it */
  execute(request: OperationRequest, apollo?: unknown): Promise<Executed>;
  plansOf?: StagedGraph['plansOf'];
  /** How often an operation had to be planned. */
  readonly planned?: number;
  /** Where the events of a subscription come from; absent = it streams nothing. */
  readonly sources?: EventSources;
  stop?(): Promise<void>;
}
