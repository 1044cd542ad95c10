import { onScopeDispose, getCurrentScope, type MaybeRefOrGetter, type Ref } from 'vue';
import type { GraphDocument } from '../graph/graph-document.js';
import { useGraphQuery, type GraphQuery } from '../graph/use-graph-query.js';
import type { LiveState } from './live-client.js';
import { useLive } from './use-live.js';

export interface LiveQuery<Result> extends GraphQuery<Result> {
  readonly live: Ref<LiveState>;
}

/** Events that come close together are one reason to ask. */
const TOGETHER_MS = 150;

/**
 * A question whose answer is kept fresh: an event of the subscription is the reason to ask it anew, by the way of all questions,
 * with all their rules. Without the subscription it is a question as any other.
 */
export function useLiveQuery<Result, Variables extends Record<string, unknown>, Told, Topic extends Record<string, unknown>>(
  document: GraphDocument<Result, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  subscription: GraphDocument<Told, Topic>,
  topic: MaybeRefOrGetter<Topic | null>,
): LiveQuery<Result> {
  const query = useGraphQuery(document, variables);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { state } = useLive(subscription, topic, () => {
    clearTimeout(timer);
    timer = setTimeout(() => query.reload(), TOGETHER_MS);
  });
  if (getCurrentScope()) onScopeDispose(() => clearTimeout(timer));
  return { ...query, live: state };
}
