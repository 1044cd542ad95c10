import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { federation } from '@module-federation/vite';
import type { Plugin } from 'vite';

/**
 * Packages of which the province runs one copy, provided by the shell. A second copy of Vue, Pinia or the router breaks a page
 * (provide/inject and stores do not meet); the others would only be downloaded twice. `@thidua/contracts` is absent on purpose:
 * a module must carry the contract version it was built against.
 */
export const SHARED_PACKAGES = ['vue', 'vue-router', 'pinia', 'vue-i18n', '@thidua/web'] as const;

export type Dependencies = Readonly<Record<string, string>>;

/**
 * Dependencies with a version in place of an address: packages that come as files (`file:vendor/….tgz`) say theirs themselves.
 * @throws Error when such a package is not installed.
 */
export async function installedDependencies(dependencies: Dependencies, folder: string): Promise<Dependencies> {
  const entries = Object.entries(dependencies).map(async ([name, spec]) => {
    if (!spec.startsWith('file:')) return [name, spec] as const;
    const installed = JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
    return [name, installed.version] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** `3.5.45` in package.json means "at least this, same major" to the shell; a range is kept as it is. */
function rangeOf(dependencies: Dependencies, name: string): string {
  const declared = dependencies[name];
  if (!declared) throw new Error(`package.json of this room must list "${name}" in dependencies: the shell provides it at run time`);
  return /^\d/.test(declared) ? `^${declared}` : declared;
}

/** Ranges of the shared packages a room needs, as in its package.json. */
export function sharedRanges(dependencies: Dependencies): Record<string, string> {
  return Object.fromEntries(SHARED_PACKAGES.map((name) => [name, rangeOf(dependencies, name)]));
}

/**
 * Federation of a module: exposes `./module` alone and brings no copy of anything shared.
 * `import: false` and `externalRuntime` take a module from 16 requests and 34 kB to 10 and 13 kB (brotli).
 */
export function moduleFederation(scope: string, dependencies: Dependencies): Plugin[] {
  const ranges = sharedRanges(dependencies);
  return federation({
    name: scope,
    filename: 'remoteEntry.js',
    exposes: { './module': './src/module.ts' },
    manifest: true,
    dts: false,
    shareStrategy: 'loaded-first',
    shared: Object.fromEntries(
      Object.entries(ranges).map(([name, requiredVersion]) => [name, { singleton: true, import: false, requiredVersion }]),
    ),
    experiments: { externalRuntime: true },
    dev: { remoteHmr: true },
  }) as Plugin[];
}

/**
 * Federation of the shell: knows no module, provides every shared package. Workspace packages are `eager`: bound late, a
 * component of theirs would be `undefined` in the first render and draw nothing, without an error.
 */
export function shellFederation(dependencies: Dependencies): Plugin[] {
  const ranges = sharedRanges(dependencies);
  return federation({
    name: 'shell',
    filename: 'assets/remoteEntry-[hash].js',
    manifest: false,
    dts: false,
    shareStrategy: 'loaded-first',
    shared: Object.fromEntries(
      Object.entries(ranges).map(([name, requiredVersion]) => [
        name,
        { singleton: true, requiredVersion, ...(name.startsWith('@thidua/') ? { eager: true } : {}) },
      ]),
    ),
    experiments: { provideExternalRuntime: true },
    dev: { remoteHmr: true },
  }) as Plugin[];
}
