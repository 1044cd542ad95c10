import { ROLES, type AssertedActor, type RoleClaim } from '@thidua/contracts';
import { Problem } from '../http/problem.js';

const publishes = (claim: RoleClaim): boolean => ROLES[claim.role].permissions.includes('schema:publish');
const departmentOf = (claim: RoleClaim): string | null => claim.departmentId ?? (claim.scopeKind === 'DEPARTMENT' ? claim.scopeId : null);
const holdsEverywhere = (claim: RoleClaim): boolean => claim.scopeKind === 'PROVINCE';

/** Whether a caller works on the graph at all: may check any subgraph and read everything of the registry. */
export const worksOnGraph = (actor: AssertedActor): boolean => actor.roles.some(publishes);

/** @throws Problem 401 for nobody, 403 without the permission `schema:publish` */
export function requireGraphWorker(actor: AssertedActor): void {
  if (actor.kind === 'public') throw new Problem(401, 'UNAUTHENTICATED', 'Cần mã truy cập.', 'An access token is needed.');
  if (!worksOnGraph(actor)) throw forbidden();
}

/** A department's developers publish their own subgraphs, an administrator of the province every one. */
export const mayPublish = (actor: AssertedActor, owner: string | null): boolean =>
  actor.roles.filter(publishes).some((claim) => holdsEverywhere(claim) || (owner !== null && departmentOf(claim) === owner));

/**
 * Owner of a subgraph that nobody published yet: the publisher's department; the province's own when an administrator names none.
 * @throws Problem 403 when the caller may not publish for that department
 */
export function ownerOfNew(actor: AssertedActor, asked: string | null): string | null {
  const own = [...new Set(actor.roles.filter(publishes).map(departmentOf))].filter((id) => id !== null);
  const isAdministrator = actor.roles.filter(publishes).some(holdsEverywhere);
  const owner = asked ?? (isAdministrator ? null : (own[0] ?? null));
  if (!mayPublish(actor, owner)) throw forbidden();
  return owner;
}

export const forbidden = (): Problem =>
  new Problem(403, 'FORBIDDEN', 'Không có quyền công bố lược đồ này.', 'Publishing this schema is not allowed to you.', {
    permission: 'schema:publish',
  });
