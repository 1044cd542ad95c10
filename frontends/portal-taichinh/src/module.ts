import { defineModule, CONTRACT_VERSION } from '@thidua/contracts/web';
import { portal } from './portal.js';

export default defineModule({
  id: portal.id,
  contract: CONTRACT_VERSION,
  activate: () => ({
    routes: [{ path: '', name: 'front', title: portal.name, component: () => import('./front-page.vue') }],
    nav: portal.nav,
  }),
});
