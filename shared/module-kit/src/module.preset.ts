import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import type { Plugin, PluginOption, UserConfig } from 'vite';
import { afterBuild } from './after-build.js';
import { type Dependencies, installedDependencies, moduleFederation, SHARED_PACKAGES } from './federation.js';
import { INTEGRITY_FILE, integrityListOf } from './integrity.js';
import { SANDBOX_ENTRY, writePortalManifest } from './portal-manifest.js';
import { scopeCss } from './scope-css.js';
import { signFolder } from './rules/sign-folder.js';
import { scopeOf } from './scope-name.js';
import { writeOperations } from './shipped-operations.js';
import { signingKey } from './signing-key.js';

export interface ModuleOptions {
  /** Id of the module, as in `src/portal.ts`. */
  readonly id: string;
  /**
   * A module of somebody who is not trusted with the page: one plain script that brings its own framework and is shown in a
   * sandboxed frame. `src/portal.ts` needs no word about it.
   */
  readonly sandboxed?: boolean;
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Dependencies;
}

type ResolvedPackage = PackageFile & { readonly dependencies: Dependencies };

/** What the build leaves beside the files that run. */
const BUILD_NOTES = ['.vite', 'mf-stats.json', 'index.html'];

/**
 * Vite preset of a department's module: `plugins: [thiduaModule({ id: 'khcn' })]` is the whole vite.config.ts.
 * It builds `src/module.ts` into a folder that runs from any address, with styles kept inside the module's frame, and writes
 * `portal.json` (what the registry reads), `operations.json` (what it may ask of the graph), `mf-integrity.json` (what the shell
 * checks before it runs anything) and, with a signing key at hand, `signature.json`.
 */
export async function thiduaModule(options: ModuleOptions, folder: string = process.cwd()): Promise<PluginOption[]> {
  const file = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageFile;
  const pkg = { ...file, dependencies: await installedDependencies(file.dependencies ?? {}, folder) };
  if (options.sandboxed) return [vue(), sandboxSettings(), manifestWriter(options, pkg, folder)];
  return [
    vue({
      features: { componentIdGenerator: (path, source, isProduction, hash) => hash(options.id + path + (isProduction ? source : '')) },
    }),
    tailwindcss(),
    moduleSettings(),
    wholeShares(),
    moduleFederation(scopeOf(options.id), pkg.dependencies),
    scopedStyles(options.id),
    manifestWriter(options, pkg, folder),
  ];
}

/** Relative addresses, because the folder of a version is chosen by the registry; one stylesheet, because the shell loads and checks it. */
function moduleSettings(): Plugin {
  return {
    name: 'thidua:module-settings',
    config: (): UserConfig => ({
      base: './',
      build: {
        target: 'esnext',
        modulePreload: false,
        cssCodeSplit: false,
        reportCompressedSize: false,
        sourcemap: false,
        emptyOutDir: true,
        rolldownOptions: { input: 'src/module.ts' },
      },
    }),
  };
}

/** One script without imports: nothing is provided in a frame, and nothing can be fetched from inside it. */
function sandboxSettings(): Plugin {
  return {
    name: 'thidua:sandbox-settings',
    config: (): UserConfig => ({
      base: './',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        target: 'esnext',
        modulePreload: false,
        reportCompressedSize: false,
        sourcemap: false,
        emptyOutDir: true,
        rolldownOptions: {
          input: 'src/module.ts',
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: SANDBOX_ENTRY, codeSplitting: false },
        },
      },
    }),
  };
}

/**
 * The federation plugin narrows each shared package to the names it has seen used, and on a busy machine it sometimes stops
 * looking too early: the build then fails with "is not exported". A bare import in the entry asks for all names; it costs
 * nothing, because the shell provides the code.
 */
function wholeShares(): Plugin {
  return {
    name: 'thidua:whole-shares',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/module\.ts$/ },
      handler: (code) => ({ code: `${code}\n${SHARED_PACKAGES.map((name) => `import '${name}';`).join('\n')}\n`, map: null }),
    },
  };
}

function scopedStyles(id: string): Plugin {
  return {
    name: 'thidua:scoped-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
          file.source = scopeCss(typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('utf8'), id);
        }
      },
    },
  };
}

function manifestWriter({ id, sandboxed = false }: ModuleOptions, { version, dependencies }: ResolvedPackage, folder: string): Plugin {
  return afterBuild('thidua:manifest', folder, async (outDir) => {
    await Promise.all(BUILD_NOTES.map((note) => rm(join(outDir, note), { recursive: true, force: true })));
    const operations = await writeOperations(folder, outDir, dependencies);
    await writePortalManifest({ id, folder, outDir, version, scope: scopeOf(id), dependencies, operations, sandboxed });
    await writeFile(join(outDir, INTEGRITY_FILE), JSON.stringify(await integrityListOf(outDir)));
    const key = await signingKey();
    if (key) await signFolder(outDir, key);
  });
}
