import type { LocaleText, PortalLocale } from '@thidua/contracts/web';
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router';
import HomePage from './home/home-page.vue';
import NotFoundPage from './layout/not-found-page.vue';

const title = (vi: string, en: string): { title: LocaleText } => ({ title: { vi, en } });

/** Pages of the shell itself. Departments' pages are added by the platform, from the registry. */
export const shellRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: title('Trang chủ', 'Home') },
  {
    path: '/viec',
    name: 'inbox',
    component: () => import('./inbox/inbox-page.vue'),
    meta: { ...title('Việc của tôi', 'My work'), signedIn: true },
  },
  {
    path: '/ho-so',
    name: 'dossier',
    component: () => import('./dossier/dossier-page.vue'),
    meta: { ...title('Hồ sơ của tôi', 'My dossier'), signedIn: true },
  },
  {
    path: '/do-thi',
    name: 'graph-desk',
    component: () => import('./graph-desk/graph-desk-page.vue'),
    meta: { ...title('Đồ thị dữ liệu', 'The graph'), signedIn: true },
  },
  {
    path: '/kho-mo-dun',
    name: 'modules',
    component: () => import('./module-desk/modules-page.vue'),
    meta: { ...title('Kho mô-đun', 'Module registry'), signedIn: true },
  },
  {
    path: '/kho-mo-dun/:id',
    name: 'module',
    component: () => import('./module-desk/module-page.vue'),
    props: true,
    meta: { ...title('Kho mô-đun', 'Module registry'), signedIn: true },
  },
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage, meta: title('Không tìm thấy', 'Not found') },
];

export function titleOf(route: RouteLocationNormalized, locale: PortalLocale): string {
  const own = route.meta['title'] as LocaleText | undefined;
  return own?.[locale] ?? 'Thi Đua';
}
