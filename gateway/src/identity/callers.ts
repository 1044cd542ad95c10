import { HEADERS, PUBLIC_ACTOR, type AssertedActor } from '@thidua/contracts';
import type { ServiceIdentity } from '@thidua/server';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../http/problem.js';
import type { TokenVerifier } from './bearer.js';
import { checkCeremony } from './ceremony.js';
import type { Grants } from './grants.js';
import type { KeptTokens } from './kept-tokens.js';

/** Tells who sends a request: person, client or public, in the role he chose. */
export interface Callers {
  /** @param body raw bytes, which a ceremony is bound to. @throws Problem 401, 403 or 503 */
  of(headers: IncomingHttpHeaders, body: Buffer): Promise<AssertedActor>;
  /** The same at once, for who asked a moment ago and starts no ceremony; undefined = ask. @throws Problem 403 */
  near?(headers: IncomingHttpHeaders): AssertedActor | undefined;
  /** Who opens a stream: no ceremony, and a word on how long he may read. @throws Problem 401, 403 or 503 */
  ofStream(headers: IncomingHttpHeaders): Promise<LiveIdentity & { readonly actor: AssertedActor }>;
}

/** A caller for longer than one request. */
export interface LiveIdentity {
  /** Null = the public. */
  readonly subject: string | null;
  /** When his token ends (milliseconds of the clock); null = never. */
  readonly expiresAt: number | null;
  /** Who he is now. @throws Problem when the role he chose is not his any more, or it cannot be told */
  again(): Promise<AssertedActor>;
}

const PUBLIC_STREAM = { actor: PUBLIC_ACTOR, subject: null, expiresAt: null, again: async () => PUBLIC_ACTOR };

/** The gateway alone asks nobody who he is. */
export const anybody: Callers = { of: async () => PUBLIC_ACTOR, ofStream: async () => PUBLIC_STREAM };

export function callers(tokens: TokenVerifier & Partial<KeptTokens>, grants: Grants, identity: ServiceIdentity): Callers {
  return {
    near({ authorization, [HEADERS.ceremony]: ceremony, [HEADERS.actingRole]: role }) {
      if (ceremony !== undefined) return undefined;
      if (authorization === undefined) return PUBLIC_ACTOR;
      const token = authorization.startsWith('Bearer ') ? tokens.near?.(authorization.slice('Bearer '.length)) : undefined;
      const actor = token && grants.near(token.subject);
      return actor && inRole(actor, role);
    },
    async of(headers, body) {
      const subject = await subjectOf(tokens, headers.authorization);
      const ceremony = headers[HEADERS.ceremony];
      if (subject === null) {
        if (ceremony !== undefined) throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
        return PUBLIC_ACTOR;
      }
      const actor = inRole(await grants.of(subject), headers[HEADERS.actingRole]);
      return typeof ceremony === 'string' ? { ...actor, ceremony: await checkCeremony(identity, ceremony, subject, body) } : actor;
    },
    async ofStream(headers) {
      const token = tokenOf(headers.authorization);
      if (token === null) return PUBLIC_STREAM;
      const { subject, expiresAt } = await tokens.read(token);
      const again = async (): Promise<AssertedActor> => inRole(await grants.of(subject), headers[HEADERS.actingRole]);
      return { actor: await again(), subject, expiresAt, again };
    },
  };
}

async function subjectOf(tokens: TokenVerifier, header: string | undefined): Promise<string | null> {
  const token = tokenOf(header);
  return token === null ? null : tokens.subjectOf(token);
}

function tokenOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (!token)
    throw new Problem(401, 'UNAUTHENTICATED', 'Mã truy cập không hợp lệ.', 'The access token is not valid.', { reason: 'TOKEN_INVALID' });
  return token;
}

/** Variants of one actor by role: the same object for the same caller, so that what hangs on it is found again. */
const variants = new WeakMap<AssertedActor, Map<string, AssertedActor>>();

/** `<ROLE>` or `<ROLE>@<scopeId>`. @throws Problem 403 for a role the caller does not hold. */
export function inRole(actor: AssertedActor, chosen: string | string[] | undefined): AssertedActor {
  if (typeof chosen !== 'string' || chosen === '') return actor;
  const [role, scopeId, ...rest] = chosen.split('@');
  if (rest.length > 0 || !actor.roles.some((held) => held.role === role && (!scopeId || held.scopeId === scopeId))) {
    throw new Problem(403, 'FORBIDDEN', 'Người dùng không giữ vai trò đã chọn.', 'This role is not held by the caller.', {
      reason: 'ROLE_NOT_HELD',
    });
  }
  const known = variants.get(actor) ?? new Map<string, AssertedActor>();
  variants.set(actor, known);
  const variant = known.get(chosen) ?? { ...actor, actingRole: chosen };
  known.set(chosen, variant);
  return variant;
}
