import { writeSdl } from '@thidua/server';
import { subgraph } from './subgraph.js';

await writeSdl(subgraph, new URL('../schema.graphql', import.meta.url));
