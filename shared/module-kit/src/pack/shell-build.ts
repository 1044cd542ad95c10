import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARED_PACKAGES } from '../federation.js';
import { readRoom, runTool, writeJson } from './stage.js';

/**
 * The provincial shell for a developer's machine: the same sources, built with Vue's development code, because only that takes
 * hot updates of a module. With it go the graph its pages speak and the documents it sends as hashes.
 */
export async function buildShell(root: string, target: string): Promise<void> {
  const { VITEST: _runner, ...env } = process.env;
  const args = ['build', '--mode', 'development', '--outDir', target, '--emptyOutDir', '--logLevel', 'error'];
  await runTool(join(root, 'node_modules/vite/bin/vite.js'), args, join(root, 'frontends/shell'), { ...env, NODE_ENV: 'development' });
  await cp(join(root, 'gateway/api.graphql'), join(target, 'api.graphql'));
  await cp(join(root, 'frontends/shell/src/generated/persisted-documents.json'), join(target, 'documents.json'));
  await writeJson(join(target, 'provided.json'), await providedVersions(root));
}

/** Versions of the shared packages as the shell of this repository provides them. */
export async function providedVersions(root: string): Promise<Record<string, string>> {
  const versions = SHARED_PACKAGES.map(async (name) => [name, (await readRoom(join(root, 'node_modules', name))).version] as const);
  return Object.fromEntries(await Promise.all(versions));
}
