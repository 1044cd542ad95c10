import { definePortal } from '@thidua/module-kit/portal';
import {
  DEPARTMENT_COMMANDS,
  INITIATIVES_SLOT,
  PERSON_INITIATIVES_SLOT,
  DEPARTMENT_PAGES,
  departmentLinks,
  departmentMessages,
  departmentNav,
} from '@thidua/pages/nav';

/** What the registry and the shell know of this portal before its code runs. */
export const portal = definePortal({
  id: 'khcn',
  name: { vi: 'Sở Khoa học và Công nghệ', en: 'Department of Science and Technology' },
  departmentCode: 'SKHCN',
  basePath: '/khcn',
  nav: departmentNav(),
  pages: DEPARTMENT_PAGES,
  messages: departmentMessages,
  links: departmentLinks(),
  slots: [INITIATIVES_SLOT, PERSON_INITIATIVES_SLOT],
  commands: DEPARTMENT_COMMANDS,
});
