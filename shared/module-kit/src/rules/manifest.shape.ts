import { NAV_GROUPS, SLOTS } from '@thidua/contracts/web';
import { z } from 'zod';

const text = z.object({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
const permissions = z.array(z.string());
/** Inside the module: no leading slash, no scheme, no step upwards. */
const inner = z.string().regex(/^(?!\/)(?!\w+:)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\s]*$/, 'relative to basePath, without a leading slash');
const name = z.string().regex(/^[a-z][\w.-]{0,60}$/i);

const property = z.looseObject({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  title: text,
  description: text.optional(),
  default: z.union([z.string(), z.number(), z.boolean()]),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().int().positive().optional(),
});
const settings = z.looseObject({ type: z.literal('object'), properties: z.record(name, property) });

/** Shape of `portal.json`; what a later contract adds passes unread. */
export const manifestShape = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  contract: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  name: text,
  departmentCode: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/),
  basePath: z.string().regex(/^\/[a-z][a-z0-9-]*$/),
  scope: z.string().regex(/^\w+$/),
  entry: z.string().regex(/^[\w.-]+$/),
  shared: z.record(z.string(), z.string()),
  nav: z.array(
    z.looseObject({
      id: name,
      path: inner,
      label: text,
      group: z.enum(NAV_GROUPS),
      icon: z.string().min(1),
      permissions: permissions.optional(),
    }),
  ),
  permissions,
  slots: z.array(
    z.looseObject({ slot: z.enum(SLOTS), id: name, title: text, permissions: permissions.optional(), settings: settings.optional() }),
  ),
  links: z.array(z.looseObject({ link: inner, path: inner })).optional(),
  pages: z.array(z.looseObject({ path: inner, name, title: text, permissions: permissions.optional() })).optional(),
  flags: z.array(z.looseObject({ id: name, title: text, description: text.optional(), default: z.boolean() })).optional(),
  settings: settings.optional(),
  locales: z.array(z.enum(['vi', 'en'])).optional(),
  operations: z.looseObject({ file: z.string().regex(/^[\w.-]+$/), count: z.number().int().nonnegative() }).optional(),
  search: z.array(z.looseObject({ id: name, title: text, permissions: permissions.optional() })).optional(),
  commands: z
    .array(
      z.looseObject({
        id: name,
        title: text,
        keywords: z.array(z.string()).optional(),
        path: inner.optional(),
        permissions: permissions.optional(),
      }),
    )
    .optional(),
  notifications: z.array(z.looseObject({ id: name, title: text, permissions: permissions.optional() })).optional(),
  sandboxed: z.boolean().optional(),
});

export const integrityShape = z.record(z.string().min(1), z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/));

export const signatureShape = z.strictObject({
  key: z.string().min(1).max(100),
  alg: z.literal('Ed25519'),
  manifest: z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/),
  list: z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
});
