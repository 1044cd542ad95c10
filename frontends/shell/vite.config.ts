import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { SHARED_PACKAGES, shellFederation, shippedOperations } from '@thidua/module-kit';
import vue from '@vitejs/plugin-vue';
import { build, defineConfig, type Plugin } from 'vite';

const pkg = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string> };

/** Versions the shell really provides, for the check before any code of a module runs. */
function providedVersions(): Record<string, string> {
  return Object.fromEntries(
    SHARED_PACKAGES.map((name) => [name, (JSON.parse(readFileSync(packageFile(name), 'utf8')) as { version: string }).version]),
  );
}

function packageFile(name: string): string {
  return fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url));
}

/** The design tokens as a file of their own, for the host's pages, which run without the shell. */
function tokensFile(): Plugin {
  return {
    name: 'shell:tokens',
    apply: 'build',
    generateBundle() {
      const tokens = readFileSync(new URL('../../shared/web/src/styles/tokens.css', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'tokens.css', source: tokens });
    },
  };
}

/** What this shell provides, for the registry: it refuses releases that ask for other versions. */
function providedFile(): Plugin {
  return {
    name: 'shell:provided',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'provided.json', source: JSON.stringify(providedVersions()) });
    },
  };
}

/** Runtime of the frames in which sandboxed modules run: one script of its own, which knows nothing of the shell. */
function sandboxFile(): Plugin {
  return {
    name: 'shell:sandbox',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        resolve: { conditions: ['development', 'browser', 'module'] },
        build: {
          write: false,
          target: 'esnext',
          rolldownOptions: { input: fileURLToPath(new URL('./src/sandbox/frame.ts', import.meta.url)) },
          modulePreload: false,
        },
      });
      const [chunk] = 'output' in built ? built.output : [];
      if (!chunk || chunk.type !== 'chunk') throw new Error('The runtime of sandboxed modules was not built');
      this.emitFile({ type: 'asset', fileName: 'sandbox.js', source: chunk.code });
    },
  };
}

export default defineConfig({
  plugins: [vue(), tailwindcss(), shellFederation(pkg.dependencies), tokensFile(), providedFile(), sandboxFile(), shippedOperations()],
  define: { __PROVIDED_VERSIONS__: JSON.stringify(providedVersions()) },
  build: { target: 'esnext', modulePreload: { polyfill: false }, reportCompressedSize: false },
});
