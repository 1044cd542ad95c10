import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HEADERS } from '@thidua/contracts';
import { request as send } from 'undici';
import { type Exchange, header, HttpFault, readBody, redirect, send as sendText } from '../http/exchange.js';
import { localeOf, themeOf } from '../http/preferences.js';
import { EXPLORER_POLICY, REFERENCE_POLICY } from '../http/security-headers.js';
import { serveFile } from '../http/static-files.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import type { AccessTokens } from '../sign-in/access.js';
import { checkOperation, type TrustedDocuments } from './graphql.proxy.js';

export interface GraphPagesParts {
  readonly gatewayUrl: string;
  readonly guard: SessionGuard;
  readonly access: AccessTokens;
  readonly trusted: TrustedDocuments;
  /** What a person may do; null = the graph cannot tell. */
  readonly permissionsOf: (session: Session) => Promise<ReadonlySet<string> | null>;
  /** Built explorer. */
  readonly folder: string;
}

const EXPLORER = '/graph/explorer/';
const QUERY_LIMIT = 256 * 1024;
const PATIENCE_MS = 30_000;

/** `/graph/…`: the reference of the graph, made by the gateway, and the explorer, which is bundled here. */
export class GraphPages {
  constructor(private readonly parts: GraphPagesParts) {}

  /** @returns false when the address is none of these */
  async handle(exchange: Exchange): Promise<boolean> {
    const { pathname } = exchange.url;
    if (pathname === '/graph') redirect(exchange, '/graph/');
    else if (!pathname.startsWith('/graph/')) return false;
    else if (pathname === '/graph/query') await this.#query(exchange);
    else if (exchange.request.method !== 'GET' && exchange.request.method !== 'HEAD') return false;
    else if (pathname === '/graph/explorer') redirect(exchange, EXPLORER);
    else if (pathname.startsWith(EXPLORER)) await this.#explorer(exchange, pathname.slice(EXPLORER.length));
    else await this.#reference(exchange);
    return true;
  }

  /** A page, its style or its SDL, in the language and theme of the reader. */
  async #reference(exchange: Exchange): Promise<void> {
    const theme = themeOf(exchange.request);
    const session = await this.parts.guard.session(exchange);
    await this.#forward(exchange, {
      method: 'GET',
      path: exchange.url.pathname,
      policy: REFERENCE_POLICY,
      headers: {
        'accept-language': localeOf(exchange.request),
        ...(theme === 'system' ? {} : { 'x-thidua-theme': theme }),
        ...(session ? { authorization: `Bearer ${await this.parts.access.of(session)}` } : {}),
      },
    });
  }

  async #explorer(exchange: Exchange, path: string): Promise<void> {
    const { folder } = this.parts;
    if (path !== '') {
      if (!(await serveFile(exchange, folder, path, { immutable: path.startsWith('assets/') })))
        throw new HttpFault(404, 'NOT_FOUND', 'Not found');
      return;
    }
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
      throw new HttpFault(404, 'NOT_FOUND', 'The explorer is not built');
    });
    exchange.response.setHeader('content-security-policy', EXPLORER_POLICY);
    sendText(exchange, 200, 'text/html; charset=utf-8', page);
  }

  /**
   * `POST /graph/query`: what the explorer asks. With a pasted token of a client as that client, else as the person; people may send
   * text here only when they work on the graph, because a stolen session must not ask more than the pages do.
   */
  async #query(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    if (request.method !== 'POST') throw new HttpFault(405, 'METHOD', 'Not allowed here');
    const session = await this.parts.guard.session(exchange);
    this.parts.guard.checkOrigin(exchange, session);
    const body = await readBody(request, QUERY_LIMIT);
    checkOperation(body, 'open');
    const pasted = header(request, 'x-thidua-client-token');
    if (!pasted && this.parts.trusted === 'enforce') {
      const permissions = session ? await this.parts.permissionsOf(session) : null;
      if (!permissions?.has('schema:publish'))
        throw new HttpFault(
          403,
          'DOCUMENT_REQUIRED',
          'Dán khóa truy cập của một hệ thống tích hợp để hỏi tự do. / Paste a client’s token to ask freely.',
        );
    }
    const token = pasted ?? (session ? await this.parts.access.of(session) : null);
    await this.#forward(exchange, {
      method: 'POST',
      path: '/graphql',
      body,
      headers: {
        'content-type': 'application/json',
        'accept-language': localeOf(request),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
  }

  async #forward(exchange: Exchange, { path, policy, ...what }: Forwarded): Promise<void> {
    const stop = new AbortController();
    exchange.response.once('close', () => stop.abort());
    const headers = { ...what.headers, [HEADERS.requestId]: exchange.requestId };
    const options = { ...what, headers, signal: stop.signal, headersTimeout: PATIENCE_MS };
    const answer = await send(this.parts.gatewayUrl + path, options).catch((cause: unknown) => {
      throw Object.assign(new HttpFault(502, 'GRAPH_UNAVAILABLE', 'The graph does not answer'), { cause });
    });
    const { response } = exchange;
    response.statusCode = answer.statusCode;
    response.setHeader('content-type', answer.headers['content-type'] ?? 'application/json');
    response.setHeader('cache-control', answer.headers['cache-control'] ?? 'no-store');
    if (policy) response.setHeader('content-security-policy', policy);
    await pipeline(answer.body, response);
  }
}

interface Forwarded {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Buffer;
  readonly policy?: string;
}
