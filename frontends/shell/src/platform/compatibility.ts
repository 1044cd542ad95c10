import { CONTRACT_VERSION, contractAccepts, type RegistryEntry } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';
import { fits } from './version-range.js';

/**
 * Refuses a module the shell cannot carry, before anything of it is fetched. The federation runtime would not: whatever range a
 * module asks for, it silently gets the shell's copy.
 * @throws ModuleFailure CONTRACT or SHARED_VERSION, naming both versions.
 */
export function checkCompatible(entry: RegistryEntry, provided: Readonly<Record<string, string>>): void {
  if (!contractAccepts(CONTRACT_VERSION, entry.contract)) {
    throw new ModuleFailure('CONTRACT', `contract ${entry.contract}, the shell speaks ${CONTRACT_VERSION}`);
  }
  for (const [name, range] of Object.entries(entry.shared)) {
    const version = provided[name];
    if (!version || !fits(version, range)) {
      throw new ModuleFailure('SHARED_VERSION', `needs ${name} ${range}, the shell has ${version ?? 'none'}`);
    }
  }
}
