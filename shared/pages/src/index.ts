export { campaignSearch, campaignWidgets, initiativeWidgets, rewardFundNotice } from './contributions/contributions.js';
export { departmentPages, pageMessages } from './department-pages.js';
export { departmentNav } from './nav.js';
