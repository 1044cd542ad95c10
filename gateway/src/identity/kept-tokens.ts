import { Recent } from '../http/recent.js';
import type { ReadToken, TokenVerifier } from './bearer.js';

/** A signature is checked again after this: a key that its issuer has withdrawn is believed no longer. */
const TRUSTED_MS = 60_000;
/** Characters of tokens in each generation. */
const CAPACITY = 4 * 1024 * 1024;

export interface KeptTokens extends TokenVerifier {
  /** What is known of a token without asking anybody. */
  near(token: string): ReadToken | undefined;
}

interface Kept {
  read: ReadToken;
  until: number;
}

/** Checks the signature of a token once a minute and not for every request; its end is looked at every time. Refusals are not kept. */
export function keptTokens(verifier: TokenVerifier, now: () => number = Date.now): KeptTokens {
  const kept = new Recent<Kept>(CAPACITY);
  const near = (token: string): ReadToken | undefined => {
    const there = kept.get(token);
    return there && now() < there.until ? there.read : undefined;
  };
  const read = async (token: string): Promise<ReadToken> => {
    const there = near(token);
    if (there) return there;
    const made = await verifier.read(token);
    kept.set(token, { read: made, until: Math.min(now() + TRUSTED_MS, made.expiresAt) });
    return made;
  };
  return { near, read, subjectOf: async (token) => (await read(token)).subject };
}
