import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTEGRITY_FILE, integrityListOf, MANIFEST_FILE, signFolder } from '@thidua/module-kit/rules';
import { pack } from './small-release.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Rebuild {
  /** Folder under `frontends/` that was built. */
  readonly room: string;
  readonly version: string;
  /** Private key (PEM) of the department. */
  readonly key: string;
  /** Script that fails when it is loaded, by the beginning of its name. */
  readonly broken?: string;
  /** Changes a file after the hashes were taken. */
  readonly altered?: boolean;
}

/** A real portal as its department would build its next version, packed as it is sent. */
export async function rebuiltPortal({ room, version, key, broken, altered }: Rebuild): Promise<Buffer> {
  const dist = await mkdtemp(join(tmpdir(), 'thidua-rebuilt-'));
  try {
    await cp(join(ROOT, 'frontends', room, 'dist'), dist, { recursive: true });
    const manifest = JSON.parse(await readFile(join(dist, MANIFEST_FILE), 'utf8')) as object;
    await writeFile(join(dist, MANIFEST_FILE), JSON.stringify({ ...manifest, version }));
    if (broken) await change(dist, broken, (code) => `throw new Error('${version} is broken here');\n${code}`);
    await writeFile(join(dist, INTEGRITY_FILE), JSON.stringify(await integrityListOf(dist)));
    await signFolder(dist, key);
    if (altered) await change(dist, 'PlanListPage', (code) => `${code}\n// altered`);
    return await pack(dist);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}

async function change(dist: string, start: string, edit: (code: string) => string): Promise<void> {
  const name = (await readdir(join(dist, 'assets'))).find((file) => file.startsWith(start) && file.endsWith('.js'));
  if (!name) throw new Error(`no script ${start} in ${dist}`);
  const file = join(dist, 'assets', name);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}
