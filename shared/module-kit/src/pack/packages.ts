import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildShell } from './shell-build.js';
import { copyCompiled, packedManifest, readRoom, writeJson } from './stage.js';
import { packFolder } from './tarball.js';
import { buildVueLibrary } from './vue-library.js';

/** The packages a department gets, in the order they are made. */
export const PACKED = ['contracts', 'web', 'pages', 'module-kit'] as const;
export type PackedName = (typeof PACKED)[number];

export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** Name of the file in the target folder. */
  readonly file: string;
}

/** Fills a folder with what belongs into one package, `package.json` included. */
type Stage = (root: string, target: string) => Promise<void>;

const exported = (types: string, code: string) => ({ types, default: code });

const STAGES: Readonly<Record<PackedName, Stage>> = {
  contracts: async (root, target) => {
    const room = join(root, 'shared/contracts');
    await copyCompiled(join(room, 'dist'), join(target, 'dist'));
    const exports = { '.': exported('./dist/index.d.ts', './dist/index.js'), './web': exported('./dist/web.d.ts', './dist/web.js') };
    await writeJson(join(target, 'package.json'), packedManifest(await readRoom(room), { sideEffects: false, exports }));
  },

  web: async (root, target) => {
    const room = join(root, 'shared/web');
    await buildVueLibrary(
      { room, entries: { index: 'src/index.ts', testing: 'src/testing/index.ts' }, target },
      join(root, 'node_modules'),
    );
    await mkdir(join(target, 'styles'));
    for (const file of ['module.css', 'theme.css']) await cp(join(room, 'src/styles', file), join(target, 'styles', file));
    const exports = {
      '.': exported('./types/index.d.ts', './dist/index.js'),
      './testing': exported('./types/testing/index.d.ts', './dist/testing.js'),
      './module.css': './styles/module.css',
    };
    await writeJson(join(target, 'package.json'), packedManifest(await readRoom(room), { sideEffects: ['*.css'], exports }));
  },

  pages: async (root, target) => {
    const room = join(root, 'shared/pages');
    await buildVueLibrary({ room, entries: { index: 'src/index.ts', nav: 'src/nav.ts' }, target }, join(root, 'node_modules'));
    await cp(join(room, 'src/generated/persisted-documents.json'), join(target, 'persisted-documents.json'));
    const styles = await readFile(join(room, 'src/styles.css'), 'utf8');
    await writeFile(join(target, 'styles.css'), styles.replace('@source "./";', '@source "./dist";'));
    const exports = {
      '.': exported('./types/index.d.ts', './dist/index.js'),
      './nav': exported('./types/nav.d.ts', './dist/nav.js'),
      './persisted-documents.json': './persisted-documents.json',
      './styles.css': './styles.css',
    };
    await writeJson(join(target, 'package.json'), packedManifest(await readRoom(room), { sideEffects: ['*.css'], exports }));
  },

  'module-kit': async (root, target) => {
    const room = join(root, 'shared/module-kit');
    await copyCompiled(join(room, 'dist'), join(target, 'dist'));
    await Promise.all(['pack', 'template'].map((part) => rm(join(target, 'dist', part), { recursive: true, force: true })));
    await buildShell(root, join(target, 'shell'));
    const exports = {
      '.': exported('./dist/index.d.ts', './dist/index.js'),
      './portal': exported('./dist/portal-declaration.d.ts', './dist/portal-declaration.js'),
      './rules': exported('./dist/rules/index.d.ts', './dist/rules/index.js'),
    };
    const bin = { 'thidua-module': './dist/cli/module.cli.js' };
    await writeJson(join(target, 'package.json'), packedManifest(await readRoom(room), { exports, bin }));
  },
};

/**
 * Packs what a department installs into `<name>-<version>.tgz` files. The repository's libraries must be compiled (`dist`).
 * @returns the packages, with the names of their files in `folder`.
 */
export async function packAll(root: string, folder: string): Promise<PackedPackage[]> {
  await mkdir(folder, { recursive: true });
  const packed: PackedPackage[] = [];
  for (const part of PACKED) {
    const scratch = await mkdtemp(join(tmpdir(), 'thidua-pack-'));
    try {
      await STAGES[part](root, scratch);
      const { name, version } = await readRoom(scratch);
      const file = `thidua-${part}-${version}.tgz`;
      await removeOlder(folder, `thidua-${part}-`);
      await packFolder(scratch, join(folder, file));
      packed.push({ name, version, file });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return packed;
}

async function removeOlder(folder: string, prefix: string): Promise<void> {
  const older = (await readdir(folder)).filter((file) => file.startsWith(prefix) && /^\d/.test(file.slice(prefix.length)));
  await Promise.all(older.map((file) => rm(join(folder, file))));
}
