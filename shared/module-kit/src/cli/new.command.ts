import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packAll, type PackedPackage } from '../pack/packages.js';
import { readRoom, writeJson } from '../pack/stage.js';
import { done, note, plain, stop } from './say.js';

export interface NewModule {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Code of the department's organisation in the graph. */
  readonly code: string;
  /** First segment of the portal's addresses, without the slash. */
  readonly path: string;
  readonly folder: string;
}

const TEMPLATE = fileURLToPath(new URL('../../template', import.meta.url));
const ID = /^[a-z][a-z0-9-]{1,30}$/;
const SUFFIX = '.tmpl';
/** Names that tools of this repository would read as their own if they stood in the template. */
const HIDDEN: Readonly<Record<string, string>> = { npmrc: '.npmrc', gitignore: '.gitignore' };

/**
 * Writes a working portal into an empty folder, with everything it needs but what npm fetches.
 * @param root the repository.
 */
export async function newModule(root: string, module: NewModule): Promise<number> {
  if (!ID.test(module.id))
    throw stop(`Mã mô-đun "${module.id}" chỉ gồm chữ thường, số, gạch nối`, 'lower case letters, digits and hyphens only');
  const there = await readdir(module.folder).catch(() => []);
  if (there.length > 0) throw stop(`Thư mục ${module.folder} không trống`, 'the folder is not empty');
  await mkdir(module.folder, { recursive: true });
  const packages = await packAll(root, join(module.folder, 'vendor'));
  await writeTemplate(module);
  await cp(join(root, 'gateway/api.graphql'), join(module.folder, 'schema.graphql'));
  await writeJson(join(module.folder, 'package.json'), await packageFile(root, module, packages));
  done(`Đã tạo cổng ${module.id} trong ${module.folder}`, 'portal made');
  note('Tiếp theo', 'next');
  for (const step of [`cd ${module.folder}`, 'npm install', 'npm run dev', 'npm run build && npm run check']) plain(step);
  return 0;
}

/** Packs anew into a folder that has a portal already: the way to a newer contract. */
export async function repack(root: string, folder: string): Promise<number> {
  const packages = await packAll(root, folder);
  for (const { name, version, file } of packages) done(`${name} ${version}`, join(folder, file));
  return 0;
}

async function writeTemplate(module: NewModule): Promise<void> {
  const words: Readonly<Record<string, string>> = {
    __ID__: module.id,
    __NAME_VI__: module.nameVi,
    __NAME_EN__: module.nameEn,
    __CODE__: module.code,
    __PATH__: module.path,
  };
  for (const file of await readdir(TEMPLATE, { recursive: true })) {
    if (!file.endsWith(SUFFIX)) continue;
    const name = file.slice(0, -SUFFIX.length);
    const target = join(module.folder, HIDDEN[name] ?? name);
    const text = await readFile(join(TEMPLATE, file), 'utf8');
    await mkdir(dirname(target), { recursive: true });
    await writeFile(
      target,
      text.replaceAll(/__[A-Z_]+?__/g, (word) => words[word] ?? word),
    );
  }
}

/** Exact pins, taken from the repository: what it is tested with is what a department gets. */
async function packageFile(root: string, module: NewModule, packages: readonly PackedPackage[]): Promise<Record<string, unknown>> {
  const [repository, web, kit, pages] = await Promise.all(
    ['.', 'shared/web', 'shared/module-kit', 'shared/pages'].map((room) => readRoom(join(root, room))),
  );
  const known = {
    ...repository?.devDependencies,
    ...pages?.devDependencies,
    ...kit?.devDependencies,
    ...kit?.dependencies,
    ...web?.dependencies,
  };
  const pins = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, known[name] ?? missing(name)]));
  const vendor = (name: string): string => `file:vendor/${packages.find((item) => item.name === name)?.file ?? missing(name)}`;
  const { overrides, optionalDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  return {
    name: `portal-${module.id}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: SCRIPTS,
    dependencies: {
      '@thidua/contracts': vendor('@thidua/contracts'),
      '@thidua/web': vendor('@thidua/web'),
      ...pins(['pinia', 'vue', 'vue-i18n', 'vue-router']),
    },
    devDependencies: {
      '@thidua/module-kit': vendor('@thidua/module-kit'),
      ...pins([
        '@graphql-typed-document-node/core',
        '@vitejs/plugin-vue',
        'graphql',
        'happy-dom',
        'typescript',
        'vite',
        'vitest',
        'vue-tsc',
      ]),
    },
    overrides,
    optionalDependencies,
  };
}

const SCRIPTS = {
  dev: 'thidua-module dev',
  build: 'thidua-module build',
  check: 'thidua-module check',
  test: 'thidua-module codegen && vitest run',
  types: 'thidua-module codegen && vue-tsc --noEmit',
  keys: 'thidua-module keys',
  'publish:module': 'thidua-module publish',
  module: 'thidua-module',
};

function missing(name: string): never {
  throw new Error(`The repository pins no version of ${name}`);
}
