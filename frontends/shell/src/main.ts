import './shell.css';
import {
  createGraphClient,
  createLiveClient,
  createWebI18n,
  provideGraphClient,
  provideLiveClient,
  useSessionStore,
  type GraphClientOptions,
} from '@thidua/web';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './app.vue';
import { BOOT } from './boot.context.js';
import { readBoot } from './boot.js';
import { setBusinessClock } from './business-clock.js';
import SlotHost from './frame/slot-host.vue';
import { shellEn } from './i18n/messages.en.js';
import { shellVi } from './i18n/messages.vi.js';
import { useViewer } from './layout/viewer.store.js';
import { Platform, PLATFORM } from './platform/platform.js';
import { savedLocale } from './preferences.js';
import { shellRoutes, titleOf } from './routes.js';

const boot = await readBoot();
setBusinessClock(boot.session.clock);

const i18n = createWebI18n(savedLocale(), { vi: { shell: shellVi }, en: { shell: shellEn } });
const router = createRouter({
  history: createWebHistory(),
  routes: shellRoutes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
});
const app = createApp(App).use(createPinia()).use(i18n);

const session = useSessionStore();
session.locale = savedLocale();
const graphOptions: GraphClientOptions = {
  csrfToken: () => boot.session.csrf,
  locale: () => session.locale,
  actingRole: () => session.actingRole,
  fetch: async (input, init) => {
    const response = await fetch(input, init);
    // The session ended elsewhere (signed out, too old): say so instead of empty pages.
    if (response.status === 401 && boot.session.signedIn) dispatchEvent(new CustomEvent('thidua:session-ended'));
    return response;
  },
};
const client = createGraphClient(graphOptions);
provideGraphClient(app, client);
provideLiveClient(app, createLiveClient(graphOptions));

const viewer = useViewer();
viewer.signIn(boot.session);
const viewerLoaded = viewer.load(client, boot.session);

const platform = new Platform({ router, i18n, client, csrf: boot.session.csrf, slot: SlotHost }, boot.registry);
app.provide(PLATFORM, platform).provide(BOOT, { ...boot, viewerLoaded, reloadViewer: () => viewer.load(client, boot.session) });
router.afterEach((to) => {
  document.title = `${titleOf(to, session.locale)} · Thi Đua Tây Ninh`;
});
app.use(router);
await router.isReady().catch(() => undefined);
app.mount('#app');
