import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingKeyOf } from '@thidua/module-kit/rules';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Environment } from '../environment.js';
import { HOST_DOCUMENTS, HOST_DOCUMENTS_RELEASE } from '../graph/documents.js';
import type { SessionGuard } from '../session/session.guard.js';
import { ShellReleases } from '../shell/shell.releases.js';
import { Catalogue } from './catalogue.js';
import { Channels } from './channel.service.js';
import { Collector } from './collector.js';
import { FramePages } from './frame.page.js';
import { GraphSync } from './graph.sync.js';
import { GatewayRegistry } from './graph-registry.client.js';
import { AutoRollback } from './health/auto-rollback.js';
import { CrashRoutes, visitorHash } from './health/crash.routes.js';
import { HealthStore } from './health/health.store.js';
import { UsageLog } from './health/usage.log.js';
import { KeyStore } from './keys/key.store.js';
import { ModuleRoutes } from './module.routes.js';
import { PlatformRoutes } from './platform.routes.js';
import { BuiltPortals } from './publish/built.js';
import { Publisher } from './publish/publish.service.js';
import { RegistrySnapshot } from './registry.snapshot.js';
import { ModuleSettings } from './settings.service.js';
import { DiskStorage } from './storage/disk.storage.js';
import type { ModuleStorage } from './storage/module-storage.js';
import { S3Storage } from './storage/s3.storage.js';
import type { FactsOf } from './viewer.facts.js';

export interface ModuleRegistry {
  readonly routes: ModuleRoutes;
  readonly frames: FramePages;
  readonly platform: PlatformRoutes;
  readonly shell: ShellReleases;
  readonly collector: Collector;
  readonly built: BuiltPortals;
  readonly channels: Channels;
  /** True when the graph knows every operation people's pages ask. */
  readonly settled: () => boolean;
  close(): Promise<void>;
}

export interface RegistryParts {
  readonly env: Environment;
  readonly pool: pg.Pool;
  readonly guard: SessionGuard;
  readonly factsOf: FactsOf;
  readonly log: Logger;
}

/** Puts the registry of modules together, takes in what is built beside the host, and tells the graph. */
export async function openRegistry({ env, pool, guard, factsOf, log }: RegistryParts): Promise<ModuleRegistry> {
  const storage = storageOf(env);
  const keepDays = env.modules.keepDays;
  const snapshot = new RegistrySnapshot(pool, env.databaseUrl, log);
  await snapshot.start();
  const graph = new GatewayRegistry(env.gatewayUrl, env.serviceKey);
  const sync = new GraphSync({ pool, graph, storage, log, keepDays });
  const channels = new Channels({ pool, snapshot, sync });
  const { developmentKey, signatures } = env.modules;
  const keys = new KeyStore(pool, developmentKey ? signingKeyOf(developmentKey) : null, env.modules.signingKeys);
  const provided = providedVersions(env.shellDir);
  const publisher = new Publisher({ pool, storage, keys, graph, sync, snapshot, limits: env.modules.limits, provided, signatures });
  const health = new HealthStore(pool);
  const visitorOf = visitorHash(env.sessionSecret);
  const usage = new UsageLog(health, visitorOf, log);
  const collector = new Collector({ pool, storage, health, log, keepDays });

  await collector.run();
  const shell = await ShellReleases.open(pool, storage, env.shellDir);
  const repeatVersions = developmentKey !== null || signatures === 'off';
  const built = new BuiltPortals({ pool, publisher, channels, keys, storage, developmentKey, repeatVersions, log });
  await built.registerAll(env.portalsDir);
  sync.onRefused = (module, release, problems) => channels.withdraw(module, release, problems);
  sync.own = [
    { module: 'host', release: HOST_DOCUMENTS_RELEASE, documents: HOST_DOCUMENTS, kept: [] },
    { module: 'shell', release: shell.current.release, documents: shell.current.documents, kept: await shell.kept() },
  ];
  sync.later();
  collector.start(() => shell.touch());
  const rollback = new AutoRollback(pool, channels, env.modules.rollback, log);
  const crashes = new CrashRoutes({ guard, health, rollback, visitorOf, log });
  const catalogue = new Catalogue(pool, snapshot, health, keys);
  const settings = new ModuleSettings(pool, snapshot, channels);
  return {
    shell,
    collector,
    built,
    channels,
    frames: new FramePages({ folderOf: (folder, file) => storage.get(folder, file), shellDir: env.shellDir }),
    routes: new ModuleRoutes({ snapshot, guard, factsOf, storage, usage, signatures }),
    platform: new PlatformRoutes({ guard, factsOf, keys, publisher, channels, settings, catalogue, crashes, snapshot }),
    settled: () => sync.settled,
    close: async () => {
      collector.stop();
      await sync.close();
      await usage.close();
      await snapshot.close();
    },
  };
}

function storageOf(env: Environment): ModuleStorage {
  return env.modules.s3 ? new S3Storage(env.modules.s3, env.modulesDir) : new DiskStorage(env.modulesDir);
}

/** What the shell provides, as its build says; before a build says it, as its package does. */
function providedVersions(shellDir: string): Readonly<Record<string, string>> {
  const said = join(shellDir, 'provided.json');
  if (existsSync(said)) return JSON.parse(readFileSync(said, 'utf8')) as Record<string, string>;
  const pkg = join(shellDir, '..', 'package.json');
  if (!existsSync(pkg)) return {};
  return (JSON.parse(readFileSync(pkg, 'utf8')) as { dependencies?: Record<string, string> }).dependencies ?? {};
}
