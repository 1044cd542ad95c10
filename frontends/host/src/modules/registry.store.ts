import type { PortalManifest, RegistryEntry } from '@thidua/contracts';
import type pg from 'pg';

export interface ModuleVersion {
  readonly module: string;
  /** Name of the immutable folder: `<version>-<hash>`. */
  readonly folder: string;
  readonly version: string;
  readonly listHash: string;
  readonly manifest: PortalManifest;
}

/** Which versions of which modules exist, and which one people get. */
export class RegistryStore {
  constructor(private readonly pool: pg.Pool) {}

  /**
   * Records a version. A version seen for the first time becomes the active one; one already known does not, so that going back
   * to an older version survives a restart of the host.
   * @returns whether the version was new.
   */
  async register(version: ModuleVersion): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into host.module_version (module, folder, version, list_hash, manifest) values ($1, $2, $3, $4, $5)
       on conflict (module, folder) do nothing`,
      [version.module, version.folder, version.version, version.listHash, JSON.stringify(version.manifest)],
    );
    const isNew = rowCount === 1;
    if (isNew) await this.activate(version.module, version.folder);
    return isNew;
  }

  /** @throws when the version is not registered (foreign key). */
  async activate(module: string, folder: string): Promise<void> {
    await this.pool.query(
      `insert into host.module_active (module, folder) values ($1, $2)
       on conflict (module) do update set folder = excluded.folder, activated_at = now()`,
      [module, folder],
    );
  }

  /** Active versions, ordered by id. */
  async active(): Promise<RegistryEntry[]> {
    const { rows } = await this.pool.query<{ module: string; folder: string; list_hash: string; manifest: PortalManifest }>(
      `select version.module, version.folder, version.list_hash, version.manifest
       from host.module_active active join host.module_version version using (module, folder) order by version.module`,
    );
    return rows.map((row) => ({ ...row.manifest, base: folderPath(row.module, row.folder), listHash: row.list_hash }));
  }
}

export function folderPath(module: string, folder: string): string {
  return `/modules/${module}/v/${folder}/`;
}
