import type { DataSource } from 'typeorm';
import { fault } from '../faults.js';
import { FEED_END, readFeed } from '../feed/feed.js';
import type { Log } from '../log.js';
import { isAfter, isCursor } from './cursor.rules.js';
import { LiveLine, type LiveMoment, type LiveWish } from './live-line.js';
import { OutboxSignal } from './outbox-signal.js';

/** Without any signal the outbox is looked at this often while somebody listens. */
const POLL_MS = 1_000;
/** After a signal it is looked at again soon: an event is held back while an older transaction is still open. */
const SOON_MS = [25, 50, 100, 200, 400] as const;

/**
 * The subgraph's own outbox, followed once for all live fields of this process, in commit order. Every replica follows for
 * itself: whoever is connected to whichever replica gets every event.
 */
export class LiveFeed {
  readonly #lines = new Set<LiveLine>();
  readonly #signal: OutboxSignal;
  #following: Promise<void> | null = null;
  #begun: Promise<string> | null = null;
  #isStopped = false;
  /** How often it was looked at since the last signal. */
  #looks: number = SOON_MS.length;
  #wake: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {
    this.#signal = new OutboxSignal(dataSource, log, () => this.#heard());
  }

  /** Lines open at this moment. */
  get size(): number {
    return this.#lines.size;
  }

  /**
   * Moments from a position on, or from now with a first moment without events. Never skips one and never tells one twice.
   * @throws BAD_USER_INPUT for a position this feed did not make
   */
  async *listen(wish: LiveWish): AsyncGenerator<LiveMoment, void> {
    const { since, signal } = wish;
    if (since !== null && !isCursor(since)) throw fault('BAD_USER_INPUT', 'This position was not made by this feed.', { field: 'since' });
    const line = new LiveLine(wish);
    const leave = (): void => {
      this.#lines.delete(line);
      line.end();
    };
    signal.addEventListener('abort', leave, { once: true });
    this.#lines.add(line);
    try {
      await this.#follow();
      if (signal.aborted) return;
      const { cursor: end } = await readFeed(this.dataSource, { after: FEED_END });
      // A position from the future is one of a database that was set back: nothing after it would ever come.
      if (since === null || isAfter(since, end)) yield line.begin(end);
      else await this.#catchUp(line, since);
      yield* line.moments();
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const line of this.#lines) line.end();
    this.#wake();
    await this.#signal.stop();
    await this.#following;
  }

  /** What was missed is read from the table; what comes meanwhile waits in the line, which knows both apart. */
  async #catchUp(line: LiveLine, since: string): Promise<void> {
    line.resume(since);
    for (let after = since; ;) {
      const page = await readFeed(this.dataSource, { after });
      line.take(page.events, page.cursor);
      if (page.caughtUp) return line.caughtUp();
      after = page.cursor;
    }
  }

  /** Begins to follow; the lines that are there get everything after the returned place. */
  #follow(): Promise<string> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<string> {
    await this.#signal.start();
    const { cursor } = await readFeed(this.dataSource, { after: FEED_END });
    this.#following = this.#run(cursor);
    return cursor;
  }

  async #run(start: string): Promise<void> {
    let cursor = start;
    while (!this.#isStopped) {
      try {
        if (this.#lines.size > 0) {
          const page = await readFeed(this.dataSource, { after: cursor });
          if (isAfter(page.cursor, cursor)) cursor = page.cursor;
          for (const line of this.#lines) line.hear(page.events, page.cursor);
          if (!page.caughtUp) continue;
        }
      } catch (error) {
        this.log.warn({ reason: (error as Error).message }, 'outbox not read');
      }
      await this.#pause();
    }
  }

  #heard(): void {
    this.#looks = 0;
    this.#wake();
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, SOON_MS[this.#looks] ?? POLL_MS);
      this.#looks += 1;
      timer.unref();
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      this.#wake = done;
    });
  }
}
