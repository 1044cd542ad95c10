type Handler = (payload: unknown) => void;

/** Messages between modules. A handler that throws is reported and stops nobody else. */
export class EventBus {
  readonly #handlers = new Map<string, Set<Handler>>();

  constructor(private readonly onError: (error: unknown, event: string) => void) {}

  on(event: string, handler: Handler): () => void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  emit(event: string, payload: unknown): void {
    for (const handler of Array.from(this.#handlers.get(event) ?? [])) {
      try {
        handler(payload);
      } catch (error) {
        this.onError(error, event);
      }
    }
  }
}
