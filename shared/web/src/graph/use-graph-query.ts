import {
  computed,
  getCurrentScope,
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue';
import type { OperationContext } from '@urql/core';
import { faultAt, faultsOf, type GraphFault } from './graph-faults.js';
import { useGraphAsk } from './graph-client.js';
import type { GraphDocument } from './graph-document.js';

export interface GraphQuery<Result> {
  /** Last answer, kept while a newer one is on its way; undefined before the first. */
  readonly data: Ref<Result | undefined>;
  readonly faults: Ref<readonly GraphFault[]>;
  /** True until the first answer for the present variables. */
  readonly loading: ComputedRef<boolean>;
  readonly fetching: Ref<boolean>;
  /** Why `path` is missing, or null. `path` without list indexes. */
  failed(path: string): GraphFault | null;
  reload(): void;
}

/**
 * Asks, and keeps asking: answers again when the variables change, when a mutation touched one of the types, and on `reload`.
 * Partial answers are normal here: show what came, and a quiet card where `failed(path)` names a fault.
 * @param variables null pauses the question (something it needs is not chosen yet).
 */
export function useGraphQuery<Result, Variables extends Record<string, unknown>>(
  document: GraphDocument<Result, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
): GraphQuery<Result> {
  const graph = useGraphAsk();
  const data = shallowRef<Result>();
  const faults = shallowRef<readonly GraphFault[]>([]);
  const fetching = shallowRef(false);
  let stop: (() => void) | undefined;
  let asked = '';

  function ask(context?: Partial<OperationContext>): void {
    stop?.();
    const given = toValue(variables);
    if (!given) return;
    const key = JSON.stringify(given);
    if (key !== asked) {
      data.value = undefined;
      faults.value = [];
      asked = key;
    }
    fetching.value = true;
    const { unsubscribe } = graph.query<Result>(document, given, context).subscribe((result) => {
      if (result.data !== undefined && result.data !== null) data.value = result.data;
      faults.value = faultsOf(result.error);
      fetching.value = result.stale;
    });
    stop = unsubscribe;
  }

  watch(
    () => JSON.stringify(toValue(variables)),
    () => ask(),
    { immediate: true },
  );
  if (getCurrentScope()) onScopeDispose(() => stop?.());
  return {
    data,
    faults,
    fetching,
    loading: computed(() => data.value === undefined && faults.value.length === 0),
    failed: (path) => faultAt(faults.value, path),
    reload: () => ask({ requestPolicy: 'network-only' }),
  };
}
