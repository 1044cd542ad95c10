import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes about itself into `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  port: number;
}

/** Reads `postmaster.pid`; null when there is none or it is half written. It may be stale: the caller proves the server by asking it. */
export function readPostmasterFile(folder: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}
