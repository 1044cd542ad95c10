import type { SubgraphAnswer } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { KnownOperation } from '../operation/known-operation.js';
import type { Executed } from '../operation/stage.js';

type Values = Readonly<Record<string, unknown>>;

/** Where the events of an operation come from, and how one becomes an answer. */
export interface EventSource {
  readonly service: string;
  readonly address: string;
  /** The request that opens the stream, as JSON text. */
  body(variables: Values): string;
  /** What other subgraphs have to add to an event; the text as the client asked for it. Takes the event over. */
  complete(event: SubgraphAnswer, variables: Values, context: GatewayContext): Promise<Executed>;
}

/** Null = this executor streams nothing. @throws GraphQLError when no single stream can answer the operation */
export type EventSources = (operation: KnownOperation) => EventSource | null;
