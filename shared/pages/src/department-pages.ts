import type { ComponentLoader, LocaleText, ModuleParts, ModuleRoute } from '@thidua/contracts/web';
import { campaignMessages } from './campaigns/messages.js';
import { contributionMessages } from './contributions/messages.js';
import { councilMessages } from './council/messages.js';
import { decisionMessages } from './decisions/messages.js';
import { kitMessages } from './kit/messages.js';
import { departmentNav, navLabel } from './nav.js';
import { nominationMessages } from './nominations/messages.js';
import { overviewMessages } from './overview/messages.js';
import { importMessages } from './plan-import/messages.js';
import { planMessages } from './plans/messages.js';
import { targetMessages } from './targets/messages.js';

/** Texts of all pages, one branch per slice; a module puts them under its id. */
export const pageMessages = {
  vi: {
    ...kitMessages.vi,
    overview: overviewMessages.vi,
    plans: planMessages.vi,
    planImport: importMessages.vi,
    campaigns: campaignMessages.vi,
    targets: targetMessages.vi,
    nominations: nominationMessages.vi,
    council: councilMessages.vi,
    decisions: decisionMessages.vi,
    contributions: contributionMessages.vi,
  },
  en: {
    ...kitMessages.en,
    overview: overviewMessages.en,
    plans: planMessages.en,
    planImport: importMessages.en,
    campaigns: campaignMessages.en,
    targets: targetMessages.en,
    nominations: nominationMessages.en,
    council: councilMessages.en,
    decisions: decisionMessages.en,
    contributions: contributionMessages.en,
  },
};

function page(path: string, name: string, component: ComponentLoader, title: LocaleText, permissions: readonly string[]): ModuleRoute {
  return { path, name, component, title, permissions, props: true };
}

function routes(): readonly ModuleRoute[] {
  const plans = navLabel('plans');
  const nominations = navLabel('nominations');
  const council = navLabel('council');
  const decisions = navLabel('decisions');
  return [
    page('', 'overview', () => import('./overview/OverviewPage.vue'), navLabel('overview'), ['organisation:read']),
    page('ke-hoach', 'plans', () => import('./plans/PlanListPage.vue'), plans, ['plan:read']),
    page(
      'ke-hoach/nhap',
      'plan-import-start',
      () => import('./plan-import/ImportStartPage.vue'),
      { vi: 'Nhập kế hoạch', en: 'Import a plan' },
      ['plan:import'],
    ),
    page(
      'ke-hoach/nhap/:id',
      'plan-import',
      () => import('./plan-import/ImportPreviewPage.vue'),
      { vi: 'Nhập kế hoạch', en: 'Import a plan' },
      ['plan:import'],
    ),
    page('ke-hoach/:id', 'plan', () => import('./plans/PlanPage.vue'), plans, ['plan:read']),
    page('phong-trao', 'campaigns', () => import('./campaigns/CampaignsPage.vue'), navLabel('campaigns'), ['campaign:read']),
    page('chi-tieu', 'targets', () => import('./targets/TargetsPage.vue'), navLabel('targets'), ['target:read']),
    page('de-nghi', 'nominations', () => import('./nominations/NominationListPage.vue'), nominations, [
      'nomination:read',
      'nomination:create',
    ]),
    page('de-nghi/moi', 'nomination-new', () => import('./nominations/NominationNewPage.vue'), nominations, ['nomination:create']),
    page('de-nghi/:id', 'nomination', () => import('./nominations/NominationPage.vue'), nominations, [
      'nomination:read',
      'nomination:create',
    ]),
    page('tham-dinh', 'council', () => import('./council/CouncilPage.vue'), council, ['nomination:appraise', 'session:read']),
    page('tham-dinh/phien/:id', 'session', () => import('./council/SessionPage.vue'), council, ['session:read']),
    page('quyet-dinh', 'decisions', () => import('./decisions/DecisionListPage.vue'), decisions, ['decision:read']),
    page('quyet-dinh/:id', 'decision', () => import('./decisions/DecisionPage.vue'), decisions, ['decision:read']),
  ];
}

/**
 * The pages every department has, ready to be spread into a portal's `activate`. Whose pages they are comes from the
 * module's context at run time; the portal pins the version by bundling them.
 */
export function departmentPages(): Required<Pick<ModuleParts, 'routes' | 'nav' | 'messages'>> {
  return { routes: routes(), nav: departmentNav(), messages: { vi: { pages: pageMessages.vi }, en: { pages: pageMessages.en } } };
}
