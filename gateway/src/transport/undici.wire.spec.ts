import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok, requestTo, rogueServer, type RogueServer } from './testing/rogue-server.js';
import { UndiciWire } from './undici.wire.js';
import type { FailureKind } from './wire.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serve(answer: (socket: Socket, body: string, nth: number) => void): Promise<RogueServer> {
  const server = await rogueServer(answer);
  closing.push(() => server.close());
  return server;
}

function wire(answerLimit = 2_000): UndiciWire {
  const made = new UndiciWire({ connections: 4, connectMs: 1_000, answerLimit });
  closing.push(() => made.close());
  return made;
}

describe('the plain alternative', () => {
  it('answers with status, headers and body', async () => {
    const server = await serve((socket, body) => socket.write(ok(`answer to ${body}`, 'x-sql-statements: 2\r\n')));
    const reply = await wire().send(requestTo(server.address, 'ố')).reply;
    expect([reply.status, reply.body, reply.header('x-sql-statements'), reply.header('x-none')]).toEqual([
      200,
      'answer to ố',
      '2',
      undefined,
    ]);
  });

  it.each<[string, FailureKind[], (socket: Socket) => void]>([
    ['hangs', ['timeout'], () => undefined],
    ['sends half an answer', ['reset'], (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"data"')],
    ['sends garbage', ['malformed'], (socket) => socket.write('SSH-2.0\r\n')],
    ['sends more than the limit', ['too-large'], (socket) => socket.write(ok('x'.repeat(3_000)))],
    ['resets', ['reset'], (socket) => socket.resetAndDestroy()],
  ])('tells what happened when a subgraph %s', async (_what, kinds, misbehave) => {
    const server = await serve((socket) => misbehave(socket));
    const failure = await wire()
      .send(requestTo(server.address, 'q', { deadline: performance.now() + 300 }))
      .reply.catch((error: { kind: FailureKind }) => error.kind);
    expect(kinds).toContain(failure);
  });

  it('asks a read once more on a fresh connection, a mutation never', async () => {
    const server = await serve((socket, body, nth) => (nth % 2 === 1 ? socket.resetAndDestroy() : socket.write(ok(body))));
    const one = wire();
    expect((await one.send(requestTo(server.address, 'read')).reply).body).toBe('read');
    await expect(one.send(requestTo(server.address, 'write', { isRead: false })).reply).rejects.toMatchObject({ kind: 'reset' });
  });

  it('lets go when the caller leaves, but not of a mutation', async () => {
    const answers: (() => void)[] = [];
    const server = await serve((socket, body) => answers.push(() => socket.write(ok(body))));
    const one = wire();
    const [read, write] = [one.send(requestTo(server.address, 'read')), one.send(requestTo(server.address, 'write', { isRead: false }))];
    const left = expect(read.reply).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.waitFor(() => expect(server.received.length).toBe(2));
    expect([read.isWaiting, write.isWaiting]).toEqual([false, false]);
    read.cancel();
    write.cancel();
    await left;
    answers.forEach((answer) => answer());
    expect((await write.reply).body).toBe('write');
  });
});
