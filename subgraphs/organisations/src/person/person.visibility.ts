import { ROLES, type RoleClaim } from '@thidua/contracts';
import type { RequestContext } from '@thidua/server';

/**
 * Whose names a caller finds in lists: everybody (province roles), colleagues of the departments in which one holds a
 * role that reads people, oneself; an integrating system only people whom a signed decision has named (decision 5, R-054).
 * A person reached through another object (nominee, seat, author) is shown by whoever owns that object.
 */
export interface Directory {
  all: boolean;
  departments: string[];
  selfId: string | null;
  releasedOnly: boolean;
}

const NOBODY: Directory = { all: false, departments: [], selfId: null, releasedOnly: false };

export function directoryOf(ctx: Pick<RequestContext, 'actor'>): Directory {
  const { actor } = ctx;
  if (actor.kind === 'service') return { ...NOBODY, all: true };
  const readers = actor.roles.filter((claim) => ROLES[claim.role].permissions.includes('person:read'));
  const province = readers.some((claim) => claim.scopeKind === 'PROVINCE');
  if (actor.kind === 'client') return { ...NOBODY, releasedOnly: province };
  if (actor.kind !== 'person') return NOBODY;
  return { ...NOBODY, all: province, departments: [...new Set(readers.flatMap(departmentOf))], selfId: actor.id };
}

function departmentOf(claim: RoleClaim): string[] {
  if (claim.scopeKind === 'DEPARTMENT') return [claim.scopeId];
  return claim.departmentId ? [claim.departmentId] : [];
}

/** Whether a person of these departments (today's posting) stands in the caller's directory. */
export function inDirectory(directory: Directory, person: { id: string; departmentId: string | null }): boolean {
  if (directory.all || directory.selfId === person.id) return true;
  return person.departmentId !== null && directory.departments.includes(person.departmentId);
}

/** "lan.nt@skhcn…" → "l•••@skhcn…": enough to recognise, not enough to write to. */
export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
