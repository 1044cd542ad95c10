import {
  CONTRACT_VERSION,
  type GraphAnswer,
  type LocaleText,
  type ModuleContext,
  type NoticeKind,
  type PortalViewer,
  type RegisteredText,
  type RegistryEntry,
  settingValues,
} from '@thidua/contracts/web';
import { useSessionStore } from '@thidua/web';
import type { EventBus } from './event-bus.js';
import { moduleStorage } from './module-storage.js';

export interface ContextPorts {
  readonly bus: EventBus;
  /** Component behind `context.slot`. */
  readonly slot: unknown;
  notify(message: LocaleText, kind: NoticeKind): void;
  navigate(path: string): void;
  ask<T>(entry: RegistryEntry, document: RegisteredText, variables: Readonly<Record<string, unknown>>): Promise<GraphAnswer<T>>;
}

/** Everything one module may ask of the shell, and what to undo when it goes. */
export function moduleContext(entry: RegistryEntry, ports: ContextPorts): { context: ModuleContext; dispose(): void } {
  const session = useSessionStore();
  const stops = new Set<() => void>();
  const gone = new AbortController();
  const context: ModuleContext = Object.freeze({
    moduleId: entry.id,
    basePath: entry.basePath,
    departmentCode: entry.departmentCode,
    contract: CONTRACT_VERSION,
    release: entry.release ?? entry.version,
    viewer: viewerOf,
    locale: () => session.locale,
    settings: () => settingValues(entry.settings, entry.values),
    flag: (id: string) => entry.switches?.[id] ?? entry.flags?.find((flag) => flag.id === id)?.default ?? false,
    storage: moduleStorage(entry.id, localStorage),
    signal: gone.signal,
    slot: ports.slot,
    notify: (message: LocaleText, kind?: NoticeKind) => ports.notify(message, kind ?? 'info'),
    navigate: (path: string) => ports.navigate(path),
    ask: <T>(document: RegisteredText, variables?: Readonly<Record<string, unknown>>) => ports.ask<T>(entry, document, variables ?? {}),
    emit: (event: string, payload?: unknown) => ports.bus.emit(event, payload),
    on: (event: string, handler: (payload: unknown) => void) => {
      const stop = ports.bus.on(event, handler);
      stops.add(stop);
      return stop;
    },
  });
  return {
    context,
    dispose: () => {
      gone.abort();
      stops.forEach((stop) => stop());
    },
  };
}

function viewerOf(): PortalViewer {
  const { session, actingRole } = useSessionStore();
  return {
    personId: session?.personId ?? null,
    name: session?.name ?? '',
    permissions: session?.permissions ?? [],
    actingRole,
    departmentCode: session?.departmentCode ?? null,
  };
}
