import { HEADERS } from '@thidua/contracts';
import type { Locale } from '@thidua/server/process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatErrors } from '../graph/errors.format.js';
import { contextOf, requestIdOf } from '../http/context.js';
import type { GraphParams } from '../http/graph-request.js';
import { crossSite, parsed, tooLarge, type GraphqlParts } from '../http/graphql.route.js';
import { mayBeCrossSite } from '../http/cross-site.rules.js';
import { paramsOf, searchParamsOf } from '../http/graph-request.js';
import { negotiate } from '../http/media-type.js';
import { Problem } from '../http/problem.js';
import { readRequestBody } from '../http/read-body.js';
import type { Callers } from '../identity/callers.js';
import { BODY_LIMIT } from '../operation/limits.rules.js';
import type { Via } from '../operation/stage.js';
import { endErrors, type LiveEnd } from './live.end.js';
import type { LiveHub } from './live.hub.js';
import { LiveRefusal } from './live.pipeline.js';
import { sinceOf, streamContext, textOf } from './live.request.js';
import type { LiveSink, Reader } from './reader.js';
import type { Told } from './told.js';

export interface SseParts extends GraphqlParts {
  hub: LiveHub;
  callers: Callers;
}

/** Keeps proxies from closing a silent line, and tells a reader that it is still there. */
const HEARTBEAT_MS = 12_000;
const COMPLETE = 'event: complete\ndata: \n\n';

/** `POST` or `GET /graphql` with `accept: text/event-stream`: graphql-sse in distinct connections mode. */
export async function sseRoute(parts: SseParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { method, headers } = request;
  if (method !== 'POST' && method !== 'GET') throw new Problem(405, 'BAD_USER_INPUT', 'Dùng POST hoặc GET.', 'Use POST or GET.');
  if (method === 'GET' && mayBeCrossSite(headers, parts.strictGet)) throw crossSite();
  const raw = method === 'POST' ? await readRequestBody(request, BODY_LIMIT).catch(tooLarge) : Buffer.alloc(0);
  const params = method === 'POST' ? paramsOf(parsed(raw, headers['content-type'])) : searchParamsOf(url.search);
  if (!params) throw new Problem(400, 'BAD_USER_INPUT', 'Không phải yêu cầu GraphQL.', 'This is not a GraphQL request.');
  try {
    await open(parts, request, response, params, raw);
  } catch (error) {
    if (!(error instanceof LiveRefusal)) throw error;
    const { errors, status = 500 } = formatErrors(error.reasons, parts.format);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ errors }));
  }
}

async function open(parts: SseParts, request: IncomingMessage, response: ServerResponse, asked: GraphParams, raw: Buffer): Promise<void> {
  const { headers } = request;
  const identity = await parts.callers.ofStream(headers);
  const { params, via } = await textOf(asked, identity.actor, parts.documents);
  const kind = parts.holder.engine?.live.kindOf(params);
  if (kind === 'query' || kind === 'mutation') return answerOnce(parts, request, response, { params, raw, via });
  const context = streamContext(identity, headers, requestIdOf(request), via);
  const sink = new SseSink(response, context.locale, context.requestId);
  const reader = await parts.hub.open({ params, context, identity, since: sinceOf(headers, params) }, sink);
  sink.follow(reader);
}

/** Anything else than a subscription is one event. */
async function answerOnce(
  parts: SseParts,
  request: IncomingMessage,
  response: ServerResponse,
  { params, raw, via }: { params: GraphParams; raw: Buffer; via: Via },
): Promise<void> {
  const { headers } = request;
  const context = contextOf(request, response, await parts.callers.of(headers, raw), via);
  const accepts = negotiate('application/json');
  const method = request.method === 'GET' ? 'GET' : 'POST';
  const { body } = await parts.holder.answer({ method, params, body: params, search: '', headers, accepts }, context);
  head(response, context.requestId);
  response.end(`event: next\ndata: ${body.replaceAll(/[\r\n]+/g, ' ')}\n\n${COMPLETE}`);
}

function head(response: ServerResponse, requestId: string): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    [HEADERS.requestId]: requestId,
  });
  response.flushHeaders();
}

/** Writes the events of one reader into one answer. */
class SseSink implements LiveSink {
  readonly #beat: NodeJS.Timeout;
  #reader: Reader | null = null;
  #isOver = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly locale: Locale,
    private readonly requestId: string,
  ) {
    this.#beat = setInterval(() => this.response.headersSent && this.response.write(':\n\n'), HEARTBEAT_MS).unref();
  }

  follow(reader: Reader): void {
    const { response } = this;
    this.#reader = reader;
    response.on('drain', () => reader.drained());
    response.once('close', () => this.#close());
    if (response.destroyed || response.closed) return this.#close();
    if (!response.headersSent) head(response, this.requestId);
  }

  write({ frame }: Told): boolean {
    if (!this.response.headersSent) head(this.response, this.requestId);
    return this.response.write(frame);
  }

  end(end: LiveEnd): void {
    if (this.#isOver) return;
    if (!this.response.headersSent) head(this.response, this.requestId);
    const errors = endErrors(end, this.locale);
    this.response.end(`${errors.length > 0 ? `event: next\ndata: ${JSON.stringify({ errors })}\n\n` : ''}${COMPLETE}`);
    // Who does not take the end either is cut off.
    setTimeout(() => this.response.destroy(), 2_000).unref();
    this.#close();
  }

  #close(): void {
    this.#isOver = true;
    clearInterval(this.#beat);
    this.#reader?.leave();
  }
}
