import type { RegistryEntry } from '@thidua/contracts/web';

/** The same files under the same conditions. */
export function isSameRelease(running: RegistryEntry, offered: RegistryEntry): boolean {
  return (
    running.base === offered.base && (running.state ?? 'active') === (offered.state ?? 'active') && running.override === offered.override
  );
}

/** What the registry offers instead of what runs; null when that is the same. */
export function newRelease(running: RegistryEntry, offered: RegistryEntry): RegistryEntry | null {
  return isSameRelease(running, offered) ? null : offered;
}
