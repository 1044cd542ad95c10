import { ROLES, type RoleCode } from '@thidua/contracts';
import type { GraphClient } from '../graph/graph.client.js';
import type { Session } from '../session/session.store.js';
import type { AccessTokens } from '../sign-in/access.js';
import type { PublishReach } from './registry.caller.js';
import { VIEWER_PERMISSIONS } from './viewer-permissions.operations.js';

/** What the graph says of the person behind a session, as far as modules go. */
export interface ViewerFacts {
  readonly permissions: ReadonlySet<string>;
  readonly personId: string | null;
  /** Code of the department he works in. */
  readonly department: string | null;
  readonly roles: ReadonlySet<string>;
  readonly reach: PublishReach;
}

/** Null when the graph cannot say at the moment. */
export type FactsOf = (session: Session) => Promise<ViewerFacts | null>;
export type PermissionsOf = (session: Session) => Promise<ReadonlySet<string> | null>;

interface Answer {
  readonly viewer: {
    readonly permissions: readonly string[];
    readonly person?: { readonly id: string } | null;
    readonly department?: { readonly code: string } | null;
    readonly roles?: readonly { readonly role: string; readonly scope: { readonly code?: string } | null }[] | null;
  } | null;
}

const KEEP_MS = 30_000;
const KEEP_AT_MOST = 2000;

/** Asks the graph who a person is, and remembers it for half a minute. */
export function viewerFacts(graph: GraphClient, access: AccessTokens): FactsOf {
  const known = new Map<string, { facts: ViewerFacts; until: number }>();
  return async (session: Session) => {
    const key = session.key.toString('base64');
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.facts;
    try {
      const answer = await graph.ask<Answer>({
        query: VIEWER_PERMISSIONS,
        variables: {},
        token: await access.of(session),
        locale: 'vi',
        requestId: 'host-registry',
      });
      if (!answer.data?.viewer) return null;
      if (known.size >= KEEP_AT_MOST) known.clear();
      const facts = factsOf(answer.data.viewer);
      known.set(key, { facts, until: Date.now() + KEEP_MS });
      return facts;
    } catch {
      return null;
    }
  };
}

/** The scope of a role counts where it was granted: `module:publish` of a developer of SKHCN is none for STC. */
export function factsOf(viewer: NonNullable<Answer['viewer']>): ViewerFacts {
  const roles = viewer.roles ?? [];
  const holds = (role: string, permission: 'module:publish' | 'module:manage'): boolean =>
    role in ROLES && ROLES[role as RoleCode].permissions.includes(permission);
  return {
    permissions: new Set(viewer.permissions),
    personId: viewer.person?.id ?? null,
    department: viewer.department?.code ?? null,
    roles: new Set(roles.map(({ role }) => role)),
    reach: {
      manages: roles.some(({ role }) => holds(role, 'module:manage')),
      departments: new Set(roles.flatMap(({ role, scope }) => (holds(role, 'module:publish') && scope?.code ? [scope.code] : []))),
      modules: null,
    },
  };
}
