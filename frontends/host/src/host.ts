import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import type { Logger } from 'pino';
import { App } from './app.js';
import { BallotFlow } from './ceremony/ballot.flow.js';
import { ceremonyAssets } from './ceremony/ceremony.assets.js';
import { CeremonyRoutes } from './ceremony/ceremony.routes.js';
import { FormTokens } from './ceremony/form-token.store.js';
import { SignFlow } from './ceremony/sign.flow.js';
import { connect, migrate } from './database/database.js';
import type { Environment } from './environment.js';
import { GraphClient } from './graph/graph.client.js';
import { GraphPages } from './graph/graph.pages.js';
import { GraphProxy } from './graph/graphql.proxy.js';
import { type ModuleRegistry, openRegistry } from './modules/registry.js';
import { viewerFacts } from './modules/viewer.facts.js';
import { Secrets } from './session/secrets.js';
import { SessionGuard } from './session/session.guard.js';
import { SessionStore } from './session/session.store.js';
import { ShellPage } from './shell/shell.page.js';
import { ShellRoutes } from './shell/shell.routes.js';
import { AccessTokens } from './sign-in/access.js';
import { Provider } from './sign-in/provider.js';
import { SignInRoutes } from './sign-in/sign-in.routes.js';

export interface RunningHost {
  readonly url: string;
  readonly registry: ModuleRegistry;
  close(): Promise<void>;
}

/** Offset of the business clock from the real one; null without `APP_CLOCK`. */
function clockOffset(clock: string | undefined): number | null {
  return clock ? Date.parse(clock) - Date.now() : null;
}

/** Starts a host: migrates its schema, registers the built portals, listens. */
export async function startHost(env: Environment, log: Logger): Promise<RunningHost> {
  const startedAt = Date.now();
  const pool = connect(env.databaseUrl, (error) => log.warn({ err: error }, 'idle database connection lost'));
  await migrate(pool);
  const https = env.publicUrl.protocol === 'https:';
  const secrets = new Secrets(env.sessionSecret);
  const sessions = new SessionStore(pool, secrets, { idleMinutes: env.sessionIdleMinutes, maxHours: env.sessionMaxHours });
  const guard = new SessionGuard(env.publicUrl, sessions, secrets);
  const provider = new Provider(env);
  const access = new AccessTokens(sessions, provider, log);
  const graph = new GraphClient(env.gatewayUrl, env.serviceKey);
  const factsOf = viewerFacts(graph, access);
  const registry = await openRegistry({ env, pool, guard, factsOf, log });
  const { routes: modules, shell } = registry;
  const tokens = new FormTokens(pool, sessions);
  const flow = { graph, access, tokens };
  const app = new App({
    https,
    log,
    modules,
    frames: registry.frames,
    platform: registry.platform,
    signIn: new SignInRoutes({ provider, sessions, guard, secrets, https, log }, env.publicUrl.port || '80'),
    shell: new ShellRoutes({
      page: await ShellPage.load(shell.current.folder),
      releases: shell,
      guard,
      modules,
      clockOffset: clockOffset(env.clock),
    }),
    graph: new GraphProxy({ gatewayUrl: env.gatewayUrl, guard, access, trusted: env.trustedDocuments }),
    graphPages: new GraphPages({
      gatewayUrl: env.gatewayUrl,
      guard,
      access,
      trusted: env.trustedDocuments,
      permissionsOf: async (session) => (await factsOf(session))?.permissions ?? null,
      folder: env.explorerDir,
    }),
    ceremony: new CeremonyRoutes({
      guard,
      tokens,
      ballot: new BallotFlow(flow),
      sign: new SignFlow(flow),
      asset: await ceremonyAssets(shell.current.folder),
    }),
    ready: () => isReady(pool, registry.settled, startedAt),
  });

  const server = createServer((request, response) => void app.handle(request, response));
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${env.host}:${port}`,
    registry,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await registry.close();
      await pool.end();
    },
  };
}

/** A host whose graph is silent for longer is ready without it: it serves pages that say so. */
const GRAPH_PATIENCE_MS = 60_000;

/** Ready when the database answers and the graph knows the operations of the pages: before, every page would be refused by it. */
async function isReady(pool: pg.Pool, settled: () => boolean, startedAt: number): Promise<boolean> {
  if (!settled() && Date.now() - startedAt < GRAPH_PATIENCE_MS) return false;
  return pool.query('select 1').then(
    () => true,
    () => false,
  );
}
