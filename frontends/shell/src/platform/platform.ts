import type { LocaleText, NoticeKind, NotificationItem, Registry, RegistryEntry, SearchResult } from '@thidua/contracts/web';
import { mergeModuleMessages, useSessionStore, useToasts, type WebI18n } from '@thidua/web';
import type { Client } from '@urql/core';
import { inject, type InjectionKey } from 'vue';
import type { RouteLocationNormalized, RouteLocationRaw, Router } from 'vue-router';
import { useViewer } from '../layout/viewer.store.js';
import { Contributions } from './contributions.js';
import { CrashReports } from './crash-reports.js';
import { EventBus } from './event-bus.js';
import { prepareFederation } from './federation.js';
import { askGraph } from './graph-ask.js';
import { LiveRegistry } from './live-registry.js';
import { moduleContext } from './module-context.js';
import { type FailureCode, isHopeless, ModuleFailure } from './module-failure.js';
import { ModuleLoader } from './module-loader.js';
import { addModuleRoutes, placeholderRoute } from './module-routes.js';
import { ModuleWarnings } from './module-warnings.js';
import { MemoryWatch, watchLongFrames } from './module-watch.js';
import { type ModuleStatus, useModules } from './modules.store.js';
import { isSameRelease, newRelease } from './release-change.js';
import { type Origin, originOf, watchStrayErrors } from './stray-errors.js';
import { guardStyles } from './style-guard.js';

export const PLATFORM: InjectionKey<Platform> = Symbol('platform');

export function usePlatform(): Platform {
  const platform = inject(PLATFORM);
  if (!platform) throw new Error('The platform is provided by main.ts');
  return platform;
}

/** How long a navigation waits for a module before it shows the module's frame with a skeleton. */
const GRACE_MS = 150;
/** First segments of the host's own addresses, beside the shell's pages. */
const HOST_PLACES = ['/modules', '/platform', '/registry', '/auth', '/session', '/graphql', '/graph', '/upload', '/health', '/assets'];

export interface PlatformParts {
  readonly router: Router;
  readonly i18n: WebI18n;
  readonly client: Client;
  readonly csrf: string;
  /** Component behind `context.slot`. */
  readonly slot: unknown;
}

