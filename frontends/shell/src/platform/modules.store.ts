import type { ModuleContext, ModuleParts, NavEntry, RegistryEntry, SlotName } from '@thidua/contracts/web';
import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import type { ModuleFailure } from './module-failure.js';

export type ModuleState = 'idle' | 'loading' | 'ready' | 'failed';

/** A department's module as the shell sees it now. */
export interface ModuleStatus {
  readonly entry: RegistryEntry;
  state: ModuleState;
  /** Number of tries so far; part of the addresses of a try. */
  attempt: number;
  failure: ModuleFailure | null;
  parts: ModuleParts | null;
  context: ModuleContext | null;
}

/** Modules of the registry with their state. Written by the loader only. */
export const useModules = defineStore('shell/modules', () => {
  const all = shallowRef<readonly ModuleStatus[]>([]);

  function register(entries: readonly RegistryEntry[]): void {
    all.value = entries.map((entry) =>
      shallowReactive<ModuleStatus>({ entry, state: 'idle', attempt: 0, failure: null, parts: null, context: null }),
    );
  }

  const byId = computed(() => new Map(all.value.map((status) => [status.entry.id, status])));

  function get(id: string): ModuleStatus | undefined {
    return byId.value.get(id);
  }

  /** Navigation of a module: what its code says once it runs, what the registry says before. */
  function navOf(status: ModuleStatus): readonly NavEntry[] {
    return status.parts?.nav ?? status.entry.nav;
  }

  function withSlot(slot: SlotName): { status: ModuleStatus; slotId: string }[] {
    return all.value.flatMap((status) =>
      status.entry.slots.filter((entry) => entry.slot === slot).map((entry) => ({ status, slotId: entry.id })),
    );
  }

  return { all, register, get, navOf, withSlot };
});
