import { HEADERS, ROLES, type AssertedActor, type Permission } from '@thidua/contracts';
import type { ServiceIdentity } from '@thidua/server';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import type { ClientRef } from './document.store.js';

const HOST: AssertedActor = { kind: 'service', id: 'host', name: 'host', roles: [] };

/** Before a large body is read: nobody registers anything unnamed. @throws Problem 401 */
export function requireName(headers: IncomingHttpHeaders): void {
  if (headers.authorization === undefined && headers[HEADERS.assertion] === undefined)
    throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
}

/**
 * Who speaks to the registry: the host by its word about these very bytes (`x-thidua-assertion`, or as bearer), else whoever the
 * access token names.
 * @throws Problem 401, 403 or 503
 */
export async function registryCaller(
  callers: Callers,
  identity: ServiceIdentity,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<AssertedActor> {
  const asserted = headers[HEADERS.assertion];
  const word = typeof asserted === 'string' ? asserted : /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  const claims = word ? await identity.verifyFrom('host', word).catch(() => null) : null;
  if (claims && claims['sha256'] === createHash('sha256').update(body).digest('hex')) return HOST;
  if (claims || asserted !== undefined)
    throw new Problem(401, 'UNAUTHENTICATED', 'Lời xác nhận của dịch vụ không hợp lệ.', 'The word of the service does not hold.', {
      reason: 'ASSERTION_INVALID',
    });
  return callers.of(headers, body);
}

/** Whether a caller holds one of these permissions. The host speaks for whoever it let in, the registry of modules is its own. */
export function holdsOne(actor: AssertedActor, permissions: readonly Permission[]): boolean {
  if (actor === HOST) return true;
  return actor.roles.some(({ role }) => ROLES[role].permissions.some((held) => permissions.includes(held)));
}

/** @throws Problem 401 or 403 */
export function requireOne(actor: AssertedActor, permissions: readonly Permission[]): void {
  if (holdsOne(actor, permissions)) return;
  if (actor.kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần đăng nhập.', 'Sign in first.');
  throw new Problem(403, 'FORBIDDEN', 'Vai trò hiện tại không có quyền này.', 'Your role does not allow this.', { permissions });
}

/**
 * A module's documents come with its release, from the registry of modules; an integrator registers its own and no other's.
 * @throws Problem 401 or 403
 */
export function requireRegistrar(actor: AssertedActor, client: ClientRef): void {
  if (client.kind === 'integrator' && actor.kind === 'client' && actor.id === client.id) return;
  requireOne(actor, client.kind === 'module' ? ['module:manage'] : ['client:manage']);
}
