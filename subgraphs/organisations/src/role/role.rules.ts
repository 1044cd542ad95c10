import { ROLES, type RoleCode, type ScopeKind } from '@thidua/contracts';

/** Offices with one holder at a time in their scope. */
const SINGLE_HOLDER: ReadonlySet<RoleCode> = new Set([
  'DEPARTMENT_DIRECTOR',
  'UNIT_HEAD',
  'UNION_CHAIR',
  'COUNCIL_CHAIR',
  'COUNCIL_SECRETARY',
  'BLOC_LEADER',
  'PROVINCIAL_CHAIR',
]);

export interface DatedGrant {
  subjectKind: 'person' | 'client';
  subjectId: string;
  role: RoleCode;
  scopeId: string;
  validFrom: string;
  validTo: string | null;
}

export const isRole = (value: string): value is RoleCode => Object.hasOwn(ROLES, value);
export const scopeKindOf = (role: RoleCode): ScopeKind => ROLES[role].scope;
export const isSingleHolder = (role: RoleCode): boolean => SINGLE_HOLDER.has(role);

/** Clients only read for integrators; people never hold that role (decision 30). */
export const roleFitsSubject = (role: RoleCode, subjectKind: 'person' | 'client'): boolean =>
  (role === 'INTEGRATOR') === (subjectKind === 'client');

/** Whether two periods share a day; null = open end. */
export function overlap(a: { validFrom: string; validTo: string | null }, b: { validFrom: string; validTo: string | null }): boolean {
  return a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');
}

export type GrantConflict = 'ALREADY_GRANTED' | 'OFFICE_TAKEN' | null;

/** What stands against a new grant among the grants of the same role and scope. */
export function conflictOf(wanted: DatedGrant, existing: readonly DatedGrant[]): GrantConflict {
  const meeting = existing.filter((grant) => grant.role === wanted.role && grant.scopeId === wanted.scopeId && overlap(grant, wanted));
  if (meeting.some((grant) => grant.subjectKind === wanted.subjectKind && grant.subjectId === wanted.subjectId)) return 'ALREADY_GRANTED';
  return isSingleHolder(wanted.role) && meeting.length > 0 ? 'OFFICE_TAKEN' : null;
}

/** The day before, "YYYY-MM-DD". */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
