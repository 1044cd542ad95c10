import { pipeline } from 'node:stream/promises';
import { HEADERS } from '@thidua/contracts';
import { type Dispatcher, request as send } from 'undici';
import { type Exchange, header, HttpFault, readBody } from '../http/exchange.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import type { AccessTokens } from '../sign-in/access.js';
import { namesCeremony } from './ceremony-fields.js';
import { HOST_DOCUMENTS } from './documents.js';

/** A plan sent as text is below 200 kB; nothing honest is near this. */
const GRAPHQL_LIMIT = 1024 * 1024;
export const UPLOAD_LIMIT = 20 * 1024 * 1024;
const HEADERS_TIMEOUT_MS = 30_000;
/** A line does not outlive a session that was ended elsewhere by more than this. */
const SESSION_CHECK_MS = 30_000;
export const REGISTRY_PATH = '/platform/graph/';
const SUBGRAPHS = new Set(['organisations', 'campaigns', 'evaluations', 'awards']);

export interface ProxyParts {
  readonly gatewayUrl: string;
  readonly guard: SessionGuard;
  readonly access: AccessTokens;
  /** `enforce` = browsers ask registered documents only. */
  readonly trusted: TrustedDocuments;
}

/** Whether a browser may send the text of an operation, or the hash of a registered one only. */
export type TrustedDocuments = 'enforce' | 'open';

/** The browser's way to the graph: the cookie stays here, the access token goes on, nothing else is passed through. */
export class GraphProxy {
  constructor(private readonly parts: ProxyParts) {}

  /** `POST /graphql`. Visitors without a session ask as the public. */
  async graphql(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    if (!isJson(header(request, 'content-type'))) throw new HttpFault(415, 'NOT_JSON', 'Send application/json');
    const isStream = wantsEvents(header(request, 'accept'));
    const session = await (isStream ? this.parts.guard.quietSession(exchange) : this.parts.guard.session(exchange));
    this.parts.guard.checkOrigin(exchange, session);
    const body = await readBody(request, GRAPHQL_LIMIT);
    checkOperation(body, this.parts.trusted);
    const headers = await this.#headers(exchange, session);
    headers['content-type'] = 'application/json';
    headers['accept'] = header(request, 'accept') ?? 'application/graphql-response+json, application/json';
    if (isStream) return this.#stream(exchange, session, headers, body);
    await this.#forward(exchange, '/graphql', headers, body);
  }

  /** Events pass through as they come. A line lives as long as its page, its session and its token. */
  async #stream(exchange: Exchange, session: Session | null, headers: Record<string, string>, body: Buffer): Promise<void> {
    const position = header(exchange.request, 'last-event-id');
    if (position) headers['last-event-id'] = position;
    const watch = session ? setInterval(() => void this.#endWithSession(exchange), SESSION_CHECK_MS) : undefined;
    exchange.response.once('close', () => clearInterval(watch));
    exchange.response.setHeader('x-accel-buffering', 'no');
    await this.#forward(exchange, '/graphql', headers, body);
  }

