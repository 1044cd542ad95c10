import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { CONTRACT_VERSION, type PortalManifest, PERMISSIONS } from '@thidua/contracts';
import { checkModule, INTEGRITY_FILE, integrityOf } from '@thidua/module-kit/rules';
import type pg from 'pg';
import { inTransaction } from '../../database/database.js';
import { audit } from '../audit.store.js';
import type { GraphSync } from '../graph.sync.js';
import type { GraphRegistry } from '../graph-registry.client.js';
import type { KeyStore } from '../keys/key.store.js';
import { PlatformFault } from '../platform.fault.js';
import { type RegistryCaller, requirePublish } from '../registry.caller.js';
import { announceChange, type RegistrySnapshot } from '../registry.snapshot.js';
import type { Problem } from '../registry.types.js';
import type { ModuleStorage } from '../storage/module-storage.js';
import { newScratch } from '../storage/scratch.js';
import {
  documentsOf,
  type FileList,
  fileListOf,
  type ReleaseFiles,
  readRelease,
  releaseName,
  signatureOf,
  writeTwins,
} from './prepared.js';
import { type ArchiveLimits, unpack } from './unpack.js';

/** Names the shell and the host publish their own operations under. */
const RESERVED = new Set(['shell', 'host']);

export interface Published {
  readonly module: string;
  readonly release: string;
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
  readonly warnings: readonly Problem[];
  /** The very same content was published before. */
  readonly repeated: boolean;
}

export interface PublishParts {
  readonly pool: pg.Pool;
  readonly storage: ModuleStorage;
  readonly keys: KeyStore;
  readonly graph: GraphRegistry;
  readonly sync: GraphSync;
  readonly snapshot: RegistrySnapshot;
  readonly limits: ArchiveLimits;
  /** Versions the shell provides, by package name. */
  readonly provided: Readonly<Record<string, string>>;
  readonly signatures: 'required' | 'off';
}

/** A folder that passed every rule, ready to be put in place. */
interface Checked {
  readonly manifest: PortalManifest;
  readonly files: ReleaseFiles;
  readonly release: string;
  readonly warnings: readonly Problem[];
}

export type Origin = 'upload' | 'built';

/** Takes releases in. Nothing is recorded, and nothing is left on disk, unless every rule holds. */
export class Publisher {
  constructor(private readonly parts: PublishParts) {}

