import './portal.css';
import { CONTRACT_VERSION, defineModule } from '@thidua/contracts/web';
import { departmentPages, rewardFundNotice } from '@thidua/pages';
import { portal } from './portal.js';

/** The portal of one department: the pages every department has, at the version bundled here. */
export default defineModule({
  id: portal.id,
  contract: CONTRACT_VERSION,
  activate: (context) => ({
    ...departmentPages(),
    notifications: [rewardFundNotice(context)],
  }),
});
