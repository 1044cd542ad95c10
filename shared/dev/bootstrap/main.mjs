/**
 * The door of every command: plain JavaScript for Node 20 and nothing installed. It installs and builds what is missing and then
 * hands over to our own Node 24.
 *
 *   start | build | test | verify | bench | exec <built file> … | ask <built file> …
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build, buildServers } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, installedNode, root, toolEnvironment } from './repository.mjs';
import { say, Stop } from './say.mjs';
import { needsNoBuild, printCounts, runTests } from './tests.mjs';
import { verify } from './verify.mjs';

const COMMANDS = {
  async start(args) {
    await install();
    await build();
    return handOver(inRoot('shared/dev/dist/start.js'), args);
  },
  async build() {
    await install();
    await build();
    return 0;
  },
  async test(args) {
    await install();
    if (!needsNoBuild(args)) await build();
    return finish(await runTests(args));
  },
  async verify(args) {
    await install();
    return finish(await verify(args));
  },
  async bench(args) {
    await install();
    await build();
    return handOver(inRoot('node_modules/tsx/dist/cli.mjs'), [
      '--tsconfig',
      inRoot('tsconfig.dev.json'),
      '-C',
      'development',
      inRoot('test/bench/main.ts'),
      ...args,
    ]);
  },
  /** Compiles what changed and runs a built program; `ask` leaves the build alone, because it only talks to the running system. */
  async exec([file, ...args]) {
    await install();
    await buildServers();
    return handOver(inRoot(file), args);
  },
  async ask([file, ...args]) {
    await install();
    if (!existsSync(inRoot(file))) await buildServers();
    return handOver(inRoot(file), args);
  },
};

function finish(counts) {
  printCounts(counts);
  return counts.failed === 0 ? 0 : 1;
}

/** Runs a built program in our Node and ends as it ends. Signals go on to it; it ends when we are killed, and we when npm is. */
function handOver(file, args) {
  const child = spawn(installedNode(), [file, ...args], {
    cwd: process.env.INIT_CWD ?? root,
    env: toolEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) watchParent(() => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
}

/** npm passes signals on, but dies silently by kill -9; a shell may stand between it and us. */
function watchParent(gone) {
  const npm = findNpm(process.ppid);
  if (!npm) return;
  const timer = setInterval(() => {
    try {
      process.kill(npm, 0);
    } catch {
      clearInterval(timer);
      gone();
    }
  }, 500);
  timer.unref();
}

function findNpm(pid, generations = 3) {
  const described = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? readProcess(pid);
  const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(described) ?? [];
  if (!parent || generations === 0) return undefined;
  return /^(\S*node\S*\s+)?\S*npm/.test(command) ? pid : findNpm(Number(parent), generations - 1);
}

/** The same where `ps` is not installed, as in small containers. */
function readProcess(pid) {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
    return `${parent} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
  } catch {
    return '';
  }
}

const [command = '', ...args] = process.argv.slice(2);
try {
  if (!COMMANDS[command]) throw new Stop(`Lệnh / command: ${Object.keys(COMMANDS).join(', ')}`);
  process.exitCode = await COMMANDS[command](args);
} catch (error) {
  say(error instanceof Stop ? error.message : (error.stack ?? String(error)));
  process.exitCode = 1;
}
