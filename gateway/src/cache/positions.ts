import type { ChangesAnswer } from '@thidua/contracts';

/** Asks a subgraph what was committed since a position. @throws when it does not answer */
export type AskChanges = (service: string, since: string | null) => Promise<ChangesAnswer>;

/** What a kept answer rests on in one subgraph. */
export interface Rest {
  readonly service: string;
  readonly topics: readonly string[];
  /** Business day that was looked at; null = none. */
  readonly day: string | null;
}

/** A subgraph that did not tell its changes is left alone this long; meanwhile nothing of it counts as current. */
const BACK_OFF_MS = 500;

/** Steps of what is known, the same count for all subgraphs: what was kept at a step is newer than every earlier change. */
interface Steps {
  count: number;
}

/** What is known of one subgraph: where it is, and at which step each of its tables changed last. */
class SubgraphPosition {
  #running: Promise<boolean> | null = null;
  #next: Promise<boolean> | null = null;
  #epoch: string | null = null;
  #position: string | null = null;
  #day: string | null = null;
  /** Step from which on changes are known one by one. */
  #knownSince = Number.POSITIVE_INFINITY;
  #restUntil = 0;
  readonly #changed = new Map<string, number>();

  constructor(
    private readonly steps: Steps,
    private readonly ask: (since: string | null) => Promise<ChangesAnswer>,
  ) {}

  get isKnown(): boolean {
    return this.#position !== null;
  }

  /**
   * Asks, and tells whether there was an answer. Who comes while a question is on its way waits for the next one: only a
   * question sent after he came can tell him everything committed before. All who wait share it.
   */
  check(): Promise<boolean> {
    if (this.#next) return this.#next;
    if (!this.#running) return this.#start();
    this.#next = this.#running.then(() => {
      this.#next = null;
      return this.#start();
    });
    return this.#next;
  }

  isCurrent({ topics, day }: Rest, since: number): boolean {
    if (this.#knownSince > since || (day !== null && day !== this.#day)) return false;
    return topics.every((topic) => (this.#changed.get(topic) ?? 0) <= since);
  }

  #start(): Promise<boolean> {
    const running = this.#question();
    this.#running = running;
    void running.then(() => {
      if (this.#running === running) this.#running = null;
    });
    return running;
  }

  async #question(): Promise<boolean> {
    if (performance.now() < this.#restUntil) return false;
    try {
      this.#learn(await this.ask(this.#position));
      return true;
    } catch {
      this.#restUntil = performance.now() + BACK_OFF_MS;
      return false;
    }
  }

  #learn({ epoch, position, day, topics }: ChangesAnswer): void {
    const step = (this.steps.count += 1);
    if (topics === null || epoch !== this.#epoch || this.#position === null) {
      this.#knownSince = step;
      this.#changed.clear();
    } else for (const topic of topics) this.#changed.set(topic, step);
    this.#epoch = epoch;
    this.#position = position;
    this.#day = day;
  }
}

/** Where the subgraphs are, as far as this gateway knows. Every gateway finds out for itself, so there is nothing to agree on. */
export class Positions {
  readonly #steps: Steps = { count: 1 };
  readonly #subgraphs = new Map<string, SubgraphPosition>();
  #questions = 0;

  constructor(private readonly ask: AskChanges) {}

  /** The present step. What is fetched from now on is at least this new. */
  get now(): number {
    return this.#steps.count;
  }

  /** Questions sent to subgraphs so far. */
  get questions(): number {
    return this.#questions;
  }

  /** Learns what was committed in a subgraph before this call; false = it cannot be told. */
  check(service: string): Promise<boolean> {
    return this.#of(service).check();
  }

  isKnown(service: string): boolean {
    return this.#of(service).isKnown;
  }

  /** Whether nothing it rests on has changed since the step; says something only after `check`. */
  isCurrent(rest: Rest, since: number): boolean {
    return this.#of(rest.service).isCurrent(rest, since);
  }

  #of(service: string): SubgraphPosition {
    let known = this.#subgraphs.get(service);
    if (!known) {
      known = new SubgraphPosition(this.#steps, (since) => {
        this.#questions += 1;
        return this.ask(service, since);
      });
      this.#subgraphs.set(service, known);
    }
    return known;
  }
}
