export { campaignSearch, campaignWidgets, initiativeWidgets, rewardFundNotice } from './contributions/contributions.js';
export { departmentPages } from './department-pages.js';
export { pageMessages } from './messages.js';
export { departmentNav } from './nav.js';
