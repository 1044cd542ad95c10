import type { FeedEvent } from '@thidua/contracts';
import { isAfter } from './cursor.rules.js';
import { releaseAt } from './pace.rules.js';

/** What a live field is told: the events since the moment before, none at the first. `position` resumes after it. */
export interface LiveMoment {
  readonly events: readonly FeedEvent[];
  readonly position: string;
}

export interface LiveWish {
  /** Position of the last moment the reader has; null = from now on. */
  readonly since: string | null;
  wants(event: FeedEvent): boolean;
  /** Grid of milliseconds on which this event may be told; 0 = at once. */
  pace?(event: FeedEvent): number;
  readonly signal: AbortSignal;
}

/** A reader that takes nothing keeps at most this many events; the oldest are forgotten, what is now is told all the same. */
const MOST = 500;

/** One reader of the outbox: what waits for him, and how far he is. */
export class LiveLine {
  #seen = '0:0';
  #isCatchingUp = true;
  #isOver = false;
  #dueAt = Number.POSITIVE_INFINITY;
  #meanwhile: FeedEvent[] = [];
  #pending: FeedEvent[] = [];
  #wake: () => void = () => undefined;

  constructor(private readonly wish: LiveWish) {}

  /** From here on; the first moment says what is now. */
  begin(position: string): LiveMoment {
    this.#seen = position;
    this.caughtUp();
    return { events: [], position };
  }

  resume(since: string): void {
    this.#seen = since;
  }

  /** Events in the order of the feed, up to a place; those at or before what was seen are known. */
  take(events: readonly FeedEvent[], upTo: string): void {
    for (const event of events) if (isAfter(event.cursor, this.#seen)) this.#consider(event);
    if (isAfter(upTo, this.#seen)) this.#seen = upTo;
  }

  /** What the follower of the outbox found. Waits while this line still reads older events for itself. */
  hear(events: readonly FeedEvent[], upTo: string): void {
    if (this.#isCatchingUp) this.#meanwhile.push(...events);
    else this.take(events, upTo);
  }

  caughtUp(): void {
    this.#isCatchingUp = false;
    const waited = this.#meanwhile;
    this.#meanwhile = [];
    this.take(waited, waited.at(-1)?.cursor ?? this.#seen);
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** One moment for everything that may be told; a slow reader gets fewer and fuller ones. */
  async *moments(): AsyncGenerator<LiveMoment, void> {
    while (!this.#isOver) {
      if (Date.now() < this.#dueAt) {
        await this.#sleep();
        continue;
      }
      const events = this.#pending;
      this.#pending = [];
      this.#dueAt = Number.POSITIVE_INFINITY;
      yield { events, position: events.at(-1)!.cursor };
    }
  }

  #consider(event: FeedEvent): void {
    if (!this.wish.wants(event)) return;
    this.#pending.push(event);
    if (this.#pending.length > MOST) this.#pending.shift();
    this.#dueAt = Math.min(this.#dueAt, releaseAt(Date.now(), this.wish.pace?.(event) ?? 0));
    this.#wake();
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const wait = this.#dueAt - Date.now();
      const timer = Number.isFinite(wait) ? setTimeout(done, Math.max(wait, 1)) : undefined;
      timer?.unref();
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      this.#wake = done;
      if (this.#isOver) done();
    });
  }
}
