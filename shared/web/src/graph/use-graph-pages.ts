import { computed, shallowRef, toValue, watch, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue';
import { faultsOf, type GraphFault } from './graph-faults.js';
import { useGraphAsk } from './graph-client.js';
import type { GraphDocument } from './graph-document.js';
import { useGraphQuery, type GraphQuery } from './use-graph-query.js';

/** The shape of every unbounded list of the graph. */
export interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface GraphPages<Result, Node> extends GraphQuery<Result> {
  readonly nodes: ComputedRef<readonly Node[]>;
  readonly totalCount: ComputedRef<number>;
  readonly hasMore: ComputedRef<boolean>;
  readonly loadingMore: Ref<boolean>;
  loadMore(): Promise<void>;
}

/**
 * A list that grows by "Xem thêm". When the first page changes (an act, a reload) the pages behind it are asked again, so
 * that somebody who works in the middle of a long list stays there.
 */
export function useGraphPages<Result, Variables extends Record<string, unknown> & { after?: string | null }, Node>(
  document: GraphDocument<Result, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  pick: (data: Result) => Connection<Node> | null | undefined,
): GraphPages<Result, Node> {
  const graph = useGraphAsk();
  const first = useGraphQuery(document, variables);
  const later = shallowRef<readonly Connection<Node>[]>([]);
  const loadingMore = shallowRef(false);
  const moreFaults = shallowRef<readonly GraphFault[]>([]);

  const head = computed(() => (first.data.value ? pick(first.data.value) : null) ?? null);
  const last = computed(() => later.value.at(-1) ?? head.value);

  async function fetchPage(after: string | null | undefined): Promise<Connection<Node> | null> {
    const given = toValue(variables);
    if (!given || !after) return null;
    const result = await graph.query<Result>(document, { ...given, after }, { requestPolicy: 'network-only' }).toPromise();
    moreFaults.value = faultsOf(result.error);
    return (result.data ? pick(result.data) : null) ?? null;
  }

  async function fetchUpTo(count: number): Promise<void> {
    const pages: Connection<Node>[] = [];
    let cursor = head.value;
    while (pages.length < count && cursor?.pageInfo.hasNextPage) {
      cursor = await fetchPage(cursor.pageInfo.endCursor);
      if (cursor) pages.push(cursor);
    }
    later.value = pages;
  }

  watch(head, (now) => {
    if (!now) later.value = [];
    else if (later.value.length > 0) void fetchUpTo(later.value.length);
  });

  async function loadMore(): Promise<void> {
    if (loadingMore.value || !last.value?.pageInfo.hasNextPage) return;
    loadingMore.value = true;
    const page = await fetchPage(last.value.pageInfo.endCursor);
    if (page) later.value = [...later.value, page];
    loadingMore.value = false;
  }

  return {
    ...first,
    faults: computed(() => [...first.faults.value, ...moreFaults.value]),
    nodes: computed(() => [...(head.value?.nodes ?? []), ...later.value.flatMap((page) => page.nodes)]),
    totalCount: computed(() => head.value?.totalCount ?? 0),
    hasMore: computed(() => last.value?.pageInfo.hasNextPage ?? false),
    loadingMore,
    loadMore,
  };
}
