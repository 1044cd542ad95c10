import type { AssertedActor } from '@thidua/contracts';
import { sendJson } from '@thidua/server/process';
import { buildSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readAs, readJsonBytes } from '../http/json-body.js';
import { Problem } from '../http/problem.js';

import type { Callers } from '../identity/callers.js';
import { pagesRoute, type PagesParts } from './reference/pages.route.js';
import { restRoute, type RestParts } from '../rest/rest.route.js';
import { requireGraphWorker } from './registry.access.js';
import type { RegistryWatch } from './registry.watch.js';
import type { Proposal, SchemaRegistry } from './schema.registry.js';
import { deprecatedInUse } from './check/deprecated.uses.js';
import { readHistory } from './store/history.store.js';
import { readUsage } from './store/reality.store.js';
import { readMembers } from './store/schema.store.js';
import type { SubgraphUrls } from './subgraph.urls.js';
import { unusedFields } from './unused.js';
import type { Verdict } from './check/verdict.js';

export interface RegistryRouteParts {
  readonly registry: SchemaRegistry;
  readonly watch: RegistryWatch;
  readonly callers: Callers;
  readonly urls: SubgraphUrls;
  /** Reference pages, for everybody they concern. */
  readonly pages: PagesParts;
  /** Registered operations of integrators as plain HTTP. */
  readonly rest: RestParts;
}

const SDL_LIMIT = 4 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);
const proposed = z.object({
  sdl: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  departmentId: z.uuid().nullish(),
});

interface Asked {
  readonly parts: RegistryRouteParts;
  readonly url: URL;
  readonly body: Buffer;
  readonly actor: AssertedActor;
  /** Subgraph in the path. */
  readonly subgraph: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ROUTES: readonly [method: string, path: RegExp, answer: (asked: Asked) => Promise<Answer>][] = [
  ['POST', /^\/registry\/schemas\/([a-z][a-z0-9-]{1,39})\/check$/, check],
  ['POST', /^\/registry\/schemas\/([a-z][a-z0-9-]{1,39})\/publish$/, (asked) => publish(asked, proposalOf(asked))],
  ['DELETE', /^\/registry\/schemas\/([a-z][a-z0-9-]{1,39})$/, (asked) => publish(asked, { ...nothingOf(asked), sdl: null })],
  ['GET', /^\/registry\/schemas\/history$/, history],
  ['GET', /^\/registry\/schemas$/, schemas],
  ['GET', /^\/registry\/supergraph$/, supergraph],
  ['GET', /^\/registry\/unused$/, unused],
  ['GET', /^\/registry\/deprecated$/, deprecated],
];

/**
 * The registry's own addresses: for whoever holds `schema:publish`, as JSON; `/registry/keys` and the reference pages for all.
 * @returns false when the path is none of them
 */
export async function registryRoute(
  parts: RegistryRouteParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const route = ROUTES.find(([method, path]) => method === request.method && path.test(url.pathname));
  if (request.method === 'GET' && url.pathname === '/registry/keys') {
    sendJson(response, 200, { keys: parts.registry.parts.signer.publicKeys }, { 'cache-control': 'public, max-age=300' });
    return true;
  }
  if (!route) return (await restRoute(parts.rest, request, response, url)) || pagesRoute(parts.pages, request, response, url);
  const body = request.method === 'POST' ? await readJsonBytes(request, SDL_LIMIT) : NOTHING;
  const actor = await parts.callers.of(request.headers, body);
  requireGraphWorker(actor);
  const [, path, answer] = route;
  const { status, body: said } = await answer({ parts, url, body, actor, subgraph: path.exec(url.pathname)?.[1] ?? '' });
  sendJson(response, status, said, { 'cache-control': 'no-store' });
  return true;
}

async function check(asked: Asked): Promise<Answer> {
  return { status: 200, body: await asked.parts.registry.check(proposalOf(asked), asked.actor) };
}

async function publish({ parts, actor }: Asked, proposal: Proposal): Promise<Answer> {
  const publication = await parts.registry.publish(proposal, actor);
  if (publication.verdict.accepted && !publication.verdict.unchanged) await parts.watch.look();
  return { status: statusOf(publication.verdict), body: publication };
}

/** 422 = it is not right in itself, 409 = it breaks somebody. */
function statusOf({ accepted, unchanged, composition, house }: Verdict): number {
  if (accepted) return unchanged ? 200 : 201;
  return composition.length + house.length > 0 ? 422 : 409;
}

async function history({ parts, url }: Asked): Promise<Answer> {
  const limit = Math.min(Number(url.searchParams.get('limit')) || 20, 200);
  const subgraph = url.searchParams.get('subgraph') ?? undefined;
  return { status: 200, body: { history: await readHistory(parts.registry.parts.database, limit, subgraph) } };
}

/** The subgraphs in use, with the SDL of one that is named (`?subgraph=`), in an older version too (`&version=`). */
async function schemas({ parts, url }: Asked): Promise<Answer> {
  const { database, signer } = parts.registry.parts;
  const members = await readMembers(await database.ready(), parts.watch.current?.members ?? {}, signer);
  const named = url.searchParams.get('subgraph');
  if (named === null) return { status: 200, body: { subgraphs: members.map(({ sdl: _sdl, ...member }) => member) } };
  const version = Number(url.searchParams.get('version')) || null;
  const [member] = version
    ? await readMembers(await database.ready(), { [named]: version }, signer)
    : members.filter(({ name }) => name === named);
  if (!member) throw new Problem(404, 'NOT_FOUND', `Đồ thị không có phân hệ ${named}.`, `The graph has no subgraph ${named}.`);
  return { status: 200, body: member };
}

async function supergraph({ parts }: Asked): Promise<Answer> {
  if (!parts.watch.current) throw new Problem(404, 'NOT_FOUND', 'Kho lược đồ chưa có đồ thị nào.', 'The registry has no graph yet.');
  return { status: 200, body: parts.watch.current };
}

async function unused({ parts, url }: Asked): Promise<Answer> {
  const current = parts.watch.current;
  const days = Math.min(Number(url.searchParams.get('days')) || parts.registry.parts.days, 400);
  return { status: 200, body: { days, fields: current ? await unusedFields(parts.registry.parts, current.api, days) : [] } };
}

/** What is on its way out, and who still uses it by name. */
async function deprecated({ parts }: Asked): Promise<Answer> {
  const { database, documents, days } = parts.registry.parts;
  const { current } = parts.watch;
  if (!current) return { status: 200, body: { days, parts: [] } };
  const usage = await readUsage(await database.ready(), days);
  return { status: 200, body: { days, parts: deprecatedInUse(buildSchema(current.api), await documents.active(), usage) } };
}

/** @throws Problem 400 for a body that is no proposal, 422 for an address the gateway may not ask */
function proposalOf({ body, subgraph, parts }: Asked): Proposal {
  const { sdl, url = null, departmentId = null } = readAs(proposed, body);
  if (url !== null && !parts.urls.allows(url)) {
    const host = new URL(url).host;
    throw new Problem(422, 'BAD_USER_INPUT', `Cổng đồ thị không được gọi ${host}.`, `The gateway may not call ${host} (SUBGRAPH_HOSTS).`, {
      field: 'url',
    });
  }
  return { subgraph, sdl, url, departmentId };
}

const nothingOf = ({ subgraph }: Asked): Omit<Proposal, 'sdl'> => ({ subgraph, url: null, departmentId: null });
