import { definePortal } from '@thidua/module-kit/portal';
import {
  DEPARTMENT_COMMANDS,
  REWARD_FUND_NOTICE,
  DEPARTMENT_PAGES,
  departmentLinks,
  departmentMessages,
  departmentNav,
} from '@thidua/pages/nav';

/** What the registry and the shell know of this portal before its code runs. */
export const portal = definePortal({
  id: 'taichinh',
  name: { vi: 'Sở Tài chính', en: 'Department of Finance' },
  departmentCode: 'STC',
  basePath: '/taichinh',
  nav: departmentNav(),
  pages: DEPARTMENT_PAGES,
  messages: departmentMessages,
  links: departmentLinks(),
  notifications: [REWARD_FUND_NOTICE],
  commands: DEPARTMENT_COMMANDS,
});
