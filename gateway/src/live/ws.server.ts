import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { BODY_LIMIT } from '../operation/limits.rules.js';
import type { SseParts } from './sse.route.js';
import { CLOSE, PROTOCOL } from './ws.protocol.js';
import { LiveSocket } from './ws.socket.js';

const PING_MS = 15_000;

/** Sockets of the graph: `graphql-transport-ws` at the same address. */
export class LiveSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: BODY_LIMIT,
    handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
  });
  readonly #answering = new Set<WebSocket>();
  readonly #beat: NodeJS.Timeout;

  constructor(
    private readonly parts: SseParts,
    private readonly paths: readonly string[],
  ) {
    this.#beat = setInterval(() => this.#ping(), PING_MS).unref();
  }

  /** For the server's `upgrade`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    if (!this.paths.includes(pathname) || this.parts.isDraining()) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#opened(opened, request));
  }

  /** Tells everybody to come again elsewhere. */
  drain(): void {
    clearInterval(this.#beat);
    for (const socket of this.#server.clients) socket.close(CLOSE.RESTART, 'DRAINING');
    setTimeout(() => this.#server.clients.forEach((socket) => socket.terminate()), 1_000).unref();
  }

  #opened(socket: WebSocket, request: IncomingMessage): void {
    if (socket.protocol !== PROTOCOL) return socket.close(CLOSE.BAD_PROTOCOL, 'Subprotocol not acceptable');
    this.#answering.add(socket);
    socket.on('pong', () => this.#answering.add(socket));
    socket.on('close', () => this.#answering.delete(socket));
    new LiveSocket(this.parts, socket, request).listen();
  }

  /** Who has not answered the ping before is gone. */
  #ping(): void {
    for (const socket of this.#server.clients) {
      if (!this.#answering.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }
}
