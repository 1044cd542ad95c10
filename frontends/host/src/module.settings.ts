import { z } from 'zod';
import type { RollbackRule } from './modules/health/failure.rules.js';
import type { ArchiveLimits } from './modules/publish/unpack.js';
import type { S3Settings } from './modules/storage/s3.storage.js';

const MEGABYTE = 1024 * 1024;
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

/** Settings of the registry of modules. */
export const moduleSettings = z.object({
  NODE_ENV: z.string().optional(),
  /** Days a release is kept after anybody was last offered it. */
  MODULE_KEEP_DAYS: z.coerce.number().int().positive().default(30),
  /** `off` is for a developer's machine; a release without the department's signature is otherwise refused and not run. */
  MODULE_SIGNATURES: z.enum(['required', 'off']).default('required'),
  /** PEM of an Ed25519 key that signs what is built here and counts for every department: a developer's machine only. */
  MODULE_DEVELOPMENT_KEY: z.string().optional(),
  /** JSON: public signing keys by department code, for what is built with the installation. */
  MODULE_SIGNING_KEYS: json.pipe(z.record(z.string(), z.array(z.string()))).default({}),
  MODULE_PACKED_MB: z.coerce.number().positive().default(10),
  MODULE_TOTAL_MB: z.coerce.number().positive().default(12),
  MODULE_FILES: z.coerce.number().int().positive().default(500),
  /** A release that fails more than the one before it is taken back by itself. */
  MODULE_AUTO_ROLLBACK: flag.default(true),
  MODULE_ROLLBACK_SESSIONS: z.coerce.number().int().positive().default(20),
  MODULE_ROLLBACK_POINTS: z.coerce.number().positive().max(100).default(10),
  MODULE_ROLLBACK_HOURS: z.coerce.number().positive().default(24),
  /** `s3` keeps releases in an S3-compatible store, read through MODULES_DIR. */
  MODULE_STORAGE: z.enum(['disk', 's3']).default('disk'),
  MODULE_S3_ENDPOINT: z.url().optional(),
  MODULE_S3_BUCKET: z.string().optional(),
  MODULE_S3_REGION: z.string().default('us-east-1'),
  MODULE_S3_ACCESS_KEY_ID: z.string().optional(),
  MODULE_S3_SECRET_ACCESS_KEY: z.string().optional(),
});

export interface ModuleEnvironment {
  readonly keepDays: number;
  readonly signatures: 'required' | 'off';
  readonly developmentKey: string | null;
  readonly signingKeys: Readonly<Record<string, readonly string[]>>;
  readonly limits: ArchiveLimits;
  readonly rollback: RollbackRule;
  readonly s3: S3Settings | null;
}

/** @throws Error for a combination that must not run: conveniences of development in production, a store that is half described. */
export function moduleEnvironment(env: z.infer<typeof moduleSettings>): ModuleEnvironment {
  if (env.NODE_ENV === 'production' && (env.MODULE_SIGNATURES === 'off' || env.MODULE_DEVELOPMENT_KEY))
    throw new Error(
      'The host cannot start: in production every release carries the signature of its department (MODULE_SIGNATURES, MODULE_DEVELOPMENT_KEY)',
    );
  return {
    keepDays: env.MODULE_KEEP_DAYS,
    signatures: env.MODULE_SIGNATURES,
    developmentKey: env.MODULE_DEVELOPMENT_KEY || null,
    signingKeys: env.MODULE_SIGNING_KEYS,
    limits: {
      packedBytes: env.MODULE_PACKED_MB * MEGABYTE,
      totalBytes: env.MODULE_TOTAL_MB * MEGABYTE,
      fileBytes: env.MODULE_TOTAL_MB * MEGABYTE,
      files: env.MODULE_FILES,
    },
    rollback: {
      enabled: env.MODULE_AUTO_ROLLBACK,
      minimumSessions: env.MODULE_ROLLBACK_SESSIONS,
      worseBy: env.MODULE_ROLLBACK_POINTS,
      withinHours: env.MODULE_ROLLBACK_HOURS,
    },
    s3: s3Of(env),
  };
}

function s3Of(env: z.infer<typeof moduleSettings>): S3Settings | null {
  if (env.MODULE_STORAGE === 'disk') return null;
  const { MODULE_S3_ENDPOINT: endpoint, MODULE_S3_BUCKET: bucket, MODULE_S3_REGION: region } = env;
  const { MODULE_S3_ACCESS_KEY_ID: accessKeyId, MODULE_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error('The host cannot start: MODULE_STORAGE=s3 needs MODULE_S3_ENDPOINT, _BUCKET, _ACCESS_KEY_ID and _SECRET_ACCESS_KEY');
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}
