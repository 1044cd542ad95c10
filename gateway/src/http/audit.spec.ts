import { serverAudits } from 'graphql-http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGatewayEnv } from '../gateway.env.js';
import { startGateway } from '../gateway.js';
import { littleSubgraph, type LittleSubgraph } from './testing/little-gateway.js';

describe.each(['direct', 'apollo'])('GraphQL over HTTP as graphql-http audits it, pipeline %s', (pipeline) => {
  let subgraph: LittleSubgraph;
  let gateway: Awaited<ReturnType<typeof startGateway>>;

  beforeAll(async () => {
    subgraph = await littleSubgraph();
    const file = join(mkdtempSync(join(tmpdir(), 'thidua-audit-')), 'supergraph.graphql');
    writeFileSync(file, subgraph.sdl);
    gateway = await startGateway(readGatewayEnv({ SUPERGRAPH: file, PORT: '0', LOG_LEVEL: 'silent', PIPELINE: pipeline }));
  });
  afterAll(async () => {
    await gateway?.stop();
    await subgraph?.close();
  });

  it('passes all 61 audits, twice over: at first sight and when the documents are known', async () => {
    for (const _ of ['at first sight', 'known']) {
      const audits = serverAudits({ url: () => `http://127.0.0.1:${gateway.port}/graphql` });
      const results = await Promise.all(audits.map((audit) => audit.fn()));
      expect(results.filter(({ status }) => status !== 'ok').map(({ id, name, status }) => `${id} ${name}: ${status}`)).toEqual([]);
      expect(results).toHaveLength(61);
    }
  });
});
