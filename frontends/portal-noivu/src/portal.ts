import { definePortal } from '@thidua/module-kit/portal';
import {
  CAMPAIGN_FOLLOWERS_SLOT,
  CAMPAIGN_SEARCH,
  DEPARTMENT_COMMANDS,
  DEPARTMENT_PAGES,
  departmentLinks,
  departmentMessages,
  departmentNav,
} from '@thidua/pages/nav';

/** What the registry and the shell know of this portal before its code runs. */
export const portal = definePortal({
  id: 'noivu',
  name: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
  departmentCode: 'SNV',
  basePath: '/noivu',
  nav: departmentNav(),
  pages: DEPARTMENT_PAGES,
  messages: departmentMessages,
  links: departmentLinks(),
  slots: [CAMPAIGN_FOLLOWERS_SLOT],
  search: [CAMPAIGN_SEARCH],
  commands: DEPARTMENT_COMMANDS,
});
