import { FEED_END, type Log, type Peers } from '@thidua/server';
import type { Grants } from './grants.js';

const CHANGED = 'organisations.grants.changed.v1';
const WAIT_SECONDS = 20;

/** Follows organisations' feed from now on and drops the kept grants when one changed. A gap costs at most the minute they are kept. */
export function followGrants(peers: Peers, grants: Grants, log: Log): { stop(): void } {
  let stopped = false;
  const loop = async (): Promise<void> => {
    let cursor = FEED_END;
    let pause = 250;
    while (!stopped) {
      try {
        const page = await peers.feed('organisations', cursor, cursor === FEED_END ? 0 : WAIT_SECONDS);
        if (cursor === FEED_END || page.events.some((event) => event.name === CHANGED)) grants.drop();
        cursor = page.cursor;
        pause = 250;
      } catch (error) {
        log.debug({ reason: (error as Error).message }, 'feed of grants not read');
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
        pause = Math.min(pause * 2, 4_000);
      }
    }
  };
  void loop();
  return { stop: () => { stopped = true; } };
}
