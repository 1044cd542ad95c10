import { createHash } from 'node:crypto';
import { z } from 'zod';

const MESSAGE_LENGTH = 300;
const PAGE_LENGTH = 120;
const PER_BATCH = 20;

const module = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
const release = z.string().regex(/^[\w.+-]{1,80}$/);

export const crashBatch = z.object({
  reports: z
    .array(
      z.object({
        module,
        release,
        page: z.string(),
        code: z.string().regex(/^[\w-]{1,40}$/),
        message: z.string(),
        stack: z
          .string()
          .regex(/^[0-9a-f]{1,64}$/)
          .optional(),
      }),
    )
    .max(PER_BATCH)
    .default([]),
  loads: z.array(z.object({ module, release })).max(PER_BATCH).default([]),
});
export type CrashBatch = z.infer<typeof crashBatch>;
export type RawCrash = CrashBatch['reports'][number];

/** A crash as kept: nothing in it is about a person. */
export interface Crash {
  readonly module: string;
  readonly release: string;
  readonly code: string;
  readonly page: string;
  readonly message: string;
  readonly stack: string | null;
  /** Same fault, same fingerprint: counted once with a number. */
  readonly fingerprint: string;
}

/** What stands in quotes is often data of somebody; so are addresses, long numbers, ids and capitalised names in a row. */
const PRIVATE: readonly [RegExp, string][] = [
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<e-mail>'],
  [/\b[a-z]+:\/\/\S+/gi, '<address>'],
  [/"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`/g, '<text>'],
  [/(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu, '<text>'],
  [/\b[0-9a-f]{8}-[0-9a-f-]{20,}\b/gi, '<id>'],
  [/\d[\d\s.-]{5,}\d/g, '<number>'],
  [/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}/gu, '<name>'],
];

/** Takes out of a browser's words what may name a person, and cuts them to a length that is enough to recognise a fault. */
export function withoutPersons(text: string): string {
  const masked = PRIVATE.reduce(
    (kept, [pattern, word]) => kept.replace(pattern, word),
    text
      .normalize('NFC')
      .slice(0, 2000)
      .replace(/[\p{Cc}]+/gu, ' '),
  );
  return masked.slice(0, MESSAGE_LENGTH);
}

/** Segments of an address that are not words of a route: ids and numbers become `:id`; query and fragment go. */
export function pagePattern(page: string): string {
  const path = page.split(/[?#]/)[0] ?? '';
  return path
    .split('/')
    .map((segment) => (segment === '' || /^(?::\w+\??|[a-z][a-z-]*)$/.test(segment) ? segment : ':id'))
    .join('/')
    .slice(0, PAGE_LENGTH);
}

export function crashOf(raw: RawCrash): Crash {
  const page = pagePattern(raw.page);
  const message = withoutPersons(raw.message);
  const stack = raw.stack ?? null;
  const fingerprint = createHash('sha256')
    .update([raw.code, page, stack ?? message].join('\n'))
    .digest('hex')
    .slice(0, 16);
  return { module: raw.module, release: raw.release, code: raw.code, page, message, stack, fingerprint };
}
