import type { AssertedActor } from '@thidua/contracts';
import { ByteLru } from './byte-lru.js';
import { callerKey, passes } from './caller.js';
import type { Rest } from './positions.js';

/** An answer or entity as it was, and everything that must still be so. */
export interface Kept {
  /** JSON text. */
  readonly text: string;
  readonly rests: readonly Rest[];
  /** `@Allow`s passed while it was made. */
  readonly access: readonly string[];
  /** For one caller only. */
  readonly caller: boolean;
  /** Step of the positions before it was fetched. */
  readonly since: number;
  /** Real time, ms. */
  readonly expires: number;
}

export interface Found {
  readonly kept: Kept;
  /** Forgets it. */
  drop(): void;
}

const OVERHEAD = 400;

/** Kept answers, those of one caller apart from those of all. */
export class KeptAnswers {
  readonly #lru: ByteLru<Kept>;

  constructor(limit: number) {
    this.#lru = new ByteLru(limit);
  }

  get state(): { entries: number; bytes: number; evicted: number } {
    return { entries: this.#lru.size, bytes: this.#lru.bytes, evicted: this.#lru.evicted };
  }

  /** What this caller may be given if it is still current: what all who pass share, else his own. */
  find(key: string, actor: AssertedActor): Found | null {
    const shared = this.#lru.get(key);
    if (shared && passes(actor, shared.access)) return this.#found(key, shared);
    const ownKey = `${key} ${callerKey(actor)}`;
    const own = this.#lru.get(ownKey);
    return own ? this.#found(ownKey, own) : null;
  }

  put(key: string, actor: AssertedActor, kept: Kept): void {
    const full = kept.caller ? `${key} ${callerKey(actor)}` : key;
    this.#lru.set(full, kept, 2 * (full.length + kept.text.length) + OVERHEAD);
  }

  #found(key: string, kept: Kept): Found | null {
    if (kept.expires > Date.now()) return { kept, drop: () => this.#lru.delete(key) };
    this.#lru.delete(key);
    return null;
  }
}
