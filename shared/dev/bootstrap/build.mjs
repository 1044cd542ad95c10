import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILER, inRoot, root, run, tool } from './repository.mjs';
import { say, Stop } from './say.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.turbo', '.vite', '.data', 'coverage', 'test-results']);
const BROWSER_ROOMS = ['frontends', 'shared/web', 'shared/pages', 'shared/contracts', 'shared/module-kit'];

/** Compiles the servers (the compiler itself knows what changed) and bundles the shell and the portals when their sources changed. */
export async function build() {
  await buildServers();
  await buildFrontends();
}

export async function buildServers() {
  if (!existsSync(inRoot('shared/dev/dist/start.js'))) say('Đang dựng / building …');
  if ((await tool(COMPILER, ['-b'])) !== 0)
    throw new Stop('Không dựng được máy chủ; xem các dòng trên / The servers do not compile; see the lines above.');
}

async function buildFrontends() {
  const stamp = inRoot('node_modules', '.thidua', 'frontends.stamp');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && rooms().every((room) => existsSync(inRoot(room, 'dist')))) return;
  say('Đang dựng giao diện / building the shell and the portals …');
  const turbo = ['run', 'build', '--filter=./frontends/*', '--concurrency=2', '--output-logs=errors-only', '--no-update-notifier'];
  if ((await run(inRoot('node_modules', '.bin', 'turbo'), turbo, { quiet: true })) !== 0) {
    throw new Stop('Không dựng được giao diện; xem các dòng trên / The frontends do not build; see the lines above.');
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, fingerprint());
}

function rooms() {
  return readdirSync(inRoot('frontends'))
    .map((name) => `frontends/${name}`)
    .filter((room) => existsSync(inRoot(room, 'package.json')));
}

/** Changes with the name, size or time of any source of what runs in browsers, and with the lockfile. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(inRoot('package-lock.json')));
  for (const room of BROWSER_ROOMS) visit(join(root, room), hash);
  return hash.digest('hex');
}

function visit(folder, hash) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) visit(path, hash);
    } else {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
}
