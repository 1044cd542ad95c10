import { newId } from '@thidua/contracts';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export interface StoredFile {
  id: string;
  sha256: string;
  size: number;
  name: string;
  mime: string;
  ownerId: string;
}

/** Content-addressed store: the same bytes are kept once, each upload has its own reference (name, owner). */
export const fileStore = (manager: EntityManager) => ({
  async put(bytes: Buffer, about: { name: string; mime: string; ownerId: string }): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = newId();
    await manager.query('insert into stored_file (sha256, size, bytes) values ($1, $2, $3) on conflict do nothing', [
      sha256,
      bytes.length,
      bytes,
    ]);
    await manager.query('insert into file_ref (id, sha256, name, mime, owner_id) values ($1, $2, $3, $4, $5)', [
      id,
      sha256,
      about.name,
      about.mime,
      about.ownerId,
    ]);
    return { id, sha256, size: bytes.length, ...about };
  },
  async get(id: string): Promise<(StoredFile & { bytes: Buffer }) | null> {
    const [row] = (await manager.query(
      `select r.id, r.sha256, f.size::int as size, r.name, r.mime, r.owner_id as "ownerId", f.bytes from file_ref r join stored_file f using (sha256) where r.id = $1`,
      [id],
    )) as (StoredFile & { bytes: Buffer })[];
    return row ?? null;
  },
});
