import type { RoleCode, ScopeKind } from './permissions.js';

/** One role of a caller, with the scope in which it holds. `departmentId` = department of that scope, where it has one. */
export interface RoleClaim {
  role: RoleCode;
  scopeKind: ScopeKind;
  scopeId: string;
  departmentId?: string;
}

/** Acts that only the host's own pages may start (decision: no module code near ballots and signatures). */
export type Ceremony = 'BALLOT' | 'SIGNATURE';

/** Who is asking, as asserted by the gateway (person, client, public) or by a service about itself. */
export interface AssertedActor {
  kind: 'person' | 'client' | 'service' | 'public';
  /** Person id, client key, service name, or "public". */
  id: string;
  name: string;
  roles: RoleClaim[];
  /** The role the caller acts in (`x-acting-role`), `<ROLE>` or `<ROLE>@<scopeId>`; checked against `roles`. */
  actingRole?: string;
  ceremony?: Ceremony;
}

export const PUBLIC_ACTOR: AssertedActor = { kind: 'public', id: 'public', name: 'public', roles: [] };

/** Answer of organisations' `GET /grants?sub=`. */
export interface GrantsAnswer {
  found: boolean;
  actor: AssertedActor;
  /** Real-time instant until which the gateway may keep it, ISO. */
  validUntil: string;
}

export const HEADERS = {
  assertion: 'x-thidua-assertion',
  ceremony: 'x-thidua-ceremony',
  actingRole: 'x-acting-role',
  requestId: 'x-request-id',
  csrf: 'x-thidua-csrf',
  fileName: 'x-file-name',
  /** `<module>@<release>` that asks, for counting; gives no right. */
  module: 'x-thidua-module',
} as const;
