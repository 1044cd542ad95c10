import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive } from '../postgres/cluster.js';

/** What a running launcher tells other commands of the same clone. */
export interface RunningLauncher {
  pid: number;
  url: string;
  graph: string;
  /** Address of our identity provider; absent when the province's own is used. */
  issuer?: string;
  state: 'starting' | 'ready' | 'stopping';
}

const WAIT_FOR_END_MS = 15_000;

/** The launcher that runs on this data folder, if any. */
export function runningLauncher(folder: string): RunningLauncher | null {
  try {
    const found = JSON.parse(readFileSync(file(folder), 'utf8')) as RunningLauncher;
    return alive(found.pid) && isLauncher(found.pid) ? found : null;
  } catch {
    return null;
  }
}

/** Takes the data folder for this process; waits for a launcher that is just ending, refuses beside one that runs. */
export async function takeLock(folder: string): Promise<void> {
  for (let waited = 0; ; waited += 200) {
    const other = runningLauncher(folder);
    if (!other || other.pid === process.pid) break;
    const patience = other.state === 'stopping' ? WAIT_FOR_END_MS : 2_000;
    if (waited >= patience)
      throw new Error(
        `Hệ thống đang chạy tại ${other.url} (tiến trình ${other.pid}) / Already running at ${other.url} (process ${other.pid}).`,
      );
    await sleep(200);
  }
  tell(folder, { pid: process.pid, url: '', graph: '', state: 'starting' });
}

export function tell(folder: string, launcher: RunningLauncher): void {
  writeFileSync(file(folder), JSON.stringify(launcher));
}

export function releaseLock(folder: string): void {
  rmSync(file(folder), { force: true });
}

/** Process ids are used again: on Linux we can look whether it is a launcher at all. */
function isLauncher(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.js');
}

function file(folder: string): string {
  return join(folder, 'launcher.json');
}
