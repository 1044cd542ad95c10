import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startTestPostgres } from '@thidua/dev';
import pg from 'pg';
import { pino } from 'pino';
import { readEnvironment } from '../../frontends/host/src/environment.js';
import { type RunningHost, startHost } from '../../frontends/host/src/host.js';
import { startIdentity } from '../../shared/dev/src/identity/server.js';
import { readIdentitySettings } from '../../shared/dev/src/identity/settings.js';
import { startStandInGraph, type StandInGraph } from './stand-in-graph.js';

export const DEMO_PASSWORD = 'a demo password';
const CLIENT_SECRET = 'secret-of-the-host-client';

/** A real host with a real database and a real identity provider; only the graph stands in. */
export interface HostBench {
  readonly url: string;
  readonly graph: StandInGraph;
  readonly modulesDir: string;
  readonly databaseUrl: string;
  /** Public key of the host's service key, as JWK. */
  readonly publicKey: JsonWebKey;
  /** The first host of the bench, for what needs its parts. */
  readonly host: RunningHost;
  /** Private key (PEM) whose signature counts for every department here. */
  readonly moduleKey: string;
  /** A second host on the same database, as in production. */
  another(): Promise<string>;
  close(): Promise<void>;
}

export interface BenchOptions {
  /** Folder whose rooms' `dist` are registered at start. */
  readonly portalsDir?: string;
  readonly clock?: string;
  /** Whether browsers may send texts. */
  readonly trusted?: 'enforce' | 'open';
  /** Told what the host logs; nobody by default. */
  readonly log?: (line: string) => void;
  /** More settings of the host, such as those of modules. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startHostBench(options: BenchOptions = {}): Promise<HostBench> {
  const postgres = await startTestPostgres({ own: true });
  const suffix = randomBytes(4).toString('hex');
  const platformUrl = await createDatabase(postgres.url, `platform_${suffix}`);
  const identityUrl = await createDatabase(postgres.url, `identity_${suffix}`);
  const modulesDir = await mkdtemp(join(tmpdir(), 'thidua-modules-'));
  const graph = await startStandInGraph();
  const keys = generateKeyPairSync('ed25519');
  const moduleKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const identity = await startIdentity(
    readIdentitySettings({
      PORT: String(await freePort()),
      IDENTITY_DATABASE_URL: identityUrl,
      PUBLIC_URL: url,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      INTEGRATOR_CLIENT_SECRET: 'secret-of-the-integrator',
      DEMO_PASSWORD,
    }),
  );
  const start = (at: number) =>
    startHost(
      readEnvironment({
        PORT: String(at),
        HOST: 'localhost',
        GATEWAY_URL: graph.url,
        OIDC_ISSUER: identity.issuer,
        OIDC_CLIENT_ID: 'thidua-host',
        OIDC_CLIENT_SECRET: CLIENT_SECRET,
        PLATFORM_DATABASE_URL: platformUrl,
        PUBLIC_URL: url,
        SESSION_SECRET: 'a secret of the bench, long enough for the host',
        MODULES_DIR: modulesDir,
        TRUSTED_DOCUMENTS: options.trusted ?? 'open',
        SERVICE_KEY: JSON.stringify({ ...keys.privateKey.export({ format: 'jwk' }), kid: 'host' }),
        PORTALS_DIR: options.portalsDir ?? fileURLToPath(new URL('../../frontends', import.meta.url)),
        ...(process.env['SHELL_DIR'] ? { SHELL_DIR: process.env['SHELL_DIR'] } : {}),
        MODULE_DEVELOPMENT_KEY: moduleKey,
        ...(options.clock ? { APP_CLOCK: options.clock } : {}),
        ...options.env,
      }),
      options.log ? pino({ level: 'debug' }, { write: options.log }) : pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    );
  const host = await start(port);
  const hosts = [host];
  return {
    url,
    host,
    moduleKey,
    graph,
    modulesDir,
    databaseUrl: platformUrl,
    publicKey: keys.publicKey.export({ format: 'jwk' }) as JsonWebKey,
    another: async () => {
      const other = await start(await freePort());
      hosts.push(other);
      return other.url;
    },
    close: async () => {
      await Promise.all(hosts.map((one) => one.close()));
      await identity.close();
      await graph.close();
      await dropDatabases(postgres.url, [`platform_${suffix}`, `identity_${suffix}`]);
      await postgres.stop();
      await rm(modulesDir, { recursive: true, force: true });
    },
  };
}

async function createDatabase(server: string, name: string): Promise<string> {
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropDatabases(server: string, names: readonly string[]): Promise<void> {
  for (const name of names) await onServer(server, `drop database if exists ${name} with (force)`);
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
