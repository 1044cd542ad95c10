import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of this clone: four folders above, the same from `src/` and from `dist/`. */
export const repositoryRoot = realpathSync(fileURLToPath(new URL('../../../..', import.meta.url)));

/**
 * Where everything that must survive a restart lies: database, passwords, keys, chosen ports, clock, logs.
 *
 * An ordinary user keeps it in the clone (`.data`). Root keeps it below `/var/lib`, because the database then runs as `nobody`,
 * who can neither reach a closed home folder nor be given a world-writable one. `DATA_DIR` overrides both.
 * Two clones never share it: the name carries a hash of the clone's path.
 */
export function dataFolder(root = repositoryRoot, env: NodeJS.ProcessEnv = process.env): string {
  if (env['DATA_DIR']) return env['DATA_DIR'];
  if (process.getuid?.() !== 0) return join(root, '.data');
  return join('/var/lib/thidua', createHash('sha256').update(root).digest('hex').slice(0, 12));
}

/** Makes the folder so that only its owner reads it; as root others may pass through to the one folder that is theirs. */
export function openDataFolder(folder = dataFolder()): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  return folder;
}
