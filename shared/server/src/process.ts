/** What a process needs that is no subgraph: nothing here loads a database or a schema library. */
export * from './assertion.js';
export * from './env.js';
export * from './faults.js';
export { FEED_END } from './feed/feed.js';
export * from './http-server.js';
export { localeOf, type Locale } from './context.js';
export * from './log.js';
export * from './peers.js';
export { naturalId, newId, randomId } from '@thidua/contracts';
