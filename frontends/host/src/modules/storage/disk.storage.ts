import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedFolder, type ModuleStorage } from './module-storage.js';
import { scratchFolder } from './scratch.js';

/** Releases below one folder of this machine, or of a volume that several hosts mount. */
export class DiskStorage implements ModuleStorage {
  readonly scratch: string;

  constructor(private readonly root: string) {
    this.scratch = scratchFolder(root);
  }

  async put(folder: string, staged: string): Promise<void> {
    const target = join(this.root, checkedFolder(folder));
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(staged, target);
    } catch (error) {
      await rm(staged, { recursive: true, force: true });
      // Another host was faster with the same content: its folder is as good as ours.
      if (!(await exists(target))) throw error;
    }
  }

  async get(folder: string, file: string): Promise<string | null> {
    const path = join(this.root, checkedFolder(folder));
    return (await exists(join(path, file))) ? path : null;
  }

  async list(prefix: string): Promise<string[]> {
    const modules = await names(this.root);
    const folders = await Promise.all(
      modules
        .filter((name) => !name.startsWith('.'))
        .map(async (module) => (await names(join(this.root, module, 'v'))).map((release) => `${module}/v/${release}`)),
    );
    return folders
      .flat()
      .filter((folder) => folder.startsWith(prefix))
      .toSorted();
  }

  async remove(folder: string): Promise<void> {
    await rm(join(this.root, checkedFolder(folder)), { recursive: true, force: true });
  }
}

async function names(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
