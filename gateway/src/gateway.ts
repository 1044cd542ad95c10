import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import {
  createLog,
  createPeers,
  listen,
  localeOf,
  serviceIdentity,
  type Handler,
  type Log,
  type ServiceIdentity,
} from '@thidua/server/process';
import { GraphCache } from './cache/graph-cache.js';
import { Clientele } from './clients/clientele.js';
import { subgraphOrigins, type GatewayEnv } from './gateway.env.js';
import { compiledEngines } from './graph/compiled.engine.js';
import type { GatewayContext } from './graph/graph.engine.js';
import { GraphHolder } from './graph/graph.holder.js';
import { lastGoodStore } from './graph/last-good.store.js';
import { planSecret, PlanStore } from './graph/plan.store.js';
import { SupergraphWatch } from './graph/supergraph.watch.js';
import { automaticDocuments } from './http/automatic-documents.js';
import { filesRoute, type FileParts } from './http/files.route.js';
import { graphqlRoute } from './http/graphql.route.js';
import { Problem, sendProblem } from './http/problem.js';
import { tokenVerifier } from './identity/bearer.js';
import { anybody, callers, type Callers } from './identity/callers.js';
import { grantsClient } from './identity/grants.client.js';
import { GrantsFeed } from './identity/grants.feed.js';
import { Grants } from './identity/grants.js';
import { keptTokens } from './identity/kept-tokens.js';
import { wantsEvents } from './live/live.request.js';
import { LiveRoom } from './live/live.room.js';
import { sseRoute, type SseParts } from './live/sse.route.js';
import { faultFormat } from './operation/fault.format.js';
import { operationStages } from './operation/stages.js';
import { platformDatabase, type PlatformDatabase } from './platform/database.js';
import { Contracts } from './registry/contracts/contract.store.js';
import { createRegistry } from './registry/registry.js';
import { publishedSchema } from './registry/store/published.schema.js';
import { registryRoute, type RegistryRouteParts } from './registry/registry.routes.js';
import { cachedAssertions, type Assert } from './subgraphs/assertions.js';
import { SubgraphClient } from './subgraphs/subgraph.client.js';

/** Who asks, and how that is told to subgraphs. */
interface Identity {
  callers: Callers;
  assert: Assert | null;
  /** Null = the gateway alone. */
  service: ServiceIdentity | null;
  onGrantsChanged(listener: () => void): void;
  stop(): void;
}

interface Routes {
  graphql: SseParts;
  files: FileParts | null;
  /** Null = the graph comes from a file. */
  registry: RegistryRouteParts | null;
  /** Null = no platform database. */
  clientele: Clientele | null;
  /** The gateway alone also answers at `/`. */
  rootToo: boolean;
}

/**
 * Starts the gateway. It needs no subgraph, no issuer and no database to be there: what is missing is told per request.
 * @param plugins of Apollo Server; with one of them every request passes its whole pipeline
 */
