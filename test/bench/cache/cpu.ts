import { readdirSync, readFileSync } from 'node:fs';

/** Kernel ticks of /proc are hundredths of a second everywhere we run. */
const TICK_MS = 10;

interface Process {
  pid: number;
  parent: number;
  /** Its own and that of its children that have ended. */
  cpuMs: number;
  words: string;
  port: string;
}

const tryRead = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = tryRead(`/proc/${name}/stat`)
        .replace(/^.*\) /, '')
        .split(' ');
      if (fields.length < 16) return [];
      const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0);
      return [
        {
          pid: Number(name),
          parent: Number(fields[1]),
          cpuMs: ticks * TICK_MS,
          words: tryRead(`/proc/${name}/cmdline`),
          port: /(?:^|\0)PORT=(\d+)/.exec(tryRead(`/proc/${name}/environ`))?.[1] ?? '',
        },
      ];
    });
}

export interface Cpu {
  gateway: number;
  subgraphs: number;
  postgres: number;
}

/** CPU time so far of the gateway on a port, of all subgraphs of this process, and of a database by its data folder (Linux). */
export function cpuSoFar(gatewayPort: string, dataFolder: string): Cpu {
  const all = processes();
  const own = all.filter(({ parent }) => parent === process.pid);
  const sum = (some: Process[]): number => some.reduce((total, { cpuMs }) => total + cpuMs, 0);
  const master = all.find(({ words }) => words.includes('postgres') && words.includes(dataFolder));
  return {
    gateway: sum(own.filter(({ port }) => port === gatewayPort)),
    subgraphs: sum(own.filter(({ words }) => words.includes('/subgraphs/'))),
    postgres: master ? sum([master, ...all.filter(({ parent }) => parent === master.pid)]) : Number.NaN,
  };
}
