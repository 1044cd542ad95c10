import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { addressOf, type Address, type WireRequest } from '../wire.js';

export interface RogueServer {
  address: Address;
  /** Bodies in the order in which they came. */
  readonly received: string[];
  /** Sockets that were ever opened. */
  readonly connections: Socket[];
  close(): Promise<void>;
}

/** A server that answers byte for byte as it is told; `answer` gets every request with its socket. */
export async function rogueServer(answer: (socket: Socket, body: string, nth: number) => void, port = 0): Promise<RogueServer> {
  const received: string[] = [];
  const connections: Socket[] = [];
  const server = createServer((socket) => {
    connections.push(socket);
    let text = '';
    socket
      .setEncoding('utf8')
      .on('error', () => undefined)
      .on('data', (bytes) => {
        text += String(bytes);
        for (;;) {
          const head = text.indexOf('\r\n\r\n');
          const length = Number(/content-length: (\d+)/.exec(text)?.[1]);
          const rest = Buffer.from(text.slice(head + 4));
          if (head < 0 || rest.length < length) return;
          const body = rest.toString('utf8', 0, length);
          text = rest.toString('utf8', length);
          received.push(body);
          answer(socket, body, received.length);
        }
      });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: addressOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
    received,
    connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of connections) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

export const ok = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const FIXED = ['content-type', 'application/json'];

export const requestTo = (address: Address, body: string, more: Partial<WireRequest> = {}): WireRequest => ({
  address,
  body,
  fixedHeaders: FIXED,
  ownHeaders: [],
  isRead: true,
  deadline: performance.now() + 5_000,
  ...more,
});