  /**
   * A release as a department sends it.
   * @throws PlatformFault 403 for another department's slot, 409 for a version that exists with other content, 413, 422 with what
   * stands against it, 503 when the graph cannot say whether it serves the operations.
   */
  async publish(caller: RegistryCaller, module: string, archive: Readable): Promise<Published> {
    await this.mayPublishInto(caller, module);
    const scratch = await newScratch(this.parts.storage.scratch);
    try {
      await unpack(archive, scratch, this.parts.limits);
      return await this.take(caller, module, scratch, 'upload');
    } catch (error) {
      if (error instanceof PlatformFault && error.status < 500)
        await audit(this.parts.pool, caller.actor, 'refused', { module, detail: { code: error.code } });
      throw error;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  /** Refused before a byte is read. @throws PlatformFault 403, 422 for a reserved name. */
  async mayPublishInto(caller: RegistryCaller, module: string): Promise<void> {
    if (RESERVED.has(module)) throw broken('manifest.names', `“${module}” là tên dành riêng.`, `“${module}” is a reserved name.`);
    const { rows } = await this.parts.pool.query<{ department: string }>('select department from host.module_slot where id = $1', [module]);
    requirePublish(caller, { id: module, department: rows[0]?.department ?? [...caller.departments][0] ?? '' });
  }

  /** A release that was taken in before and is still in its place; null = it has to be checked. */
  async known(module: string, release: string): Promise<Published | null> {
    const { rows } = await this.parts.pool.query<{ version: string; files: FileList; bytes: string }>(
      'select version, files, bytes from host.module_release where module = $1 and release = $2 and removed_at is null',
      [module, release],
    );
    const row = rows[0];
    if (!row || (await this.parts.storage.get(`${module}/v/${release}`, 'portal.json')) === null) return null;
    const files = Object.keys(row.files).length;
    return { module, release, version: row.version, files, bytes: Number(row.bytes), warnings: [], repeated: true };
  }

  /** Checks a prepared folder and puts it in place; the folder is used up. */
  async take(caller: RegistryCaller, module: string, folder: string, origin: Origin): Promise<Published> {
    const checked = await this.#check(caller, module, folder);
    const { manifest, files, release, warnings } = checked;
    const problems = origin === 'built' ? [] : await this.parts.graph.register(module, release, documentsOf(manifest, files));
    if (problems.length > 0)
      throw new PlatformFault(
        422,
        'OPERATIONS',
        {
          vi: 'Đồ thị hiện tại không trả lời được mọi câu hỏi của bản này.',
          en: 'The graph as it is cannot serve every operation of this release.',
        },
        problems,
      );
    await writeTwins(folder, files);
    const repeated = await this.#record(caller, checked, folder, origin);
    await this.parts.snapshot.changed();
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    return { module, release, version: manifest.version, files: files.size, bytes, warnings, repeated };
  }

  async #check(caller: RegistryCaller, module: string, folder: string): Promise<Checked> {
    const files = await readRelease(folder);
    const state = await this.parts.snapshot.current();
    const slot = state.modules.find((known) => known.slot.id === module)?.slot;
    const declared = declaredDepartment(files);
    const department = slot?.department ?? (caller.manages || caller.departments.has(declared) ? declared : [...caller.departments][0]);
    const { problems, warnings, manifest } = checkModule(files, {
      contract: CONTRACT_VERSION,
      provided: this.parts.provided,
      permissions: new Set<string>(PERMISSIONS),
      keys: this.parts.signatures === 'required' ? await this.parts.keys.signingKeys(department ?? '') : null,
      others: state.modules.map((known) => known.slot),
      ...(department === undefined ? {} : { department }),
    });
    const all = [...problems];
    if (manifest && manifest.id !== module)
      all.push(...broken('manifest.names', `Bản này là của “${manifest.id}”.`, `This release is of “${manifest.id}”.`).problems.map(whole));
    if (!manifest || all.length > 0)
      throw new PlatformFault(422, 'RULES', { vi: 'Bản phát hành không đạt quy tắc.', en: 'The release does not pass the rules.' }, all);
    return { manifest, files, release: releaseName(manifest, files), warnings };
  }

  /** @returns whether the same content was there before. */
  async #record(caller: RegistryCaller, checked: Checked, folder: string, origin: Origin): Promise<boolean> {
    const { manifest, files, release } = checked;
    try {
      return await inTransaction(this.parts.pool, async (client) => {
        await this.#claim(client, caller, manifest);
        const known = await sameVersion(client, manifest);
        const same = known.find((row) => row.release === release);
        if (!same && known.length > 0 && origin === 'upload') throw versionExists(manifest.version);
        await this.parts.storage.put(`${manifest.id}/v/${release}`, folder);
        if (same && !same.removed) return true;
        if (same)
          await client.query('update host.module_release set removed_at = null where module = $1 and release = $2', [manifest.id, release]);
        else await this.#insert(client, caller, { manifest, files, release, warnings: [] }, origin);
        await audit(client, caller.actor, 'published', { module: manifest.id, release, detail: { version: manifest.version } });
        await announceChange(client);
        return false;
      });
    } catch (error) {
      throw asTaken(error, manifest);
    }
  }

