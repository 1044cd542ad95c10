import { startSubgraph } from '@thidua/server';
import { people } from './people.subgraph.js';

await startSubgraph(people);
