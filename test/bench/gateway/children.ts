import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const here = fileURLToPath(new URL('./', import.meta.url));
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
/** What is measured has the first core, everything around it the second. */
export const MEASURED = 0;
export const AROUND = 1;
export const pinning = (): boolean => canPin;

const READY_MS = 60_000;
/** Kernel ticks of /proc are hundredths of a second everywhere we run. */
const TICK_MS = 10;

export interface Child {
  readonly process: ChildProcess;
  /** What it said on its line `port <n>`. */
  readonly port: number;
  stop(): Promise<void>;
}

export interface ChildPlan {
  file: string;
  core: number;
  args?: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
  ipc?: boolean;
}

/** Starts a Node program on its core and waits for `port <n>` (or, with `ipc`, for nothing). @throws with its last words */
export async function start({ file, core, args = [], env = {}, cwd = root, ipc = false }: ChildPlan): Promise<Child> {
  const node = [process.execPath, ...(file.endsWith('.ts') ? ['--import', 'tsx', '--conditions=development'] : []), file, ...args];
  const [command, ...rest] = canPin ? ['taskset', '-c', String(core), ...node] : node;
  const child = spawn(command!, rest, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      TSX_TSCONFIG_PATH: `${root}tsconfig.dev.json`,
      ...env,
    },
  });
  const port = ipc ? 0 : await portOf(child, file);
  return { process: child, port, stop: () => stop(child) };
}

function portOf(child: ChildProcess, file: string): Promise<number> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file} is not ready:\n${said.slice(-2_000)}`)), READY_MS);
    const listen = (text: Buffer): void => {
      said += text.toString();
      const port = /^port (\d+)$/m.exec(said)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${file} ended with ${code}:\n${said.slice(-2_000)}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** CPU time a process and its children have used, in ms; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  let ticks = 0;
  for (const one of [pid, ...childrenOf(pid)]) {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_MS;
}

export function memoryOf(pid: number): number | null {
  if (!existsSync('/proc/self/status')) return null;
  return [pid, ...childrenOf(pid)].reduce(
    (sum, one) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    0,
  );
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number))
      .flatMap((one) => [one, ...childrenOf(one)]);
  } catch {
    return [];
  }
}
