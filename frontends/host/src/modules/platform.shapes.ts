import { z } from 'zod';

/** Shapes of what the registry is asked, checked before anything is done. */
const release = z.string().regex(/^[\w.+-]{1,80}$/);
const moduleId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
const code = z.string().regex(/^[\w.-]{1,40}$/);
const settingValue = z.union([z.string().max(2000), z.number(), z.boolean()]);

export const activateParam = z.enum(['stable', 'canary']).optional();

export const channel = z.object({
  channel: z.enum(['stable', 'canary']),
  release: release.nullable(),
  rule: z
    .object({
      departments: z.array(code).max(200).optional(),
      roles: z.array(code).max(50).optional(),
      share: z.number().min(0).max(100).optional(),
    })
    .transform(({ departments, roles, share }) => ({
      ...(departments ? { departments } : {}),
      ...(roles ? { roles } : {}),
      ...(share === undefined ? {} : { share }),
    }))
    .nullish(),
  expected: release.nullable().optional(),
});

export const rollback = z.object({ expected: release.nullable().optional() });
export const kill = z.object({ release: release.nullish(), reason: z.string().trim().min(3).max(500) });
export const revive = z.object({ release: release.nullish() });
export const pin = z.object({ kind: z.enum(['department', 'person']), key: z.string().min(1).max(80), release: release.nullable() });
export const settings = z.object({
  values: z.record(z.string(), settingValue).optional(),
  switches: z.record(z.string(), z.boolean()).optional(),
});
export const slot = z.object({
  department: code,
  basePath: z.string().regex(/^\/[a-z][a-z0-9-]*$/),
  scope: z.string().regex(/^\w+$/).optional(),
});
export const arrangement = z.object({
  order: z.array(z.string().max(80)).max(200),
  hidden: z.array(z.string().max(80)).max(200),
  settings: z.record(z.string(), z.record(z.string(), settingValue)),
});

/** A developer's own machine only: nothing that others could put on the network. */
export const override = z.object({
  origin: z
    .string()
    .regex(/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d{2,5}$/)
    .nullable(),
});

const name = z.string().trim().min(3).max(80);
export const key = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('deploy'),
    name,
    days: z.number().int().min(1).max(730).default(180),
    modules: z.array(moduleId).min(1).max(50).nullish(),
  }),
  z.object({ kind: z.literal('signing'), name, publicKey: z.string(), days: z.number().int().min(1).max(3650).nullish() }),
]);
