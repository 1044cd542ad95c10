import { sendJson, type ServiceIdentity } from '@thidua/server/process';
import type { GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readAs, readJsonBytes } from '../http/json-body.js';
import { Problem } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import type { DocumentCache } from './document.cache.js';
import { checkDocuments, type DocumentProblem } from './document.check.js';
import type { DocumentStore } from './document.store.js';
import { registryCaller, requireOne, requireRegistrar } from './registrar.js';

export interface DocumentParts {
  store: DocumentStore;
  cache: DocumentCache;
  /** The graph that answers now; null before the first. */
  schema: () => GraphQLSchema | null;
  callers: Callers;
  identity: ServiceIdentity;
}

const BODY_LIMIT = 8 * 1024 * 1024;
const name = z.string().regex(/^[\w.-]{1,64}$/);
const release = z.string().regex(/^[\w.+-]{1,64}$/);
const documents = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(200_000));
const registration = z.object({ client: z.object({ kind: z.enum(['module', 'integrator']), id: name }), release, documents });
const activation = z.object({ releases: z.array(release).max(20) });
const question = z.object({ documents });

/** A problem with the client whose document it is in. */
type ClientProblem = DocumentProblem & { client: string };

/** `PUT /registry/documents`, `PUT /registry/clients/module/<id>/active`, `POST /registry/operations/check`. @returns false = another path */
export async function documentsRoute(parts: DocumentParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const to = `${request.method} ${url.pathname}`;
  const active = /^PUT \/registry\/clients\/module\/([\w.-]{1,64})\/active$/.exec(to)?.[1];
  if (to !== 'PUT /registry/documents' && to !== 'POST /registry/operations/check' && !active) return false;
  const body = await readJsonBytes(request, BODY_LIMIT);
  const caller = await registryCaller(parts.callers, parts.identity, request.headers, body);
  response.setHeader('cache-control', 'no-store');
  if (active) {
    requireOne(caller, ['module:manage']);
    return answer(response, 409, await activate(parts, active, readAs(activation, body).releases));
  }
  if (to === 'POST /registry/operations/check') {
    if (caller.kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
    sendJson(response, 200, { problems: checkDocuments(schemaOf(parts), readAs(question, body).documents) });
    return true;
  }
  const asked = readAs(registration, body);
  requireRegistrar(caller, asked.client);
  return answer(response, 422, await register(parts, asked), { accepted: Object.keys(asked.documents).length });
}

async function register(
  parts: DocumentParts,
  { client, release: of, documents: given }: z.infer<typeof registration>,
): Promise<ClientProblem[]> {
  const problems = checkDocuments(schemaOf(parts), given);
  if (problems.length > 0) return problems.map((problem) => ({ client: `${client.kind}:${client.id}@${of}`, ...problem }));
  await parts.store.register(client, of, given);
  for (const text of Object.values(given)) parts.cache.add(text);
  return [];
}

async function activate({ store, ...parts }: DocumentParts, module: string, releases: readonly string[]): Promise<ClientProblem[]> {
  const problems = await store.activate(module, releases, (shipped) => checkDocuments(schemaOf(parts), shipped));
  return problems.map((problem) => ({ client: `module:${module}`, ...problem }));
}

function schemaOf({ schema }: Pick<DocumentParts, 'schema'>): GraphQLSchema {
  const now = schema();
  if (now) return now;
  throw new Problem(503, 'UNAVAILABLE', 'Cổng đồ thị chưa sẵn sàng.', 'The graph is not ready.');
}

function answer(response: ServerResponse, status: number, problems: readonly ClientProblem[], done: object = {}): true {
  if (problems.length > 0) sendJson(response, status, { problems });
  else sendJson(response, 200, done);
  return true;
}
