import { PUBLIC_ACTOR } from '@thidua/contracts';
import { createLog } from '@thidua/server/process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayContext } from '../graph/graph.engine.js';
import { cachedAssertions } from './assertions.js';
import { SubgraphClient } from './subgraph.client.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const context = (): GatewayContext => ({ actor: PUBLIC_ACTOR, locale: 'vi', requestId: 'request-1', cost: { statements: 0 } });

async function subgraph(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each(['socket', 'undici'] as const)('asking a subgraph by %s', (transport) => {
  function client(timeoutMs = 2_000): SubgraphClient {
    const made = new SubgraphClient({
      transport,
      origins: {},
      assert: async (name) => `word-to-${name}`,
      log: createLog('test', 'silent'),
      timeoutMs,
    });
    closing.push(() => made.close());
    return made;
  }

  const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', service: 'awards' };

  it('sends who asks, in which language, under which id, and adds up its SQL statements', async () => {
    const seen: IncomingMessage[] = [];
    const url = await subgraph((request, response) => {
      seen.push(request);
      response.setHeader('x-sql-statements', '3').end('{"data":{"a":1}}');
    });
    const asking = context();
    const one = client();
    expect(await one.ask('awards', url, { query: '{ a }' }, asking)).toEqual({ data: { a: 1 } });
    await one.ask('awards', url, { query: '{ a }' }, asking);
    expect(asking.cost.statements).toBe(6);
    expect(seen[0]?.headers).toMatchObject({
      'x-thidua-assertion': 'word-to-awards',
      'accept-language': 'vi',
      'x-request-id': 'request-1',
    });
  });

  it('names the subgraph when it hangs, is not there, falls over, does not speak JSON or does not believe us', async () => {
    const cases = [
      await subgraph(() => undefined),
      'http://127.0.0.1:1',
      await subgraph((_, response) => response.writeHead(500).end('{"errors":[{"message":"boom at /srv/x.ts"}]}')),
      await subgraph((_, response) => response.end('<html>')),
      await subgraph((_, response) =>
        response.writeHead(401).end('{"errors":[{"message":"Unsigned request.","extensions":{"code":"UNAUTHENTICATED"}}]}'),
      ),
      await subgraph((request) => request.socket.destroy()),
    ];
    for (const url of cases)
      await expect(client(300).ask('awards', url, { query: '{ a }' }, context()), url).rejects.toMatchObject(unavailable);
  });

  it('asks a read again when the connection was stale, a mutation never', async () => {
    let drops = 0;
    const url = await subgraph((request, response) => {
      if (drops === 0) {
        drops += 1;
        return void request.socket.destroy();
      }
      response.end('{"data":{"a":1}}');
    });
    expect(await client().ask('awards', url, { query: 'query { a }' }, context())).toEqual({ data: { a: 1 } });
    drops = 0;
    await expect(client().ask('awards', url, { query: 'mutation M { a }' }, context())).rejects.toMatchObject(unavailable);
  });

  it('does not tell the caller that the gateway was misunderstood', async () => {
    const url = await subgraph((_, response) =>
      response.writeHead(400).end('{"errors":[{"message":"Cannot query field x","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'),
    );
    await expect(client().ask('awards', url, { query: '{ x }' }, context())).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      service: 'awards',
    });
  });
});

describe('kept assertions', () => {
  it('are made once per caller and subgraph and renewed after half their life', async () => {
    let now = 0;
    let made = 0;
    const assert = cachedAssertions({ assert: async (audience: string) => `${audience}-${(made += 1)}` } as never, () => now);
    const [lan, mai] = [{ ...PUBLIC_ACTOR }, { ...PUBLIC_ACTOR }];
    expect([await assert('awards', lan), await assert('awards', lan), await assert('campaigns', lan), await assert('awards', mai)]).toEqual(
      ['awards-1', 'awards-1', 'campaigns-2', 'awards-3'],
    );
    now = 30_000;
    expect(await assert('awards', lan)).toBe('awards-4');
  });
});
