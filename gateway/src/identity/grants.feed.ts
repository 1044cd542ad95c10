import { FEED_END, type Log, type Peers } from '@thidua/server/process';
import type { Grants } from './grants.js';

const CHANGED = 'organisations.grants.changed.v1';
const WAIT_SECONDS = 20;

/**
 * Follows organisations' feed from now on and drops the kept grants when one changed. A gap costs at most the minute they
 * are kept.
 */
export class GrantsFeed {
  #stopped = false;
  #cursor = FEED_END;

  constructor(
    private readonly peers: Peers,
    private readonly grants: Grants,
    private readonly log: Log,
  ) {}

  start(): void {
    void this.#follow();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #follow(): Promise<void> {
    let pause = 250;
    while (!this.#stopped) {
      try {
        await this.#step();
        pause = 250;
      } catch (error) {
        this.log.debug({ reason: (error as Error).message }, 'feed of grants not read');
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
        pause = Math.min(pause * 2, 4_000);
      }
    }
  }

  async #step(): Promise<void> {
    const first = this.#cursor === FEED_END;
    const page = await this.peers.feed('organisations', this.#cursor, first ? 0 : WAIT_SECONDS);
    if (first || page.events.some((event) => event.name === CHANGED)) this.grants.drop();
    this.#cursor = page.cursor;
  }
}
