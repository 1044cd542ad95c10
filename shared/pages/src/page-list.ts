import type { LocaleText, PageEntry } from '@thidua/contracts/web';
import { kitMessages } from './kit/messages.js';

const IMPORT: LocaleText = { vi: 'Nhập kế hoạch', en: 'Import a plan' };
const title = (key: keyof typeof kitMessages.vi.nav): LocaleText => ({ vi: kitMessages.vi.nav[key], en: kitMessages.en.nav[key] });

/** The pages every department has, as declared before their code is loaded: who may open which. */
export const DEPARTMENT_PAGES = [
  { path: '', name: 'overview', title: title('overview'), permissions: ['organisation:read'] },
  { path: 'ke-hoach', name: 'plans', title: title('plans'), permissions: ['plan:read'] },
  { path: 'ke-hoach/nhap', name: 'plan-import-start', title: IMPORT, permissions: ['plan:import'] },
  { path: 'ke-hoach/nhap/:id', name: 'plan-import', title: IMPORT, permissions: ['plan:import'] },
  { path: 'ke-hoach/:id', name: 'plan', title: title('plans'), permissions: ['plan:read'] },
  { path: 'phong-trao', name: 'campaigns', title: title('campaigns'), permissions: ['campaign:read'] },
  { path: 'chi-tieu', name: 'targets', title: title('targets'), permissions: ['target:read'] },
  { path: 'de-nghi', name: 'nominations', title: title('nominations'), permissions: ['nomination:read', 'nomination:create'] },
  { path: 'de-nghi/moi', name: 'nomination-new', title: title('nominations'), permissions: ['nomination:create'] },
  { path: 'de-nghi/:id', name: 'nomination', title: title('nominations'), permissions: ['nomination:read', 'nomination:create'] },
  { path: 'tham-dinh', name: 'council', title: title('council'), permissions: ['nomination:appraise', 'session:read'] },
  { path: 'tham-dinh/phien/:id', name: 'session', title: title('council'), permissions: ['session:read'] },
  { path: 'quyet-dinh', name: 'decisions', title: title('decisions'), permissions: ['decision:read'] },
  { path: 'quyet-dinh/:id', name: 'decision', title: title('decisions'), permissions: ['decision:read'] },
] as const satisfies readonly PageEntry[];

export type DepartmentPage = (typeof DEPARTMENT_PAGES)[number]['name'];
