import { z } from 'zod';

/** Reads and validates settings once; prints every error together and exits, so that a bad deployment never half-starts. */
export function readEnv<S extends z.ZodRawShape>(shape: S, source: NodeJS.ProcessEnv = process.env): z.infer<z.ZodObject<S>> {
  const parsed = z.object(shape).safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  process.stderr.write(`Settings are wrong or missing:\n${lines.join('\n')}\n`);
  process.exit(1);
}

const port = z.coerce.number().int().min(0).max(65535);

/** Settings every process shares. */
export const commonEnv = {
  PORT: port.default(0),
  HOST: z.string().default('127.0.0.1'),
  APP_CLOCK: z.iso.datetime({ offset: true }).optional(),
  APP_CLOCK_EPOCH: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  SERVICE_KEY: z.string(),
  SERVICE_JWKS: z.string(),
} as const;

/** Settings of a subgraph. Peers' addresses are origins without a path. */
export const subgraphEnv = {
  ...commonEnv,
  DATABASE_URL: z.url(),
  ORGANISATIONS_URL: z.url().optional(),
  CAMPAIGNS_URL: z.url().optional(),
  EVALUATIONS_URL: z.url().optional(),
  AWARDS_URL: z.url().optional(),
  DEMO: z.enum(['0', '1']).default('0'),
  FIXTURE: z.string().default('demo'),
  COUNT_STATEMENTS: z.enum(['0', '1']).default('0'),
  /** Name of this build, the same for its replicas: answers kept elsewhere stay good when a process starts again. */
  RELEASE: z.string().optional(),
} as const;
