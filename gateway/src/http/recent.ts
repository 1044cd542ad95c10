/**
 * A bounded cache in two generations: what is used lives on, the rest goes when the younger half is full. Cheaper than exact
 * order of use, and nobody can push out what is in use by asking much once.
 */
export class Recent<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #weight = 0;

  /** @param limit of the sum of weights (by default the lengths of the keys) of each generation */
  constructor(
    private readonly limit: number,
    private readonly weightOf: (key: string, value: V) => number = (key) => key.length,
  ) {}

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  set(key: string, value: V): void {
    const weight = this.weightOf(key, value);
    if (weight > this.limit) return;
    if (this.#weight + weight > this.limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    if (!this.#young.has(key)) this.#weight += weight;
    this.#young.set(key, value);
  }

  /** What was used last comes first. */
  *values(): IterableIterator<V> {
    yield* [...this.#young.values()].toReversed();
    yield* [...this.#old.values()].toReversed();
  }
}
