import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient, CloseCode } from 'graphql-ws';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { readGatewayEnv } from '../gateway.env.js';
import { startGateway } from '../gateway.js';
import { openStream, type Stream } from './testing/stream.js';
import { TickingGraph } from './testing/ticker.js';

const TICKS = 'subscription ($of: ID!) { ticks(of: $of) { n thing { id name } } }';

let graph: TickingGraph;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let file: string;
let url: string;
let streams: Stream[];

beforeEach(async () => {
  streams = [];
  graph = new TickingGraph();
  await graph.start();
  file = join(mkdtempSync(join(tmpdir(), 'thidua-live-')), 'supergraph.graphql');
  writeFileSync(file, graph.supergraph());
  gateway = await startGateway(readGatewayEnv({ SUPERGRAPH: file, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' }));
  url = `http://127.0.0.1:${gateway.port}/graphql`;
});
afterEach(async () => {
  streams.forEach((stream) => stream.close());
  await gateway.stop();
  await graph.stop();
});

const open = async (query = TICKS, variables: object = { of: 'a' }, since?: string): Promise<Stream> => {
  const stream = await openStream(url, { query, variables }, since ? { 'last-event-id': since } : {});
  streams.push(stream);
  return stream;
};
/** The ticker does not say that it knows names. */
const hidden = (sdl: string): string => sdl.replace('{ id: ID! name: String @shareable }', '{ id: ID! }');
const swap = (change: (sdl: string) => string): void => {
  writeFileSync(`${file}.new`, graph.supergraph(change));
  renameSync(`${file}.new`, file);
};
const numbers = async (stream: Stream, until: number): Promise<number[]> => {
  const read: number[] = [];
  while (read.at(-1) !== until) {
    const event = await stream.next();
    if (!event) throw new Error(`ended after ${read.join()}`);
    read.push(event.data.ticks.n);
  }
  return read;
};

describe('a stream', () => {
  it('is what the subgraph tells, completed by the others, with a position to come back to', async () => {
    const stream = await open();
    expect(await stream.next()).toEqual({
      data: { ticks: { n: 0, thing: { id: 'a', name: 'Vật a' } } },
      extensions: { position: 'p:0' },
      id: 'p:0',
    });
    graph.tick();
    expect(await stream.next()).toMatchObject({ data: { ticks: { n: 1 } }, id: 'p:1' });
  });

  it('is read over one line by all who ask the same, and completed once for all', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => open()));
    await Promise.all(all.map((stream) => stream.next()));
    const other = await open(TICKS, { of: 'b' });
    await other.next();
    const before = graph.named;
    for (let n = 1; n <= 10; n += 1) graph.tick();
    for (const stream of all) expect(await numbers(stream, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await numbers(other, 10)).toHaveLength(10);
    expect(graph.lines.size).toBe(2);
    expect(graph.named - before).toBe(20);
  });

  it('tells a newcomer what is now, although the shared line is older', async () => {
    const first = await open();
    await first.next();
    graph.tick();
    await numbers(first, 1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const second = await open();
    expect((await second.next())!.data.ticks.n).toBe(1);
    graph.tick();
    expect(await numbers(second, 2)).toEqual([2]);
    await vi.waitFor(() => expect(graph.lines.size).toBe(1));
  });

  it('goes on after its position when the line to the subgraph breaks: nothing lost, nothing twice', async () => {
    const stream = await open();
    await stream.next();
    for (let n = 1; n <= 40; n += 1) {
      graph.tick();
      if (n % 10 === 5) graph.breakLines();
      if (n % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await numbers(stream, 40)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(graph.opened.length).toBeGreaterThan(1);
  });

  it('goes on for a reader that lost his own line: from what is kept, or by a line of its own', async () => {
    const [stays, goes] = [await open(), await open()];
    await Promise.all([stays.next(), goes.next()]);
    for (let n = 1; n <= 3; n += 1) graph.tick();
    await numbers(goes, 2);
    goes.close();
    for (let n = 4; n <= 100; n += 1) graph.tick();
    await numbers(stays, 100);
    const near = await open(TICKS, { of: 'a' }, 'p:98');
    expect(await numbers(near, 100)).toEqual([99, 100]);
    expect(graph.lines.size).toBe(1);
    const far = await open(TICKS, { of: 'a' }, 'p:2');
    expect(await numbers(far, 100)).toEqual(Array.from({ length: 98 }, (_, n) => n + 3));
    graph.tick();
    expect([await numbers(near, 101), await numbers(far, 101)]).toEqual([[101], [101]]);
  });

  it('loses a part, not the whole, when another subgraph is dead', async () => {
    const stream = await open();
    await stream.next();
    graph.namesAreDown = true;
    graph.tick();
    const event = await stream.next();
    expect(event!.data).toEqual({ ticks: { n: 1, thing: { id: 'a', name: null } } });
    expect(event!.errors).toMatchObject([
      { path: ['ticks', 'thing', 'name'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'names' } },
    ]);
    graph.namesAreDown = false;
  });

  it('without positions tells only what comes, and every one of it', async () => {
    graph.hasPositions = false;
    const stream = await open();
    await vi.waitFor(() => expect(graph.lines.size).toBe(1));
    graph.tick();
    expect(await stream.next()).toEqual({ data: { ticks: { n: 1, thing: { id: 'a', name: 'Vật a' } } } });
    graph.completeLines();
    expect(await stream.next()).toBeNull();
  });

  it('closes the line to the subgraph when nobody reads any more', async () => {
    const stream = await open();
    await stream.next();
    stream.close();
    await vi.waitFor(() => expect(graph.lines.size).toBe(0), { timeout: 6_000 });
  });

  it('says so when the subgraph does not open it', async () => {
    await graph.stop();
    const stream = await open();
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'LIVE_ENDED', reason: 'SOURCE_GONE', retry: true } }] });
    expect(await stream.next()).toBeNull();
  });

  it('lets a reader go that takes nothing, and does not make the others wait', async () => {
    const [slow, quick] = [
      await open('subscription { ticks(of: "a") { n text } }'),
      await open('subscription { ticks(of: "a") { n text } }'),
    ];
    await Promise.all([slow.next(), quick.next()]);
    slow.pause();
    const text = 'x'.repeat(400_000);
    for (let n = 1; n <= 60; n += 1) {
      graph.tick(text);
      await numbers(quick, n);
    }
    slow.resume();
    const read = await numbers(slow, 60);
    expect(read.length).toBeLessThan(60);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
  });
});

