import type { Log } from '@thidua/server/process';
import { pathToFileURL } from 'node:url';
import { DocumentStore } from '../documents/document.store.js';
import type { GatewayEnv } from '../gateway.env.js';
import type { EngineFactory } from '../graph/graph.engine.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import { lastGoodStore } from '../graph/last-good.store.js';
import type { SupergraphWatch } from '../graph/supergraph.watch.js';
import type { Callers } from '../identity/callers.js';
import type { PlatformDatabase } from '../platform/database.js';
import { ClientOperations } from '../rest/client.operations.js';
import type { RestParts } from '../rest/rest.route.js';
import { Contracts } from './contracts/contract.store.js';
import type { PagesParts } from './reference/pages.route.js';
import type { RegistryRouteParts } from './registry.routes.js';
import { RegistryWatch } from './registry.watch.js';
import { SchemaRegistry } from './schema.registry.js';
import { registrySigner } from './store/signature.js';
import { subgraphUrls } from './subgraph.urls.js';

export interface RegistrySettings {
  readonly env: GatewayEnv;
  readonly database: PlatformDatabase | null;
  readonly holder: GraphHolder;
  readonly create: EngineFactory;
  readonly fallback: SupergraphWatch;
  readonly callers: Callers;
  readonly log: Log;
}

/** The registry of schemas of this gateway; null = the graph comes from a file. */
export function createRegistry({ env, database, holder, create, fallback, callers, log }: RegistrySettings): RegistryRouteParts | null {
  if (env.alone || !database || env.SUPERGRAPH_SOURCE !== 'registry') return null;
  const production = env.NODE_ENV === 'production';
  const registry = new SchemaRegistry({
    database,
    signer: registrySigner(env.SERVICE_KEY, env.SERVICE_JWKS),
    documents: new DocumentStore(database),
    days: env.TRAFFIC_WINDOW_DAYS,
  });
  const watch = new RegistryWatch({
    registry,
    holder,
    create,
    fallback,
    lastGood: lastGoodStore(database),
    subgraphs: pathToFileURL(env.SUBGRAPHS),
    file: env.SUPERGRAPH,
    strict: production,
    log,
  });
  const pages: PagesParts = { contracts: new Contracts(database), graph: () => watch.current, registry, callers, strict: production };
  const rest: RestParts = { holder, callers, operations: new ClientOperations(database), version: () => watch.current?.version ?? 0 };
  return { registry, watch, callers, pages, rest, urls: subgraphUrls(env.SUBGRAPH_HOSTS, production) };
}
