import { DateTimeScalar, loader, type RequestContext } from '@thidua/server';
import { Field, ObjectType } from 'type-graphql';
import { SOURCES } from './projection.handlers.js';

/** A feed is behind when its reader has not seen its end for this long (real time; an idle feed is read every 3 s). */
export const BEHIND_AFTER_MS = 5_000;

@ObjectType({ description: 'Một nguồn dữ liệu đang chậm, và chậm từ lúc nào (giờ thực).' })
export class FeedState {
  @Field(() => String) source: string;
  @Field(() => DateTimeScalar) since: Date;
}

const startedAt = new Date();

/** Pure: which sources are behind at a real instant. A source never read is behind since the process started. */
export function behindAt(now: Date, caughtUp: ReadonlyMap<string, Date | null>, started: Date): FeedState[] {
  return SOURCES.flatMap((source) => {
    const since = caughtUp.get(source) ?? started;
    const seen = caughtUp.get(source);
    const isBehind = !seen || now.getTime() - seen.getTime() > BEHIND_AFTER_MS;
    return isBehind ? [Object.assign(new FeedState(), { source, since })] : [];
  });
}

/** The feeds that are behind right now; asked once per request. */
export const behind = (ctx: RequestContext): Promise<FeedState[]> =>
  loader<string, FeedState[]>(ctx, 'behind', async (keys) => {
    const rows: { source: string; caught_up_at: Date | null }[] = await ctx.db.query('select source, caught_up_at from feed_offset');
    const states = behindAt(new Date(), new Map(rows.map((row) => [row.source, row.caught_up_at])), startedAt);
    return keys.map(() => states);
  }).load('all');
