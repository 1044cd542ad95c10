import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext } from '../context.js';
import { isUnexpected, maskFault, unwrap } from '../faults.js';
import { readBody, sendJson } from '../http-server.js';
import type { Log } from '../log.js';
import type { LiveContext } from './live-field.js';
import type { LiveFeed } from './live-feed.js';
import type { LiveMoment } from './live-line.js';
import type { Positions } from './positions.js';

const BODY_LIMIT = 1024 * 1024;
const HEARTBEAT_MS = 10_000;
/** A line is given up after this long: its reader opens another with a fresh word on who asks, from his position on. */
const LIFETIME_MS = 5 * 60_000;
/** Ends these codes end the line: whoever may not hear one event may not hear the next. */
const FINAL = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND', 'BAD_USER_INPUT']);

export interface LiveParts {
  schema: GraphQLSchema;
  feed: LiveFeed;
  positions: Positions;
  log: Log;
}

const STRANGE_POSITION: GraphQLFormattedError = {
  message: 'This position was not made by this subgraph.',
  extensions: { code: 'BAD_USER_INPUT', field: 'since' },
};

interface Asked {
  query?: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Whether a request asks for a stream of events. */
export const wantsEvents = (request: IncomingMessage): boolean => (request.headers.accept ?? '').includes('text/event-stream');

/**
 * One subscription over server-sent events (graphql-sse, distinct connections). Every event carries its position as `id`; a
 * reader that lost the line sends the last one as `last-event-id` and misses nothing.
 * @param contextOf a fresh context for every event: nothing loaded for one is used for the next.
 */
export async function answerLive(
  parts: LiveParts,
  request: IncomingMessage,
  response: ServerResponse,
  contextOf: () => RequestContext,
): Promise<void> {
  const asked = JSON.parse((await readBody(request, BODY_LIMIT)).toString('utf8') || '{}') as Asked;
  const stop = new AbortController();
  response.once('close', () => stop.abort());
  const document = documentOf(parts.schema, asked);
  if (!('kind' in document)) return sendJson(response, 400, document);
  const given = request.headers['last-event-id'];
  const since = typeof given === 'string' ? parts.positions.open(given) : null;
  if (given !== undefined && since === null) return sendJson(response, 400, { errors: [STRANGE_POSITION] });
  const operation = {
    schema: parts.schema,
    document,
    variableValues: asked.variables ?? {},
    ...(asked.operationName ? { operationName: asked.operationName } : {}),
  };
  const contextValue: LiveContext = { ...contextOf(), live: { feed: parts.feed, since, signal: stop.signal } };
  const moments = await createSourceEventStream({ ...operation, contextValue });
  if (!(Symbol.asyncIterator in moments)) return sendJson(response, 200, { errors: maskedErrors(moments, parts.log) });
  const answer = async (rootValue: LiveMoment): Promise<ExecutionResult> => execute({ ...operation, rootValue, contextValue: contextOf() });
  await new LiveAnswer(response, parts, stop).send(moments as AsyncIterable<LiveMoment>, answer);
}

function documentOf(schema: GraphQLSchema, { query, operationName }: Asked): DocumentNode | { errors: GraphQLFormattedError[] } {
  try {
    const document = parse(query ?? '', { noLocation: true });
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
    if (getOperationAST(document, operationName)?.operation === 'subscription') return document;
    return { errors: [{ message: 'Only a subscription is a stream of events.', extensions: { code: 'BAD_USER_INPUT' } }] };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
  }
}

const withCode = (error: GraphQLError, code: string): GraphQLFormattedError => ({ message: error.message, extensions: { code } });

function maskedErrors({ errors = [] }: ExecutionResult, log: Log): GraphQLFormattedError[] {
  return errors.map((error) => {
    const masked = maskFault(error.toJSON(), error.originalError ?? error);
    if (isUnexpected(masked)) log.error({ path: error.path, cause: (unwrap(error) as Error)?.stack }, 'fault');
    return masked;
  });
}

/** One stream on its way: events, heartbeats, and an end. */
class LiveAnswer {
  constructor(
    private readonly response: ServerResponse,
    private readonly parts: LiveParts,
    private readonly stop: AbortController,
  ) {}

  async send(moments: AsyncIterable<LiveMoment>, answer: (moment: LiveMoment) => Promise<ExecutionResult>): Promise<void> {
    const { response, stop } = this;
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    response.flushHeaders();
    const beat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
    const life = setTimeout(() => stop.abort(), LIFETIME_MS);
    try {
      for await (const moment of moments) if (!(await this.#tell(moment, await answer(moment)))) break;
    } finally {
      clearInterval(beat);
      clearTimeout(life);
      response.end();
    }
  }

  /** @returns whether the line goes on */
  async #tell(moment: LiveMoment, result: ExecutionResult): Promise<boolean> {
    const { response, stop } = this;
    const errors = maskedErrors(result, this.parts.log);
    const body = JSON.stringify({ ...(errors.length > 0 ? { errors } : {}), data: result.data ?? null });
    const isFinal = errors.some((error) => error.path?.length === 1 && FINAL.has(String(error.extensions?.['code'])));
    const isRoom = response.write(
      `event: next\nid: ${this.parts.positions.seal(moment.position)}\ndata: ${body}\n\n${isFinal ? 'event: complete\ndata: \n\n' : ''}`,
    );
    if (!isRoom && !stop.signal.aborted) await drained(response, stop.signal);
    return !isFinal && !stop.signal.aborted;
  }
}

/** Until the reader has taken what was written; meanwhile events gather into one. */
function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
