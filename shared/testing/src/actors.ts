import { PUBLIC_ACTOR, ROLES, type AssertedActor, type Ceremony, type RoleClaim, type RoleCode } from '@thidua/contracts';

/** A person who holds one role in one scope, and is STAFF for himself as everybody is. */
export function actorOf(
  role: RoleCode,
  scope: { scopeId: string; departmentId?: string; personId?: string; ceremony?: Ceremony },
): AssertedActor {
  const id = scope.personId ?? '00000000-0000-4000-8000-000000000001';
  const claims: RoleClaim[] = [
    { role: 'STAFF', scopeKind: 'SELF', scopeId: id },
    ...(role === 'STAFF'
      ? []
      : [
          {
            role,
            scopeKind: ROLES[role].scope,
            scopeId: scope.scopeId,
            ...(scope.departmentId ? { departmentId: scope.departmentId } : {}),
          },
        ]),
  ];
  return {
    kind: role === 'INTEGRATOR' ? 'client' : 'person',
    id,
    name: role,
    roles: role === 'INTEGRATOR' ? claims.slice(1) : claims,
    ...(scope.ceremony ? { ceremony: scope.ceremony } : {}),
  };
}

export const serviceActor = (name: string): AssertedActor => ({ kind: 'service', id: name, name, roles: [] });
export const publicActor = PUBLIC_ACTOR;
