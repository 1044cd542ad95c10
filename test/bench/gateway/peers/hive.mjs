import { createGatewayRuntime } from '@graphql-hive/gateway';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * Hive Gateway behind plain node http; PLANNER=rust plans and executes by its router runtime. Runs where its packages are installed.
 * `ASSERTIONS`: for every subgraph a word on who asks, sent as it is.
 */
const rust = process.env.PLANNER === 'rust' ? await import('@graphql-hive/router-runtime') : null;
const assertions = process.env.ASSERTIONS ? JSON.parse(process.env.ASSERTIONS) : null;
const gateway = createGatewayRuntime({
  supergraph: readFileSync(process.env.SUPERGRAPH, 'utf8'),
  logging: false,
  landingPage: false,
  graphiql: false,
  ...(assertions ? { propagateHeaders: { fromClientToSubgraphs: ({ subgraphName }) => assertions[subgraphName] } } : {}),
  ...(rust ? { unifiedGraphHandler: rust.unifiedGraphHandler } : {}),
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`));