  /** The first release of a department takes the slot; the row is held until the end, so that two publishers come in turn. */
  async #claim(client: pg.PoolClient, caller: RegistryCaller, manifest: PortalManifest): Promise<void> {
    const { rowCount } = await client.query(
      `insert into host.module_slot (id, department, base_path, scope, claimed_by) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
      [manifest.id, manifest.departmentCode, manifest.basePath, manifest.scope, caller.actor.id],
    );
    const { rows } = await client.query<{ department: string; base_path: string; scope: string }>(
      'select department, base_path, scope from host.module_slot where id = $1 for update',
      [manifest.id],
    );
    const slot = rows[0];
    if (!slot) throw new Error(`slot ${manifest.id} vanished`);
    requirePublish(caller, { id: manifest.id, department: slot.department });
    if (slot.department !== manifest.departmentCode || slot.base_path !== manifest.basePath || slot.scope !== manifest.scope)
      throw broken(
        'manifest.names',
        `Chỗ của “${manifest.id}” là ${slot.department}, ${slot.base_path}, ${slot.scope}; quản trị cấp tỉnh mới đổi được.`,
        `The slot of “${manifest.id}” is ${slot.department}, ${slot.base_path}, ${slot.scope}; only the provincial administrator changes it.`,
      );
    if (rowCount === 1) await audit(client, caller.actor, 'claimed', { module: manifest.id, detail: { department: slot.department } });
  }

  async #insert(client: pg.PoolClient, caller: RegistryCaller, { manifest, files, release }: Checked, origin: Origin): Promise<void> {
    const list = files.get(INTEGRITY_FILE) ?? new Uint8Array();
    const signature = signatureOf(files);
    const key = signature ? (await this.parts.keys.signingKeys(manifest.departmentCode)).find(({ id }) => id === signature.key) : undefined;
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    await client.query(
      `insert into host.module_release
         (module, release, version, list_hash, manifest, files, bytes, signature, public_key, origin, operations, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        manifest.id,
        release,
        manifest.version,
        integrityOf(list),
        JSON.stringify(manifest),
        JSON.stringify(fileListOf(files)),
        bytes,
        key ? JSON.stringify(signature) : null,
        key?.publicKey ?? null,
        origin,
        JSON.stringify(operationNames(documentsOf(manifest, files))),
        caller.actor.name,
      ],
    );
  }
}

async function sameVersion(client: pg.PoolClient, manifest: PortalManifest): Promise<{ release: string; removed: boolean }[]> {
  const { rows } = await client.query<{ release: string; removed: boolean }>(
    'select release, removed_at is not null as removed from host.module_release where module = $1 and version = $2',
    [manifest.id, manifest.version],
  );
  return rows;
}

const OPERATION_NAME = /\b(?:query|mutation|subscription)\s+(\w+)/;

/** Names of operations with their hashes, for comparing releases. */
function operationNames(documents: Readonly<Record<string, string>>): { name: string; hash: string }[] {
  return Object.entries(documents)
    .map(([hash, text]) => ({ name: OPERATION_NAME.exec(text)?.[1] ?? hash.slice(0, 12), hash }))
    .toSorted((left, right) => left.name.localeCompare(right.name));
}

/** What the release says of its department, before anything of it is believed. */
function declaredDepartment(files: ReleaseFiles): string {
  try {
    const manifest = JSON.parse(Buffer.from(files.get('portal.json') ?? '').toString('utf8')) as { departmentCode?: unknown };
    return typeof manifest.departmentCode === 'string' ? manifest.departmentCode : '';
  } catch {
    return '';
  }
}

function broken(rule: string, vi: string, en: string): PlatformFault {
  return new PlatformFault(422, 'RULES', { vi, en }, [{ rule, message: { vi, en } }]);
}

function whole(problem: Problem): Problem & { remedy: Problem['message'] } {
  return { ...problem, remedy: problem.remedy ?? { vi: '', en: '' } };
}

function versionExists(version: string): PlatformFault {
  return new PlatformFault(409, 'VERSION_EXISTS', {
    vi: `Phiên bản ${version} đã có với nội dung khác. Bản phát hành không bao giờ đổi: hãy tăng số phiên bản.`,
    en: `Version ${version} exists with other content. A release never changes: raise the version number.`,
  });
}

const UNIQUE_VIOLATION = '23505';

function asTaken(error: unknown, manifest: PortalManifest): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== UNIQUE_VIOLATION) return error;
  if (constraint?.startsWith('module_release')) return versionExists(manifest.version);
  return new PlatformFault(409, 'SLOT_TAKEN', {
    vi: `Địa chỉ ${manifest.basePath} hoặc tên ${manifest.scope} đã thuộc mô-đun khác.`,
    en: `The address ${manifest.basePath} or the name ${manifest.scope} belongs to another module.`,
  });
}
