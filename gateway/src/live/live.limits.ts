/** Streams at a time. A person reads on several screens, an integrator follows several fields. */
export const LIVE_LIMITS = { perCaller: 32, public: 2_000, total: 20_000, perSocket: 32 } as const;
export type LiveLimitName = keyof typeof LIVE_LIMITS;

/** Counts who reads how much. */
export class LiveCount {
  readonly #of = new Map<string, number>();
  #total = 0;

  /** The limit that one more stream of this caller would pass, or null. @param caller null = the public, all of it */
  excess(caller: string | null): { limit: LiveLimitName; allowed: number } | null {
    const own: LiveLimitName = caller === null ? 'public' : 'perCaller';
    if ((this.#of.get(caller ?? '') ?? 0) >= LIVE_LIMITS[own]) return { limit: own, allowed: LIVE_LIMITS[own] };
    return this.#total >= LIVE_LIMITS.total ? { limit: 'total', allowed: LIVE_LIMITS.total } : null;
  }

  add(caller: string | null): void {
    this.#of.set(caller ?? '', (this.#of.get(caller ?? '') ?? 0) + 1);
    this.#total += 1;
  }

  remove(caller: string | null): void {
    const left = (this.#of.get(caller ?? '') ?? 1) - 1;
    if (left > 0) this.#of.set(caller ?? '', left);
    else this.#of.delete(caller ?? '');
    this.#total -= 1;
  }
}
