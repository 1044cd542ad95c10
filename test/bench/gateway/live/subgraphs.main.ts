import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, graphql, parse } from 'graphql';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RESOLVERS, SERVICES, type Service } from '../shop.js';
import { liveDocumentOf } from './shop.js';

/**
 * The subgraphs of the shop in one process. Equal requests get equal bytes, and so do equal streams: the gateway is what limits.
 * Every stream gets an event every `EVERY_MS`.
 */
const EVERY_MS = Number(process.env['EVERY_MS'] ?? 25);
const schemas = new Map(
  SERVICES.map((service) => [service, buildSubgraphSchema({ typeDefs: liveDocumentOf(service), resolvers: RESOLVERS[service] as never })]),
);
const answers = new Map<string, Buffer>();
const streams = new Map<ServerResponse, readonly Buffer[]>();
const UPCS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

async function answer(service: Service, body: string): Promise<Buffer> {
  const key = `${service}\n${body}`;
  const known = answers.get(key);
  if (known) return known;
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const result = await graphql({ schema: schemas.get(service)!, source: query, variableValues: variables ?? {} });
  const made = Buffer.from(JSON.stringify(result));
  answers.set(key, made);
  return made;
}

/** The events of a subscription, ready to be written. */
async function eventsOf(body: string): Promise<Buffer[]> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
  const resolve = (RESOLVERS.products['Product'] as { __resolveReference: (ref: { upc: string }) => object }).__resolveReference;
  const document = parse(query);
  return Promise.all(
    UPCS.map(async (upc) => {
      const rootValue = { productChanged: resolve({ upc }) };
      const result = await execute({ schema: schemas.get('products')!, document, rootValue, variableValues: variables ?? {} });
      return Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    }),
  );
}

async function stream(body: string, response: ServerResponse): Promise<void> {
  const events = await eventsOf(body);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  streams.set(response, events);
  response.once('close', () => streams.delete(response));
}

let turn = 0;
setInterval(() => {
  turn += 1;
  for (const [response, events] of streams) response.write(events[turn % events.length]!);
}, EVERY_MS);

/** The request as JSON. Some gateways open streams by GET. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') {
    const { searchParams } = new URL(request.url ?? '/', 'http://local');
    return JSON.stringify({ query: searchParams.get('query'), variables: JSON.parse(searchParams.get('variables') ?? '{}') as object });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const server = createServer((request, response) => {
  void bodyOf(request).then(async (body) => {
    const service = new URL(request.url ?? '/', 'http://local').pathname.slice(1) as Service;
    if (/"\s*subscription\b/.test(body)) return stream(body, response);
    const bytes = await answer(service, body);
    return void response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`));
