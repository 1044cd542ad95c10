import { HEADERS, type AssertedActor } from '@thidua/contracts';
import { sendJson } from '@thidua/server/process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { requireOne } from '../documents/registrar.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import { writeAnswer } from '../http/answer.writer.js';
import { contextOf } from '../http/context.js';
import { readAs, readJsonBytes } from '../http/json-body.js';
import { negotiate } from '../http/media-type.js';
import { Problem } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import { BODY_LIMIT } from '../operation/limits.rules.js';
import type { ClientOperations } from './client.operations.js';
import { facadeOf, openApi, type Facade } from './openapi.js';
import { sdkFiles } from './sdk/sdk.files.js';

export interface RestParts {
  readonly holder: GraphHolder;
  readonly callers: Callers;
  readonly operations: ClientOperations;
  /** Number of the graph in use. */
  readonly version: () => number;
}

const NOTHING = Buffer.alloc(0);
const variablesOf = z.record(z.string(), z.unknown());

/**
 * `POST /rest/<operation>` runs a registered operation of the client that asks; `GET /registry/clients/<id>/openapi.json` and `…/sdk.json`
 * describe them. @returns false = another path
 */
export async function restRoute(parts: RestParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const name = /^\/rest\/(\w{1,128})$/.exec(url.pathname)?.[1];
  if (name && request.method === 'POST') return run(parts, request, response, name);
  const [, client, what] = /^\/registry\/clients\/([\w.-]{1,64})\/(openapi|sdk)\.json$/.exec(url.pathname) ?? [];
  if (!client || request.method !== 'GET') return false;
  const actor = await parts.callers.of(request.headers, NOTHING);
  if (actor.kind !== 'client' || actor.id !== client) requireOne(actor, ['client:manage', 'schema:publish']);
  const facade = await facadeFor(parts, client);
  sendJson(response, 200, what === 'openapi' ? openApi(facade) : { files: await sdkFiles(facade) }, { 'cache-control': 'no-store' });
  return true;
}

async function facadeFor({ holder, operations, version }: RestParts, client: string): Promise<Facade> {
  const schema = holder.engine?.schema;
  if (!schema) throw new Problem(503, 'UNAVAILABLE', 'Cổng đồ thị chưa sẵn sàng.', 'The graph is not ready.');
  return facadeOf(client, version(), schema, (await operations.of(client)).values());
}

async function run(parts: RestParts, request: IncomingMessage, response: ServerResponse, name: string): Promise<true> {
  const raw = await readJsonBytes(request, BODY_LIMIT);
  const actor = await parts.callers.of(request.headers, raw);
  requireClient(actor);
  const operation = (await parts.operations.of(actor.id)).get(name);
  if (!operation)
    throw new Problem(404, 'NOT_FOUND', `${actor.id} chưa đăng ký thao tác ${name}.`, `${actor.id} has registered no operation ${name}.`);
  const variables = raw.length > 0 ? readAs(variablesOf, raw) : {};
  const params = { query: operation.text, variables };
  const accepts = negotiate(undefined);
  const asked = {
    method: 'POST' as const,
    params,
    body: params,
    search: '',
    headers: { ...request.headers, 'content-type': 'application/json' },
    accepts,
  };
  const context = contextOf(request, response, actor, 'document');
  const answer = await parts.holder.answer(asked, context);
  await writeAnswer(response, answer, [HEADERS.requestId, context.requestId], request.headers['accept-encoding']);
  return true;
}

/** @throws Problem 401 or 403: people ask through pages, whose operations are registered with a module */
function requireClient({ kind }: AssertedActor): void {
  if (kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần mã truy cập.', 'An access token is needed.');
  if (kind !== 'client') throw new Problem(403, 'FORBIDDEN', 'Dành cho hệ thống tích hợp.', 'For integrators only.');
}
