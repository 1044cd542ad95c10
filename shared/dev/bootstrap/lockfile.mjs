import { readFileSync } from 'node:fs';
import { inRoot } from './repository.mjs';

/**
 * Optional packages that a package of the lockfile names but the lockfile lacks. npm drops them silently when a registry does not
 * have them for all platforms, and `npm ci` then refuses the lockfile elsewhere.
 */
export function lockfileGaps(file = inRoot('package-lock.json')) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const gaps = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(packages, path, name)) gaps.push(`${path || 'package.json'} → ${name}`);
    }
  }
  return gaps;
}

function resolves(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!folder) return false;
    if (!folder.includes('node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
}
