import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { AssertedActor } from '@thidua/contracts';
import type { Locale } from '@thidua/server';

/** What travels with one request through the graph. */
export interface GatewayContext {
  readonly actor: AssertedActor;
  readonly locale: Locale;
  readonly requestId: string;
  /** SQL statements of all subgraphs so far; 0 unless they count. An object, because the server copies the context. */
  readonly cost: { statements: number };
}

/** One supergraph, ready to answer. It never changes: another supergraph is another engine. */
export interface GraphEngine {
  /** SHA-256 of its supergraph. */
  readonly id: string;
  answer(request: HTTPGraphQLRequest, context: GatewayContext): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/** Builds an engine. @throws when the supergraph is not one. */
export type EngineFactory = (supergraphSdl: string) => Promise<GraphEngine>;

