import { createHash } from 'node:crypto';
import type { GraphAnswer } from './graph-request.js';

/** Everything beside the address that an answer depends on. */
const VARIES = 'authorization, accept, accept-language, x-acting-role';

export interface Tagged {
  readonly tag: string;
  readonly headers: readonly (readonly [string, string])[];
}

/**
 * Headers by which an integrator or the public may keep the answer of a GET and ask whether it is still so: every use has to
 * ask, and is answered from what is so now. Null for anything else: answers to people are stored nowhere.
 */
export function taggedAnswer({ status, body }: GraphAnswer, method: string, kind: string): Tagged | null {
  if (method !== 'GET' || status !== 200 || kind === 'person') return null;
  const tag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  return {
    tag,
    headers: [
      ['etag', tag],
      ['cache-control', 'private, no-cache'],
      ['vary', VARIES],
    ],
  };
}

/** Whether `If-None-Match` names this tag. */
export const isUnchanged = (header: string | undefined, { tag }: Tagged): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim().replace(/^(?!W\/)/, 'W/') === tag);
