/** Counts per key in fixed windows; in memory, because it protects this process and its database, not a promise. */
export class RateLimit {
  #window = 0;
  #counts = new Map<string, number>();

  constructor(
    private readonly perWindow: number,
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns false when the key has used up its share of this window. */
  take(key: string): boolean {
    const window = Math.floor(this.now() / this.windowMs);
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const used = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, used);
    return used <= this.perWindow;
  }
}
