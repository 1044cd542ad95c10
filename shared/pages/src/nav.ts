import type { EntityLink, LocaleText, NavEntry } from '@thidua/contracts/web';
import { kitMessages } from './kit/messages.js';

export { departmentMessages } from './messages.js';
export { DEPARTMENT_PAGES } from './page-list.js';
export {
  CAMPAIGN_FOLLOWERS_SLOT,
  CAMPAIGN_SEARCH,
  DEPARTMENT_COMMANDS,
  INITIATIVES_SLOT,
  PERSON_INITIATIVES_SLOT,
  REWARD_FUND_NOTICE,
} from './contributions/declarations.js';

type NavKey = keyof typeof kitMessages.vi.nav;

/** A label in both languages from the pages' own words. */
export const navLabel = (key: NavKey): LocaleText => ({ vi: kitMessages.vi.nav[key], en: kitMessages.en.nav[key] });

/**
 * Navigation of the department pages. Apart from the pages, without components, so that a portal's build can write it into
 * `portal.json`: the shell shows the entries before a byte of the module is loaded.
 */
export function departmentNav(): readonly NavEntry[] {
  return [
    { id: 'overview', path: '', label: navLabel('overview'), group: 'own', icon: 'home', permissions: ['organisation:read'] },
    { id: 'plans', path: 'ke-hoach', label: navLabel('plans'), group: 'plans', icon: 'doc', permissions: ['plan:read'] },
    { id: 'campaigns', path: 'phong-trao', label: navLabel('campaigns'), group: 'plans', icon: 'flag', permissions: ['campaign:read'] },
    { id: 'targets', path: 'chi-tieu', label: navLabel('targets'), group: 'results', icon: 'target', permissions: ['target:read'] },
    {
      id: 'nominations',
      path: 'de-nghi',
      label: navLabel('nominations'),
      group: 'awards',
      icon: 'medal',
      permissions: ['nomination:read', 'nomination:create'],
    },
    {
      id: 'council',
      path: 'tham-dinh',
      label: navLabel('council'),
      group: 'awards',
      icon: 'vote',
      permissions: ['nomination:appraise', 'session:read'],
    },
    { id: 'decisions', path: 'quyet-dinh', label: navLabel('decisions'), group: 'awards', icon: 'sign', permissions: ['decision:read'] },
  ];
}

/** Pages to which tasks of the inbox lead, by the graph's words for what they are about. */
export function departmentLinks(): readonly EntityLink[] {
  return [
    { link: 'plans/import', path: 'ke-hoach/nhap' },
    { link: 'plans/:id', path: 'ke-hoach/:id' },
    { link: 'campaigns/:id', path: 'phong-trao?muc=:id' },
    { link: 'targets/:id', path: 'chi-tieu?muc=:id' },
    { link: 'nominations/:id', path: 'de-nghi/:id' },
    { link: 'sessions/:id', path: 'tham-dinh/phien/:id' },
    { link: 'decisions/:id', path: 'quyet-dinh/:id' },
  ];
}
