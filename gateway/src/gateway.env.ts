import { commonEnv, readEnv } from '@thidua/server/process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const flag = z.enum(['0', '1']).default('0');
const place = {
  ORGANISATIONS_URL: z.url().optional(),
  CAMPAIGNS_URL: z.url().optional(),
  EVALUATIONS_URL: z.url().optional(),
  AWARDS_URL: z.url().optional(),
  SUPERGRAPH: z.string().default(fileURLToPath(new URL('../supergraph.graphql', import.meta.url))),
  /** Committed subgraphs, which seed the registry of schemas. */
  SUBGRAPHS: z.string().default(fileURLToPath(new URL('../supergraph.json', import.meta.url))),
  COUNT_STATEMENTS: flag,
  /** Whether people must ask registered documents (`enforce`) or may send text; absent = enforce in production. */
  TRUSTED_DOCUMENTS: z.enum(['enforce', 'open']).optional(),
  /** Our executor, or the unmodified one of @apollo/gateway. */
  EXECUTOR: z.enum(['compiled', 'stock']).default('compiled'),
  /** Our own HTTP to trusted subgraphs, or undici. */
  TRANSPORT: z.enum(['socket', 'undici']).default('socket'),
  /** Keep answers and entities, each checked with its subgraphs before it is given again. */
  CACHE: z.enum(['on', 'off']).default('on'),
  /** Megabytes of kept answers. */
  CACHE_MB: z.coerce.number().int().min(1).max(4096).default(64),
  /** How long answers that are on their way may take when the gateway is told to stop. */
  DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(10_000),
  /** `direct`: operations that are known do not pass Apollo Server's pipeline (never with the stock executor or others' plugins). */
  PIPELINE: z.enum(['direct', 'apollo']).default('direct'),
};
const { SERVICE_KEY: _key, SERVICE_JWKS: _jwks, ...process_ } = commonEnv;

const full = {
  ...commonEnv,
  ...place,
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().default('thidua-graph'),
  PLATFORM_DATABASE_URL: z.url().optional(),
  /** Where the graph comes from; absent = the file when `SUPERGRAPH` is set or there is no platform database, else the registry. */
  SUPERGRAPH_SOURCE: z.enum(['registry', 'file']).optional(),
  /** Days of real traffic that a schema change is held against. */
  TRAFFIC_WINDOW_DAYS: z.coerce.number().int().min(1).max(400).default(30),
  /** Hosts at which published subgraphs may answer, comma between (`subgraph.urls.ts`). */
  SUBGRAPH_HOSTS: z.string().default(''),
};
const alone = { ...process_, ...place };

type FullEnv = z.infer<z.ZodObject<typeof full>>;
type AloneEnv = z.infer<z.ZodObject<typeof alone>>;

/** Settings of the gateway. `alone` = any supergraph file without sign-in and without our subgraphs; development only. */
export type GatewayEnv = ({ alone: false } & FullEnv) | ({ alone: true } & AloneEnv);

/** `SUPERGRAPH` without `OIDC_ISSUER` asks for the gateway alone; production always wants an issuer. */
export function readGatewayEnv(source: NodeJS.ProcessEnv = process.env): GatewayEnv {
  const wantsAlone = Boolean(source['SUPERGRAPH']) && !source['OIDC_ISSUER'] && source['NODE_ENV'] !== 'production';
  const env: GatewayEnv = wantsAlone ? { alone: true, ...readEnv(alone, source) } : { alone: false, ...readEnv(full, source) };
  // npm starts scripts in the room's folder: a relative path means the folder of whoever called.
  const here = (path: string): string => resolve(source['INIT_CWD'] ?? '.', path);
  const place = { SUPERGRAPH: here(env.SUPERGRAPH), SUBGRAPHS: here(env.SUBGRAPHS) };
  if (env.alone) return { ...env, ...place };
  const usual = source['SUPERGRAPH'] || !env.PLATFORM_DATABASE_URL ? 'file' : 'registry';
  return { ...env, ...place, SUPERGRAPH_SOURCE: env.SUPERGRAPH_SOURCE ?? usual };
}

/** Origins of the subgraphs by name; those without a setting are found at the address of the supergraph. */
export const subgraphOrigins = (env: GatewayEnv): Record<string, string | undefined> => ({
  organisations: env.ORGANISATIONS_URL,
  campaigns: env.CAMPAIGNS_URL,
  evaluations: env.EVALUATIONS_URL,
  awards: env.AWARDS_URL,
});
