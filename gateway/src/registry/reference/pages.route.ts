import { localeOf } from '@thidua/server/process';
import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '../../http/problem.js';
import type { Callers } from '../../identity/callers.js';
import type { Contract } from '../contracts/contract.js';
import { contractGraph, type ContractGraph } from '../contracts/contract.schema.js';
import type { Contracts } from '../contracts/contract.store.js';
import { fieldNames } from '../diff/schema.diff.js';
import type { SchemaRegistry } from '../schema.registry.js';
import { readHistory, type HistoryEntry } from '../store/history.store.js';
import { changesPage } from './changes.page.js';
import { contractsPage } from './contracts.page.js';
import type { Look } from './frame.js';
import { referenceOf, type Users } from './reference.model.js';
import { referencePage } from './reference.page.js';
import { usersOf } from './users.js';

export interface PagesParts {
  readonly contracts: Contracts;
  /** The graph that answers now; null before the first. */
  readonly graph: () => { readonly sdl: string; readonly api: string } | null;
  readonly registry: SchemaRegistry;
  readonly callers: Callers;
  /** Pages of other audiences than the public are for who is signed in. */
  readonly strict: boolean;
}

const ASSETS = new Map([
  ['reference.css', 'text/css; charset=utf-8'],
  ['reference.js', 'text/javascript; charset=utf-8'],
]);
const FOLDER = new URL('../../../public/', import.meta.url);
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const NOTHING = Buffer.alloc(0);

/**
 * `GET /graph/`, `/graph/<contract>/`, `…/changes`, `…/schema.graphql`, `/graph/assets/…`: made from the graph in use.
 * @returns false when the path is none of them
 */
export async function pagesRoute(parts: PagesParts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const [, first, rest] = /^\/graph(?:\/([\w.-]+))?(?:\/([\w.-]*))?$/.exec(url.pathname.replace(/\/$/, '')) ?? [];
  if (!url.pathname.startsWith('/graph/') && url.pathname !== '/graph') return false;
  if (first === 'assets') return sendAsset(response, rest ?? '');
  const look = lookOf(request);
  if (first === undefined) {
    send(response, 'text/html; charset=utf-8', contractsPage(look, await parts.contracts.all()));
    return true;
  }
  const contract = await parts.contracts.of(first);
  if (!contract) return false;
  const isKnown = await admitted(parts, request, contract);
  const graph = parts.graph();
  if (!graph) throw new Problem(503, 'UNAVAILABLE', 'Cổng đồ thị chưa sẵn sàng.', 'The graph is not ready.');
  const seen = contractGraph(graph.sdl, graph.api, contract);
  if (rest === 'schema.graphql') send(response, 'text/plain; charset=utf-8', seen.sdl);
  else if (rest === 'changes') send(response, 'text/html; charset=utf-8', await changes(parts, look, contract, seen, graph.api));
  else if (rest === undefined || rest === '') {
    const users: Users = isKnown ? await usersOf(parts.registry.parts, buildSchema(graph.api)) : new Map();
    const page = { look, contracts: await parts.contracts.all(), contract, entries: referenceOf(seen, users) };
    send(response, 'text/html; charset=utf-8', referencePage(page));
  } else return false;
  return true;
}

/** @returns whether the caller is somebody @throws Problem 401 where the page asks for that */
async function admitted({ callers, strict }: PagesParts, request: IncomingMessage, contract: Contract): Promise<boolean> {
  const { kind } = await callers.of(request.headers, NOTHING);
  if (strict && kind === 'public' && contract.id !== 'public')
    throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập để xem phần này.', 'Sign in to see this.');
  return kind !== 'public';
}

async function changes(
  { registry, contracts }: PagesParts,
  look: Look,
  contract: Contract,
  seen: ContractGraph,
  api: string,
): Promise<string> {
  const history = await readHistory(registry.parts.database, 50);
  const own = history.map((entry) => ({ ...entry, changes: entry.changes.filter(({ coordinate }) => concerns(coordinate, seen, api)) }));
  const told: HistoryEntry[] = own.filter((entry, i) => entry.changes.length > 0 || i === own.length - 1);
  return changesPage({ look, contracts: await contracts.all(), contract, history: told });
}

/** A change of what the audience sees; of what is gone, when it stood in a type it sees. */
function concerns(coordinate: string, { schema }: ContractGraph, api: string): boolean {
  const [, type = '', field] = /^(\w+)(?:\.(\w+))?/.exec(coordinate) ?? [];
  const isThere = schema.getType(type) !== undefined;
  if (!field || !isThere) return isThere;
  return fieldNames(schema).has(`${type}.${field}`) || !fieldNames(schemaOf(api)).has(`${type}.${field}`);
}

let built: { api: string; schema: ReturnType<typeof buildSchema> } | null = null;
function schemaOf(api: string): ReturnType<typeof buildSchema> {
  if (built?.api !== api) built = { api, schema: buildSchema(api) };
  return built.schema;
}

function lookOf(request: IncomingMessage): Look {
  const theme = request.headers['x-thidua-theme'];
  return { locale: localeOf(request.headers['accept-language']), ...(theme === 'light' || theme === 'dark' ? { theme } : {}) };
}

async function sendAsset(response: ServerResponse, name: string): Promise<boolean> {
  const type = ASSETS.get(name);
  if (!type) return false;
  send(response, type, await readFile(new URL(name, FOLDER), 'utf8'), 'public, max-age=300');
  return true;
}

function send(response: ServerResponse, type: string, body: string, caching = 'no-store'): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': caching,
    'content-security-policy': POLICY,
  });
  response.end(body);
}
