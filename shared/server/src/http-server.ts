import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Reads a body up to a limit of bytes. @throws `{ status: 413 }` beyond it. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw Object.assign(new Error(`more than ${limit} bytes`), { status: 413 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface HttpServer {
  port: number;
  server: Server;
  close(): Promise<void>;
}

export interface ListenOptions {
  host: string;
  port: number;
  /** Whether the process can answer. */
  ready: () => Promise<boolean>;
  handle: Handler;
  /** How long answers that are on their way may take when the server closes. */
  graceMs?: number;
}

const GRACE_MS = 3_000;

/** Plain HTTP server with health answers. */
export async function listen(options: ListenOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://local');
    const work = url.pathname.startsWith('/health/') ? health(url, response, options.ready) : options.handle(request, response, url);
    work.catch((error: { status?: number }) => {
      if (!response.headersSent) sendJson(response, error.status ?? 500, { error: error.status ? 'refused' : 'internal' });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    close: () =>
      new Promise((resolve) => {
        // A connection becomes idle when its last answer has left: then it may go, and nothing waits for it.
        const sweep = setInterval(() => server.closeIdleConnections(), 25);
        const cut = setTimeout(() => server.closeAllConnections(), options.graceMs ?? GRACE_MS).unref();
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function health(url: URL, response: ServerResponse, ready: () => Promise<boolean>): Promise<void> {
  const ok = url.pathname === '/health/live' || (await ready().catch(() => false));
  sendJson(response, ok ? 200 : 503, { status: ok ? 'ok' : 'not ready' });
}

/** Runs `stop` once on SIGTERM or SIGINT, then ends the process; at the latest after `limitMs`. */
export function onShutdown(stop: () => Promise<void>, limitMs = 5_000): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), limitMs).unref();
    void stop()
      .catch(() => undefined)
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
