import { PUBLIC_ACTOR, type AssertedActor } from '@thidua/contracts';
import { createLog } from '@thidua/server/process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GatewayContext } from '../graph/graph.engine.js';
import { Departure } from '../transport/departure.js';
import { POOL } from '../transport/socket-pool.js';
import { SocketWire } from '../transport/socket.wire.js';
import { ok, rogueServer, type RogueServer } from '../transport/testing/rogue-server.js';
import { UndiciWire } from '../transport/undici.wire.js';
import { cachedAssertions } from './assertions.js';
import { subgraphHeaders } from './subgraph.headers.js';
import { SubgraphPeer } from './subgraph.peer.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

type Answer = Parameters<typeof rogueServer>[0];

async function serve(answer: Answer, timeoutMs = 2_000): Promise<{ server: RogueServer; peer: SubgraphPeer }> {
  const server = await rogueServer(answer);
  const wire = new SocketWire(new UndiciWire(), POOL);
  closing.push(
    () => server.close(),
    () => wire.close(),
  );
  const headersOf = subgraphHeaders(
    cachedAssertions({ assert: async (_service: string, actor: AssertedActor) => `word-about-${actor.id}` } as never),
  );
  return { server, peer: new SubgraphPeer('awards', server.address, { wire, headersOf, log: createLog('test', 'silent'), timeoutMs }) };
}

const context = (more: Partial<GatewayContext> = {}): GatewayContext => ({
  actor: PUBLIC_ACTOR,
  locale: 'vi',
  requestId: 'request-1',
  cost: { statements: 0 },
  ...more,
});
const LAN: AssertedActor = { kind: 'person', id: 'LAN', name: 'LAN', roles: [] };
const read = { body: '{"query":"{ a }"}', isRead: true };

describe('one subgraph', () => {
  it('is asked once by equal reads of one caller in one turn, and its statements are counted once', async () => {
    const { server, peer } = await serve((socket) => socket.write(ok('{"data":{"a":[]}}', 'x-sql-statements: 3\r\n')));
    await peer.ask(read, context({ actor: LAN }));
    const callers = [
      context({ actor: LAN }),
      context({ actor: LAN }),
      context({ actor: { ...LAN } }),
      context({ actor: LAN, locale: 'en' }),
    ];
    const answers = await Promise.all(callers.map((caller) => peer.ask(read, caller)));
    expect(server.received.length).toBe(1 + 3);
    expect(callers.map((caller) => caller.cost.statements)).toEqual([3, 0, 3, 3]);
    expect(answers[0]!.data).not.toBe(answers[1]!.data);
  });

  it('is asked by every mutation, however equal', async () => {
    const { server, peer } = await serve((socket) => socket.write(ok('{"data":{}}')));
    const mutation = { ...read, isRead: false };
    await Promise.all([peer.ask(mutation, context()), peer.ask(mutation, context())]);
    expect(server.received.length).toBe(2);
  });

  it('is told the caller’s trace', async () => {
    const heads: string[] = [];
    const { server, peer } = await serve((socket) => socket.write(ok('{"data":{}}')));
    await peer.ask(read, context());
    server.connections[0]!.on('data', (bytes) => heads.push(String(bytes)));
    await peer.ask(read, context({ trace: ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'] }));
    expect(heads[0]).toContain('traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n');
  });

  it('is spared after failures in a row, and asked again when it is well', async () => {
    let isWell = false;
    const { server, peer } = await serve((socket) =>
      isWell ? socket.write(ok('{"data":{"a":1}}')) : socket.write('HTTP/1.1 503 Gone\r\ncontent-length: 0\r\n\r\n'),
    );
    for (let i = 0; i < 8; i += 1)
      await expect(peer.ask(read, context())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: 'awards' });
    expect(server.received.length).toBe(5);
    isWell = true;
    await vi.waitFor(async () => expect(await peer.ask(read, context())).toEqual({ data: { a: 1 } }), { timeout: 5_000, interval: 50 });
    expect(peer.breaker.state).toBe('closed');
  });

  it('hears no more of a caller who has left, unless he has written', async () => {
    const { server, peer } = await serve(() => undefined);
    const departure = new Departure();
    const gone = expect(peer.ask(read, context({ departure }))).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await vi.waitFor(() => expect(server.received.length).toBe(1));
    const closed = new Promise((resolve) => server.connections[0]!.once('close', resolve));
    departure.leave();
    await Promise.all([gone, closed]);
    await expect(peer.ask(read, context({ departure }))).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(server.received.length).toBe(1);
    void peer.ask({ ...read, isRead: false }, context({ departure })).catch(() => undefined);
    await vi.waitFor(() => expect(server.received.length).toBe(2));
    expect(peer.breaker.state).toBe('closed');
  });

  it('is given up at the caller’s own deadline', async () => {
    const { peer } = await serve(() => undefined, 3_600_000);
    await expect(peer.ask(read, context({ deadline: performance.now() + 100 }))).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  it.each(['[]', 'null', '{}', '"text"', '{"data":', ''])('does not take %j for an answer', async (body) => {
    const { peer } = await serve((socket) => socket.write(ok(body)));
    await expect(peer.ask(read, context())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});
