import type { AssertedActor } from '@thidua/contracts';
import type { ServiceIdentity } from '@thidua/server';

/** An assertion lives 60 s; it is used half as long, so that a slow subgraph never sees an expired one. */
const REUSE_MS = 30_000;

/** Signed words about a caller to one subgraph. */
export type Assert = (subgraph: string, actor: AssertedActor) => Promise<string>;

/** Keeps the assertions on the actor itself: whoever forgets the caller forgets them too. */
export function cachedAssertions(identity: ServiceIdentity, now: () => number = Date.now): Assert {
  const kept = new WeakMap<AssertedActor, Map<string, { until: number; token: Promise<string> }>>();
  return (subgraph, actor) => {
    const own = kept.get(actor) ?? new Map<string, { until: number; token: Promise<string> }>();
    kept.set(actor, own);
    const found = own.get(subgraph);
    if (found && now() < found.until) return found.token;
    const token = identity.assert(subgraph, actor);
    own.set(subgraph, { until: now() + REUSE_MS, token });
    token.catch(() => own.delete(subgraph));
    return token;
  };
}
