import { naturalId } from '@thidua/contracts';
import { liveServer, testDatabase } from '@thidua/testing';
import { expect, it } from 'vitest';
import { subgraph } from '../subgraph.js';

it('R-037 scoring of a bloc that no year has opened is told as it is: not opened, no rows', async () => {
  const db = await testDatabase(subgraph);
  const live = await liveServer(subgraph, db.dataSource);
  const actor = {
    kind: 'client' as const,
    id: 'BAO',
    name: 'BAO',
    roles: [{ role: 'INTEGRATOR' as const, scopeKind: 'PROVINCE' as const, scopeId: 'TNH' }],
  };
  const bloc = naturalId('bloc', 'KHOI-1');
  const query = 'subscription ($bloc: ID!) { blocScoring(bloc: $bloc, year: 2025) { bloc { id } year ranking { state rows { rank } } } }';
  const events = await live.subscribe(query, () => actor, { variables: { bloc } });
  expect((await events.next())!.data.blocScoring).toEqual({ bloc: { id: bloc }, year: 2025, ranking: { state: 'NOT_OPENED', rows: [] } });
  events.close();
  await live.stop();
  await db.drop();
});
