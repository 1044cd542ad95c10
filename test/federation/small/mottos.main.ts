import { startSubgraph } from '@thidua/server';
import { mottos } from './mottos.subgraph.js';

await startSubgraph(mottos);
