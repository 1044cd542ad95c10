import type { LocaleText, ModuleContext, NoticeKind, PortalViewer, RegistryEntry } from '@thidua/contracts/web';
import { CONTRACT_VERSION } from '@thidua/contracts/web';
import { mergeModuleMessages, useSessionStore, useToasts, type WebI18n } from '@thidua/web';
import { inject, type InjectionKey } from 'vue';
import type { Router } from 'vue-router';
import { EventBus } from './event-bus.js';
import { prepareFederation } from './federation.js';
import type { FailureCode, ModuleFailure } from './module-failure.js';
import { ModuleLoader } from './module-loader.js';
import { addModuleRoutes, placeholderRoute } from './module-routes.js';
import { type ModuleStatus, useModules } from './modules.store.js';

export const PLATFORM: InjectionKey<Platform> = Symbol('platform');

export function usePlatform(): Platform {
  const platform = inject(PLATFORM);
  if (!platform) throw new Error('The platform is provided by main.ts');
  return platform;
}

/** How long a navigation waits for a module before it shows the module's frame with a skeleton. */
const GRACE_MS = 150;

/** Everything the shell does with departments' modules. */
export class Platform {
  readonly #loader: ModuleLoader;
  readonly #bus = new EventBus((error, event) => console.error(`handler of "${event}" failed`, error));

  constructor(
    private readonly router: Router,
    private readonly i18n: WebI18n,
  ) {
    prepareFederation();
    this.#loader = new ModuleLoader({
      provided: __PROVIDED_VERSIONS__,
      contextOf: (entry) => this.#contextOf(entry),
      attach: (status, parts) => {
        if (parts.messages) mergeModuleMessages(this.i18n, status.entry.id, parts.messages);
        return addModuleRoutes(this.router, status, parts, (error) => this.fail(status, error, 'PAGE'));
      },
      onFailure: (status, failure) => this.#report(status, failure),
    });
  }

  /** Makes a place for every module of the registry. None is loaded yet. */
  install(entries: readonly RegistryEntry[]): void {
    const modules = useModules();
    modules.register(entries);
    for (const status of modules.all) this.router.addRoute(placeholderRoute(status));
    this.router.beforeEach(async (to) => {
      const status = typeof to.meta['moduleId'] === 'string' ? modules.get(to.meta['moduleId']) : undefined;
      if (!status || status.state === 'ready' || status.state === 'failed') return true;
      await Promise.race([this.#loader.ensure(status), new Promise((resolve) => setTimeout(resolve, GRACE_MS))]);
      // Loaded within the moment: match again, now with the module's own routes.
      if ((status.state as string) === 'ready') return { path: to.path, query: to.query, hash: to.hash, replace: true };
      void this.#loader.ensure(status).then(() => this.#enter(status));
      return true;
    });
    this.#watchStrayErrors();
  }

  /** Loads a module for one of its slots; its pages come along. */
  ensure(status: ModuleStatus): Promise<void> {
    return this.#loader.ensure(status);
  }

  async retry(status: ModuleStatus): Promise<void> {
    await this.#loader.retry(status);
    await this.#enter(status);
  }

  fail(status: ModuleStatus, error: unknown, code: FailureCode): void {
    this.#loader.fail(status, error, code);
  }

  /** An error that costs one act, not the page. */
  notifyError(status: ModuleStatus, error: unknown): void {
    console.error(`[${status.entry.id}]`, error);
    const { name } = status.entry;
    this.#notify(
      {
        vi: `Một thao tác trong phần của ${name.vi} bị lỗi. Trang vẫn dùng được.`,
        en: `Something in the part of ${name.en} failed. The page still works.`,
      },
      'warn',
    );
  }

  /** The router does not match the present address again by itself when routes are added. */
  async #enter(status: ModuleStatus): Promise<void> {
    const route = this.router.currentRoute.value;
    if (status.state !== 'ready' || route.meta['moduleId'] !== status.entry.id) return;
    await this.router.replace({ path: route.path, query: route.query, hash: route.hash, force: true });
  }

  #contextOf(entry: RegistryEntry): { context: ModuleContext; dispose(): void } {
    const session = useSessionStore();
    const stops = new Set<() => void>();
    const viewer = (): PortalViewer => ({
      personId: session.session?.personId ?? null,
      name: session.session?.name ?? '',
      permissions: session.session?.permissions ?? [],
      actingRole: session.actingRole,
      departmentCode: session.session?.departmentCode ?? null,
    });
    const context: ModuleContext = Object.freeze({
      moduleId: entry.id,
      basePath: entry.basePath,
      departmentCode: entry.departmentCode,
      contract: CONTRACT_VERSION,
      viewer,
      locale: () => session.locale,
      notify: (message: LocaleText, kind?: NoticeKind) => this.#notify(message, kind ?? 'info'),
      navigate: (path: string) => void this.router.push(path),
      emit: (event: string, payload?: unknown) => this.#bus.emit(event, payload),
      on: (event: string, handler: (payload: unknown) => void) => {
        const stop = this.#bus.on(event, handler);
        stops.add(stop);
        return stop;
      },
    });
    return { context, dispose: () => stops.forEach((stop) => stop()) };
  }

  #notify(message: LocaleText, kind: NoticeKind): void {
    useToasts().show(message[useSessionStore().locale], kind);
  }

  #report(status: ModuleStatus, failure: ModuleFailure): void {
    console.error(`[${status.entry.id} ${status.entry.version}] ${failure.code}: ${failure.message}`, failure.cause ?? '');
  }

  /** Errors in timers and promises outside Vue: told apart by the script they come from. */
  #watchStrayErrors(): void {
    const handle = (error: unknown, source: string): void => {
      const id = /\/modules\/([a-z][a-z0-9-]*)\//.exec(source)?.[1];
      const status = id ? useModules().get(id) : undefined;
      if (status?.state === 'ready') this.notifyError(status, error);
    };
    addEventListener('error', (event) => handle(event.error, `${event.filename} ${stackOf(event.error)}`));
    addEventListener('unhandledrejection', (event) => handle(event.reason, stackOf(event.reason)));
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
