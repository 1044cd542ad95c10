import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import { ModuleRoutes } from './modules/module.routes.js';
import { builtPortals, publish } from './modules/publish.js';
import { RegistryStore } from './modules/registry.store.js';
import { viewerPermissions } from './modules/viewer-permissions.js';
import { Secrets } from './session/secrets.js';
import { SessionGuard } from './session/session.guard.js';
import { SessionStore } from './session/session.store.js';
import { compressShell } from './shell/shell.compress.js';
import { ShellPage } from './shell/shell.page.js';
import { ShellRoutes } from './shell/shell.routes.js';
import { AccessTokens } from './sign-in/access.js';
import { Provider } from './sign-in/provider.js';
import { SignInRoutes } from './sign-in/sign-in.routes.js';

export interface RunningHost {
  readonly url: string;
  close(): Promise<void>;
}

/** Offset of the business clock from the real one; null without `APP_CLOCK`. */
function clockOffset(clock: string | undefined): number | null {
  return clock ? Date.parse(clock) - Date.now() : null;
}

/** Starts a host: migrates its schema, registers the built portals, listens. */
export async function startHost(env: Environment, log: Logger): Promise<RunningHost> {
  const pool = connect(env.databaseUrl, (error) => log.warn({ err: error }, 'idle database connection lost'));
  await migrate(pool);
  const registry = new RegistryStore(pool);
  await registerBuilt(env, registry, log);

  const https = env.publicUrl.protocol === 'https:';
  const secrets = new Secrets(env.sessionSecret);
  const sessions = new SessionStore(pool, secrets, { idleMinutes: env.sessionIdleMinutes, maxHours: env.sessionMaxHours });
  const guard = new SessionGuard(env.publicUrl, sessions, secrets);
  const provider = new Provider(env);
  const access = new AccessTokens(sessions, provider, log);
  const graph = new GraphClient(env.gatewayUrl, env.serviceKey);
  const permissionsOf = viewerPermissions(graph, access);
  const modules = new ModuleRoutes({ registry, guard, permissionsOf, modulesDir: env.modulesDir });
  const tokens = new FormTokens(pool, sessions);
  const flow = { graph, access, tokens };
  await compressShell(env.shellDir, log);
  const app = new App({
    https,
    log,
    modules,
    signIn: new SignInRoutes({ provider, sessions, guard, secrets, https, log }, env.publicUrl.port || '80'),
    shell: new ShellRoutes({
      page: await ShellPage.load(env.shellDir),
      folder: env.shellDir,
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
      permissionsOf,
      folder: env.explorerDir,
    }),
    ceremony: new CeremonyRoutes({
      guard,
      tokens,
      ballot: new BallotFlow(flow),
      sign: new SignFlow(flow),
      asset: await ceremonyAssets(env.shellDir),
    }),
    ready: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
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
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await pool.end();
    },
  };
}

/** Registers what is built here. A portal that cannot be registered costs its pages, not the host. */
async function registerBuilt(env: Environment, registry: RegistryStore, log: Logger): Promise<void> {
  for (const dist of env.portalsDir ? await builtPortals(env.portalsDir) : []) {
    try {
      const version = await publish(dist, env.modulesDir);
      const isNew = await registry.register(version);
      log.info({ module: version.module, folder: version.folder, isNew }, 'module registered');
    } catch (error) {
      log.error({ err: error, dist }, 'module could not be registered');
    }
  }
}