/** Everything the shell does with departments' modules. */
export class Platform {
  readonly #loader: ModuleLoader;
  readonly #bus = new EventBus((error, event) => console.error(`handler of "${event}" failed`, error));
  readonly #crashes: CrashReports;
  readonly #live = new LiveRegistry((registry) => this.#update(registry));
  readonly #warnings = new ModuleWarnings({
    notify: (message) => this.#notify(message, 'warn'),
    report: (entry, code, message) => this.#crashes.failed(entry, code, message),
  });
  readonly #memory = new MemoryWatch({
    onMemory: (megabytes) => this.#warnings.heavy(this.#inView(), megabytes),
  });

  constructor(
    private readonly parts: PlatformParts,
    registry: Registry,
  ) {
    prepareFederation();
    const { router, i18n } = parts;
    this.#crashes = new CrashReports(parts.csrf, () => router.currentRoute.value.matched.at(-1)?.path ?? '');
    this.#loader = new ModuleLoader({
      provided: __PROVIDED_VERSIONS__,
      signed: registry.signatures !== 'off',
      offers: (permissions) => useViewer().offers(permissions),
      contextOf: (entry) => this.#contextOf(entry),
      attach: (status, moduleParts) => {
        if (moduleParts.messages) mergeModuleMessages(i18n, status.entry.id, moduleParts.messages);
        return addModuleRoutes(router, status, moduleParts, (error) => this.fail(status, error, 'PAGE'));
      },
      onReady: (status) => this.#crashes.loaded(status.entry),
      onFailure: (status, failure) => this.#report(status.entry, failure),
    });
    this.#install(registry);
  }

  /** Makes a place for every module of the registry. None is loaded yet. */
  #install(registry: Registry): void {
    const { router } = this.parts;
    const modules = useModules();
    const own = router.getRoutes().map((route) => `/${route.path.split('/')[1] ?? ''}`);
    modules.register(registry, [...HOST_PLACES, ...own]);
    for (const entry of modules.withoutPlace) this.#report(entry, new ModuleFailure('COLLISION', `${entry.basePath} is taken`));
    for (const status of modules.all) router.addRoute(placeholderRoute(status));
    router.beforeEach((to, from) => this.#arrive(to, from));
    router.afterEach((to, from) => {
      if (to.meta['moduleId'] === from.meta['moduleId']) return;
      if (to.meta['moduleId']) this.#memory.enter();
      else this.#memory.leave();
    });
    guardStyles((href) => {
      const origin = originOf(href);
      if (origin) this.#stray(origin, new ModuleFailure('INTEGRITY', `${href} is not covered`));
    });
    watchStrayErrors((origin, error) => this.#stray(origin, error));
    watchLongFrames({
      inView: () => this.#inView()?.entry.id ?? null,
      onSlow: (module, milliseconds) => this.#warnings.slow(modules.get(module), milliseconds),
    });
    if (registry.modules.length > 0) this.#live.start();
  }

  async #arrive(to: RouteLocationNormalized, from: RouteLocationNormalized): Promise<true | RouteLocationRaw> {
    const status = typeof to.meta['moduleId'] === 'string' ? useModules().get(to.meta['moduleId']) : undefined;
    if (status?.newer?.state === 'killed' && from.meta['moduleId'] !== to.meta['moduleId']) this.#takeNewer(status);
    if (!status || status.state === 'ready' || status.state === 'failed') return true;
    await Promise.race([this.#loader.ensure(status), new Promise((resolve) => setTimeout(resolve, GRACE_MS))]);
    // Loaded within the moment: match again, now with the module's own routes.
    if ((status.state as string) === 'ready') return { path: to.path, query: to.query, hash: to.hash, replace: true };
    void this.#loader.ensure(status).then(() => this.#enter(status));
    return true;
  }

  /** Loads a module for one of its contributions; its pages come along. */
  ensure(status: ModuleStatus): Promise<void> {
    return this.#loader.ensure(status);
  }

  /** Code that a manifest declares beside pages and widgets: commands, searches, notices. */
  readonly #contributions = new Contributions((status) => this.ensure(status));

  search(status: ModuleStatus, id: string, text: string, signal: AbortSignal): Promise<readonly SearchResult[]> {
    return this.#contributions.search(status, id, text, signal);
  }

  notifications(status: ModuleStatus, id: string, signal: AbortSignal, keepMs: number): Promise<readonly NotificationItem[]> {
    return this.#contributions.notifications(status, id, signal, keepMs);
  }

  /** An error in a command costs the command. */
  async runCommand(status: ModuleStatus, id: string): Promise<void> {
    await this.#contributions.run(status, id).catch((error: unknown) => this.notifyError(status, error));
  }

  /** Tries again, with the release that is offered by now. */
  async retry(status: ModuleStatus): Promise<void> {
    await this.#live.refresh();
    if (status.state === 'ready') return;
    await this.#loader.retry(status);
    await this.#enter(status);
  }

  fail(status: ModuleStatus, error: unknown, code: FailureCode): void {
    this.#loader.fail(status, error, code);
  }

  /** An error that costs one act, not the page. */
  notifyError(status: ModuleStatus, error: unknown): void {
    console.error(`[${status.entry.id} ${status.entry.release ?? status.entry.version}]`, error);
    this.#crashes.failed(status.entry, 'ERROR', error);
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
    const route = this.parts.router.currentRoute.value;
    if (status.state !== 'ready' || route.meta['moduleId'] !== status.entry.id) return;
    await this.parts.router.replace({ path: route.path, query: route.query, hash: route.hash, force: true });
  }

  /** The registry changed. What runs in this tab goes on as it is; what does not run yet takes the new release. */
  #update(registry: Registry): void {
    const modules = useModules();
    modules.arrangements = registry.slots ?? {};
    for (const status of modules.all) {
      const entry = registry.modules.find((candidate) => candidate.id === status.entry.id);
      if (!entry || entry.basePath !== status.entry.basePath) continue;
      const inView = this.parts.router.currentRoute.value.meta['moduleId'] === status.entry.id;
      if (status.state === 'ready' || status.state === 'loading') {
        status.newer = newRelease(status.entry, entry);
        if (status.newer?.state === 'killed' && !inView) this.#takeNewer(status);
      } else if (!isSameRelease(status.entry, entry)) {
        this.#loader.remove(status);
        status.entry = entry;
        if (inView) void this.#loader.ensure(status).then(() => this.#enter(status));
      }
    }
  }

  #takeNewer(status: ModuleStatus): void {
    if (!status.newer) return;
    this.#loader.remove(status);
    Object.assign(status, { entry: status.newer, newer: null });
  }

  #contextOf(entry: RegistryEntry): ReturnType<typeof moduleContext> {
    return moduleContext(entry, {
      bus: this.#bus,
      slot: this.parts.slot,
      notify: (message, kind) => this.#notify(message, kind),
      navigate: (path) => void this.parts.router.push(path),
      ask: (from, document, variables) => askGraph(this.parts.client, from, document, variables),
    });
  }

  #notify(message: LocaleText, kind: NoticeKind): void {
    useToasts().show(message[useSessionStore().locale], kind);
  }

  #report(entry: RegistryEntry, failure: ModuleFailure): void {
    console.error(`[${entry.id} ${entry.release ?? entry.version}] ${failure.code}: ${failure.message}`, failure.cause ?? '');
    if (!isHopeless(failure) || failure.code === 'SIGNATURE') this.#crashes.failed(entry, failure.code, failure);
  }

  #inView(): ModuleStatus | undefined {
    const id = this.parts.router.currentRoute.value.meta['moduleId'];
    return typeof id === 'string' ? useModules().get(id) : undefined;
  }

  #stray(origin: Origin, error: unknown): void {
    const status = useModules().get(origin.module);
    if (status?.state === 'ready') this.notifyError(status, error);
  }
}
