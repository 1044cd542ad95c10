import type { GraphClient } from '../graph/graph.client.js';
import type { Session } from '../session/session.store.js';
import type { AccessTokens } from '../sign-in/access.js';
import type { PermissionsOf } from './module.routes.js';
import { VIEWER_PERMISSIONS } from './viewer-permissions.operations.js';

const KEEP_MS = 30_000;
const KEEP_AT_MOST = 2000;

/** Asks the graph what a person may do, and remembers it for half a minute. */
export function viewerPermissions(graph: GraphClient, access: AccessTokens): PermissionsOf {
  const known = new Map<string, { permissions: ReadonlySet<string>; until: number }>();
  return async (session: Session) => {
    const key = session.key.toString('base64');
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.permissions;
    try {
      const answer = await graph.ask<{ viewer: { permissions: string[] } | null }>({
        query: VIEWER_PERMISSIONS,
        variables: {},
        token: await access.of(session),
        locale: 'vi',
        requestId: 'host-registry',
      });
      if (!answer.data?.viewer) return null;
      if (known.size >= KEEP_AT_MOST) known.clear();
      const permissions = new Set(answer.data.viewer.permissions);
      known.set(key, { permissions, until: Date.now() + KEEP_MS });
      return permissions;
    } catch {
      return null;
    }
  };
}
