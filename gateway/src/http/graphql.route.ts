import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { HEADERS } from '@thidua/contracts';
import { localeOf, randomId } from '@thidua/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import type { Callers } from '../identity/callers.js';
import { BODY_LIMIT } from '../operation/limits.rules.js';
import { Departure } from '../transport/departure.js';
import { traceHeaders } from '../transport/trace-context.js';
import { Problem } from './problem.js';
import { readRequestBody } from './read-body.js';

export interface GraphqlParts {
  holder: GraphHolder;
  callers: Callers;
  /** Tell how many SQL statements an operation cost (`x-sql-statements`). */
  count: boolean;
}

const NO_BODY = Buffer.alloc(0);

/** `POST /graphql`, and `GET` for integrators (the server refuses mutations and cross-site requests there). */
export async function graphqlRoute(parts: GraphqlParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const method = request.method ?? 'GET';
  if (method !== 'POST' && method !== 'GET') throw new Problem(405, 'BAD_USER_INPUT', 'Dùng POST hoặc GET.', 'Use POST or GET.');
  const raw = method === 'POST' ? await readRequestBody(request, BODY_LIMIT).catch(tooLarge) : NO_BODY;
  const body = method === 'POST' ? parsed(raw, request.headers['content-type']) : undefined;
  const context: GatewayContext = {
    actor: await parts.callers.of(request.headers, raw),
    locale: localeOf(request.headers['accept-language']),
    requestId: requestIdOf(request),
    cost: { statements: 0 },
    trace: traceHeaders(request.headers),
    deadline: deadlineOf(request),
    departure: departureOf(response),
  };
  const answer = await parts.holder.answer({ method, headers: headersOf(request), search: url.search, body }, context);
  response.setHeader(HEADERS.requestId, context.requestId);
  response.setHeader('cache-control', 'no-store');
  if (parts.count) response.setHeader('x-sql-statements', String(context.cost.statements));
  await send(answer, response);
}

/** The caller's own id for a request when it is a harmless word, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[HEADERS.requestId];
  return typeof given === 'string' && /^[\w-]{4,64}$/.test(given) ? given : randomId();
}

/** The whole answer takes no longer than this, or than the caller says he waits (`x-timeout-ms`). */
const LONGEST_MS = 30_000;

function deadlineOf(request: IncomingMessage): number {
  const asked = Number(request.headers['x-timeout-ms']);
  return performance.now() + (asked > 0 ? Math.min(asked, LONGEST_MS) : LONGEST_MS);
}

/** Who closes the connection before his answer is complete has left. */
function departureOf(response: ServerResponse): Departure {
  const departure = new Departure();
  response.once('close', () => {
    if (!response.writableFinished) departure.leave();
  });
  return departure;
}

function tooLarge(error: unknown): never {
  if ((error as { status?: number }).status !== 413) throw error;
  throw new Problem(413, 'BAD_USER_INPUT', `Yêu cầu lớn hơn ${BODY_LIMIT} byte.`, `The request has more than ${BODY_LIMIT} bytes.`, {
    limit: { name: 'body', allowed: BODY_LIMIT },
  });
}

/** Other content types reach the server unread: it refuses them with its own words. */
function parsed(raw: Buffer, contentType: string | undefined): unknown {
  if (!/^application\/(json|graphql-response\+json)\s*(;|$)/i.test(contentType ?? '')) return raw.toString('utf8');
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new Problem(400, 'BAD_USER_INPUT', 'Nội dung không phải JSON.', 'The body is not JSON.');
  }
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function send(answer: HTTPGraphQLResponse, response: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  // With its length stated, head and body are one write and not three.
  if (answer.body.kind === 'complete') response.setHeader('content-length', Buffer.byteLength(answer.body.string));
  response.writeHead(answer.status ?? 200);
  if (answer.body.kind === 'complete') return void response.end(answer.body.string);
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}
