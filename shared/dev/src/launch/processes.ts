import { join } from 'node:path';
import type { DatabaseName } from '../postgres/provision.js';
import { serviceUrl } from '../postgres/provision.js';
import type { BusinessClock } from './clock.js';
import type { Ports } from './ports.js';
import type { Secrets, Signer } from './secrets.js';
import { publicKeys } from './secrets.js';

/** All processes of the platform in the order they are started. */
export const PROCESSES = ['identity', 'organisations', 'campaigns', 'evaluations', 'awards', 'gateway', 'host'] as const;
export type ProcessName = (typeof PROCESSES)[number];

export const SUBGRAPHS = ['organisations', 'campaigns', 'evaluations', 'awards'] as const;

const ENTRY: Record<ProcessName, string> = {
  identity: 'shared/dev/dist/identity/main.js',
  organisations: 'subgraphs/organisations/dist/main.js',
  campaigns: 'subgraphs/campaigns/dist/main.js',
  evaluations: 'subgraphs/evaluations/dist/main.js',
  awards: 'subgraphs/awards/dist/main.js',
  gateway: 'gateway/dist/main.js',
  host: 'frontends/host/dist/main.js',
};

/** What the environment of every process is made of. */
export interface Installation {
  root: string;
  folder: string;
  /** Login that made the databases; only used to derive the services' logins. */
  bootstrapUrl: string;
  secrets: Secrets;
  ports: Ports;
  clock: BusinessClock;
  demo: boolean;
  demoPassword: string;
  /** Set when the province's own identity provider is used instead of ours. */
  foreignIssuer?: string;
  env: NodeJS.ProcessEnv;
}

/** One process to keep running. */
export interface ProcessPlan {
  name: ProcessName;
  entry: string;
  port: number;
  /** Made anew for each start, because business time moves on. */
  environment: () => NodeJS.ProcessEnv;
}

export function planProcess(name: ProcessName, installation: Installation): ProcessPlan {
  const environment = (): NodeJS.ProcessEnv => ({
    ...inherited(installation.env),
    ...common(name, installation),
    ...particular(name, installation),
  });
  return { name, entry: join(installation.root, ENTRY[name]), port: installation.ports[name], environment };
}

/** The address at which people open the shell. */
export function publicUrl({ env, ports }: Pick<Installation, 'env' | 'ports'>): string {
  return (env['PUBLIC_URL'] ?? `http://localhost:${ports.host}`).replace(/\/$/, '');
}

export function issuerOf({ foreignIssuer, ports }: Pick<Installation, 'foreignIssuer' | 'ports'>): string {
  return foreignIssuer ?? address(ports.identity);
}

/** The bootstrap login is never handed to a service (decision 12), nor is what only the launcher needs. */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _bootstrap,
    DEMO_PASSWORD: _password,
    DATA_DIR: _folder,
    OIDC_CLIENT_SECRET: _client,
    SESSION_SECRET: _session,
    ...rest
  } = env;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !/^(npm_|PG|POSTGRES_|TEST_POSTGRES)/.test(name)));
}

function common(name: ProcessName, installation: Installation): NodeJS.ProcessEnv {
  const keys = installation.secrets.serviceKeys;
  const signing =
    name === 'identity' ? {} : { SERVICE_KEY: JSON.stringify(keys[name as Signer]), SERVICE_JWKS: JSON.stringify(publicKeys(keys)) };
  return {
    PORT: String(installation.ports[name]),
    HOST: '127.0.0.1',
    LOG_LEVEL: installation.env['LOG_LEVEL'] ?? 'info',
    ...installation.clock.environment(),
    ...signing,
  };
}

function particular(name: ProcessName, installation: Installation): NodeJS.ProcessEnv {
  if (name === 'identity') return identityEnvironment(installation);
  if (name === 'host') return hostEnvironment(installation);
  if (name === 'gateway') return gatewayEnvironment(installation);
  return {
    ...peers(installation),
    DATABASE_URL: login(installation, name),
    DEMO: installation.demo ? '1' : '0',
    FIXTURE: installation.env['FIXTURE'] ?? 'demo',
  };
}

function identityEnvironment(installation: Installation): NodeJS.ProcessEnv {
  const { secrets, env } = installation;
  return {
    IDENTITY_DATABASE_URL: login(installation, 'identity'),
    OIDC_ISSUER: issuerOf(installation),
    PUBLIC_URL: publicUrl(installation),
    OIDC_CLIENT_ID: env['OIDC_CLIENT_ID'] ?? 'thidua-host',
    OIDC_CLIENT_SECRET: secrets.hostClientSecret,
    INTEGRATOR_CLIENT_SECRET: secrets.integratorClientSecret,
    DEMO_PASSWORD: installation.demoPassword,
    TOKEN_SECRET: secrets.tokenSecret,
  };
}

function gatewayEnvironment(installation: Installation): NodeJS.ProcessEnv {
  return {
    ...peers(installation),
    OIDC_ISSUER: issuerOf(installation),
    OIDC_AUDIENCE: installation.env['OIDC_AUDIENCE'] ?? 'thidua-graph',
    PLATFORM_DATABASE_URL: login(installation, 'platform'),
  };
}

function hostEnvironment(installation: Installation): NodeJS.ProcessEnv {
  const { secrets, env, ports } = installation;
  return {
    GATEWAY_URL: address(ports.gateway),
    OIDC_ISSUER: issuerOf(installation),
    OIDC_CLIENT_ID: env['OIDC_CLIENT_ID'] ?? 'thidua-host',
    OIDC_CLIENT_SECRET: installation.foreignIssuer ? env['OIDC_CLIENT_SECRET'] : secrets.hostClientSecret,
    PLATFORM_DATABASE_URL: login(installation, 'platform'),
    PUBLIC_URL: publicUrl(installation),
    SESSION_SECRET: secrets.sessionSecret,
    MODULES_DIR: env['MODULES_DIR'] ?? join(installation.folder, 'modules'),
    // In production every release carries the signature of its department.
    ...(env['NODE_ENV'] === 'production' ? {} : { MODULE_DEVELOPMENT_KEY: secrets.moduleKey }),
  };
}

function peers({ ports }: Installation): NodeJS.ProcessEnv {
  return Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, address(ports[name])]));
}

function login({ bootstrapUrl, secrets }: Installation, name: DatabaseName): string {
  return serviceUrl(bootstrapUrl, name, secrets.databasePasswords[name]);
}

function address(port: number): string {
  return `http://127.0.0.1:${port}`;
}
