export * from './cursor.rules.js';
export * from './live-feed.js';
export * from './live-field.js';
export * from './live-line.js';
export * from './live.route.js';
export * from './pace.rules.js';
export * from './positions.js';
