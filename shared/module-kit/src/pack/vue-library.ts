import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { runTool } from './stage.js';

export interface VueLibrary {
  /** Folder of the room, with `src` and `tsconfig.json`. */
  readonly room: string;
  /** Entries by name: `{ index: 'src/index.ts' }` becomes `dist/index.js`. */
  readonly entries: Readonly<Record<string, string>>;
  readonly target: string;
}

/** Compiles a room of Vue files: plain JavaScript with every dependency left out, and types beside it. */
export async function buildVueLibrary({ room, entries, target }: VueLibrary, node_modules: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const entry = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(room, file)]));
  await build({
    configFile: false,
    root: room,
    logLevel: 'error',
    plugins: [vue()],
    build: {
      outDir: join(target, 'dist'),
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      reportCompressedSize: false,
      copyPublicDir: false,
      lib: { entry, formats: ['es'], fileName: (_format, name) => `${name}.js` },
      rolldownOptions: { external: (id) => !/^[./]|^\w:[\\/]/.test(id) && !id.startsWith('\0') },
    },
  });
  const all = join(target, 'all-types');
  const types = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', all];
  await runTool(join(node_modules, 'vue-tsc/bin/vue-tsc.js'), ['-p', 'tsconfig.json', ...types], room);
  // The room's settings cover its tools as well; only `src` is the library.
  await rename(join(all, 'src'), join(target, 'types'));
  await rm(all, { recursive: true });
}
