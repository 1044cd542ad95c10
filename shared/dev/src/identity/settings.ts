import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int(),
  HOST: z.string().default('127.0.0.1'),
  /** Login to the database `identity`. */
  IDENTITY_DATABASE_URL: z.string().min(1),
  /** Public address; default is the listening address. */
  OIDC_ISSUER: z.url().optional(),
  /** Address of the host, the only application that signs people in. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  OIDC_CLIENT_ID: z.string().default('thidua-host'),
  OIDC_CLIENT_SECRET: z.string().min(16),
  INTEGRATOR_CLIENT_SECRET: z.string().min(16),
  /** The one password of all demo accounts. */
  DEMO_PASSWORD: z.string().min(8),
  /** Who knows it may ask for a person's token without a browser; absent = nobody may. */
  TOKEN_SECRET: z.string().min(16).optional(),
  NODE_ENV: z.string().optional(),
});

/** Settings of the identity provider, read once from the environment. */
export type IdentitySettings = Omit<z.infer<typeof schema>, 'NODE_ENV'>;

/**
 * Reads and checks the settings; all mistakes are told together. In production the provider refuses to start:
 * a province brings its own OIDC provider.
 */
export function readIdentitySettings(env: NodeJS.ProcessEnv = process.env): IdentitySettings {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`Thiết lập sai / Wrong settings:\n${z.prettifyError(parsed.error)}`);
  const { NODE_ENV, ...settings } = parsed.data;
  if (NODE_ENV === 'production') {
    throw new Error('The development identity provider does not run in production: set OIDC_ISSUER to your own provider.');
  }
  return settings;
}
