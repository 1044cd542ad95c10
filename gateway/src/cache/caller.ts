import { PUBLIC, ROLES, SIGNED_IN, type AssertedActor } from '@thidua/contracts';
import { createHash } from 'node:crypto';

const keys = new WeakMap<AssertedActor, string>();

/** Everything a subgraph is told about a caller, as a key: person, roles with their scopes, acting role, ceremony. */
export function callerKey(actor: AssertedActor): string {
  let key = keys.get(actor);
  if (key === undefined) {
    key = createHash('sha256').update(JSON.stringify(actor)).digest('base64url');
    keys.set(actor, key);
  }
  return key;
}

const held = new WeakMap<AssertedActor, ReadonlySet<string>>();

/** Whether a caller passes every `@Allow` that was passed when an answer was made, as the subgraph itself would judge. */
export function passes(actor: AssertedActor, access: readonly string[]): boolean {
  if (access.length === 0) return true;
  if (actor.kind === 'public') return access.every((one) => one === PUBLIC);
  let permissions = held.get(actor);
  if (!permissions) {
    permissions = new Set<string>(actor.roles.flatMap((claim) => ROLES[claim.role].permissions));
    held.set(actor, permissions);
  }
  return access.every((one) => one === PUBLIC || one === SIGNED_IN || permissions.has(one));
}
