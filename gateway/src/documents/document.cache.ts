import { hashOf } from './document.hash.js';

export interface DocumentCacheOptions {
  /** Reads one registered document. @throws when it cannot be told */
  find(hash: string): Promise<string | null>;
  now?: () => number;
  /** Texts kept, in characters. */
  capacity?: number;
}

/** So long a hash that is not registered is not asked for again: a registration elsewhere is seen after it at the latest. */
const UNKNOWN_MS = 500;
const UNKNOWN_LIMIT = 10_000;
const CAPACITY = 16 * 1024 * 1024;

/**
 * Registered documents near at hand. A document never changes, so what is kept is right for ever; what is not kept is looked up,
 * so that a registration counts at once on every gateway.
 */
export class DocumentCache {
  readonly #texts = new Map<string, string>();
  readonly #unknown = new Map<string, number>();
  readonly #asking = new Map<string, Promise<string | null>>();
  #size = 0;

  constructor(private readonly options: DocumentCacheOptions) {}

  /** The text, at once when it is near. @throws when it cannot be told */
  find(hash: string): string | null | Promise<string | null> {
    const near = this.#texts.get(hash);
    if (near !== undefined) return near;
    const until = this.#unknown.get(hash);
    if (until !== undefined && until > this.#now()) return null;
    const asking = this.#asking.get(hash);
    if (asking) return asking;
    const started = this.#look(hash).finally(() => this.#asking.delete(hash));
    this.#asking.set(hash, started);
    return started;
  }

  /** Registered here a moment ago. */
  add(text: string): void {
    this.#keep(hashOf(text), text);
  }

  async #look(hash: string): Promise<string | null> {
    const text = await this.options.find(hash);
    if (text !== null) this.#keep(hash, text);
    else {
      if (this.#unknown.size >= UNKNOWN_LIMIT) this.#unknown.clear();
      this.#unknown.set(hash, this.#now() + UNKNOWN_MS);
    }
    return text;
  }

  #keep(hash: string, text: string): void {
    this.#unknown.delete(hash);
    if (this.#texts.has(hash)) return;
    this.#texts.set(hash, text);
    this.#size += text.length;
    for (const [oldest, old] of this.#texts) {
      if (this.#size <= (this.options.capacity ?? CAPACITY)) break;
      this.#texts.delete(oldest);
      this.#size -= old.length;
    }
  }

  #now(): number {
    return (this.options.now ?? Date.now)();
  }
}
