import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { readRelease, type ReleaseFiles, writeTwins } from '../modules/publish/prepared.js';
import type { ModuleStorage } from '../modules/storage/module-storage.js';
import { newScratch } from '../modules/storage/scratch.js';

/** A build another host started with a moment ago must be found here too; more often nobody may make us ask. */
const REFRESH_MS = 500;
const TOLD_AT_MOST = 15;

export interface ShellRelease {
  /** Hash of everything in the folder: the same build is the same release on every host. */
  readonly release: string;
  /** Folder of this machine that holds it and never changes. */
  readonly folder: string;
  readonly documents: Readonly<Record<string, string>>;
}

/**
 * The built shell in immutable folders, like modules: a host serves the build it started with, whatever happens to the build folder,
 * and the files of builds that open tabs still run go on answering.
 */
export class ShellReleases {
  #others: readonly string[] = [];
  #readAt = 0;
  #rereading: Promise<void> | null = null;

  private constructor(
    private readonly pool: pg.Pool,
    private readonly storage: ModuleStorage,
    readonly current: ShellRelease,
  ) {}

  /** @throws Error when the shell is not built. */
  static async open(pool: pg.Pool, storage: ModuleStorage, dist: string): Promise<ShellReleases> {
    const current = await keep(storage, dist);
    await pool.query(`insert into host.shell_release (release) values ($1) on conflict (release) do update set last_at = now()`, [
      current.release,
    ]);
    return new ShellReleases(pool, storage, current);
  }

  /** Folder that has a file of the shell: the running build, else an older one that may be open in some tab. */
  async folderOf(file: string): Promise<string | null> {
    const own = await this.storage.get(`shell/v/${this.current.release}`, file);
    if (own !== null || !file.startsWith('assets/')) return own;
    const known = await this.#find(file);
    if (known !== null) return known;
    await this.#reread();
    return this.#find(file);
  }

  async #find(file: string): Promise<string | null> {
    for (const release of this.#others) {
      const folder = await this.storage.get(`shell/v/${release}`, file);
      if (folder !== null) return folder;
    }
    return null;
  }

  /** Builds that open tabs may still run, newest first; the graph goes on serving their operations. */
  async kept(): Promise<readonly string[]> {
    return (await this.#older()).slice(0, TOLD_AT_MOST);
  }

  /** Says that this build is still the one people get. */
  async touch(): Promise<void> {
    await this.pool.query('update host.shell_release set last_at = now() where release = $1', [this.current.release]);
  }

  async #older(): Promise<readonly string[]> {
    if (Date.now() - this.#readAt > REFRESH_MS) await this.#reread();
    return this.#others;
  }

  /** Reads again, for all who ask meanwhile, but not before the time: a file nobody has is told late rather than wrongly. */
  #reread(): Promise<void> {
    this.#rereading ??= this.#readWhenDue().finally(() => (this.#rereading = null));
    return this.#rereading;
  }

  async #readWhenDue(): Promise<void> {
    const wait = this.#readAt + REFRESH_MS - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { rows } = await this.pool.query<{ release: string }>(
      'select release from host.shell_release where release <> $1 order by last_at desc limit 50',
      [this.current.release],
    );
    this.#others = rows.map(({ release }) => release);
    this.#readAt = Date.now();
  }
}

async function keep(storage: ModuleStorage, dist: string): Promise<ShellRelease> {
  const scratch = await newScratch(storage.scratch);
  try {
    await cp(dist, scratch, { recursive: true }).catch((cause: unknown) => {
      throw new Error('The shell is not built: run its build before the host starts', { cause });
    });
    const files = await readRelease(scratch);
    const release = nameOf(files);
    const name = `shell/v/${release}`;
    if ((await storage.get(name, 'index.html')) === null) {
      await writeTwins(scratch, files);
      await storage.put(name, scratch);
    }
    for (const file of files.keys()) await storage.get(name, file);
    const folder = await storage.get(name, 'index.html');
    if (folder === null) throw new Error('The shell is not built: run its build before the host starts');
    return { release, folder, documents: await documentsOf(folder, files) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function nameOf(files: ReleaseFiles): string {
  const sum = createHash('sha256');
  for (const [path, bytes] of files) sum.update(`${path}\n${createHash('sha256').update(bytes).digest('hex')}\n`);
  return sum.digest('hex').slice(0, 12);
}

async function documentsOf(folder: string, files: ReleaseFiles): Promise<Record<string, string>> {
  if (!files.has('operations.json')) return {};
  return JSON.parse(await readFile(join(folder, 'operations.json'), 'utf8')) as Record<string, string>;
}
