import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readGatewayEnv } from '../gateway.env.js';
import { startGateway } from '../gateway.js';
import { littleSubgraph } from './testing/little-gateway.js';

interface Answer {
  status: number;
  connection: string | undefined;
  text: string;
}

/** Over a kept connection, as load balancers ask. */
function ask(agent: Agent, url: string, query?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { agent, method: query ? 'POST' : 'GET', headers: { 'content-type': 'application/json' } };
    const asking = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, connection: response.headers.connection, text }));
    });
    asking.on('error', reject);
    asking.end(query && JSON.stringify({ query }));
  });
}

it('PF-16 ends what it has begun when it is told to stop, says that it is not ready, and takes nothing new', async () => {
  const held: (() => void)[] = [];
  let isHolding = false;
  const subgraph = await littleSubgraph(() => (isHolding ? new Promise((resolve) => held.push(resolve)) : Promise.resolve()));
  const file = join(mkdtempSync(join(tmpdir(), 'thidua-drain-')), 'supergraph.graphql');
  writeFileSync(file, subgraph.sdl);
  const gateway = await startGateway(readGatewayEnv({ SUPERGRAPH: file, PORT: '0', LOG_LEVEL: 'silent' }));
  const at = `http://127.0.0.1:${gateway.port}`;
  const [slow, waiting] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
  expect((await ask(waiting, `${at}/graphql`, '{ hello }')).connection).toBe('keep-alive');

  isHolding = true;
  const running = ask(slow, `${at}/graphql`, '{ book(id: 1) { title } }');
  const second = ask(waiting, `${at}/graphql`, 'mutation { write(text: "giữ") }');
  await vi.waitFor(() => expect(held).toHaveLength(2));
  const stopped = gateway.stop();
  await expect(ask(new Agent(), `${at}/health/ready`)).rejects.toThrow('ECONNREFUSED');
  for (const release of held) release();

  expect(await running).toEqual({ status: 200, connection: 'close', text: '{"data":{"book":{"title":"Sách 1"}}}' });
  expect(await second).toEqual({ status: 200, connection: 'close', text: '{"data":{"write":"giữ"}}' });
  await stopped;
  await subgraph.close();
});
