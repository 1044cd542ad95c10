import type { FeedEvent, FeedPage } from '@thidua/contracts';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import { bindTransaction, type Transaction } from '../data/transaction.js';
import type { Log } from '../log.js';
import type { Peers } from '../peers.js';

export type EventHandler = (event: FeedEvent, tx: Transaction) => Promise<void>;
/** Handlers by event name; `*` sees every event. */
export type FeedHandlers = Record<string, EventHandler>;

export interface ConsumerParts {
  source: string;
  handlers: FeedHandlers;
  dataSource: DataSource;
  peers: Peers;
  clock: Clock;
  log: Log;
  /** This service's name: it reads its own outbox without the network. */
  self: string;
  readOwn(after: string | null, wait: number): Promise<FeedPage>;
}

/** Seconds an idle feed is waited for; readers of `caught_up_at` call a feed behind after more than this. */
const IDLE_WAIT = 3;

/**
 * Follows one feed: handles each page in one transaction together with its offset, so that an event takes effect exactly
 * once even when the process is killed in between.
 */
export class FeedConsumer {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ConsumerParts) {}

  start(): void {
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.race([this.running, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
  }

  private async loop(): Promise<void> {
    let pause = 250;
    while (!this.stopped) {
      try {
        await this.step(IDLE_WAIT);
        pause = 250;
      } catch (error) {
        this.parts.log.warn({ source: this.parts.source, reason: (error as Error).message }, 'feed not read');
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
        pause = Math.min(pause * 2, 4000);
      }
    }
  }

  /** Reads and handles one page. @returns how many events took effect. */
  async step(wait = 0): Promise<number> {
    const { dataSource, source, self, peers } = this.parts;
    const [offset] = (await dataSource.query('select cursor from feed_offset where source = $1', [source])) as { cursor: string }[];
    const after = offset?.cursor ?? null;
    const page = source === self ? await this.parts.readOwn(after, wait) : await peers.feed(source, after, wait);
    if (this.stopped) return 0;
    return this.apply(page, after);
  }

  private async apply(page: FeedPage, after: string | null): Promise<number> {
    const { dataSource, source, handlers, clock } = this.parts;
    return dataSource.transaction(async (manager) => {
      await manager.query(`insert into feed_offset (source, cursor) values ($1, '0:0') on conflict do nothing`, [source]);
      const [row] = (await manager.query('select cursor from feed_offset where source = $1 for update', [source])) as { cursor: string }[];
      if (row?.cursor !== (after ?? '0:0')) return 0; // another replica was first
      const tx = bindTransaction(manager, {
        actor: { kind: 'service', id: source, name: source, roles: [] },
        now: clock.now(),
        operation: 'event',
      });
      for (const event of page.events) {
        await handlers[event.name]?.(event, tx);
        await handlers['*']?.(event, tx);
      }
      await manager.query(
        'update feed_offset set cursor = $2, caught_up_at = case when $3 then clock_timestamp() else caught_up_at end where source = $1',
        [source, page.cursor, page.caughtUp],
      );
      return page.events.length;
    });
  }
}
