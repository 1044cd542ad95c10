import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { CONTRACT_VERSION, MODULE_CONTEXT, PERMISSIONS, type ModuleContext } from '@thidua/contracts/web';
import { applyTheme, createGraphClient, createWebI18n, mergeModuleMessages, provideGraphClient, useSessionStore } from '@thidua/web';
import { departmentPages } from '../src/index.js';
import { fixtureGraph } from '../test/graph-fixture.js';
import { withText } from '../test/registered.js';
import sdl from 'graph-schema';
import Frame from './Frame.vue';
import './dev.css';

/** A small shell for looking at the pages alone: fixture data, or the running graph behind the dev server with `?live`. */
const asked = new URLSearchParams(location.search);
if (asked.has('theme')) applyTheme(asked.get('theme') === 'dark' ? 'dark' : 'light');
const locale = asked.get('lang') === 'en' ? 'en' : 'vi';
const code = asked.get('dept') ?? 'SNV';
const live = asked.has('live');
const answer = fixtureGraph(sdl);
const fixtureFetch: typeof fetch = async (_input, init) =>
  new Response(JSON.stringify(await answer(withText(String(init?.body)))), { headers: { 'content-type': 'application/json' } });

async function livePermissions(): Promise<string[]> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { permissions } }' }),
  });
  const body = (await response.json()) as { data?: { viewer?: { permissions: string[] } | null } };
  return body.data?.viewer?.permissions ?? [];
}

const app = createApp(Frame);
const parts = departmentPages();
const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/noivu/' },
    ...parts.routes.map((route) => ({
      path: `/noivu/${route.path}`,
      name: route.name,
      component: route.component as never,
      props: route.props ?? false,
    })),
  ],
});
const i18n = createWebI18n(locale);
mergeModuleMessages(i18n, 'noivu', parts.messages);
const context: ModuleContext = {
  moduleId: 'noivu',
  basePath: '/noivu',
  departmentCode: code,
  contract: CONTRACT_VERSION,
  viewer: () => ({ personId: null, name: '', permissions: [...PERMISSIONS], actingRole: null, departmentCode: code }),
  locale: () => locale,
  notify: () => undefined,
  navigate: (path) => {
    void router.push(path);
  },
  emit: () => undefined,
  on: () => () => undefined,
};
app
  .use(createPinia())
  .use(router)
  .use(i18n)
  .provide(MODULE_CONTEXT as unknown as string, context);
provideGraphClient(
  app,
  createGraphClient({ csrfToken: () => 'dev', locale: () => locale, actingRole: () => null, ...(live ? {} : { fetch: fixtureFetch }) }),
);
const permissions = live ? await livePermissions() : [...PERMISSIONS];
useSessionStore().start({
  personId: null,
  name: 'Dev',
  roles: [],
  permissions,
  departmentCode: code,
  csrfToken: 'dev',
  today: '2025-12-15',
});
app.mount('#app');
