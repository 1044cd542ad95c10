/** Callers a gateway keeps in mind; who has been quiet longest is forgotten, and begins with a full budget. */
const CALLERS_LIMIT = 50_000;
const MINUTE_MS = 60_000;

interface Bucket {
  left: number;
  /** Allowance it was filled by: a raised one counts at once. */
  perMinute: number;
  at: number;
}

/** Token buckets: each caller's allowance per minute, refilled evenly; a whole minute's may be used at once. In this process. */
export class Budgets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  /**
   * Takes an amount.
   * @returns null when it was there; else the seconds after which it will be
   */
  take(caller: string, amount: number, perMinute: number): number | null {
    const now = this.now();
    const known = this.#buckets.get(caller);
    const bucket = known ?? { left: perMinute, perMinute, at: now };
    const raised = Math.max(0, perMinute - bucket.perMinute);
    bucket.left = Math.min(perMinute, bucket.left + raised + ((now - bucket.at) * perMinute) / MINUTE_MS);
    bucket.perMinute = perMinute;
    bucket.at = now;
    if (!known || this.#buckets.size > CALLERS_LIMIT / 2) this.#renew(caller, bucket);
    if (bucket.left < amount) return Math.ceil(((Math.min(amount, perMinute) - bucket.left) * 60) / perMinute);
    bucket.left -= amount;
    return null;
  }

  /** Puts him at the end of the order of forgetting; it matters only where many ask. */
  #renew(caller: string, bucket: Bucket): void {
    this.#buckets.delete(caller);
    if (this.#buckets.size >= CALLERS_LIMIT) this.#buckets.delete(this.#buckets.keys().next().value!);
    this.#buckets.set(caller, bucket);
  }

  /** What a caller has left now; the whole allowance for one who has not asked. */
  left(caller: string, perMinute: number): number {
    const bucket = this.#buckets.get(caller);
    return bucket ? Math.min(perMinute, bucket.left + ((this.now() - bucket.at) * perMinute) / MINUTE_MS) : perMinute;
  }
}
