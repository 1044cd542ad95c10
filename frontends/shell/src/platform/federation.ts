import { loadRemote, registerPlugins, registerRemotes } from '@module-federation/runtime';
import type { PortalModule, RegistryEntry } from '@thidua/contracts/web';
import { hashOfFile } from './integrity.js';
import { ModuleFailure } from './module-failure.js';

/** Once per page: manifests are held to their hashes, preloads carry them (a preload without is downloaded twice). */
export function prepareFederation(): void {
  registerPlugins([
    {
      name: 'thidua-integrity',
      fetch: (url, init) => {
        const integrity = hashOfFile(url);
        return integrity ? fetch(url, { ...init, integrity }) : fetch(url, init);
      },
      createLink: ({ url, attrs }) => {
        const link = document.createElement('link');
        for (const [name, value] of Object.entries(attrs ?? {})) link.setAttribute(name, String(value));
        link.href = url;
        link.crossOrigin = 'anonymous';
        const integrity = hashOfFile(url);
        if (integrity) link.integrity = integrity;
        return link;
      },
    },
  ]);
}

/**
 * Runs a module's entry.
 * @throws ModuleFailure UNREACHABLE when it cannot be fetched, BAD_MODULE when it fails or is not a module of the contract.
 */
export async function loadContainer(entry: RegistryEntry, base: string, attempt: number): Promise<PortalModule> {
  // A container name of its own per try: the runtime remembers failures by name.
  const name = attempt === 1 ? entry.scope : `${entry.scope}_${attempt}`;
  registerRemotes([{ name, alias: name, entry: new URL(entry.entry, base).href, type: 'module' }], { force: true });
  const exports = await loadRemote<{ default?: PortalModule }>(`${name}/module`).catch((cause: unknown) => {
    throw new ModuleFailure(isNetworkError(cause) ? 'UNREACHABLE' : 'BAD_MODULE', cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  });
  const module = exports?.default;
  if (!module || typeof module.activate !== 'function' || module.id !== entry.id) {
    throw new ModuleFailure('BAD_MODULE', `./module of ${entry.id} does not export a module of that id`);
  }
  return module;
}

/** The runtime's own codes: 003 manifest not fetched, 008 entry not loaded; browsers name the rest. */
function isNetworkError(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return /RUNTIME-00[38]|Failed to fetch|dynamically imported module|Importing a module script failed|NetworkError/.test(message);
}
