import { sendJson, type ServiceIdentity } from '@thidua/server/process';
import type { GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readAs, readJsonBytes } from '../http/json-body.js';
import { Problem } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import { deprecationWarnings } from '../registry/check/deprecated.uses.js';
import type { PublishedSchema } from '../registry/store/published.schema.js';
import type { DocumentCache } from './document.cache.js';
import { checkDocuments, type DocumentProblem } from './document.check.js';
import type { ClientRef, DocumentStore } from './document.store.js';
import { registryCaller, requireName, requireRegistrar } from './registrar.js';

export interface DocumentParts {
  store: DocumentStore;
  cache: DocumentCache;
  /** The graph that answers now; null before the first. */
  schema: () => GraphQLSchema | null;
  /** The graph as published at this moment; absent = it comes from a file. */
  published?: PublishedSchema | undefined;
  callers: Callers;
  identity: ServiceIdentity;
}

const BODY_LIMIT = 8 * 1024 * 1024;
/** Documents one integrator keeps registered: each of them binds whoever changes the graph. */
const OWN_LIMIT = 1_000;
const name = z.string().regex(/^[\w.-]{1,64}$/);
const release = z.string().regex(/^[\w.+-]{1,64}$/);
const documents = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().max(200_000));
const registration = z.object({ client: z.object({ kind: z.enum(['module', 'integrator']), id: name }), release, documents });
const activation = z.object({ releases: z.array(release).max(20) });
const question = z.object({ documents });

/** A problem with the client whose document it is in. */
type ClientProblem = DocumentProblem & { client: string };

/** `PUT /registry/documents`, `PUT /registry/clients/<kind>/<id>/active`, `POST /registry/operations/check`. @returns false = another path */
export async function documentsRoute(parts: DocumentParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const to = `${request.method} ${url.pathname}`;
  const [, kind, id] = /^PUT \/registry\/clients\/(module|integrator)\/([\w.-]{1,64})\/active$/.exec(to) ?? [];
  const active = id === undefined ? null : { kind: kind as ClientRef['kind'], id };
  if (to !== 'PUT /registry/documents' && to !== 'POST /registry/operations/check' && !active) return false;
  requireName(request.headers);
  const body = await readJsonBytes(request, BODY_LIMIT);
  const caller = await registryCaller(parts.callers, parts.identity, request.headers, body);
  response.setHeader('cache-control', 'no-store');
  if (active) {
    requireRegistrar(caller, active);
    return answer(response, 409, await activate(parts, active, readAs(activation, body).releases));
  }
  if (to === 'POST /registry/operations/check') {
    if (caller.kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
    const asked = readAs(question, body).documents;
    const schema = schemaOf(parts);
    sendJson(response, 200, { problems: checkDocuments(schema, asked), warnings: deprecationWarnings(schema, asked) });
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
  if (client.kind === 'integrator' && (await parts.store.count(client)) + Object.keys(given).length > OWN_LIMIT) throw tooMany();
  await parts.store.register(client, of, given);
  for (const text of Object.values(given)) parts.cache.add(text);
  return [];
}

async function activate(
  { store, published, ...parts }: DocumentParts,
  client: ClientRef,
  releases: readonly string[],
): Promise<ClientProblem[]> {
  const problems = await store.activate(client, releases, async (shipped, transaction) =>
    checkDocuments((await published?.(transaction)) ?? schemaOf(parts), shipped),
  );
  return problems.map((problem) => ({ client: `${client.kind}:${client.id}`, ...problem }));
}

function schemaOf({ schema }: Pick<DocumentParts, 'schema'>): GraphQLSchema {
  const now = schema();
  if (now) return now;
  throw new Problem(503, 'UNAVAILABLE', 'Cổng đồ thị chưa sẵn sàng.', 'The graph is not ready.');
}

const tooMany = (): Problem =>
  new Problem(
    400,
    'BAD_USER_INPUT',
    `Mỗi hệ thống đăng ký tối đa ${OWN_LIMIT} thao tác.`,
    `An integrator registers at most ${OWN_LIMIT} operations.`,
    {
      limit: { name: 'documents', allowed: OWN_LIMIT },
    },
  );

function answer(response: ServerResponse, status: number, problems: readonly ClientProblem[], done: object = {}): true {
  if (problems.length > 0) sendJson(response, status, { problems });
  else sendJson(response, 200, done);
  return true;
}
