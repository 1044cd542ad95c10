import type { KnownOperation } from '../operation/known-operation.js';
import type { OperationRequest, Outcome, Stage } from '../operation/stage.js';
import { seeInputs, variableInputs, writtenInputs, type VariableInputs } from './input-coordinates.js';
import { usageClientOf, type UsageClient } from './usage.client.js';

/** What one client did with one operation since the last writing. */
export interface Tally {
  requests: number;
  refused: number;
  errors: number;
  cached: number;
  cost: number;
  ms: number;
  /** Input fields and enum values that came in variables. */
  readonly inputs: Map<string, number>;
}

export interface Counted {
  operation: KnownOperation;
  client: UsageClient;
  tally: Tally;
}

/** Pairs of client and operation that are counted apart between two writings; what is beyond is counted for `other`. */
const PAIRS_LIMIT = 20_000;

/**
 * Counts in memory, one step per request: fields are told apart only when the counts are written. What was counted since the last
 * writing is lost with the process, which is some seconds.
 */
export class UsageRecorder {
  #counts = new Map<KnownOperation, Map<UsageClient, Tally>>();
  #pairs = 0;
  readonly #inputs = new WeakMap<KnownOperation, VariableInputs>();
  readonly #written = new WeakMap<KnownOperation, ReadonlySet<string>>();

  /** The stage that counts. @param costOf what an operation was charged */
  stage(costOf: (request: OperationRequest) => number): Stage {
    return { name: 'usage', done: (request, outcome) => this.count(request, outcome, costOf(request)) };
  }

  count({ operation, variables, context }: OperationRequest, outcome: Outcome, cost: number): void {
    const tally = this.#tally(operation, usageClientOf(context));
    tally.requests += 1;
    tally.ms += outcome.ms;
    if (outcome.refusedBy !== null) return void (tally.refused += 1);
    tally.cost += cost;
    if (outcome.errors > 0) tally.errors += 1;
    if (outcome.fromCache) tally.cached += 1;
    const inputs = this.#inputsOf(operation);
    if (inputs.length > 0)
      seeInputs(inputs, variables, (coordinate) => tally.inputs.set(coordinate, (tally.inputs.get(coordinate) ?? 0) + 1));
  }

  /** Everything counted so far; counting begins anew. */
  take(): Counted[] {
    const counts = this.#counts;
    this.#counts = new Map();
    this.#pairs = 0;
    return [...counts].flatMap(([operation, clients]) => [...clients].map(([client, tally]) => ({ operation, client, tally })));
  }

  /** Puts back what could not be written, so that it is written next time. */
  giveBack(counted: readonly Counted[]): void {
    for (const { operation, client, tally } of counted) {
      const here = this.#tally(operation, client);
      for (const name of ['requests', 'refused', 'errors', 'cached', 'cost', 'ms'] as const) here[name] += tally[name];
      for (const [coordinate, count] of tally.inputs) here.inputs.set(coordinate, (here.inputs.get(coordinate) ?? 0) + count);
    }
  }

  /** Coordinates one run of an operation uses, beside what comes in variables. */
  coordinatesOf(operation: KnownOperation): Iterable<string> {
    let written = this.#written.get(operation);
    if (!written) this.#written.set(operation, (written = new Set([...operation.facts.coordinates, ...writtenInputs(operation)])));
    return written;
  }

  #tally(operation: KnownOperation, client: UsageClient): Tally {
    let clients = this.#counts.get(operation);
    if (!clients) this.#counts.set(operation, (clients = new Map()));
    const who = clients.has(client) || this.#pairs < PAIRS_LIMIT ? client : 'other';
    let tally = clients.get(who);
    if (!tally) {
      clients.set(who, (tally = { requests: 0, refused: 0, errors: 0, cached: 0, cost: 0, ms: 0, inputs: new Map() }));
      this.#pairs += 1;
    }
    return tally;
  }

  #inputsOf(operation: KnownOperation): VariableInputs {
    let inputs = this.#inputs.get(operation);
    if (!inputs) this.#inputs.set(operation, (inputs = variableInputs(operation)));
    return inputs;
  }
}
