import { useSessionStore } from '@thidua/web';
import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { type ModuleStatus, useModules } from '../platform/modules.store.js';

const KEY = 'thidua.portal';

/** The department's portal in view: of the page, else the last one, else the person's own department. */
export function usePortal(): ComputedRef<ModuleStatus | null> {
  const route = useRoute();
  const modules = useModules();
  const session = useSessionStore();
  return computed(() => {
    const onPage = typeof route.meta['moduleId'] === 'string' ? modules.get(route.meta['moduleId']) : undefined;
    if (onPage) {
      sessionStorage.setItem(KEY, onPage.entry.id);
      return onPage;
    }
    const own = modules.all.find((status) => status.entry.departmentCode === session.session?.departmentCode);
    return modules.get(sessionStorage.getItem(KEY) ?? '') ?? own ?? modules.all[0] ?? null;
  });
}
