import { computed, ref } from 'vue';
import { defineStore } from 'pinia';
import type { PortalLocale } from '@thidua/contracts/web';

/** One role of the person at the screen: `role` is a `RoleCode`, `label` its translated name with the scope. */
export interface SessionRole {
  readonly role: string;
  readonly scopeId: string | null;
  readonly label: string;
}

/** What the shell knows after sign-in. */
export interface Session {
  readonly personId: string | null;
  readonly name: string;
  readonly roles: readonly SessionRole[];
  readonly permissions: readonly string[];
  readonly departmentCode: string | null;
  readonly csrfToken: string;
  /** Business day of the graph's clock, `yyyy-mm-dd`; absent = the device's day. */
  readonly today?: string;
}

/**
 * Who is at the screen and in which role. Filled by the shell, read by everybody. A hidden button is a courtesy: the graph
 * decides again on the concrete object.
 */
export const useSessionStore = defineStore('web/session', () => {
  const session = ref<Session | null>(null);
  const locale = ref<PortalLocale>('vi');
  /** `<ROLE>` or `<ROLE>@<scopeId>`, sent as `x-acting-role`; null = the graph picks the role that holds the permission. */
  const actingRole = ref<string | null>(null);

  const isSignedIn = computed(() => session.value !== null);
  const permissions = computed(() => new Set(session.value?.permissions ?? []));

  function start(next: Session | null): void {
    session.value = next;
    if (!next) actingRole.value = null;
  }
  /** True when the person holds the permission in some scope. */
  function can(permission: string): boolean {
    return permissions.value.has(permission);
  }
  return { session, locale, actingRole, isSignedIn, permissions, start, can };
});
