import type { GraphAnswer, GraphRequest } from '../http/graph-request.js';
import { Problem } from '../http/problem.js';
import type { GatewayContext, GraphEngine } from './graph.engine.js';

interface Held {
  engine: GraphEngine;
  inFlight: number;
  retired: boolean;
}

/** Holds the engine that answers. Requests end on the engine they began on; an old one stops after its last. */
export class GraphHolder {
  #held: Held | null = null;
  readonly #onSwap: ((engine: GraphEngine) => void)[] = [];

  get engine(): GraphEngine | null {
    return this.#held?.engine ?? null;
  }

  get id(): string | null {
    return this.#held?.engine.id ?? null;
  }

  /** @throws Problem 503 before the first supergraph. */
  async answer(request: GraphRequest, context: GatewayContext): Promise<GraphAnswer> {
    const held = this.#held;
    if (!held) throw new Problem(503, 'UNAVAILABLE', 'Cổng đồ thị chưa sẵn sàng.', 'The graph is not ready.');
    held.inFlight += 1;
    try {
      return await held.engine.answer(request, context);
    } finally {
      held.inFlight -= 1;
      if (held.retired && held.inFlight === 0) await held.engine.stop();
    }
  }

  /** Called with every engine that takes over. */
  onSwap(listener: (engine: GraphEngine) => void): void {
    this.#onSwap.push(listener);
  }

  async swap(engine: GraphEngine): Promise<void> {
    const old = this.#held;
    this.#held = { engine, inFlight: 0, retired: false };
    for (const listener of this.#onSwap) listener(engine);
    if (!old) return;
    old.retired = true;
    if (old.inFlight === 0) await old.engine.stop();
  }

  async stop(): Promise<void> {
    await this.#held?.engine.stop();
  }
}