  async #endWithSession(exchange: Exchange): Promise<void> {
    const living = await this.parts.guard.quietSession(exchange).catch(() => undefined);
    if (living === null) exchange.response.destroy();
  }

  /** `POST /upload/<subgraph>`: the file streams through, it is never held here. */
  async upload(exchange: Exchange, subgraph: string): Promise<void> {
    if (!SUBGRAPHS.has(subgraph)) throw new HttpFault(404, 'NOT_FOUND', 'No such place for files');
    const session = await this.parts.guard.required(exchange);
    this.parts.guard.checkOrigin(exchange, session);
    const length = Number(header(exchange.request, 'content-length') ?? Number.NaN);
    if (!Number.isInteger(length)) throw new HttpFault(411, 'LENGTH_REQUIRED', 'Say how long the file is');
    if (length > UPLOAD_LIMIT) throw new HttpFault(413, 'TOO_LARGE', 'A file has at most 20 MB');
    const headers = await this.#headers(exchange, session);
    headers['content-length'] = String(length);
    headers['content-type'] = header(exchange.request, 'content-type') ?? 'application/octet-stream';
    const name = header(exchange.request, HEADERS.fileName);
    if (name) headers[HEADERS.fileName] = name;
    await this.#forward(exchange, `/files/${subgraph}`, headers, exchange.request);
  }

  /** `/platform/graph/<rest>` → the gateway's `/registry/<rest>`: who reads the graph, how much, how it changed. */
  async registry(exchange: Exchange): Promise<void> {
    const session = await this.parts.guard.required(exchange);
    this.parts.guard.checkOrigin(exchange, session);
    const method = exchange.request.method as Dispatcher.HttpMethod;
    const body = method === 'GET' ? null : await readBody(exchange.request, GRAPHQL_LIMIT);
    const headers = await this.#headers(exchange, session);
    if (body) headers['content-type'] = 'application/json';
    const { pathname, search } = exchange.url;
    await this.#forward(exchange, `/registry/${pathname.slice(REGISTRY_PATH.length)}${search}`, headers, body, method);
  }

  async #headers(exchange: Exchange, session: Session | null): Promise<Record<string, string>> {
    const headers: Record<string, string> = { [HEADERS.requestId]: exchange.requestId };
    if (session) headers['authorization'] = `Bearer ${await this.parts.access.of(session)}`;
    for (const name of [HEADERS.actingRole, HEADERS.module, 'accept-language', 'idempotency-key']) {
      const value = header(exchange.request, name);
      if (value) headers[name] = value;
    }
    return headers;
  }

  async #forward(
    exchange: Exchange,
    path: string,
    headers: Record<string, string>,
    body: Dispatcher.DispatchOptions['body'],
    method: Dispatcher.HttpMethod = 'POST',
  ): Promise<void> {
    const stop = new AbortController();
    exchange.response.once('close', () => stop.abort());
    const answer = await send(this.parts.gatewayUrl + path, {
      method,
      headers,
      body,
      signal: stop.signal,
      headersTimeout: HEADERS_TIMEOUT_MS,
      bodyTimeout: 0, // the gateway keeps the time of answers, and streams have none
    }).catch((cause: unknown) => {
      if (stop.signal.aborted) return null;
      throw Object.assign(new HttpFault(502, 'GRAPH_UNAVAILABLE', 'The graph does not answer'), { cause });
    });
    if (!answer) return; // the browser has left
    exchange.response.statusCode = answer.statusCode;
    const type = String(answer.headers['content-type'] ?? 'application/json');
    const isStream = type.startsWith('text/event-stream');
    exchange.response.setHeader('cache-control', isStream ? 'no-store, no-transform' : 'no-store');
    exchange.response.setHeader('content-type', type);
    exchange.response.setHeader(HEADERS.requestId, exchange.requestId);
    if (isStream) exchange.response.flushHeaders();
    await pipeline(answer.body, exchange.response).catch((error: unknown) => {
      // A line that the graph breaks off ends for the browser as well: it comes again.
      if (!stop.signal.aborted && !isStream) throw error;
    });
  }
}

/** As the gateway decides it: who names events after JSON wants JSON. */
const wantsEvents = (accept: string | undefined): boolean => /^\s*text\/event-stream\b/i.test(accept ?? '');

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(?:;|$)/i.test(type);
}

/** @throws HttpFault for what is not one GraphQL operation, for text where hashes are enforced, and for acts of the host's own pages. */
export function checkOperation(body: Buffer, trusted: TrustedDocuments): void {
  let operation: unknown;
  try {
    operation = JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpFault(400, 'BAD_JSON', 'The body is not JSON');
  }
  if (typeof operation !== 'object' || operation === null || Array.isArray(operation)) {
    throw new HttpFault(400, 'NOT_AN_OPERATION', 'Send one operation as a JSON object');
  }
  const { query, documentId, extensions } = operation as { query?: unknown; documentId?: unknown; extensions?: unknown };
  if (isCeremony(query, documentId)) {
    throw new HttpFault(403, 'CEREMONY_ONLY', 'Ballots and signatures are given on their own pages: /ballot/<round>, /sign/<decision>');
  }
  if (trusted === 'open') return;
  // Automatic registration (`extensions.persistedQuery`) would be text again.
  if (typeof documentId !== 'string' || query !== undefined || (extensions ?? null) !== null) {
    throw new HttpFault(
      403,
      'DOCUMENT_REQUIRED',
      'Trang chỉ gửi được thao tác đã đăng ký (documentId); tải lại trang nếu phiên bản đã cũ. / Pages send registered operations (documentId) only; reload the page if it is an old version.',
    );
  }
}

function isCeremony(query: unknown, documentId: unknown): boolean {
  if (typeof query === 'string' && namesCeremony(query)) return true;
  const own = typeof documentId === 'string' ? HOST_DOCUMENTS[documentId.replace(/^sha256:/, '')] : undefined;
  return own !== undefined && namesCeremony(own);
}
