import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extract } from 'tar';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'shared/module-kit/dist/cli/repository.cli.js');

export interface NewPortal {
  readonly id: string;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** What a command printed, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly text: string;
}

/** A department's own folder, outside the repository, used through the commands of its README alone. */
export interface DepartmentFolder {
  readonly folder: string;
  /** `npm run <script> -- <args>`. */
  npm(script: string, args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Printed>;
  /** The same, left running. */
  start(script: string, args: readonly string[]): ChildProcess;
  json<Content>(file: string): Promise<Content>;
  remove(): Promise<void>;
}

/**
 * `npm run module -- new` into an empty folder, then an installation without a network: the packed packages are unpacked as npm
 * would, and everything else the folder's package.json names is linked from this repository's node_modules, which holds the very
 * versions it pins. With REAL_INSTALL=1 it is `npm install` instead.
 */
export async function departmentFolder(portal: NewPortal): Promise<DepartmentFolder> {
  await compileLibraries();
  const folder = await mkdtemp(join(tmpdir(), `thidua-${portal.id}-`));
  const names = ['--name', portal.nameVi, '--name-en', portal.nameEn, '--code', portal.code];
  await run(process.execPath, [CLI, 'new', portal.id, '--dir', folder, ...names], { cwd: tmpdir(), env: plainEnvironment() });
  if (process.env['REAL_INSTALL']) await run('npm', ['install'], { cwd: folder, env: plainEnvironment() });
  else await installByLinks(folder);
  return handleOf(folder);
}

/** A copy of one of the province's own portals, with what a department would have and nothing else. */
export async function ownPortalAlone(name: string, packages: string): Promise<DepartmentFolder> {
  const folder = await mkdtemp(join(tmpdir(), `thidua-${name}-`));
  const source = join(ROOT, 'frontends', name);
  for (const part of ['src', 'package.json', 'vite.config.ts']) await cp(join(source, part), join(folder, part), { recursive: true });
  await cp(packages, join(folder, 'vendor'), { recursive: true });
  await installByLinks(folder);
  return handleOf(folder);
}

async function installByLinks(folder: string): Promise<void> {
  const [own, shared] = [join(folder, 'node_modules'), join(ROOT, 'node_modules')];
  await mkdir(join(own, '@thidua'), { recursive: true });
  await mkdir(join(own, '.bin'));
  for (const name of await readdir(shared))
    if (!['@thidua', '.bin'].includes(name) && !name.startsWith('.')) await symlink(join(shared, name), join(own, name));
  for (const name of await readdir(join(shared, '.bin'))) await symlink(join(shared, '.bin', name), join(own, '.bin', name));
  for (const file of await readdir(join(folder, 'vendor'))) {
    const target = join(own, '@thidua', file.replace(/^thidua-(.*)-\d.*$/, '$1'));
    await mkdir(target);
    await extract({ file: join(folder, 'vendor', file), cwd: target, strip: 1 });
  }
  const tool = join(own, '@thidua/module-kit/dist/cli/module.cli.js');
  await chmod(tool, 0o755);
  await symlink(tool, join(own, '.bin/thidua-module'));
}

function handleOf(folder: string): DepartmentFolder {
  return {
    folder,
    npm: async (script, args = [], env = {}) => {
      try {
        const { stdout, stderr } = await run('npm', ['run', '-s', script, '--', ...args], {
          cwd: folder,
          env: { ...plainEnvironment(), ...env },
        });
        return { code: 0, text: stdout + stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, text: stdout + stderr };
      }
    },
    start: (script, args) =>
      spawn('npm', ['run', '-s', script, '--', ...args], { cwd: folder, env: plainEnvironment(), detached: true, stdio: 'pipe' }),
    json: async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as never,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The environment of somebody at a terminal: the test runner's own settings would change how tools behave. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _runner, VITEST_MODE: _kind, NODE_OPTIONS: _options, THIDUA_SIGNING_KEY: _key, ...env } = process.env;
  return { ...env, NO_COLOR: '1', PATH: [join(process.execPath, '..'), env['PATH']].join(delimiter) };
}

/** `npm test` has compiled everything; a single file run by hand compiles what was never compiled. */
async function compileLibraries(): Promise<void> {
  if (existsSync(CLI)) return;
  await run(process.execPath, [join(ROOT, 'node_modules/ts7/bin/tsc'), '-b', join(ROOT, 'shared/module-kit')]);
}
