import type { ComponentLoader, ModuleParts } from '@thidua/contracts/web';
import { departmentMessages } from './messages.js';
import { departmentNav } from './nav.js';
import { DEPARTMENT_PAGES, type DepartmentPage } from './page-list.js';

const COMPONENTS: Readonly<Record<DepartmentPage, ComponentLoader>> = {
  overview: () => import('./overview/OverviewPage.vue'),
  plans: () => import('./plans/PlanListPage.vue'),
  'plan-import-start': () => import('./plan-import/ImportStartPage.vue'),
  'plan-import': () => import('./plan-import/ImportPreviewPage.vue'),
  plan: () => import('./plans/PlanPage.vue'),
  campaigns: () => import('./campaigns/CampaignsPage.vue'),
  targets: () => import('./targets/TargetsPage.vue'),
  nominations: () => import('./nominations/NominationListPage.vue'),
  'nomination-new': () => import('./nominations/NominationNewPage.vue'),
  nomination: () => import('./nominations/NominationPage.vue'),
  council: () => import('./council/CouncilPage.vue'),
  session: () => import('./council/SessionPage.vue'),
  decisions: () => import('./decisions/DecisionListPage.vue'),
  decision: () => import('./decisions/DecisionPage.vue'),
};

/**
 * The pages every department has, ready to be spread into a portal's `activate`. Whose pages they are comes from the
 * module's context at run time; the portal pins the version by bundling them.
 */
export function departmentPages(): Required<Pick<ModuleParts, 'routes' | 'nav' | 'messages'>> {
  return {
    routes: DEPARTMENT_PAGES.map((page) => ({ ...page, component: COMPONENTS[page.name], props: true })),
    nav: departmentNav(),
    messages: departmentMessages,
  };
}
