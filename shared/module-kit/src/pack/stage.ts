import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A room of the repository as its package.json says. */
export interface Room {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export async function readRoom(folder: string): Promise<Room> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Room;
}

/**
 * One copy of these runs on a page. A packed library asks for them as peers, so that a department's package.json alone decides
 * the version; packages of the platform are never looked for in a registry.
 */
const PEERS = new Set(['vue', 'vue-router', 'pinia', 'vue-i18n', 'graphql']);

/** package.json of a packed library: no scripts, no workspace, no sources. */
export function packedManifest(room: Room, more: Record<string, unknown>): Record<string, unknown> {
  const all = Object.entries(room.dependencies ?? {});
  const isPeer = ([name]: readonly [string, string]): boolean => name.startsWith('@thidua/') || PEERS.has(name);
  return {
    name: room.name,
    version: room.version,
    type: 'module',
    license: 'UNLICENSED',
    ...more,
    dependencies: Object.fromEntries(all.filter((entry) => !isPeer(entry))),
    peerDependencies: Object.fromEntries(all.filter(isPeer).map(([name, version]) => [name, `^${version}`])),
  };
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Copies compiled code without maps and build notes. */
export async function copyCompiled(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true, filter: (path) => !/\.map$|\.tsbuildinfo$|\.spec\./.test(path) });
}

/**
 * Runs a program of node_modules.
 * @throws Error with its output when it fails.
 */
export function runTool(script: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`${script} ${args.join(' ')}:\n${Buffer.concat(output).toString('utf8')}`));
    });
  });
}
