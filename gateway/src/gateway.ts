import type { ApolloServerPlugin } from '@apollo/server';
import { createLog, listen, type Log } from '@thidua/server/process';
import type { GraphQLSchema } from 'graphql';
import { GraphCache } from './cache/graph-cache.js';
import { Clientele } from './clients/clientele.js';
import { subgraphOrigins, type GatewayEnv } from './gateway.env.js';
import { compiledEngines } from './graph/compiled.engine.js';
import type { EngineFactory, GatewayContext } from './graph/graph.engine.js';
import { GraphHolder } from './graph/graph.holder.js';
import { lastGoodStore } from './graph/last-good.store.js';
import { planSecret, PlanStore } from './graph/plan.store.js';
import { SupergraphWatch } from './graph/supergraph.watch.js';
import { automaticDocuments } from './http/automatic-documents.js';
import { routesHandler, type Routes } from './http/routes.js';
import { identityOf, type Identity } from './identity/identity.js';
import { LiveRoom } from './live/live.room.js';
import { faultFormat } from './operation/fault.format.js';
import { operationStages } from './operation/stages.js';
import { platformDatabase, type PlatformDatabase } from './platform/database.js';
import { Contracts } from './registry/contracts/contract.store.js';
import { createRegistry } from './registry/registry.js';
import { publishedSchema } from './registry/store/published.schema.js';
import { SubgraphClient } from './subgraphs/subgraph.client.js';

/**
 * Starts the gateway. It needs no subgraph, no issuer and no database to be there: what is missing is told per request.
 * @param plugins of Apollo Server; with one of them every request passes its whole pipeline
 */
export async function startGateway(
  env: GatewayEnv,
  plugins: readonly ApolloServerPlugin<GatewayContext>[] = [],
): Promise<{ port: number; stop(): Promise<void> }> {
  const log = createLog('gateway', env.LOG_LEVEL);
  const origins = subgraphOrigins(env);
  const who = await identityOf(env, origins, log);
  const database = databaseOf(env, log);
  const holder = new GraphHolder(async () => (await clientele?.registered()) ?? []);
  const schema = (): GraphQLSchema | null => holder.engine?.schema ?? null;
  const published = !env.alone && env.SUPERGRAPH_SOURCE === 'registry' ? publishedSchema() : undefined;
  const clientele =
    database && who.service && new Clientele({ database, callers: who.callers, identity: who.service, schema, published, log });
  const { client, cache, plans, create } = await engineParts({ env, who, database, clientele, log, plugins });
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
    handle: routesHandler(routes, log),
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

interface EngineNeeds {
  env: GatewayEnv;
  who: Identity;
  database: PlatformDatabase | null;
  clientele: Clientele | null;
  log: Log;
  plugins: readonly ApolloServerPlugin<GatewayContext>[];
}

/** What builds an engine for a supergraph, with everything that outlives engines. */
async function engineParts({ env, who, database, clientele, log, plugins }: EngineNeeds): Promise<{
  client: SubgraphClient;
  cache: GraphCache | null;
  plans: PlanStore | null;
  create: EngineFactory;
}> {
  const production = env.NODE_ENV === 'production';
  const isStock = env.EXECUTOR === 'stock';
  const keeps = env.CACHE === 'on' && !isStock && who.assert !== null;
  const client = new SubgraphClient({ origins: subgraphOrigins(env), assert: who.assert, log, transport: env.TRANSPORT, reads: keeps });
  const cache = keeps
    ? new GraphCache({ ask: (name, since) => client.changes(name, since), limit: env.CACHE_MB * 1024 * 1024, log })
    : null;
  const trusted = env.alone ? 'open' : (env.TRUSTED_DOCUMENTS ?? (production ? 'enforce' : 'open'));
  const contracts = env.alone ? null : new Contracts(database);
  const stages = operationStages({ guarded: !env.alone, publicIntrospection: !production, trusted, clientele, contracts, cache });
  const plans = env.alone || !database ? null : new PlanStore({ database, secret: planSecret(env.SERVICE_KEY), log });
  // The stock executor is another megabytes of libraries: loaded by who wants it.
  const engines = isStock ? (await import('./graph/apollo.engine.js')).apolloEngines : compiledEngines;
  const pipeline = isStock ? 'apollo' : env.PIPELINE;
  return { client, cache, plans, create: engines({ client, cache, plans, log, production, stages, pipeline, plugins }) };
}

/** Null = the gateway alone, or none is set: nothing outlives the process. */
function databaseOf(env: GatewayEnv, log: Log): PlatformDatabase | null {
  if (env.alone || !env.PLATFORM_DATABASE_URL) return null;
  return platformDatabase(env.PLATFORM_DATABASE_URL, (error) => log.warn({ reason: error.message }, 'platform database connection lost'));
}
