import { getCurrentScope, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import type { GraphDocument } from '../graph/graph-document.js';
import { useSessionStore } from '../session/session.store.js';
import { useLiveClient, type LiveState } from './live-client.js';

export interface Live<Result> {
  /** What the last event said; undefined before the first. It stays when the line is lost: never blank. */
  readonly data: Ref<Result | undefined>;
  readonly state: Ref<LiveState>;
}

/**
 * Listens to a subscription for as long as the component lives. Where it is not offered the state is `off`, and what the page
 * asked for stands as it is.
 * @param variables null = not now
 * @param heard called for every event; the usual use is to ask a question anew by the normal way
 */
export function useLive<Result, Variables extends Record<string, unknown>>(
  document: GraphDocument<Result, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  heard?: (data: Result) => void,
): Live<Result> {
  const client = useLiveClient();
  const session = useSessionStore();
  const data = shallowRef<Result>();
  const state = shallowRef<LiveState>(client ? 'connecting' : 'off');
  let stop: (() => void) | undefined;
  watch(
    // Another role or language is another stream.
    () => JSON.stringify([session.actingRole, session.locale, toValue(variables)]),
    () => {
      stop?.();
      stop = undefined;
      data.value = undefined;
      const given = toValue(variables);
      if (!client || !given) return;
      state.value = 'connecting';
      stop = client.subscribe<Result>(document, given, {
        state: (now) => (state.value = now),
        next: (result) => {
          data.value = result;
          heard?.(result);
        },
      });
    },
    { immediate: true },
  );
  if (getCurrentScope()) onScopeDispose(() => stop?.());
  return { data, state };
}
