import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Folder for unfinished uploads, beside the releases so that finishing is a rename. It is never served (its name starts with a dot). */
export function scratchFolder(root: string): string {
  return join(root, '.uploads');
}

const OWNER = `${hostname().replace(/[^\w-]/g, '-')}.${process.pid}`;
const ABANDONED_MS = 60 * 60_000;

/** A new empty folder that names the process it belongs to. */
export async function newScratch(scratch: string): Promise<string> {
  const folder = join(scratch, `${OWNER}.${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes what processes left that ended in the middle of an upload: those of this machine at once, of another one after an hour. */
export async function removeAbandoned(scratch: string): Promise<string[]> {
  const folders = await readdir(scratch).catch(() => []);
  const removed: string[] = [];
  for (const name of folders) {
    const [host, pid] = name.split('.');
    const path = join(scratch, name);
    const ours = host === OWNER.split('.')[0];
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (ours ? isAlive(Number(pid)) : age < ABANDONED_MS) continue;
    await rm(path, { recursive: true, force: true });
    removed.push(name);
  }
  return removed;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
