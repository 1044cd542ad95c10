import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, portIsFree } from '../postgres/free-port.js';
import type { ProcessName } from './processes.js';
import { PROCESSES } from './processes.js';

export type Ports = Record<ProcessName, number>;

/** The two addresses people know; all others are free ports unless set. */
const FIXED: Partial<Record<ProcessName, number>> = { host: 3000, gateway: 4000 };
const RELEASE_WITHIN_MS = 6_000;

/** The variable that sets a process's port, such as `HOST_PORT`. */
export function portVariable(name: ProcessName): string {
  return `${name.toUpperCase()}_PORT`;
}

/**
 * Chooses a port for every process, and checks those of the processes to be started: the variable, else the fixed one, else the one used last time if it is still free, else a free one.
 * A port that is set and taken is an error of one sentence; it is given a few seconds, because an earlier run may just be ending.
 */
export async function choosePorts(folder: string, starting: readonly ProcessName[], env: NodeJS.ProcessEnv): Promise<Ports> {
  const file = join(folder, 'ports.json');
  const remembered = readRemembered(file);
  const chosen: Partial<Ports> = {};
  for (const name of PROCESSES) {
    const wanted = Number(env[portVariable(name)] ?? FIXED[name] ?? 0);
    const taken = new Set(Object.values(chosen));
    if (wanted > 0 && starting.includes(name)) await mustBeFree(name, wanted);
    chosen[name] = wanted > 0 ? wanted : await freePort(remembered[name], taken);
  }
  writeFileSync(file, JSON.stringify({ ...remembered, ...chosen }));
  return chosen as Ports;
}

async function mustBeFree(name: ProcessName, port: number): Promise<void> {
  for (let waited = 0; !(await portIsFree(port)); waited += 250) {
    if (waited >= RELEASE_WITHIN_MS) {
      const variable = portVariable(name);
      throw new Error(
        `Cổng ${port} đang có chương trình khác dùng; hãy đặt ${variable}, ví dụ ${variable}=${port + 100} npm start / Port ${port} is taken by another program; set ${variable}.`,
      );
    }
    await sleep(250);
  }
}

function readRemembered(file: string): Partial<Ports> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>;
  } catch {
    return {};
  }
}
