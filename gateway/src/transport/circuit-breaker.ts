import type { FailureKind } from './wire.js';

/** Failures in a row after which nobody is sent any more. */
const LIMIT = 5;
/** A refused connection costs nothing to try again; waiting for answers that do not come costs every caller his time. */
const REFUSED_MS = 250;
const FIRST_MS = 500;
const LONGEST_MS = 8_000;

export type CircuitState = 'closed' | 'open' | 'half-open';

/**
 * Spares a subgraph that fails and the callers that would wait for it. After some failures in a row it opens; when its time is
 * over one request goes through as a probe: its success closes, its failure opens for longer.
 */
export class CircuitBreaker {
  #failures = 0;
  #openUntil = 0;
  #length = 0;
  #isProbing = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get state(): CircuitState {
    if (this.#failures < LIMIT) return 'closed';
    return this.now() < this.#openUntil ? 'open' : 'half-open';
  }

  /** Whether a request may go. Who may go has to report how it ended. */
  admit(): boolean {
    const state = this.state;
    if (state === 'closed') return true;
    if (state === 'open' || this.#isProbing) return false;
    this.#isProbing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#length = 0;
    this.#isProbing = false;
  }

  /** It ended without saying anything about the subgraph: the caller left. */
  released(): void {
    this.#isProbing = false;
  }

  failed(kind: FailureKind): void {
    this.#failures += 1;
    this.#isProbing = false;
    if (this.#failures < LIMIT) return;
    this.#length = kind === 'refused' ? REFUSED_MS : Math.min(LONGEST_MS, this.#length < FIRST_MS ? FIRST_MS : this.#length * 2);
    this.#openUntil = this.now() + this.#length;
  }
}
