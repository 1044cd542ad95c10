export * from './caching.js';
export * from './ids.js';
export * from './web.js';