export async function startGateway(
  env: GatewayEnv,
  plugins: readonly ApolloServerPlugin<GatewayContext>[] = [],
): Promise<{ port: number; stop(): Promise<void> }> {
  const log = createLog('gateway', env.LOG_LEVEL);
  const production = env.NODE_ENV === 'production';
  const origins = subgraphOrigins(env);
  const who = await identityOf(env, origins, log);
  const keeps = env.CACHE === 'on' && env.EXECUTOR === 'compiled' && who.assert !== null;
  const client = new SubgraphClient({ origins, assert: who.assert, log, transport: env.TRANSPORT, reads: keeps });
  const cache = keeps
    ? new GraphCache({ ask: (name, since) => client.changes(name, since), limit: env.CACHE_MB * 1024 * 1024, log })
    : null;
  const holder = new GraphHolder(async () => (await clientele?.registered()) ?? []);
  const database = databaseOf(env, log);
  const engines = env.EXECUTOR === 'stock' ? (await import('./graph/apollo.engine.js')).apolloEngines : compiledEngines;
  const schema = (): GraphQLSchema | null => holder.engine?.schema ?? null;
  const published = !env.alone && env.SUPERGRAPH_SOURCE === 'registry' ? publishedSchema() : undefined;
  const clientele =
    database && who.service && new Clientele({ database, callers: who.callers, identity: who.service, schema, published, log });
  const trusted = env.alone ? 'open' : (env.TRUSTED_DOCUMENTS ?? (production ? 'enforce' : 'open'));
  const contracts = env.alone ? null : new Contracts(database);
  const stages = operationStages({ guarded: !env.alone, publicIntrospection: !production, trusted, clientele, contracts, cache });
  const plans = env.alone || !database ? null : new PlanStore({ database, secret: planSecret(env.SERVICE_KEY), log });
  const create = engines({
    client,
    cache,
    plans,
    log,
    production,
    stages,
    pipeline: env.EXECUTOR === 'stock' ? 'apollo' : env.PIPELINE,
    plugins,
  });
  const watch = new SupergraphWatch({ file: env.SUPERGRAPH, holder, create, store: database && lastGoodStore(database), log });
  const registry = createRegistry({ env, database, holder, create, fallback: watch, callers: who.callers, log });
  await Promise.all([(registry?.watch ?? watch).start(), clientele?.start()]);
  const live = new LiveRoom({ holder, who, log });
  let draining = false;
  const routes: Routes = {
    graphql: {
      hub: live.hub,
      holder,
      callers: who.callers,
      documents: {
        source: clientele?.documents ?? { find: () => null },
        automatic: automaticDocuments(({ kind }) => env.alone || kind === 'client'),
      },
      format: faultFormat(log),
      count: env.COUNT_STATEMENTS === '1',
      strictGet: !env.alone,
      isDraining: () => draining,
    },
    files: who.assert ? { origins, callers: who.callers, assert: who.assert } : null,
    registry,
    clientele,
    rootToo: env.alone,
  };
  const http = await listen({
    host: env.HOST,
    port: env.PORT,
    ready: async () => !draining && holder.id !== null,
    handle: handler(routes, log),
    graceMs: env.DRAIN_MS,
  });
  live.attach(http.server, routes.graphql, env.alone ? ['/graphql', '/'] : ['/graphql']);
  log.info({ port: http.port, alone: env.alone }, 'ready');
  return {
    port: http.port,
    stop: async () => {
      draining = true;
      (registry?.watch ?? watch).stop();
      who.stop();
      cache?.stop();
      live.drain();
      await http.close(); // answers that are on their way end
      await Promise.allSettled([holder.stop(), client.close(), live.close(), clientele?.stop(), plans?.settle()]);
      await database?.close();
    },
  };
}

async function identityOf(env: GatewayEnv, origins: Record<string, string | undefined>, log: Log): Promise<Identity> {
  if (env.alone) return { callers: anybody, assert: null, service: null, onGrantsChanged: () => undefined, stop: () => undefined };
  const identity: ServiceIdentity = await serviceIdentity(env.SERVICE_KEY, env.SERVICE_JWKS);
  const grants = new Grants(grantsClient(identity, origins['organisations']), log);
  const feed = new GrantsFeed(createPeers(identity, origins), grants, log);
  feed.start();
  const tokens = keptTokens(tokenVerifier({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE }));
  return {
    callers: callers(tokens, grants, identity),
    assert: cachedAssertions(identity),
    service: identity,
    onGrantsChanged: (listener) => grants.onDrop(listener),
    stop: () => feed.stop(),
  };
}

/** Null = the gateway alone, or none is set: nothing outlives the process. */
function databaseOf(env: GatewayEnv, log: Log): PlatformDatabase | null {
  if (env.alone || !env.PLATFORM_DATABASE_URL) return null;
  return platformDatabase(env.PLATFORM_DATABASE_URL, (error) => log.warn({ reason: error.message }, 'platform database connection lost'));
}

function handler(routes: Routes, log: Log): Handler {
  return async (request, response, url) => {
    try {
      if (url.pathname === '/graphql' || (routes.rootToo && url.pathname === '/'))
        return await (wantsEvents(request.headers.accept) ? sseRoute : graphqlRoute)(routes.graphql, request, response, url);
      response.setHeader('x-content-type-options', 'nosniff');
      const upload = /^\/files\/([a-z]+)$/.exec(url.pathname)?.[1];
      if (upload && routes.files) return await filesRoute(routes.files, request, response, upload);
      if (await routes.clientele?.route(request, response, url)) return;
      if (routes.registry && (await registryRoute(routes.registry, request, response, url))) return;
      throw new Problem(404, 'NOT_FOUND', 'Không có đường dẫn này.', 'No such path.');
    } catch (error) {
      const known = error instanceof Problem;
      if (!known) log.error({ cause: (error as Error).stack }, 'fault');
      if (response.headersSent) return void response.destroy();
      response.setHeader('x-content-type-options', 'nosniff');
      const problem = known ? error : new Problem(500, 'INTERNAL', 'Có lỗi ở phía chúng tôi.', 'Something went wrong on our side.');
      sendProblem(response, problem, localeOf(request.headers['accept-language']));
    }
  };
}
