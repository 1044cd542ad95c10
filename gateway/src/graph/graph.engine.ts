import type { AssertedActor } from '@thidua/contracts';
import type { Locale } from '@thidua/server';
import type { RequestKeeping } from '../cache/request-keeping.js';
import type { Via } from '../operation/stage.js';
import type { GraphQLSchema } from 'graphql';
import type { GraphAnswer, GraphRequest } from '../http/graph-request.js';
import type { LivePipeline } from '../live/live.pipeline.js';
import type { Departure } from '../transport/departure.js';

/** What travels with one request through the graph. */
export interface GatewayContext {
  readonly actor: AssertedActor;
  readonly locale: Locale;
  readonly requestId: string;
  /** SQL statements of all subgraphs so far; 0 unless they count. An object, because the server copies the context. */
  readonly cost: {
    statements: number;
    /** What the operation was charged, see `operation/cost`. */ charged?: number;
    /** Whether it was kept, or why not. */ cache?: string;
  };
  /** How the text of the operation came; absent = in the request. */
  readonly via?: Via;
  /** An integrator named this request: when it asks again under that name it wants the same answer, even if it has left meanwhile. */
  readonly repeatable?: boolean;
  /** `<module>@<release>` that says it asks; for counting only. */
  readonly module?: string | undefined;
  /** W3C trace context for subgraphs: header names and values in turn. */
  readonly trace?: readonly string[];
  /** Instant of `performance.now()` after which the caller does not wait any more. */
  readonly deadline?: number;
  /** Tells when the caller has left. */
  readonly departure?: Departure;
  /** What this query rests on, where answers are kept; absent = nothing of it is kept, nor given from what was. */
  keeping?: RequestKeeping;
}

/** One supergraph, ready to answer. It never changes: another supergraph is another engine. */
export interface GraphEngine {
  /** SHA-256 of its supergraph. */
  readonly id: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  answer(request: GraphRequest, context: GatewayContext): Promise<GraphAnswer>;
  /** Whether a text was seen and found valid. */
  knows(text: string): boolean;
  /** Texts in use, the latest first. */
  texts(): Iterable<string>;
  /** Makes operations ready before anybody asks them; how many are. */
  warm(texts: Iterable<string>): Promise<number>;
  /** How often an operation had to be planned; null = the executor does not tell. */
  readonly planned: number | null;
  /** Admits subscriptions. */
  readonly live: LivePipeline;
  stop(): Promise<void>;
}

/** Builds an engine. @throws when the supergraph is not one. */
export type EngineFactory = (supergraphSdl: string) => Promise<GraphEngine>;
