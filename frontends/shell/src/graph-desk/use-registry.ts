import { useSessionStore, type GraphFault } from '@thidua/web';
import { onMounted, shallowRef, watch, type Ref } from 'vue';
import { askHost, HostRefusal } from '../platform/host-api.js';

export interface RegistryPart<T> {
  readonly data: Ref<T | null>;
  readonly loading: Ref<boolean>;
  /** Why there is nothing, in the form of a graph fault: pages show it as one. */
  readonly fault: Ref<GraphFault | null>;
  reload(): Promise<void>;
}

const BASE = '/platform/graph/';

/** A part of the gateway's registry, read when the page is shown and whenever its path changes. */
export function useRegistry<T>(path: () => string): RegistryPart<T> {
  const session = useSessionStore();
  const data = shallowRef<T | null>(null);
  const loading = shallowRef(true);
  const fault = shallowRef<GraphFault | null>(null);
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = (latest += 1);
    loading.value = true;
    try {
      const answer = await askHost<T>(session.session?.csrfToken ?? '', 'GET', BASE + path());
      if (mine === latest) [data.value, fault.value] = [answer, null];
    } catch (error) {
      if (!(error instanceof HostRefusal)) throw error;
      if (mine === latest) fault.value = { code: error.code, message: error.text[session.locale], path: '', service: 'gateway' };
    } finally {
      if (mine === latest) loading.value = false;
    }
  }
  onMounted(reload);
  watch(path, reload);
  return { data, loading, fault, reload };
}

/** Asks the registry to judge something. @throws HostRefusal with words for people */
export const postRegistry = (csrf: string | undefined, path: string, body: unknown): Promise<unknown> =>
  askHost(csrf ?? '', 'POST', BASE + path, body);

/** Changes something in the registry. @throws HostRefusal with words for people */
export const putRegistry = (csrf: string | undefined, path: string, body: unknown): Promise<unknown> =>
  askHost(csrf ?? '', 'PUT', BASE + path, body);
