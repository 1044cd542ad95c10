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
  #swapping: Promise<void> = Promise.resolve();

  /** @param registered texts of registered documents, which are made ready before an engine takes over */
  constructor(private readonly registered: () => Promise<Iterable<string>> = async () => []) {}

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

  /** The engine takes over when it is ready for what is registered and what the old one was asked lately; until then the old one answers. */
  swap(engine: GraphEngine): Promise<void> {
    const swapped = this.#swapping.then(() => this.#swap(engine));
    this.#swapping = swapped.catch(() => undefined);
    return swapped;
  }

  async #swap(engine: GraphEngine): Promise<void> {
    const registered = await this.registered().catch(() => []);
    await engine.warm([...(this.engine?.texts() ?? []), ...registered]);
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
