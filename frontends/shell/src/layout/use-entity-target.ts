import { useSessionStore } from '@thidua/web';
import { computed, type ComputedRef } from 'vue';
import { useModules } from '../platform/modules.store.js';
import { entityPath } from './entity-path.js';
import { usePortal } from './use-portal.js';

/** Page for an address in the graph's words, in the portal of the reader's own department; null when there is none. */
export function useEntityTarget(address: () => string): ComputedRef<string | null> {
  const modules = useModules();
  const session = useSessionStore();
  const inView = usePortal();
  return computed(() => {
    const own = modules.all.find((status) => status.entry.departmentCode === session.session?.departmentCode) ?? inView.value;
    return own ? entityPath(address(), own.entry.basePath, own.entry.links ?? []) : null;
  });
}
