import type { FeedEvent, FeedPage } from '@thidua/contracts';
import type { DataSource } from 'typeorm';
import { fault } from '../faults.js';
import { nextWake } from './wake.js';

const START = '0:0';
/** Asks for nothing but the cursor of now: for a reader that only cares about what comes. */
export const FEED_END = 'end';
const POLL = 250;

interface Row {
  xid: string;
  seq: string;
  id: string;
  name: string;
  at: Date;
  payload: FeedEvent['payload'];
}

/**
 * One page of the outbox in commit order. Rows of transactions that may still have older company in flight are held back
 * (`xid < pg_snapshot_xmin`), so a consumer that keeps its cursor never skips an event.
 */
async function read(dataSource: DataSource, after: string, limit: number): Promise<FeedPage> {
  const match = /^(\d+):(\d+)$/.exec(after);
  if (!match) throw fault('BAD_USER_INPUT', 'This cursor was not made by this feed.', { field: 'after' });
  const rows: Row[] = await dataSource.query(
    `select xid::text, seq::text, id, name, at, payload from outbox
     where (xid, seq) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by outbox.xid, outbox.seq limit $3`,
    [match[1], match[2], limit + 1],
  );
  const events = rows.slice(0, limit).map((row): FeedEvent => ({
    cursor: `${row.xid}:${row.seq}`,
    id: row.id,
    name: row.name,
    at: new Date(row.at).toISOString(),
    payload: row.payload,
  }));
  return { events, cursor: events.at(-1)?.cursor ?? after, caughtUp: rows.length <= limit };
}

/** Everything a snapshot of now can see lies before its oldest running transaction. */
async function end(dataSource: DataSource): Promise<FeedPage> {
  const [row] = (await dataSource.query(`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)) as { xmin: string }[];
  return { events: [], cursor: `${row?.xmin}:0`, caughtUp: true };
}

/** Answers at once when there is something, else waits up to `wait` seconds for the next commit. */
export async function readFeed(dataSource: DataSource, query: { after?: string | null; limit?: number; wait?: number }): Promise<FeedPage> {
  if (query.after === FEED_END) return end(dataSource);
  const after = query.after ?? START;
  const limit = Math.min(Math.max(query.limit ?? 200, 1), 1000);
  const until = Date.now() + Math.min(query.wait ?? 0, 25) * 1000;
  for (;;) {
    const page = await read(dataSource, after, limit);
    const left = until - Date.now();
    if (page.events.length > 0 || left <= 0) return page;
    await nextWake(Math.min(left, POLL * 8));
  }
}
