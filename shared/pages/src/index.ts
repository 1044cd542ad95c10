export { departmentPages, pageMessages } from './department-pages.js';
export { departmentNav } from './nav.js';