describe('what a stream is refused for', () => {
  it.each([
    ['a document that is not valid', 'subscription { ticks(of: "a") { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a document that is none', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['a variable that is missing', TICKS, 'BAD_USER_INPUT'],
  ])('%s', async (_what, query, code) => {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('a position that could not have been made here', async () => {
    await expect(open(TICKS, { of: 'a' }, 'p:1 , x')).rejects.toThrow('400');
  });
});

describe('a swap of the supergraph', () => {
  it('leaves a stream on its line when the subgraph is asked the same, by the new plan', async () => {
    const stream = await open();
    await stream.next();
    swap((sdl) => hidden(sdl).replace('names: Int', 'names: Int more: Int'));
    await vi.waitFor(async () => expect((await ask('{ more }')).errors).toBeUndefined(), { timeout: 10_000, interval: 100 });
    graph.tick();
    expect((await stream.next())!.data).toEqual({ ticks: { n: 1, thing: { id: 'a', name: 'Vật a' } } });
    expect(graph.opened).toEqual([null]);
  });

  it('opens the line anew from its position when the subgraph has to be asked something else', async () => {
    const stream = await open();
    expect((await stream.next())!.data.ticks.thing.name).toBe('Vật a');
    graph.tick();
    await stream.next();
    swap((sdl) => sdl);
    await vi.waitFor(() => expect(graph.opened).toEqual([null, 'p:1']), { timeout: 10_000 });
    graph.tick();
    expect((await stream.next())!.data).toEqual({ ticks: { n: 2, thing: { id: 'a', name: 'tên của đồng hồ' } } });
    expect(graph.lines.size).toBe(1);
  });

  it('ends a stream that the new graph does not have, and says so', async () => {
    const stream = await open('subscription { ticks(of: "a") { n text } }');
    await stream.next();
    swap((sdl) => hidden(sdl).replace(' text: String', ''));
    expect(await stream.next()).toMatchObject({
      errors: [
        { extensions: { code: 'LIVE_ENDED', reason: 'SCHEMA_CHANGED', retry: false } },
        { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ],
    });
    expect(await stream.next()).toBeNull();
  });
});

const ask = async (query: string): Promise<{ data?: unknown; errors?: unknown }> =>
  (await fetch(url, { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json' } })).json() as never;

describe('the libraries that others use', () => {
  it('graphql-sse reads a stream, and a question as well', async () => {
    const client = createSseClient({ url, retryAttempts: 0 });
    const read = client.iterate({ query: TICKS, variables: { of: 'a' } });
    expect(await read.next()).toMatchObject({ value: { data: { ticks: { n: 0 } } } });
    graph.tick();
    expect(await read.next()).toMatchObject({ value: { data: { ticks: { n: 1 } } } });
    await read.return!();
    expect(await client.iterate({ query: '{ now }' }).next()).toEqual({ done: false, value: { data: { now: 1 } } });
    client.dispose();
  });

  it('graphql-ws subscribes twice over one socket, asks and acts', async () => {
    const client = createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    const [one, two] = ['a', 'b'].map((of) => client.iterate({ query: TICKS, variables: { of } }));
    expect(await one!.next()).toMatchObject({ value: { data: { ticks: { thing: { name: 'Vật a' } } } } });
    expect(await two!.next()).toMatchObject({ value: { data: { ticks: { thing: { name: 'Vật b' } } } } });
    expect((await client.iterate({ query: 'mutation { wind }' }).next()).value).toEqual({ data: { wind: 1 } });
    expect(await one!.next()).toMatchObject({ value: { data: { ticks: { n: 1 } }, extensions: { position: 'p:1' } } });
    await one!.return!();
    await vi.waitFor(() => expect(graph.lines.size).toBe(1), { timeout: 6_000 });
    await expect(client.iterate({ query: '{ nothing }' }).next()).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    await client.dispose();
  });

  it('graphql-ws comes back after its position', async () => {
    const client = createWsClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
    for (let n = 1; n <= 5; n += 1) graph.tick();
    const read = client.iterate({ query: TICKS, variables: { of: 'a' }, extensions: { since: 'p:3' } });
    expect((await read.next()).value).toMatchObject({ data: { ticks: { n: 4 } } });
    expect((await read.next()).value).toMatchObject({ data: { ticks: { n: 5 } } });
    await client.dispose();
  });

  it.each([
    ['no message of the protocol', ['hello'], CloseCode.BadRequest],
    ['a subscription before the greeting', ['{"type":"subscribe","id":"1","payload":{"query":"{ now }"}}'], CloseCode.Unauthorized],
    ['two greetings', ['{"type":"connection_init"}', '{"type":"connection_init"}'], CloseCode.TooManyInitialisationRequests],
  ])('a socket with %s is closed with the code of the protocol', async (_what, messages, code) => {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    for (const message of messages) socket.send(message);
    expect(await closed).toBe(code);
  });
});

describe('the end of a gateway', () => {
  it('is told to every reader with the word to come again', async () => {
    const stream = await open();
    await stream.next();
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const stopping = gateway.stop();
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { reason: 'DRAINING', retry: true } }] });
    expect(await stream.next()).toBeNull();
    expect(await closed).toBe(1012);
    await stopping;
  });
});
