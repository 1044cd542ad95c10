import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A plugin that works on the built folder when everything is in it, and never after a failed build: the folder then holds the last good one. */
export function afterBuild(name: string, folder: string, work: (outDir: string) => Promise<void>): Plugin {
  let outDir = join(folder, 'dist');
  let written = false;
  return {
    name,
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle() {
      written = true;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (written) await work(outDir);
      },
    },
  };
}
