import type { ModuleContext, ModuleParts, ModuleRoute, PortalModule, SandboxPage } from '@thidua/contracts/web';
import { type FrameStart, type FromFrame, matchPage, START, type ToFrame } from './bridge.js';

/**
 * Runs one sandboxed module inside its frame. The frame has an origin of its own, no network, no storage and no way to the page
 * around it but the port; what the contract's context offers goes through that port.
 */
class Frame {
  readonly #handlers = new Map<string, Set<(payload: unknown) => void>>();
  readonly #asked = new Map<number, (answer: never) => void>();
  readonly #stored: Map<string, string>;
  readonly #target = document.querySelector<HTMLElement>('#app') ?? document.body;
  #locale: FrameStart['locale'];
  #parts: ModuleParts | null = null;
  #leave: (() => void) | null = null;
  #shown = 0;

  constructor(
    private readonly start: FrameStart,
    private readonly port: MessagePort,
  ) {
    this.#locale = start.locale;
    this.#stored = new Map(Object.entries(start.stored));
    port.addEventListener('message', (event: MessageEvent<ToFrame>) => this.#hear(event.data));
    port.start();
    addEventListener('error', (event) => this.#say({ kind: 'error', message: event.message }));
    addEventListener('unhandledrejection', (event) => this.#say({ kind: 'error', message: String(event.reason) }));
    new ResizeObserver(() =>
      this.#say({ kind: 'height', pixels: Math.ceil(document.documentElement.getBoundingClientRect().height) }),
    ).observe(this.#target);
  }

  async run(): Promise<void> {
    let module: PortalModule;
    try {
      module = ((await import(/* @vite-ignore */ this.start.entry)) as { default: PortalModule }).default;
      if (module.id !== this.start.moduleId || typeof module.activate !== 'function') throw new TypeError('not a module of that id');
    } catch (error) {
      return this.#say({ kind: 'failed', code: 'BAD_MODULE', message: String(error) });
    }
    try {
      this.#parts = await module.activate(this.#context());
    } catch (error) {
      return this.#say({ kind: 'failed', code: 'ACTIVATE', message: String(error) });
    }
    await this.#show(this.start.page);
    this.#say({ kind: 'ready' });
  }

  #say(message: FromFrame): void {
    // A port has no origin: it leads to the one page it was made by.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.port.postMessage(message);
  }

  #hear(message: ToFrame): void {
    if (message.kind === 'page') void this.#show(message.page);
    else if (message.kind === 'locale') this.#locale = message.locale;
    else if (message.kind === 'event') this.#handlers.get(message.event)?.forEach((handler) => handler(message.payload));
    else {
      this.#asked.get(message.id)?.(message.answer as never);
      this.#asked.delete(message.id);
    }
  }

  async #show(page: FrameStart['page']): Promise<void> {
    const mine = (this.#shown += 1);
    const found = matchPage<ModuleRoute>(this.#parts?.routes ?? [], page.path);
    if (!found) return this.#say({ kind: 'failed', code: 'PAGE', message: `no page "${page.path}"` });
    try {
      const { default: shown } = (await found.route.component()) as { default: SandboxPage<HTMLElement> };
      if (mine !== this.#shown) return;
      this.#leave?.();
      this.#target.replaceChildren();
      this.#leave = shown.mount(this.#target, { params: found.params, query: page.query }) ?? null;
    } catch (error) {
      this.#say({ kind: 'failed', code: 'RENDER', message: String(error) });
    }
  }

  #context(): ModuleContext {
    const { start } = this;
    let last = 0;
    return Object.freeze({
      moduleId: start.moduleId,
      basePath: start.basePath,
      departmentCode: start.departmentCode,
      contract: start.contract,
      release: start.release,
      viewer: () => start.viewer,
      locale: () => this.#locale,
      settings: () => start.settings,
      flag: (id: string) => start.flags[id] ?? false,
      storage: {
        get: (key: string) => this.#stored.get(key) ?? null,
        set: (key: string, value: string) => this.#store(key, value),
        remove: (key: string) => this.#store(key, null),
        keys: () => Array.from(this.#stored.keys()),
      },
      signal: new AbortController().signal,
      notify: (message, level = 'info') => this.#say({ kind: 'notify', message, level }),
      navigate: (path) => this.#say({ kind: 'navigate', path }),
      ask: (document, variables = {}) =>
        new Promise((resolve) => {
          this.#asked.set((last += 1), resolve as (answer: never) => void);
          this.#say({ kind: 'ask', id: last, document: String(document.__meta__?.['hash'] ?? document), variables });
        }),
      emit: (event, payload) => this.#say({ kind: 'emit', event, payload }),
      on: (event, handler) => {
        const handlers = this.#handlers.get(event) ?? new Set();
        this.#handlers.set(event, handlers.add(handler));
        this.#say({ kind: 'listen', event });
        return () => handlers.delete(handler);
      },
    } satisfies ModuleContext);
  }

  #store(key: string, value: string | null): void {
    if (value === null) this.#stored.delete(key);
    else this.#stored.set(key, value);
    this.#say({ kind: 'store', key, value });
  }
}

addEventListener('message', function first(event: MessageEvent<FrameStart>) {
  const [port] = event.ports;
  // The first word comes from the page around the frame; nobody else may give this frame a port.
  if (event.source !== parent || event.data?.kind !== START || !port) return;
  removeEventListener('message', first);
  void new Frame(event.data, port).run();
});
