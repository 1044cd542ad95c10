import type { RegistryEntry } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';

/**
 * Refuses a module that was stopped, or that the person has no use for, before anything of it is fetched.
 * @throws ModuleFailure KILLED with the reason as written, PERMISSION.
 */
export function checkAllowed(entry: RegistryEntry, offers: (permissions: readonly string[]) => boolean): void {
  if (entry.state === 'killed') throw new ModuleFailure('KILLED', entry.reason ?? '');
  if (!offers(entry.permissions)) throw new ModuleFailure('PERMISSION', `needs one of ${entry.permissions.join(', ')}`);
}

/** Entries whose place somebody else has (a page of the shell or host, or a module earlier in the registry) or that name none. */
export function displaced(entries: readonly RegistryEntry[], taken: readonly string[]): ReadonlySet<RegistryEntry> {
  const places = new Set(taken);
  const refused = new Set<RegistryEntry>();
  for (const entry of entries) {
    const place = entry.basePath.toLowerCase();
    if (!/^\/[a-z][a-z0-9-]*$/.test(entry.basePath) || places.has(place)) refused.add(entry);
    else places.add(place);
  }
  return refused;
}
