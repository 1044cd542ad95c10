import { useSessionStore } from '@thidua/web';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

const KEY = 'thidua.implementer';

/** The tools of those who set up the platform: what of the live page comes from where. A choice of this tab, off by default. */
export const useImplementer = defineStore('shell/implementer', () => {
  const session = useSessionStore();
  const chosen = ref(sessionStorage.getItem(KEY) === 'on');
  const permitted = computed(() => session.can('module:manage') || session.can('module:publish'));
  const mayArrange = computed(() => session.can('module:manage'));
  const on = computed(() => chosen.value && permitted.value);

  function toggle(): void {
    chosen.value = !chosen.value;
    if (chosen.value) sessionStorage.setItem(KEY, 'on');
    else sessionStorage.removeItem(KEY);
  }
  return { on, permitted, mayArrange, toggle };
});
