export * from './ids.js';
export * from './web.js';
