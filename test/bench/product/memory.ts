import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessMemory {
  name: string;
  megabytes: number;
}

/** Proportional memory of a process and everything below it (Linux): shared pages are counted once. */
export function memoryOf(rootPid: number): ProcessMemory[] {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = tryRead(`/proc/${entry}/stat`);
    const parent = Number(/\) \S+ (\d+)/.exec(stat)?.[1] ?? 0);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
  }
  const below = (pid: number): number[] => [pid, ...(parents.get(pid) ?? []).flatMap(below)];
  return [...new Set([...below(rootPid), ...postgresOf(rootPid)])]
    .map((pid) => ({ name: nameOf(pid), megabytes: proportional(pid) }))
    .filter((p) => p.megabytes > 0);
}

/** The database outlives the launcher and may stand outside its tree: it is found by the data folder it was given. */
function postgresOf(launcher: number): number[] {
  const folder = /DATA_DIR=([^\0]+)/.exec(tryRead(`/proc/${launcher}/environ`))?.[1];
  if (!folder) return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const master = all.find((pid) => /postgres/.test(tryRead(`/proc/${pid}/cmdline`)) && tryRead(`/proc/${pid}/cmdline`).includes(folder));
  if (!master) return [];
  return [master, ...all.filter((pid) => Number(/\) \S+ (\d+)/.exec(tryRead(`/proc/${pid}/stat`))?.[1] ?? 0) === master)];
}

function nameOf(pid: number): string {
  const words = tryRead(`/proc/${pid}/cmdline`).split('\0').filter(Boolean);
  if (words[0]?.includes('postgres')) return 'postgres';
  const script = words.findLast((word) => /dist\/.*\.js$/.test(word)) ?? words[0] ?? '?';
  return (
    /(?:subgraphs|frontends|shared)\/(\w+(?:\/dist\/identity)?)/.exec(script)?.[1]?.replace(/^dev\/dist\//, '') ??
    (/gateway/.test(script) ? 'gateway' : script)
  );
}

const proportional = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(tryRead(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
