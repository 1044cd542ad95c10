import { composeServices } from '@apollo/composition';
import { PUBLIC_ACTOR } from '@thidua/contracts';
import { createLog } from '@thidua/server/process';
import { parse } from 'graphql';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readGatewayEnv } from './gateway.env.js';
import { startGateway } from './gateway.js';
import { apolloEngines } from './graph/apollo.engine.js';
import { negotiate } from './http/media-type.js';
import { operationStages } from './operation/stages.js';
import { SubgraphClient } from './subgraphs/subgraph.client.js';

let server: Server;
let supergraph: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{"data":{"title":"Đất rừng phương Nam"}}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const composed = composeServices([
    {
      name: 'books',
      url,
      typeDefs: parse(
        'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) type Query { title: String }',
      ),
    },
  ]);
  supergraph = composed.supergraphSdl!;
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);

describe('the gateway alone', () => {
  it('runs on any supergraph file without sign-in, subgraphs of ours or a database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'thidua-alone-')), 'foreign.graphql');
    writeFileSync(file, supergraph);
    const gateway = await startGateway(readGatewayEnv({ SUPERGRAPH: file, PORT: '0', LOG_LEVEL: 'silent' }));
    for (const path of ['/', '/graphql']) {
      const response = await fetch(`http://127.0.0.1:${gateway.port}${path}`, {
        method: 'POST',
        body: '{"query":"{ title }"}',
        headers: { 'content-type': 'application/json' },
      });
      expect(await response.json()).toEqual({ data: { title: 'Đất rừng phương Nam' } });
    }
    expect((await fetch(`http://127.0.0.1:${gateway.port}/health/ready`)).status).toBe(200);
    await gateway.stop();
  });

  it('shows every request to a plugin of Apollo Server that it is given', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'thidua-plugin-')), 'foreign.graphql');
    writeFileSync(file, supergraph);
    const seen: (string | undefined)[] = [];
    const plugin = { requestDidStart: async ({ request }: { request: { query?: string } }) => void seen.push(request.query) };
    const gateway = await startGateway(readGatewayEnv({ SUPERGRAPH: file, PORT: '0', LOG_LEVEL: 'silent' }), [plugin]);
    for (let time = 0; time < 3; time += 1) {
      const response = await fetch(`http://127.0.0.1:${gateway.port}/graphql`, {
        method: 'POST',
        body: '{"query":"{ title }"}',
        headers: { 'content-type': 'application/json' },
      });
      expect(await response.json()).toEqual({ data: { title: 'Đất rừng phương Nam' } });
    }
    await gateway.stop();
    expect(seen).toEqual(['{ title }', '{ title }', '{ title }']);
  });

  it('does not exist in production: an issuer must be named', () => {
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    const words = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(() => readGatewayEnv({ SUPERGRAPH: 'any.graphql', NODE_ENV: 'production' })).toThrow('exit 1');
    expect(words.mock.calls.flat().join('')).toContain('OIDC_ISSUER');
    vi.restoreAllMocks();
  });
});

describe('the graph in production', () => {
  const ask = async (
    production: boolean,
    query: string,
    headers: Record<string, string> = {},
    signedIn = false,
  ): Promise<{ status: number; text: string }> => {
    const log = createLog('test', 'silent');
    const client = new SubgraphClient({ origins: {}, assert: null, log });
    const engine = await apolloEngines({
      client,
      log,
      production,
      stages: operationStages({ guarded: false, publicIntrospection: !production }),
      pipeline: 'apollo',
    })(supergraph);
    const actor = signedIn ? ({ kind: 'client', id: 'BAO', name: 'BAO', roles: [] } as const) : PUBLIC_ACTOR;
    const answer = await engine.answer(
      {
        method: 'POST',
        params: { query },
        body: { query },
        search: '',
        headers: { 'content-type': 'application/json', ...headers },
        accepts: negotiate('*/*'),
      },
      { actor: { ...actor, roles: [] }, locale: 'en', requestId: 'r', cost: { statements: 0 } },
    );
    await engine.stop();
    await client.close();
    return { status: answer.status, text: answer.body };
  };

  it('shows its schema to who is signed in, not to the public', async () => {
    expect(await ask(true, '{ __schema { queryType { name } } }')).toMatchObject({
      status: 401,
      text: expect.stringContaining('UNAUTHENTICATED'),
    });
    expect(await ask(true, '{ __schema { queryType { name } } }', {}, true)).toEqual({
      status: 200,
      text: '{"data":{"__schema":{"queryType":{"name":"Query"}}}}',
    });
    expect(await ask(false, '{ __type(name: "Query") { name } }')).toMatchObject({ status: 200 });
  });

  it('does not suggest names, and never tells its plans', async () => {
    expect((await ask(true, '{ titel }')).text).not.toContain('Did you mean');
    expect((await ask(false, '{ titel }')).text).toContain('Did you mean');
    expect((await ask(false, '{ title }', { 'Apollo-Query-Plan-Experimental': '1' })).text).toBe(
      '{"data":{"title":"Đất rừng phương Nam"}}',
    );
  });
});
