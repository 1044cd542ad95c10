import { describe, expect, it } from 'vitest';
import { files, json, read } from './tree.js';

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
interface LockEntry {
  version?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

const manifests = files
  .filter((f) => /(^|\/)package\.json$/.test(f) && !f.includes('/template/'))
  .map((file) => ({ file, manifest: json<Manifest>(file) }));
const lock = json<{ packages: Record<string, LockEntry> }>('package-lock.json').packages;

function pins(): { file: string; name: string; version: string }[] {
  return manifests.flatMap(({ file, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }).map(([name, version]) => ({
      file,
      name,
      version,
    })),
  );
}

/** Where Node would find a package from a place in the lockfile. */
function found(from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    if (lock[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

describe('dependencies', () => {
  it('are exact pins', () => {
    expect(pins().filter(({ version }) => !/^(npm:[\w./@-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('have one version in all rooms', () => {
    const byName = Map.groupBy(pins(), ({ name }) => name);
    expect([...byName].filter(([, uses]) => new Set(uses.map((u) => u.version)).size > 1).map(([name]) => name)).toEqual([]);
  });

  it('that must be single are single in the tree', () => {
    for (const name of [
      'graphql',
      'vue',
      'vue-router',
      'pinia',
      'vue-i18n',
      '@urql/core',
      '@apollo/federation-internals',
      'type-graphql',
      'typeorm',
    ]) {
      expect(
        Object.keys(lock).filter((place) => place.endsWith(`node_modules/${name}`)),
        name,
      ).toHaveLength(1);
    }
  });

  it('are locked for every platform, so that `npm ci` works everywhere', () => {
    const gaps = Object.entries(lock).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !found(place, name))
        .map((name) => `${place} → ${name}`),
    );
    expect(gaps).toEqual([]);
  });

  it('name no address of a registry', () => {
    expect(Object.values(lock).filter((entry) => entry.resolved && !entry.link)).toEqual([]);
    expect(read('.npmrc')).not.toMatch(/registry\s*=/);
  });

  it('imported from outside are declared where they are used', () => {
    const missing = files
      .filter((f) => /\.(ts|vue)$/.test(f) && /\/src\//.test(f) && !/\.(spec|browser)\.ts$|\.d\.ts$/.test(f))
      .flatMap((file) => {
        const room = manifests
          .map((m) => m.file.replace(/package\.json$/, ''))
          .filter((dir) => dir !== '' && file.startsWith(dir))
          .toSorted((a, b) => b.length - a.length)[0];
        const manifest = manifests.find((m) => m.file === `${room}package.json`)?.manifest;
        if (!room || !manifest) return [];
        const declared = { ...manifest.dependencies, ...manifest.devDependencies };
        return [...read(file).matchAll(/^\s*(?:import|export)[^'"\n]*from\s+['"]([^'".][^'"]*)['"]/gm)]
          .map((m) => m[1]!)
          .filter((name) => !name.startsWith('node:') && !name.startsWith('virtual:'))
          .map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!))
          .filter(
            (name) => name !== manifest.name && !(name in declared) && !(name in (json<Manifest>('package.json').devDependencies ?? {})),
          )
          .map((name) => `${file}: ${name}`);
      });
    expect(missing).toEqual([]);
  });
});
