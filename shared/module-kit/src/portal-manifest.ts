import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT_VERSION, type PortalManifest, type ShippedOperations } from '@thidua/contracts/web';
import { build } from 'rolldown';
import { type Dependencies, sharedRanges } from './federation.js';
import { definePortal, type PortalDeclaration } from './portal-declaration.js';
import { MANIFEST_FILE } from './rules/bundle.js';
import { MESSAGES_FILE } from './rules/manifest.rules.js';

export interface ManifestInput {
  readonly id: string;
  readonly folder: string;
  readonly outDir: string;
  readonly version: string;
  readonly scope: string;
  readonly dependencies: Dependencies;
  readonly operations: ShippedOperations;
  readonly sandboxed?: boolean;
}

/** The only script of a sandboxed module. */
export const SANDBOX_ENTRY = 'module.js';

/**
 * Writes `portal.json`, and `messages.json` when the portal names its texts, beside the built files.
 * @throws Error when `src/portal.ts` declares another id than the build.
 */
export async function writePortalManifest(input: ManifestInput): Promise<void> {
  const portal = definePortal(await readDeclaration(input.folder));
  if (portal.id !== input.id) throw new Error(`src/portal.ts declares "${portal.id}", vite.config.ts builds "${input.id}"`);
  if (portal.messages) await writeFile(join(input.outDir, MESSAGES_FILE), JSON.stringify(portal.messages));
  await writeFile(join(input.outDir, MANIFEST_FILE), JSON.stringify(manifestOf(portal, input)));
}

/** What the build knows of a portal together with what the portal says; parts a portal does not declare are left out. */
export function manifestOf(portal: PortalDeclaration, input: Omit<ManifestInput, 'folder' | 'outDir'>): PortalManifest {
  const { id, name, departmentCode, basePath, nav, messages: _texts, ...declared } = portal;
  return {
    id,
    version: input.version,
    contract: CONTRACT_VERSION,
    name,
    departmentCode,
    basePath,
    scope: input.scope,
    entry: input.sandboxed ? SANDBOX_ENTRY : 'mf-manifest.json',
    shared: input.sandboxed ? {} : sharedRanges(input.dependencies),
    ...(input.sandboxed ? { sandboxed: true } : {}),
    nav,
    locales: ['vi', 'en'],
    operations: input.operations,
    ...declared,
    permissions: portal.permissions ?? [],
    slots: portal.slots ?? [],
    links: portal.links ?? [],
  };
}

/**
 * Bundles and runs `src/portal.ts`: it may import data of other packages in TypeScript, which Node alone cannot follow.
 */
export async function readDeclaration(folder: string): Promise<PortalDeclaration> {
  const scratch = await mkdtemp(join(folder, 'node_modules-portal-'));
  try {
    const file = join(scratch, 'portal.mjs');
    await build({
      input: join(folder, 'src/portal.ts'),
      output: { file, format: 'esm' },
      logLevel: 'warn',
      platform: 'node',
      resolve: { conditionNames: ['development', 'import', 'default'] },
    });
    const module = (await import(pathToFileURL(file).href)) as { portal: PortalDeclaration };
    return module.portal;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
