import type { ModuleContext, ModuleParts, NavEntry, Registry, RegistryEntry, SlotArrangement, SlotName } from '@thidua/contracts/web';
import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import { displaced } from './module-admission.js';
import type { ModuleFailure } from './module-failure.js';
import { arrange, type Widget } from './widgets.js';

export type ModuleState = 'idle' | 'loading' | 'ready' | 'failed';

/** A department's module as the shell sees it now. */
export interface ModuleStatus {
  /** The release this tab runs, or would run. Kept while the module runs, whatever the registry says meanwhile. */
  entry: RegistryEntry;
  /** What the registry offers now, when this tab runs something else. */
  newer: RegistryEntry | null;
  state: ModuleState;
  /** Number of tries so far; part of the addresses of a try. */
  attempt: number;
  failure: ModuleFailure | null;
  parts: ModuleParts | null;
  context: ModuleContext | null;
}

/** Modules of the registry with their state. Written by the platform only. */
export const useModules = defineStore('shell/modules', () => {
  const all = shallowRef<readonly ModuleStatus[]>([]);
  /** Modules without a place of their own: somebody else has their address. */
  const withoutPlace = shallowRef<readonly RegistryEntry[]>([]);
  const arrangements = shallowRef<Readonly<Record<string, SlotArrangement>>>({});

  /** @param taken addresses of the shell and the host. */
  function register(registry: Registry, taken: readonly string[]): void {
    const refused = displaced(registry.modules, taken);
    withoutPlace.value = Array.from(refused);
    arrangements.value = registry.slots ?? {};
    all.value = registry.modules
      .filter((entry) => !refused.has(entry))
      .map((entry) =>
        shallowReactive<ModuleStatus>({ entry, newer: null, state: 'idle', attempt: 0, failure: null, parts: null, context: null }),
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

  /** Widgets of a slot in their order, hidden ones marked. */
  function widgets(slot: SlotName): Widget<ModuleStatus>[] {
    return arrange(all.value, slot, arrangements.value[slot]);
  }

  return { all, withoutPlace, arrangements, register, get, navOf, widgets };
});
