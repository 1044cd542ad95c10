import { HEADERS } from '@thidua/contracts';
import { localeOf, type Locale } from '@thidua/server/process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatErrors } from '../graph/errors.format.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import type { Callers } from '../identity/callers.js';
import type { ErrorFormat } from '../operation/fault.format.js';
import { BODY_LIMIT } from '../operation/limits.rules.js';
import { writeAnswer } from './answer.writer.js';
import { BodyCache } from './body.cache.js';
import { contextOf } from './context.js';
import { mayBeCrossSite } from './cross-site.rules.js';
import { isUnchanged, taggedAnswer } from './entity-tag.js';
import { resolveText, type Documents, type Resolved } from './document-text.js';
import { paramsOf, searchParamsOf, type GraphAnswer, type GraphParams, type GraphRequest } from './graph-request.js';
import { negotiate } from './media-type.js';
import { Problem } from './problem.js';
import { readRequestBody } from './read-body.js';

export interface GraphqlParts {
  holder: GraphHolder;
  callers: Pick<Callers, 'of' | 'near'>;
  documents: Documents;
  format: ErrorFormat;
  /** Tell how many SQL statements an operation cost (`x-sql-statements`). */
  count: boolean;
  /** A GET needs a header that a page of another site cannot send, whoever sends it. */
  strictGet: boolean;
  /** No new request is wanted on this connection. */
  isDraining(): boolean;
}

const NO_BODY = Buffer.alloc(0);
const bodies = new BodyCache();

/** `POST /graphql`, and `GET` for integrators (no mutations, nothing another site could start). */
export async function graphqlRoute(parts: GraphqlParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { method, headers } = request;
  if (method !== 'POST' && method !== 'GET') throw new Problem(405, 'BAD_USER_INPUT', 'Dùng POST hoặc GET.', 'Use POST or GET.');
  if (method === 'GET' && mayBeCrossSite(headers, parts.strictGet)) throw crossSite();
  const raw = method === 'POST' ? await readRequestBody(request, BODY_LIMIT).catch(tooLarge) : NO_BODY;
  const body = method === 'POST' ? parsed(raw, headers['content-type']) : undefined;
  const params = method === 'POST' ? paramsOf(body) : searchParamsOf(url.search);
  const actor = parts.callers.near?.(headers) ?? (await parts.callers.of(headers, raw));
  const accepts = negotiate(headers.accept);
  const asked: GraphRequest = { method, params, body, search: url.search, headers, accepts };
  const resolving = params && resolve(parts, params, actor, localeOf(headers['accept-language']));
  const resolved = resolving instanceof Promise ? await resolving : resolving;
  const context = contextOf(request, response, actor, resolved && 'via' in resolved ? resolved.via : 'text');
  const answer = await (resolved && 'status' in resolved
    ? { ...resolved, contentType: accepts.contentType ?? resolved.contentType }
    : parts.holder.answer(resolved && resolved.params !== params ? { ...asked, params: resolved.params } : asked, context));
  if (resolved && 'isOffered' in resolved && resolved.isOffered) keepOffered(parts, resolved);
  const own = [HEADERS.requestId, context.requestId];
  if (parts.count) own.push('x-sql-statements', String(context.cost.statements), 'x-thidua-cache', context.cost.cache ?? 'none');
  if (headers['x-graph-cost'] !== undefined && context.cost.charged !== undefined) own.push('x-graph-cost', String(context.cost.charged));
  if (parts.isDraining()) own.push('connection', 'close');
  const tagged = taggedAnswer(answer, method, actor.kind);
  if (tagged && isUnchanged(headers['if-none-match'], tagged))
    return void response.writeHead(304, [...own, ...tagged.headers.flat()]).end();
  const whole = tagged ? { ...answer, headers: [...(answer.headers ?? []), ...tagged.headers] } : answer;
  await writeAnswer(response, whole, own, headers['accept-encoding']);
}

/** The text meant; an answer when there is none. */
function resolve(
  parts: GraphqlParts,
  params: GraphParams,
  actor: { kind: string },
  locale: Locale,
): Resolved | GraphAnswer | Promise<Resolved | GraphAnswer> {
  const refuse = (error: unknown): GraphAnswer => {
    const { errors, status = 500 } = formatErrors([error], parts.format);
    const contentType = 'application/json; charset=utf-8';
    return { status, contentType, headers: [['cache-control', 'private, no-cache, must-revalidate']], body: JSON.stringify({ errors }) };
  };
  try {
    const resolved = resolveText(params, actor, parts.documents, locale);
    return resolved instanceof Promise ? resolved.catch(refuse) : resolved;
  } catch (error) {
    return refuse(error);
  }
}

function keepOffered({ documents, holder }: GraphqlParts, { params, hash }: Resolved): void {
  if (hash && params.query && holder.engine?.knows(params.query)) documents.automatic?.keep(hash, params.query);
}

export function tooLarge(error: unknown): never {
  if ((error as { status?: number }).status !== 413) throw error;
  throw new Problem(413, 'BAD_USER_INPUT', `Yêu cầu lớn hơn ${BODY_LIMIT} byte.`, `The request has more than ${BODY_LIMIT} bytes.`, {
    limit: { name: 'body', allowed: BODY_LIMIT },
  });
}

export const crossSite = (): Problem =>
  new Problem(
    400,
    'BAD_USER_INPUT',
    'Yêu cầu GET cần tiêu đề «apollo-require-preflight» để trang khác không gửi thay được.',
    'A GET needs the header “apollo-require-preflight”, which a page of another site cannot send.',
    { reason: 'CSRF' },
  );

/** Other content types reach the server unread: it refuses them with its own words. */
export function parsed(raw: Buffer, contentType: string | undefined): unknown {
  if (contentType !== 'application/json' && !/^application\/(json|graphql-response\+json)\s*(;|$)/i.test(contentType ?? ''))
    return raw.toString('utf8');
  try {
    return bodies.parse(raw);
  } catch {
    throw new Problem(400, 'BAD_USER_INPUT', 'Nội dung không phải JSON.', 'The body is not JSON.');
  }
}
