import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './say.mjs';

export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);

/** The Node 24 that npm installed for this platform; macOS has no such package and uses its own. */
export function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = inRoot('node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  if (major() >= 24) return process.execPath;
  throw new Stop(
    `Cần Node ≥ 24 trên ${process.platform} ${process.arch} / Node ≥ 24 is needed on this platform, found ${process.version}.`,
  );
}

/** Says at once when this machine's own Node is too old to go on with. */
export function checkNode() {
  if (process.platform === 'darwin' && major() < 24)
    throw new Stop(`macOS cần Node ≥ 24 / macOS needs its own Node ≥ 24, found ${process.version}: brew install node@24.`);
  if (major() < 20) throw new Stop(`Cần Node ≥ 20 / Node ≥ 20 is needed, found ${process.version}.`);
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

/** Environment in which `node` and the tools of node_modules are ours. */
export function toolEnvironment(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(separator),
    TURBO_TELEMETRY_DISABLED: '1',
    ...more,
  };
}

/** Runs a program to its end and answers its exit code. With `quiet` its output is only shown when it fails. */
export function run(program, args, { quiet = false, env = toolEnvironment() } = {}) {
  const child = spawn(program, args, { cwd: root, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 2, 2] });
  const output = [];
  for (const stream of quiet ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code, signal) => {
      const exit = code ?? (signal ? 1 : 0);
      if (quiet && exit !== 0) process.stderr.write(Buffer.concat(output));
      done(exit);
    });
  });
}

/** A script of node_modules under our Node. */
export function tool(script, args, options) {
  return run(installedNode(), [inRoot('node_modules', script), ...args], options);
}

export const COMPILER = 'ts7/bin/tsc';
