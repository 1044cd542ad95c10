/** Everything of the contracts that runs in a browser (ids need node:crypto and stay outside). */
export * from './codes.js';
export * from './events.js';
export * from './facts.js';
export * from './identity.js';
export * from './permissions.js';
export * from './portal.js';
export * from './portal-contributions.js';
export * from './portal-manifest.js';
export * from './portal-registry.js';
export * from './search-key.js';
export * from './tasks.js';
