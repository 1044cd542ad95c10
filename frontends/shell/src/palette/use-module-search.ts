import type { LocaleText, SearchResult } from '@thidua/contracts/web';
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { useViewer } from '../layout/viewer.store.js';
import { type ModuleStatus, useModules } from '../platform/modules.store.js';
import { usePlatform } from '../platform/platform.js';

const PAUSE_MS = 250;
const AT_LEAST = 2;
const SHOWN_PER_SEARCH = 6;

export interface FoundGroup {
  readonly key: string;
  readonly title: LocaleText;
  readonly status: ModuleStatus;
  readonly results: readonly SearchResult[];
  /** The module did not answer: said in one line, nothing else is held up. */
  readonly failed: boolean;
}

/** Asks every module that declares a search, once the typing pauses. Groups appear as the answers come. */
export function useModuleSearch(typed: Ref<string>): { groups: Ref<readonly FoundGroup[]>; searching: Ref<boolean> } {
  const modules = useModules();
  const viewer = useViewer();
  const platform = usePlatform();
  const groups = shallowRef<readonly FoundGroup[]>([]);
  const searching = ref(false);
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    running?.abort();
    searching.value = false;
  }

  async function search(text: string): Promise<void> {
    const signal = (running = new AbortController()).signal;
    const asked = modules.all
      .filter(({ entry }) => entry.state !== 'killed')
      .flatMap((status) =>
        (status.entry.search ?? []).filter((declared) => viewer.offers(declared.permissions)).map((declared) => ({ status, declared })),
      );
    searching.value = asked.length > 0;
    await Promise.all(
      asked.map(async ({ status, declared }) => {
        const results = await platform.search(status, declared.id, text, signal).catch(() => null);
        if (signal.aborted || results?.length === 0) return;
        const group = {
          key: `${status.entry.id}/${declared.id}`,
          title: declared.title,
          status,
          results: (results ?? []).slice(0, SHOWN_PER_SEARCH),
          failed: results === null,
        };
        groups.value = [...groups.value, group];
      }),
    );
    if (!signal.aborted) searching.value = false;
  }

  watch(typed, (text) => {
    stop();
    groups.value = [];
    if (text.trim().length >= AT_LEAST) timer = setTimeout(() => void search(text.trim()), PAUSE_MS);
  });
  onScopeDispose(stop);
  return { groups, searching };
}
