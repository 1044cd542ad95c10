import { cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortalManifest } from '@thidua/contracts';
import { INTEGRITY_FILE, MANIFEST_FILE, signFolder, SIGNATURE_FILE } from '@thidua/module-kit/rules';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Channels } from '../channel.service.js';
import type { KeyStore } from '../keys/key.store.js';
import { PlatformFault } from '../platform.fault.js';
import type { RegistryCaller } from '../registry.caller.js';
import { SYSTEM } from '../registry.types.js';
import type { ModuleStorage } from '../storage/module-storage.js';
import { newScratch } from '../storage/scratch.js';
import { releaseName } from './prepared.js';
import type { Published, Publisher } from './publish.service.js';

/** The host itself, for what is built beside it. */
export const HOST_ITSELF: RegistryCaller = { actor: SYSTEM, manages: true, departments: new Set(), modules: null };

export interface BuiltParts {
  readonly pool: pg.Pool;
  readonly publisher: Publisher;
  readonly channels: Channels;
  readonly keys: KeyStore;
  readonly storage: ModuleStorage;
  /** Signs what no department has signed, on a developer's machine; null in production, where the unsigned is refused. */
  readonly developmentKey: string | null;
  /** A rebuild with the same version number is another release on a developer's machine, and refused in production. */
  readonly repeatVersions: boolean;
  readonly log: Logger;
}

/** Folders under `frontends/` that hold a built module. */
export async function builtPortals(portalsDir: string): Promise<string[]> {
  const rooms = await readdir(portalsDir, { withFileTypes: true }).catch(() => []);
  const dists = rooms.filter((room) => room.isDirectory()).map((room) => join(portalsDir, room.name, 'dist'));
  const found = await Promise.all(dists.map(async (dist) => ((await exists(join(dist, 'portal.json'))) ? dist : null)));
  return found.filter((dist) => dist !== null).toSorted();
}

/** Takes in what is built beside the host, when it starts. */
export class BuiltPortals {
  constructor(private readonly parts: BuiltParts) {}

  /**
   * A release seen for the first time becomes the stable one; a known one does not, so that going back survives a restart. A portal
   * that cannot be registered costs its pages, not the host.
   */
  async registerAll(portalsDir: string): Promise<void> {
    for (const dist of portalsDir ? await builtPortals(portalsDir) : []) {
      try {
        const { module, release, repeated } = await this.register(dist);
        this.parts.log.info({ module, release, isNew: !repeated }, 'module registered');
      } catch (error) {
        const problems = error instanceof PlatformFault ? error.problems : [];
        this.parts.log.error({ err: error, dist, problems }, 'module could not be registered');
      }
    }
  }

  /** @throws PlatformFault as for an upload. */
  async register(dist: string): Promise<Published> {
    return (await this.#known(dist)) ?? this.#takeIn(dist);
  }

  /** What stands in its place already is not read again: a restart costs nothing. */
  async #known(dist: string): Promise<Published | null> {
    const manifest = JSON.parse(await readFile(join(dist, MANIFEST_FILE), 'utf8')) as PortalManifest;
    const list = await readFile(join(dist, INTEGRITY_FILE)).catch(() => null);
    return list && this.parts.publisher.known(manifest.id, releaseName(manifest, new Map([[INTEGRITY_FILE, list]])));
  }

  async #takeIn(dist: string): Promise<Published> {
    const scratch = await newScratch(this.parts.storage.scratch);
    try {
      await cp(dist, scratch, { recursive: true });
      const manifest = JSON.parse(await readFile(join(scratch, MANIFEST_FILE), 'utf8')) as PortalManifest;
      await this.#sign(scratch, manifest);
      const published = await this.parts.publisher.take(HOST_ITSELF, manifest.id, scratch, this.parts.repeatVersions ? 'built' : 'upload');
      if (!published.repeated) await this.#activate(published);
      return published;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  /** The graph may start after the host: then it is asked as soon as it answers, and a release it cannot serve is withdrawn. */
  async #activate({ module, release }: Published): Promise<void> {
    const wanted = { channel: 'stable', release } as const;
    try {
      await this.parts.channels.activate(SYSTEM, module, wanted);
    } catch (error) {
      if (!(error instanceof PlatformFault) || error.status !== 503) throw error;
      await this.parts.channels.activate(SYSTEM, module, { ...wanted, unasked: true });
    }
  }

  /** A signature of the department stays; only on a developer's machine is a missing or unknown one replaced. */
  async #sign(folder: string, manifest: PortalManifest): Promise<void> {
    if (!this.parts.developmentKey) return;
    const signature = await readFile(join(folder, SIGNATURE_FILE), 'utf8').then(
      (text) => JSON.parse(text) as { key?: string },
      () => null,
    );
    const known = await this.parts.keys.signingKeys(manifest.departmentCode);
    if (!known.some(({ id }) => id === signature?.key)) await signFolder(folder, this.parts.developmentKey);
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
