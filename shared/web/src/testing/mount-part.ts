import { createPinia, setActivePinia } from 'pinia';
import { createApp, nextTick, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import {
  CONTRACT_VERSION,
  MODULE_CONTEXT,
  PERMISSIONS,
  type ModuleContext,
  type ModuleMessages,
  type PortalLocale,
} from '@thidua/contracts/web';
import { createGraphClient, createWebI18n, mergeModuleMessages, provideGraphClient, useSessionStore } from '../index.js';

/** What a page asked, as it went over the wire. */
export interface PartRequest {
  readonly query?: string;
  /** `sha256:<hex>` where documents leave as their hash. */
  readonly documentId?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface PartAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface PartOptions {
  /** As declared in `src/portal.ts`. */
  readonly portal: { readonly id: string; readonly basePath: string; readonly departmentCode: string; readonly messages?: ModuleMessages };
  /** In the place of the graph: the real client speaks to this function. */
  readonly graph: (request: PartRequest) => PartAnswer | Promise<PartAnswer>;
  readonly props?: Record<string, unknown>;
  readonly locale?: PortalLocale;
  /** Default: all of them. */
  readonly permissions?: readonly string[];
}

export interface MountedPart {
  readonly root: HTMLElement;
  /** Text a person reads, spaces folded. */
  text(): string;
  /** Waits until a text is to be read; at most two seconds. @throws Error with what is there instead. */
  shows(text: string): Promise<void>;
  /** Presses the button or link with these words. @throws Error when there is none. */
  click(words: string): void;
  /** Types into the box with this label or placeholder. @throws Error when there is none. */
  type(label: string, text: string): void;
  unmount(): void;
}

/** Shows a page or part of a module as the shell would: context, words, router, stores and graph client. */
export function mountPart(component: Component, options: PartOptions): MountedPart {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const pinia = createPinia();
  setActivePinia(pinia);
  const locale = options.locale ?? 'vi';
  const i18n = createWebI18n(locale);
  if (options.portal.messages) mergeModuleMessages(i18n, options.portal.id, options.portal.messages);
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] });
  const app = createApp(component, options.props).use(pinia).use(router).use(i18n);
  startSession(options, locale);
  app.provide(MODULE_CONTEXT, contextOf(options, locale));
  provideGraphClient(
    app,
    createGraphClient({ csrfToken: () => null, locale: () => locale, actingRole: () => null, fetch: fetchFrom(options.graph) }),
  );
  app.mount(root);
  return handleOf(root, () => app.unmount());
}

function startSession({ portal, permissions }: PartOptions, locale: PortalLocale): void {
  const session = useSessionStore();
  session.locale = locale;
  session.start({
    personId: 'person',
    name: 'Người kiểm thử',
    roles: [],
    permissions: permissions ?? PERMISSIONS,
    departmentCode: portal.departmentCode,
    csrfToken: '',
  });
}

function contextOf({ portal, permissions }: PartOptions, locale: PortalLocale): ModuleContext {
  const held = permissions ?? PERMISSIONS;
  return {
    moduleId: portal.id,
    basePath: portal.basePath,
    departmentCode: portal.departmentCode,
    contract: CONTRACT_VERSION,
    viewer: () => ({
      personId: 'person',
      name: 'Người kiểm thử',
      permissions: held,
      actingRole: null,
      departmentCode: portal.departmentCode,
    }),
    locale: () => locale,
    notify: () => undefined,
    navigate: () => undefined,
    emit: () => undefined,
    on: () => () => undefined,
    settings: () => ({}),
    flag: () => false,
  };
}

function fetchFrom(graph: PartOptions['graph']): typeof fetch {
  return async (_address, init) => {
    const answer = await graph(JSON.parse(String(init?.body)) as PartRequest);
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
}

const PATIENCE_MS = 2000;

function handleOf(root: HTMLElement, unmount: () => void): MountedPart {
  const text = (): string => (root.textContent ?? '').replace(/\s+/g, ' ').trim();
  const find = <Found extends HTMLElement>(selector: string, named: (element: Found) => boolean, words: string): Found => {
    const found = [...root.querySelectorAll<Found>(selector)].find(named);
    if (!found) throw new Error(`No ${selector} "${words}" in: ${text()}`);
    return found;
  };
  return {
    root,
    text,
    unmount,
    async shows(wanted) {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await new Promise((next) => setTimeout(next, 10))) {
        await nextTick();
        if (text().includes(wanted)) return;
      }
      throw new Error(`"${wanted}" is not to be read in: ${text()}`);
    },
    click: (words) => find('button, a', (element) => element.textContent.trim().includes(words), words).click(),
    type(label, typed) {
      const box = find<HTMLInputElement>(
        'input, textarea',
        (element) => element.getAttribute('aria-label') === label || element.placeholder === label || labelled(element) === label,
        label,
      );
      box.value = typed;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}

function labelled(element: HTMLInputElement): string | undefined {
  return element.labels?.[0]?.textContent.trim();
}
