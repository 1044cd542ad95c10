import type { Client } from '@urql/core';
import { sendable, useSessionStore } from '@thidua/web';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { BootSession } from '../boot.js';
import { businessToday } from '../business-clock.js';
import type { ShellViewerQuery } from '../generated/graphql.js';
import { VIEWER } from './viewer.operations.js';

const ROLE_KEY = 'thidua.acting-role';

/** What the graph says about the person at the screen. Without an answer the person stays signed in, with everything offered. */
export const useViewer = defineStore('shell/viewer', () => {
  const session = useSessionStore();
  /** True once the graph said what the person may do. */
  const known = ref(false);
  const inboxCount = ref<number | null>(null);
  /** Counts the changes of the inbox that were heard while the page is open. */
  const inboxMoves = ref(0);

  function signIn(boot: BootSession): void {
    if (!boot.person) return session.start(null);
    session.start({
      personId: null,
      name: boot.person.name,
      roles: [],
      permissions: [],
      departmentCode: null,
      csrfToken: boot.csrf,
      today: businessToday(),
    });
    session.actingRole = sessionStorage.getItem(`${ROLE_KEY}.${boot.person.sub}`);
  }

  async function load(client: Client, boot: BootSession): Promise<void> {
    if (!boot.person) return;
    const { data } = await client.query<ShellViewerQuery>(sendable(VIEWER), {}, { requestPolicy: 'network-only' }).toPromise();
    const viewer = data?.viewer;
    if (!viewer) return;
    session.start({
      personId: viewer.person?.id ?? null,
      name: viewer.person?.fullName ?? boot.person.name,
      roles: viewer.roles.map((grant) => ({ role: grant.role, scopeId: grant.scope.id, label: grant.label })),
      permissions: viewer.permissions,
      departmentCode: viewer.department?.code ?? null,
      csrfToken: boot.csrf,
      today: businessToday(),
    });
    // A role that was taken away meanwhile must not be sent any more.
    if (session.actingRole && !viewer.roles.some((grant) => roleKey(grant.role, grant.scope.id) === session.actingRole)) choose(boot, null);
    inboxCount.value = viewer.inbox?.totalCount ?? null;
    known.value = true;
  }

  /** The inbox has changed while somebody looks. */
  function inboxMoved(count: number): void {
    inboxCount.value = count;
    inboxMoves.value += 1;
  }

  function choose(boot: BootSession, role: string | null): void {
    session.actingRole = role;
    const key = `${ROLE_KEY}.${boot.person?.sub ?? ''}`;
    if (role) sessionStorage.setItem(key, role);
    else sessionStorage.removeItem(key);
  }

  /** Any of the permissions, or nobody could say yet: the graph decides about data in any case. */
  function offers(permissions: readonly string[] | undefined): boolean {
    return !permissions?.length || !known.value || permissions.some((permission) => session.can(permission));
  }

  return { known, inboxCount, inboxMoves, signIn, load, inboxMoved, choose, offers };
});

/** Value of `x-acting-role`. */
export function roleKey(role: string, scopeId: string | null): string {
  return scopeId ? `${role}@${scopeId}` : role;
}
