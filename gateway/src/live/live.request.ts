import { localeOf } from '@thidua/server/process';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayContext } from '../graph/graph.engine.js';
import { resolveText, type Documents, type Resolved } from '../http/document-text.js';
import type { GraphParams } from '../http/graph-request.js';
import type { Callers } from '../identity/callers.js';
import { LiveRefusal } from './live.pipeline.js';

/** Whether events are what the caller wants first; others name them after JSON and mean JSON. */
export const wantsEvents = (accept: string | undefined): boolean => /^\s*text\/event-stream\b/i.test(accept ?? '');

/** The text a request means. @throws LiveRefusal when there is none */
export async function textOf(params: GraphParams, actor: { readonly kind: string }, documents: Documents): Promise<Resolved> {
  try {
    return await resolveText(params, actor, documents);
  } catch (error) {
    throw new LiveRefusal([error]);
  }
}

/** What travels with every event of a stream. */
export const streamContext = (
  identity: Awaited<ReturnType<Callers['ofStream']>>,
  headers: IncomingHttpHeaders,
  requestId: string,
  via: Resolved['via'],
): GatewayContext => ({
  actor: identity.actor,
  locale: localeOf(headers['accept-language']),
  requestId,
  cost: { statements: 0 },
  via,
});

/** Position of the last event the caller has: by the header of server-sent events, or in the request's extensions. */
export function sinceOf(headers: IncomingHttpHeaders, { extensions }: GraphParams): string | null {
  const header = headers['last-event-id'];
  if (typeof header === 'string' && header !== '') return header;
  const since = extensions?.['since'];
  return typeof since === 'string' ? since : null;
}
