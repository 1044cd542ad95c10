import axe from 'axe-core';
import { createPinia, setActivePinia } from 'pinia';
import { createApp, type App, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { PortalLocale } from '@thidua/contracts/web';
import { createGraphClient, createWebI18n, provideGraphClient } from '../src/index.js';
import '../src/styles/styles.css';

export interface Mounted {
  readonly root: HTMLElement;
  readonly app: App;
  unmount(): void;
}

export type GraphAnswer = {
  data?: unknown;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
};
export type GraphHandler = (
  body: { query: string; variables: Record<string, unknown> },
  headers: Headers,
) => GraphAnswer | Promise<GraphAnswer>;

/** The wire is the seam: the real client speaks to a handler in the place of the host. */
export function fetchFrom(handler: GraphHandler): typeof fetch {
  return async (input, init) => {
    const request = new Request(new URL(String(input), location.href), init);
    const answer = await handler((await request.json()) as { query: string; variables: Record<string, unknown> }, request.headers);
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
}

/** Mounts a component as the shell would: router, store, language, graph client. */
export function mount(
  component: Component,
  options: { props?: Record<string, unknown>; locale?: PortalLocale; graph?: GraphHandler } = {},
): Mounted {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  const pinia = createPinia();
  setActivePinia(pinia);
  const app = createApp(component, options.props);
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '' } }] });
  const client = createGraphClient({
    csrfToken: () => 'token',
    locale: () => options.locale ?? 'vi',
    actingRole: () => null,
    fetch: fetchFrom(options.graph ?? (() => ({ data: {} }))),
  });
  app
    .use(pinia)
    .use(router)
    .use(createWebI18n(options.locale ?? 'vi'));
  provideGraphClient(app, client);
  app.mount(root);
  return { root, app, unmount: () => app.unmount() };
}

/** Rule ids that WCAG 2.2 AA finds broken, with the elements. */
export async function axeViolations(root: Element = document.body): Promise<string[]> {
  const result = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
}
