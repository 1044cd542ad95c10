import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { POOL, type PoolOptions } from './socket-pool.js';
import { SocketWire } from './socket.wire.js';
import { ok, requestTo, rogueServer, type RogueServer } from './testing/rogue-server.js';
import { UndiciWire } from './undici.wire.js';
import type { Address, FailureKind, Wire, WireRequest } from './wire.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serve(answer: (socket: Socket, body: string, nth: number) => void, port = 0): Promise<RogueServer> {
  const server = await rogueServer(answer, port);
  closing.push(() => server.close());
  return server;
}

function pool(options: Partial<PoolOptions> = {}): Wire {
  const wire = new SocketWire(new UndiciWire(), { ...POOL, ...options });
  closing.push(() => wire.close());
  return wire;
}

const bodyOf = async (wire: Wire, address: Address, body: string, more: Partial<WireRequest> = {}): Promise<string> =>
  (await wire.send(requestTo(address, body, more)).reply).body;
const kindOf = (wire: Wire, address: Address, more: Partial<WireRequest> = {}): Promise<FailureKind | string> =>
  wire.send(requestTo(address, 'q', more)).reply.then(
    (reply) => `answered ${reply.body}`,
    (failure: { kind: FailureKind }) => failure.kind,
  );
const soon = (ms: number): Partial<WireRequest> => ({ deadline: performance.now() + ms });

