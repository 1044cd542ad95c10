import { HEADERS } from '@thidua/contracts';
import { localeOf, randomId } from '@thidua/server/process';
import type { AssertedActor } from '@thidua/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { Via } from '../operation/stage.js';
import { Departure } from '../transport/departure.js';
import { traceHeaders } from '../transport/trace-context.js';

/** The whole answer takes no longer than this, or than the caller says he waits (`x-timeout-ms`). */
const LONGEST_MS = 30_000;

/** What travels with a request through the graph. */
export function contextOf(request: IncomingMessage, response: ServerResponse, actor: AssertedActor, via: Via): GatewayContext {
  const requestId = requestIdOf(request);
  const repeatable = actor.kind === 'client' && request.headers[HEADERS.requestId] === requestId;
  return {
    actor,
    locale: localeOf(request.headers['accept-language']),
    requestId,
    repeatable,
    cost: { statements: 0 },
    via,
    module: moduleOf(request),
    trace: traceHeaders(request.headers),
    deadline: repeatable ? performance.now() + LONGEST_MS : deadlineOf(request),
    // What will be asked for again is worth finishing.
    ...(repeatable ? {} : { departure: departureOf(response) }),
  };
}

/** The caller's own id for a request when it is a harmless word, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[HEADERS.requestId];
  return typeof given === 'string' && /^[\w-]{4,64}$/.test(given) ? given : randomId();
}

function moduleOf({ headers }: IncomingMessage): string | undefined {
  const said = headers[HEADERS.module];
  return typeof said === 'string' ? said : undefined;
}

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
