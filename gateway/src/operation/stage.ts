import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { KnownOperation } from './known-operation.js';

/** How an operation's text came: in the request, by the hash of an earlier request, or as a registered document. */
export type Via = 'text' | 'apq' | 'document';

export interface OperationRequest {
  readonly operation: KnownOperation;
  /** Coerced by the schema, defaults filled in: equal questions have equal variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly via: Via;
}

/** An answer to an operation that ran, or that was kept from one that did. */
export interface Executed {
  /** JSON text of `data`. */
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
  /** Nothing was asked of a subgraph. */
  readonly fromCache?: boolean;
}

export interface Outcome {
  errors: number;
  fromCache: boolean;
  /** Name of the stage that refused the operation; null = it ran. */
  refusedBy: string | null;
  /** From admission to the answer. */
  ms: number;
}

/**
 * A part of what happens to every operation. Both pipelines (Apollo Server's and the direct one) call the same stages in the
 * same order, after parsing, validation and coercion of variables.
 */
export interface Stage {
  readonly name: string;
  /** Before anything runs; sync whenever it can be. @throws GraphQLError to refuse, status in `extensions.http.status` */
  admit?(request: OperationRequest): void | Promise<void>;
  /** May answer instead of executing; queries only. The first stage of the list is outermost. */
  around?(request: OperationRequest, next: () => Promise<Executed>): Promise<Executed>;
  /** After the answer; neither throws nor waits. */
  done?(request: OperationRequest, outcome: Outcome): void;
}

/** What stages may know of the supergraph they are made for. */
export interface StagedGraph {
  readonly id: string;
  readonly sdl: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** How an operation is planned (planned now if it was not yet); absent with the stock executor. */
  plansOf?(operation: KnownOperation): readonly QueryPlan[];
}

/** Stages for one supergraph; made anew when another is swapped in. */
export type StageFactory = (graph: StagedGraph) => readonly Stage[];

/** The stages of one supergraph as they are called for every request. */
export class Stages {
  readonly #admitting: readonly Stage[];
  readonly #around: readonly Stage[];
  readonly #done: readonly Stage[];

  constructor(stages: readonly Stage[]) {
    this.#admitting = stages.filter((stage) => stage.admit);
    this.#around = stages.filter((stage) => stage.around);
    this.#done = stages.filter((stage) => stage.done);
  }

  get mayAnswer(): boolean {
    return this.#around.length > 0;
  }

  /** Undefined when every stage decided at once. @throws Refusal */
  admit(request: OperationRequest): Promise<void> | undefined {
    for (let i = 0; i < this.#admitting.length; i += 1) {
      const stage = this.#admitting[i]!;
      try {
        const deciding = stage.admit!(request);
        if (deciding) return this.#admitSlowly(request, i, deciding);
      } catch (error) {
        throw new Refusal(stage.name, error);
      }
    }
    return undefined;
  }

  async #admitSlowly(request: OperationRequest, from: number, deciding: Promise<void>): Promise<void> {
    for (let i = from; i < this.#admitting.length; i += 1) {
      const stage = this.#admitting[i]!;
      try {
        await (i === from ? deciding : stage.admit!(request));
      } catch (error) {
        throw new Refusal(stage.name, error);
      }
    }
  }

  run(request: OperationRequest, execute: () => Promise<Executed>): Promise<Executed> {
    if (this.#around.length === 0 || request.operation.kind !== 'query') return execute();
    const from = (i: number): Promise<Executed> => {
      const stage = this.#around[i];
      return stage ? stage.around!(request, () => from(i + 1)) : execute();
    };
    return from(0);
  }

  done(request: OperationRequest, outcome: Outcome): void {
    for (const stage of this.#done) stage.done!(request, outcome);
  }
}

/** A stage said no; `reason` is what it threw. */
export class Refusal extends Error {
  constructor(
    readonly stage: string,
    readonly reason: unknown,
  ) {
    super(`refused by ${stage}`);
  }
}
