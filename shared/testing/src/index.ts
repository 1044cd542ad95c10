export * from './access.js';
export * from './actors.js';
export * from './execute.js';
export * from './test-database.js';
export * from './live.js';