describe('the connections to one subgraph', () => {
  it('sends the requests of one turn in one write over one kept connection and gives everybody his own answer', async () => {
    const writes: string[] = [];
    const server = await serve((socket, body) => socket.write(ok(`answer to ${body}`)));
    const wire = pool();
    await bodyOf(wire, server.address, 'first');
    server.connections[0]!.on('data', (bytes) => writes.push(String(bytes)));
    const bodies = Array.from({ length: 20 }, (_, i) => `câu hỏi ${i}`);
    expect(await Promise.all(bodies.map((body) => bodyOf(wire, server.address, body)))).toEqual(bodies.map((body) => `answer to ${body}`));
    expect([server.connections.length, writes.length]).toEqual([1, 1]);
  });

  it('states headers and length in bytes, and refuses a value that would begin another header', async () => {
    const heads: string[] = [];
    const server = await serve((socket) => socket.write(ok('{}')));
    const wire = pool();
    await bodyOf(wire, server.address, 'x');
    server.connections[0]!.on('data', (bytes) => heads.push(String(bytes)));
    await bodyOf(wire, server.address, 'ố', { ownHeaders: ['x-request-id', 'night-7'] });
    expect(heads[0]).toMatch(
      /^POST \/graphql HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\ncontent-type: application\/json\r\nx-request-id: night-7\r\ncontent-length: 3\r\n\r\nố$/,
    );
    expect(() => wire.send(requestTo(server.address, 'x', { ownHeaders: ['x-request-id', 'a\r\nx-evil: 1'] }))).toThrow(TypeError);
  });

  it('leaves a slow answer to its connection: later questions take another', async () => {
    let release = (): void => undefined;
    const server = await serve((socket, body) => {
      if (body === 'slow') release = () => socket.write(ok('slow'));
      else socket.write(ok(body));
    });
    const wire = pool({ patienceMs: 5 });
    const slow = bodyOf(wire, server.address, 'slow');
    await vi.waitFor(() => expect(server.received).toContain('slow'));
    await sleep(10);
    expect(await bodyOf(wire, server.address, 'quick')).toBe('quick');
    expect(server.connections.length).toBe(2);
    release();
    expect(await slow).toBe('slow');
  });

  it('gives a mutation a connection to itself', async () => {
    const at: string[] = [];
    const server = await serve((socket, body) => {
      at.push(`${body}:${server.connections.indexOf(socket)}`);
      setTimeout(() => socket.write(ok(body)), 5);
    });
    const wire = pool();
    await Promise.all([
      bodyOf(wire, server.address, 'q1'),
      bodyOf(wire, server.address, 'm', { isRead: false }),
      bodyOf(wire, server.address, 'q2'),
    ]);
    const placeOf = (body: string): string => at.find((line) => line.startsWith(`${body}:`))!.split(':')[1]!;
    expect(placeOf('q1')).toBe(placeOf('q2'));
    expect(placeOf('m')).not.toBe(placeOf('q1'));
  });

  it('asks a read once more when a kept connection dies before the answer, a mutation never, and a read no third time', async () => {
    let drops = 1;
    const server = await serve((socket, body, nth) => {
      if (nth > 1 && drops > 0) {
        drops -= 1;
        socket.resetAndDestroy();
      } else socket.write(ok(body));
    });
    const wire = pool();
    await bodyOf(wire, server.address, 'warm');
    expect(await bodyOf(wire, server.address, 'read')).toBe('read');
    drops = 1;
    expect(await kindOf(wire, server.address, { isRead: false })).toBe('reset');
    drops = 2;
    expect(await kindOf(wire, server.address)).toBe('reset');
    expect(server.received).toEqual(['warm', 'read', 'read', 'q', 'q', 'q']);
  });

  it('connects again after the subgraph was gone', async () => {
    const first = await serve((socket, body) => socket.write(ok(body)));
    const wire = pool();
    await bodyOf(wire, first.address, 'a');
    await first.close();
    expect(await kindOf(wire, first.address)).toBe('refused');
    await serve((socket, body) => socket.write(ok(`again ${body}`)), first.address.port);
    expect(await bodyOf(wire, first.address, 'b')).toBe('again b');
  });

  it.each<[string, FailureKind, (socket: Socket) => void]>([
    ['sends half an answer and ends', 'reset', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"data"')],
    [
      'sends half an answer and resets',
      'reset',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"d', () => socket.resetAndDestroy()),
    ],
    ['announces more than it sends and hangs', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"data"')],
    ['sends garbage', 'malformed', (socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')],
    ['hangs', 'timeout', () => undefined],
    ['sends more than the limit', 'too-large', (socket) => socket.write(ok('x'.repeat(3_000)))],
    ['resets', 'reset', (socket) => socket.resetAndDestroy()],
  ])('tells what happened when a subgraph %s, and answers the next question on a new connection', async (_what, kind, misbehave) => {
    let behaves = false;
    const server = await serve((socket, body) => (behaves ? socket.write(ok(body)) : misbehave(socket)));
    const wire = pool({ answerLimit: 2_000 });
    expect(await kindOf(wire, server.address, soon(200))).toBe(kind);
    behaves = true;
    expect(await bodyOf(wire, server.address, 'next')).toBe('next');
  });

  it('reads chunks that come slowly and cut anywhere', async () => {
    const bytes = Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"t":"ố\r\n3\r\n"}\n\r\n0\r\n\r\n');
    const server = await serve(async (socket) => {
      for (let at = 0; at < bytes.length; at += 7) {
        socket.write(bytes.subarray(at, at + 7));
        await sleep(1);
      }
    });
    expect(JSON.parse(await bodyOf(pool(), server.address, 'q'))).toEqual({ t: 'ố' });
  });

  it('never gives a surplus answer to the next question: the connection ends', async () => {
    const server = await serve((socket, body, nth) => socket.write(nth === 1 ? ok('mine') + ok('of somebody else') : ok(body)));
    const wire = pool();
    expect(await bodyOf(wire, server.address, 'a')).toBe('mine');
    expect(await bodyOf(wire, server.address, 'b')).toBe('b');
    expect(server.connections.length).toBe(2);
  });

  it('ends what is overdue alone; reads stuck behind it are asked elsewhere', async () => {
    const stuck = new Set<Socket>();
    const server = await serve((socket, body) => {
      if (body === 'q') stuck.add(socket);
      if (!stuck.has(socket)) socket.write(ok(body));
    });
    const wire = pool();
    const answers = await Promise.all([kindOf(wire, server.address, soon(100)), bodyOf(wire, server.address, 'behind')]);
    expect(answers).toEqual(['timeout', 'behind']);
  });

  it('ends the connection when nobody waits for its answer, but not under others, and never under a mutation', async () => {
    const answers: (() => void)[] = [];
    const server = await serve((socket, body) => answers.push(() => socket.write(ok(body))));
    const wire = pool();
    const alone = wire.send(requestTo(server.address, 'alone'));
    const left = expect(alone.reply).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.waitFor(() => expect(server.received).toEqual(['alone']));
    const closed = new Promise((resolve) => server.connections[0]!.once('close', resolve));
    alone.cancel();
    await left;
    await closed;

    const [leaving, staying] = [wire.send(requestTo(server.address, 'leaving')), bodyOf(wire, server.address, 'staying')];
    const mutation = wire.send(requestTo(server.address, 'mutation', { isRead: false }));
    const gone = expect(leaving.reply).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.waitFor(() => expect(server.received.length).toBe(4));
    leaving.cancel();
    mutation.cancel();
    answers.forEach((answer) => answer());
    await gone;
    expect([await staying, (await mutation.reply).body]).toEqual(['staying', 'mutation']);
  });

  it('takes no more than its queue, waits for room, and cancels what waits without sending it', async () => {
    const answers: (() => void)[] = [];
    const server = await serve((socket, body) => answers.push(() => socket.write(ok(body))));
    const wire = pool({ connections: 1, depth: 1, queue: 2 });
    const first = bodyOf(wire, server.address, '1');
    await vi.waitFor(() => expect(server.received).toEqual(['1']));
    const second = wire.send(requestTo(server.address, '2'));
    const third = bodyOf(wire, server.address, '3');
    expect(await kindOf(wire, server.address)).toBe('busy');
    const left = expect(second.reply).rejects.toMatchObject({ kind: 'cancelled' });
    second.cancel();
    await left;
    answers[0]!();
    expect(await first).toBe('1');
    await vi.waitFor(() => expect(server.received).toEqual(['1', '3']));
    answers[1]!();
    expect(await third).toBe('3');
  });

  it('does not trust a connection that idled as long as the subgraph keeps it', async () => {
    const server = await serve((socket, body) => socket.write(ok(body, 'keep-alive: timeout=1\r\n')));
    const wire = pool();
    expect([await bodyOf(wire, server.address, 'a'), await bodyOf(wire, server.address, 'b')]).toEqual(['a', 'b']);
    expect(server.connections.length).toBe(2);
  });

  it('ends everything when it is closed', async () => {
    const server = await serve(() => undefined);
    const wire = pool();
    const waiting = kindOf(wire, server.address);
    await vi.waitFor(() => expect(server.received.length).toBe(1));
    await wire.close();
    expect(await waiting).toBe('cancelled');
  });
});
