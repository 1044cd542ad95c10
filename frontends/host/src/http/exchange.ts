import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS } from '@thidua/contracts';

/** One request with its answer; what every route gets. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly requestId: string;
}

/** An answer other than success that a route gives up with. `code` goes to the browser, the cause does not. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const REQUEST_ID = /^[\w-]{8,64}$/;

export function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const given = header(request, HEADERS.requestId);
  const requestId = given && REQUEST_ID.test(given) ? given : randomUUID();
  return { request, response, requestId, url: new URL(request.url ?? '/', 'http://host.invalid') };
}

/** A header's only value; repeated headers count as absent, because no header of ours may be repeated. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

export function cookies(request: IncomingMessage): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) found.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return found;
}

/**
 * Reads a whole body.
 * @throws HttpFault 413 above `limit` bytes.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new HttpFault(413, 'TOO_LARGE', `The body is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(exchange: Exchange, status: number, body: unknown): void {
  send(exchange, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function send(exchange: Exchange, status: number, type: string, body: string, cache = 'no-store'): void {
  const { response } = exchange;
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', cache);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(exchange.request.method === 'HEAD' ? undefined : body);
}

export function redirect(exchange: Exchange, location: string): void {
  exchange.response.setHeader('location', location);
  send(exchange, 303, 'text/plain; charset=utf-8', '');
}

export function addCookie(exchange: Exchange, cookie: string): void {
  const before = exchange.response.getHeader('set-cookie');
  const list = Array.isArray(before) ? before : before ? [String(before)] : [];
  exchange.response.setHeader('set-cookie', [...list, cookie]);
}
