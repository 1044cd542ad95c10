import { ref } from 'vue';
import { defineStore } from 'pinia';
import type { NoticeKind } from '@thidua/contracts/web';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: NoticeKind;
  readonly action?: { readonly label: string; run(): void };
}

const SHOWN_MS = 6000;

/** Short messages at the edge of the screen; shown by one `TdToasts` in the shell. */
export const useToasts = defineStore('web/toasts', () => {
  const items = ref<Toast[]>([]);
  let next = 1;

  function dismiss(id: number): void {
    items.value = items.value.filter((item) => item.id !== id);
  }
  function show(text: string, kind: NoticeKind = 'ok', action?: Toast['action']): void {
    const id = next++;
    items.value = [...items.value.slice(-2), { id, text, kind, ...(action ? { action } : {}) }];
    setTimeout(() => dismiss(id), SHOWN_MS);
  }
  return { items, show, dismiss };
});
