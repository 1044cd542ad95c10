import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { keyIdOf, type SigningKey } from '@thidua/module-kit/rules';
import type pg from 'pg';
import { inTransaction } from '../../database/database.js';
import { audit } from '../audit.store.js';
import { PlatformFault } from '../platform.fault.js';
import type { RegistryCaller } from '../registry.caller.js';
import type { RegistryActor } from '../registry.types.js';

/** `tdk_<id>_<secret>`: recognisable where it should not be, and found by its id without a search. */
const DEPLOY_KEY = /^tdk_([0-9a-f]{12})_([\w-]{43})$/;
const RAW_PUBLIC_KEY_BYTES = 32;

export interface KeyView {
  readonly id: string;
  readonly kind: 'deploy' | 'signing';
  readonly name: string;
  readonly department: string;
  readonly modules: readonly string[] | null;
  readonly publicKey: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly usedAt: Date | null;
}

interface Row {
  id: string;
  kind: 'deploy' | 'signing';
  name: string;
  department: string;
  modules: string[] | null;
  secret_hash: Buffer | null;
  public_key: string | null;
  created_at: Date;
  created_by: string;
  expires_at: Date | null;
  revoked_at: Date | null;
  used_at: Date | null;
}

/** Keys of departments: deploy keys open the registry for a machine, signing keys say whose a release is. */
export class KeyStore {
  /** @param development key that signs for every department on a developer's machine; null in production. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly development: SigningKey | null = null,
    /** Public keys given by the installation itself, by department. */
    private readonly given: Readonly<Record<string, readonly string[]>> = {},
  ) {}

  /** Public keys whose signature counts for a department now. */
  async signingKeys(department: string): Promise<SigningKey[]> {
    const { rows } = await this.pool.query<{ id: string; public_key: string }>(
      `select id, public_key from host.module_key
       where kind = 'signing' and department = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [department],
    );
    const given = (this.given[department] ?? []).map((publicKey) => ({ id: keyIdOf(Buffer.from(publicKey, 'base64url')), publicKey }));
    return [
      ...rows.map(({ id, public_key }) => ({ id, publicKey: public_key })),
      ...given,
      ...(this.development ? [this.development] : []),
    ];
  }

  /**
   * The holder of a deploy key.
   * @throws PlatformFault 401 for a key that is unknown, over or revoked.
   */
  async holder(text: string): Promise<RegistryCaller> {
    const [, id, secret] = DEPLOY_KEY.exec(text) ?? [];
    const row = id ? await this.#find(id) : null;
    if (!row?.secret_hash || !secret || !timingSafeEqual(row.secret_hash, hashOf(secret)))
      throw refusedKey('KEY_UNKNOWN', 'Khoá triển khai không đúng.', 'This deploy key is not known.');
    if (row.revoked_at) throw refusedKey('KEY_REVOKED', 'Khoá triển khai đã bị thu hồi.', 'This deploy key was revoked.');
    if (row.expires_at && row.expires_at <= new Date())
      throw refusedKey('KEY_EXPIRED', 'Khoá triển khai đã hết hạn.', 'This deploy key is over.');
    await this.pool.query('update host.module_key set used_at = now() where id = $1', [row.id]);
    return {
      actor: { kind: 'key', id: row.id, name: `${row.name} (${row.department})` },
      manages: false,
      departments: new Set([row.department]),
      modules: row.modules,
    };
  }

  /** @returns the key's text, which is shown this once and kept nowhere. */
  async makeDeployKey(
    actor: RegistryActor,
    wanted: { module: string; department: string; name: string; modules: readonly string[] | null; days: number },
  ): Promise<{ id: string; key: string }> {
    const id = randomBytes(6).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    await this.#insert(actor, { ...wanted, id, kind: 'deploy', secret: hashOf(secret), publicKey: null });
    return { id, key: `tdk_${id}_${secret}` };
  }

  /** @param wanted.publicKey 32 raw Ed25519 bytes, base64url. @throws PlatformFault 422 for anything else, 409 for one that is known. */
  async addSigningKey(
    actor: RegistryActor,
    wanted: { module: string; department: string; name: string; publicKey: string; days: number | null },
  ): Promise<{ id: string }> {
    const raw = Buffer.from(wanted.publicKey, 'base64url');
    if (raw.length !== RAW_PUBLIC_KEY_BYTES || raw.toString('base64url') !== wanted.publicKey)
      throw new PlatformFault(422, 'BAD_KEY', {
        vi: 'Khoá công khai phải là 32 byte Ed25519, viết base64url.',
        en: 'A public key is 32 Ed25519 bytes in base64url.',
      });
    const id = keyIdOf(raw);
    await this.#insert(actor, { ...wanted, id, kind: 'signing', modules: null, secret: null });
    return { id };
  }

  /** @throws PlatformFault 404 when the department has no such key. */
  async revoke(actor: RegistryActor, place: { readonly id: string; readonly department: string }, id: string): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'update host.module_key set revoked_at = coalesce(revoked_at, now()) where id = $1 and department = $2',
        [id, place.department],
      );
      if (rowCount !== 1)
        throw new PlatformFault(404, 'KEY_UNKNOWN', { vi: 'Sở không có khoá này.', en: 'The department has no such key.' });
      await audit(client, actor, 'key-revoked', { module: place.id, detail: { key: id, department: place.department } });
    });
  }

  async list(department: string): Promise<KeyView[]> {
    const { rows } = await this.pool.query<Row>('select * from host.module_key where department = $1 order by created_at desc', [
      department,
    ]);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      department: row.department,
      modules: row.modules,
      publicKey: row.public_key,
      createdAt: row.created_at,
      createdBy: row.created_by,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      usedAt: row.used_at,
    }));
  }

  async #find(id: string): Promise<Row | null> {
    const { rows } = await this.pool.query<Row>(`select * from host.module_key where id = $1 and kind = 'deploy'`, [id]);
    return rows[0] ?? null;
  }

  async #insert(
    actor: RegistryActor,
    key: {
      id: string;
      kind: 'deploy' | 'signing';
      /** Module from whose page it was made, for the audit. */
      module: string;
      department: string;
      name: string;
      modules: readonly string[] | null;
      secret: Buffer | null;
      publicKey: string | null;
      days: number | null;
    },
  ): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into host.module_key (id, kind, department, modules, name, secret_hash, public_key, created_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => $9)) on conflict (id) do nothing`,
        [key.id, key.kind, key.department, key.modules, key.name, key.secret, key.publicKey, actor.name, key.days],
      );
      if (rowCount !== 1)
        throw new PlatformFault(409, 'KEY_EXISTS', { vi: 'Khoá này đã được đăng ký.', en: 'This key is registered already.' });
      await audit(client, actor, 'key-created', {
        module: key.module,
        detail: { key: key.id, kind: key.kind, department: key.department, modules: key.modules },
      });
    });
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function refusedKey(code: string, vi: string, en: string): PlatformFault {
  return new PlatformFault(401, code, { vi, en });
}
