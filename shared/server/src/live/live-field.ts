import type { Access, FeedEvent } from '@thidua/contracts';
import type { ClassType } from 'type-graphql';
import { Subscription } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { fault } from '../faults.js';
import { Allow, checkAccess } from '../permit.js';
import type { LiveFeed } from './live-feed.js';

/** The context of a subscription: beside what every request has, the outbox and where its reader is. */
export interface LiveContext extends RequestContext {
  readonly live?: { readonly feed: LiveFeed; readonly since: string | null; readonly signal: AbortSignal };
}

export interface LiveOptions<Args, Admitted = unknown> {
  /** Who may listen at all; asked when the line opens and again for every event. */
  readonly access: Access;
  readonly description: string;
  /** The concrete object, before the line opens. The resolver asks it again for every event. @throws when the caller may not */
  readonly admit?: (args: Args, ctx: RequestContext) => Promise<Admitted>;
  /**
   * Whether an event concerns this reader. What he may not see in an answer must not reach him as an event either: that it came,
   * and when, tells too.
   */
  readonly wants: (event: FeedEvent, args: Args, ctx: RequestContext, admitted: Admitted) => boolean;
  /** Grid of milliseconds on which an event may be told; absent = at once. */
  readonly pace?: (event: FeedEvent) => number;
}

/**
 * A root field of `Subscription`, driven by the outbox. The method below it gets the moment as `@Root()` and answers with what
 * is now: an event says that something changed, and the answer is read after it.
 */
export function Live<Args, Admitted = undefined>(type: () => ClassType, options: LiveOptions<Args, Admitted>): MethodDecorator {
  const { access, description, admit, wants, pace } = options;
  const subscribe = Subscription(type, {
    nullable: true,
    description,
    subscribe: async ({ args, context }: { args: unknown; context: unknown }) => {
      const ctx = context as LiveContext;
      if (!ctx.live) throw fault('BAD_USER_INPUT', 'Subscriptions are asked with accept: text/event-stream.');
      checkAccess(ctx, access);
      const admitted = (await admit?.(args as Args, ctx)) as Admitted;
      const { feed, since, signal } = ctx.live;
      return feed.listen({ since, signal, wants: (event) => wants(event, args as Args, ctx, admitted), ...(pace ? { pace } : {}) });
    },
  } as never);
  const allow = Allow(access);
  return (target, key, descriptor) => {
    subscribe(target, key as string, descriptor as PropertyDescriptor);
    allow(target, key, descriptor);
  };
}
