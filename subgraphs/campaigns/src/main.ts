import { startSubgraph } from '@thidua/server';
import { subgraph } from './subgraph.js';

await startSubgraph(subgraph);
