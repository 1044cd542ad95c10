import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { checkNode, inRoot, root, run, toolEnvironment } from './repository.mjs';
import { say, Stop } from './say.mjs';

const NEEDED_BYTES = 2 * 1024 ** 3;

/** Installs the locked packages when they are missing or another lockfile was installed. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < NEEDED_BYTES) throw new Stop('Đĩa sắp đầy: cần ít nhất 2 GB / The disk is nearly full: at least 2 GB are needed.');
  say('Đang cài các gói, khoảng một phút / installing packages, about a minute …');
  // npm's own path is known when npm started us; otherwise it is the one of the shell.
  const npm = process.env.npm_execpath;
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const code = await run(program, [...args, 'ci', '--no-progress'], { quiet: true, env: toolEnvironment() });
  if (code !== 0) throw new Stop('npm ci thất bại; xem các dòng trên / npm ci failed; see the lines above.');
}

/** npm notes what it installed; every required package of the lockfile must be there in the same version. */
export function isInstalled() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, entry]) => {
    const required = path.includes('node_modules/') && !entry.link && !entry.optional && !entry.devOptional && !entry.peer;
    return !required || have[path]?.version === entry.version;
  });
}
