import type { GraphFault } from '@thidua/web';
import { onMounted, ref, shallowRef, watch, type Ref } from 'vue';
import { useBoot } from '../boot.context.js';
import { askHost, HostRefusal } from '../platform/host-api.js';

export interface DeskPart<T> {
  readonly data: Ref<T | null>;
  /** Why there is nothing, as a fault of the graph would say it. */
  readonly fault: Ref<GraphFault | null>;
  reload(): Promise<void>;
}

/** A part of the registry of modules; what was read last stays in view while a newer answer is on its way. */
export function useDeskPart<T>(path: () => string | null): DeskPart<T> {
  const boot = useBoot();
  const data = shallowRef<T | null>(null);
  const fault = shallowRef<GraphFault | null>(null);
  let latest = 0;

  async function reload(): Promise<void> {
    const asked = path();
    const mine = (latest += 1);
    if (asked === null) return;
    try {
      const answer = await askHost<T>(boot.session.csrf, 'GET', asked);
      if (mine === latest) [data.value, fault.value] = [answer, null];
    } catch (error) {
      if (!(error instanceof HostRefusal)) throw error;
      if (mine === latest) fault.value = { code: error.code, message: error.text.vi, path: '', service: null };
    }
  }
  onMounted(reload);
  watch(path, () => {
    data.value = null;
    void reload();
  });
  return { data, fault, reload };
}

export interface DeskAct {
  readonly busy: Ref<boolean>;
  readonly refusal: Ref<HostRefusal | null>;
  /** One act at a time. @returns the answer, or null when it was refused (see `refusal`). */
  run<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ readonly answer: T } | null>;
  forget(): void;
}

/** Something done to the registry. A refusal is shown where the act was asked for. */
export function useDeskAct(): DeskAct {
  const boot = useBoot();
  const busy = ref(false);
  const refusal = shallowRef<HostRefusal | null>(null);
  return {
    busy,
    refusal,
    forget: () => {
      refusal.value = null;
    },
    run: async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => {
      if (busy.value) return null;
      busy.value = true;
      refusal.value = null;
      try {
        return { answer: await askHost<T>(boot.session.csrf, method, path, body) };
      } catch (error) {
        if (!(error instanceof HostRefusal)) throw error;
        refusal.value = error;
        return null;
      } finally {
        busy.value = false;
      }
    },
  };
}
