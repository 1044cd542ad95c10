import axe from 'axe-core';
import { createPinia, setActivePinia } from 'pinia';
import { createApp, h, type App } from 'vue';
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router';
import { CONTRACT_VERSION, MODULE_CONTEXT, PERMISSIONS, type ModuleContext, type PortalLocale } from '@thidua/contracts/web';
import { createGraphClient, createWebI18n, mergeModuleMessages, provideGraphClient, useSessionStore } from '@thidua/web';
import '@thidua/web/styles.css';
import '../src/styles.css';
import { departmentPages } from '../src/index.js';
import type { FixtureAnswer } from './graph-fixture.js';
import { withText } from './registered.js';

export type Ask = (body: { query: string; variables: Record<string, unknown> }) => Promise<FixtureAnswer>;

export interface MountedPage {
  readonly root: HTMLElement;
  readonly app: App;
  readonly router: Router;
  /** Every request of the page, in order. */
  readonly requests: { query: string; variables: Record<string, unknown> }[];
}

let shown: App | null = null;

/** Mounts one department page as the shell would, at its address, over a graph that answers in the place of the host. */
export async function mountPage(
  address: string,
  ask: Ask,
  options: { locale?: PortalLocale; permissions?: readonly string[] } = {},
): Promise<MountedPage> {
  shown?.unmount();
  const root = document.createElement('main');
  root.dataset['module'] = 'noivu';
  document.body.replaceChildren(root);
  const locale = options.locale ?? 'vi';
  const requests: MountedPage['requests'] = [];
  const parts = departmentPages();
  const router = createRouter({
    history: createMemoryHistory(),
    routes: parts.routes.map((route) => ({
      path: `/noivu/${route.path}`,
      name: route.name,
      component: route.component as never,
      props: route.props ?? false,
    })),
  });
  const i18n = createWebI18n(locale);
  mergeModuleMessages(i18n, 'noivu', parts.messages);
  const context: ModuleContext = {
    moduleId: 'noivu',
    basePath: '/noivu',
    departmentCode: 'SNV',
    contract: CONTRACT_VERSION,
    viewer: () => ({ personId: null, name: '', permissions: [], actingRole: null, departmentCode: 'SNV' }),
    locale: () => locale,
    notify: () => undefined,
    navigate: () => undefined,
    emit: () => undefined,
    on: () => () => undefined,
  };
  const pinia = createPinia();
  setActivePinia(pinia);
  const app = createApp({ render: () => h(RouterView) });
  app
    .use(pinia)
    .use(router)
    .use(i18n)
    .provide(MODULE_CONTEXT as unknown as string, context);
  provideGraphClient(
    app,
    createGraphClient({
      csrfToken: () => 'token',
      locale: () => locale,
      actingRole: () => null,
      fetch: async (_input, init) => {
        const body = withText(String(init?.body));
        requests.push(body);
        return new Response(JSON.stringify(await ask(body)), { headers: { 'content-type': 'application/json' } });
      },
    }),
  );
  useSessionStore().start({
    personId: null,
    name: 'Nguyễn Thị Lan',
    roles: [],
    permissions: options.permissions ?? [...PERMISSIONS],
    departmentCode: 'SNV',
    csrfToken: 'token',
    today: '2025-12-15',
  });
  await router.push(address);
  await router.isReady();
  app.mount(root);
  shown = app;
  return { root, app, router, requests };
}

/** Waits until the page says something; fails with what it says instead. */
export async function says(root: HTMLElement, words: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (root.textContent?.includes(words)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error(`The page does not say "${words}", but: ${root.textContent?.slice(0, 600)}`);
}

/** Rules of WCAG 2.2 AA that the page breaks, with the elements. */
export async function axeViolations(): Promise<string[]> {
  const result = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
}
