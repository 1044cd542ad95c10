import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type ModuleEnvironment, moduleEnvironment, moduleSettings } from './module.settings.js';

const schema = moduleSettings.extend({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.string().default('info'),
  APP_CLOCK: z.string().optional(),
  GATEWAY_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  PLATFORM_DATABASE_URL: z.string().min(1),
  PUBLIC_URL: z.url(),
  SESSION_SECRET: z.string().min(32, 'needs at least 32 characters of randomness'),
  SERVICE_KEY: z.string().min(1),
  MODULES_DIR: z.string().min(1),
  /** `enforce` = browsers send hashes of registered operations only; `open` lets a developer's drafts through. */
  TRUSTED_DOCUMENTS: z.enum(['enforce', 'open']).default('enforce'),
  /** Folder with the rooms whose `dist` are registered at start; empty = register nothing. */
  PORTALS_DIR: z.string().default(fileURLToPath(new URL('../..', import.meta.url))),
  SHELL_DIR: z.string().default(fileURLToPath(new URL('../../shell/dist', import.meta.url))),
  EXPLORER_DIR: z.string().default(fileURLToPath(new URL('../dist/explorer', import.meta.url))),
  /** How long a session lives without being used, and at most. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(120),
  SESSION_MAX_HOURS: z.coerce.number().int().positive().default(12),
});

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly gatewayUrl: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly databaseUrl: string;
  readonly publicUrl: URL;
  readonly sessionSecret: string;
  readonly serviceKey: string;
  readonly modulesDir: string;
  readonly trustedDocuments: 'enforce' | 'open';
  readonly portalsDir: string;
  readonly shellDir: string;
  readonly explorerDir: string;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  readonly clock: string | undefined;
  readonly modules: ModuleEnvironment;
}

/**
 * Reads and checks all settings at once.
 * @throws Error that lists every setting that is missing or wrong.
 */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The host cannot start, settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    gatewayUrl: env.GATEWAY_URL.replace(/\/(?:graphql)?$/, ''),
    issuer: new URL(env.OIDC_ISSUER),
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    databaseUrl: env.PLATFORM_DATABASE_URL,
    publicUrl: new URL(env.PUBLIC_URL),
    sessionSecret: env.SESSION_SECRET,
    serviceKey: env.SERVICE_KEY,
    modulesDir: env.MODULES_DIR,
    trustedDocuments: env.TRUSTED_DOCUMENTS,
    portalsDir: env.PORTALS_DIR,
    shellDir: env.SHELL_DIR,
    explorerDir: env.EXPLORER_DIR,
    sessionIdleMinutes: env.SESSION_IDLE_MINUTES,
    sessionMaxHours: env.SESSION_MAX_HOURS,
    clock: env.APP_CLOCK,
    modules: moduleEnvironment(env),
  };
}
