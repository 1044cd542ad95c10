import { businessClock, createConsumers, createDataSource, createLog, noopPeers, readFeed } from '@thidua/server';
import { subgraph } from '../src/subgraph.js';

/** Follows the feed of awards in a process of its own, five events a page, until it is killed. Arguments: own and awards' database address. */
const [own = '', awards = ''] = process.argv.slice(2);
const dataSource = await createDataSource(subgraph, own).initialize();
const peer = await createDataSource(subgraph, awards).initialize();
const peers = { ...noopPeers, feed: (_service: string, after: string | null) => readFeed(peer, { after, limit: 5 }) };
const runtime = { name: 'organisations', dataSource, clock: businessClock('2025-12-15T09:00:00+07:00'), peers };
const consumer = createConsumers(subgraph, runtime, createLog('follower', 'silent'))[3];
for (;;) {
  const taken = await consumer?.step();
  if (!taken) await new Promise((resolve) => setTimeout(resolve, 20));
}
