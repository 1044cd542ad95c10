import type {
  AuditView,
  ChannelView,
  ModuleDetail,
  ModulesAnswer,
  ModuleView,
  ReleaseChannel,
  ReleaseDiff,
  ReleaseView,
} from '@thidua/contracts';
import type pg from 'pg';
import { auditOf } from './audit.store.js';
import type { HealthStore } from './health/health.store.js';
import type { KeyStore } from './keys/key.store.js';
import { unknownModule, unknownRelease } from './platform.fault.js';
import { mayPublish, type RegistryCaller } from './registry.caller.js';
import type { RegistrySnapshot } from './registry.snapshot.js';
import type { ModuleState } from './registry.types.js';
import { type ComparedRelease, diffOf } from './release.diff.js';

const AUDIT_LINES = 50;
const RELEASES_SHOWN = 100;
const CRASHES_SHOWN = 10;

interface LatestRow {
  module: string;
  releases: number;
  release: string;
  version: string;
  published_at: Date;
}

interface ReleaseListRow {
  release: string;
  version: string;
  contract: string;
  published_at: Date;
  published_by: string;
  bytes: string;
  signed_by: string | null;
  killed_reason: string | null;
  failed_at: Date | null;
  operations: number;
}

/** What page X1 reads. Everybody who is signed in may read; what one may change is said with each module. */
export class Catalogue {
  constructor(
    private readonly pool: pg.Pool,
    private readonly snapshot: RegistrySnapshot,
    private readonly health: HealthStore,
    private readonly keys: KeyStore,
  ) {}

  /** Four statements, however many modules there are. */
  async modules(caller: RegistryCaller): Promise<ModulesAnswer> {
    const state = await this.snapshot.current();
    return { modules: await this.#views(caller, state.modules, null), slots: state.slots };
  }

  /** @throws PlatformFault 404. */
  async module(caller: RegistryCaller, id: string): Promise<ModuleDetail> {
    const module = (await this.snapshot.current()).modules.find(({ slot }) => slot.id === id);
    if (!module) throw unknownModule(id);
    const [view] = await this.#views(caller, [module], id);
    if (!view) throw unknownModule(id);
    return {
      ...view,
      releaseList: await this.#releases(module),
      ...(view.mayPublish ? { keys: (await this.keys.list(module.slot.department)).map(plain) } : {}),
      audit: await this.audit(id, null),
      values: module.slot.values,
      switches: module.slot.switches,
    };
  }

  async audit(id: string, before: number | null): Promise<AuditView[]> {
    return (await auditOf(this.pool, id, before, AUDIT_LINES)).map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** @throws PlatformFault 404 for a release that was never published. */
  async diff(id: string, from: string, to: string): Promise<ReleaseDiff> {
    const { rows } = await this.pool.query<ComparedRelease>(
      'select release, manifest, files, operations from host.module_release where module = $1 and release in ($2, $3)',
      [id, from, to],
    );
    const find = (release: string): ComparedRelease => {
      const row = rows.find((candidate) => candidate.release === release);
      if (!row) throw unknownRelease(release);
      return row;
    };
    return diffOf(find(from), find(to));
  }

  async #views(caller: RegistryCaller, modules: readonly ModuleState[], only: string | null): Promise<ModuleView[]> {
    const latest = new Map((await this.#latest(only)).map((row) => [row.module, row]));
    const usage = Map.groupBy(await this.health.usage(only), ({ module }) => module);
    const health = await this.health.health(only);
    return modules.map((module) => {
      const { slot, stable, pins } = module;
      const newest = latest.get(slot.id);
      const counts = health.find((row) => row.module === slot.id && row.release === stable?.release);
      return {
        id: slot.id,
        name: (stable ?? module.canary?.release)?.manifest.name ?? { vi: slot.id, en: slot.id },
        department: slot.department,
        basePath: slot.basePath,
        mayPublish: mayPublish(caller, slot),
        mayManage: caller.manages,
        killed: slot.killedReason,
        stable: channelView(module, 'stable'),
        canary: channelView(module, 'canary'),
        pins: pins.map(({ kind, key, release }) => ({ kind, key, release: release.release })),
        latest: newest ? { release: newest.release, version: newest.version, publishedAt: newest.published_at.toISOString() } : null,
        health: counts ? { sessions: counts.sessions, failed: counts.failed } : null,
        usage: (usage.get(slot.id) ?? []).map(({ release, people, share }) => ({ release, people, share })),
        releases: newest?.releases ?? 0,
      };
    });
  }

  async #latest(only: string | null): Promise<LatestRow[]> {
    const { rows } = await this.pool.query<LatestRow>(
      `select distinct on (module) module, count(*) over (partition by module)::int as releases, release, version, published_at
       from host.module_release where removed_at is null and ($1::text is null or module = $1) order by module, published_at desc`,
      [only],
    );
    return rows;
  }

  async #releases(module: ModuleState): Promise<ReleaseView[]> {
    const id = module.slot.id;
    const { rows } = await this.pool.query<ReleaseListRow>(
      `select release, version, manifest ->> 'contract' as contract, published_at, published_by, bytes, signature ->> 'key' as signed_by,
              killed_reason, failed_at, jsonb_array_length(operations) as operations
       from host.module_release where module = $1 and removed_at is null order by published_at desc limit $2`,
      [id, RELEASES_SHOWN],
    );
    const health = await this.health.health(id);
    const crashes = Map.groupBy(await this.health.crashes(id, null), ({ release }) => release);
    return rows.map((row) => {
      const counts = health.find(({ release }) => release === row.release);
      return {
        release: row.release,
        version: row.version,
        contract: row.contract,
        publishedAt: row.published_at.toISOString(),
        publishedBy: row.published_by,
        bytes: Number(row.bytes),
        signedBy: row.signed_by,
        killed: row.killed_reason,
        failedAt: row.failed_at?.toISOString() ?? null,
        operations: row.operations,
        channels: channelsOf(module, row.release),
        health: counts ? { sessions: counts.sessions, failed: counts.failed } : null,
        crashes: (crashes.get(row.release) ?? [])
          .slice(0, CRASHES_SHOWN)
          .map(({ code, page, message, count, lastAt }) => ({ code, page, message, count, lastAt: lastAt.toISOString() })),
      };
    });
  }
}

function channelsOf(module: ModuleState, release: string): ReleaseChannel[] {
  return (['stable', 'canary'] as const).filter((channel) => channelView(module, channel)?.release === release);
}

function channelView(module: ModuleState, channel: ReleaseChannel): ChannelView | null {
  const release = channel === 'stable' ? module.stable : module.canary?.release;
  if (!release) return null;
  const since = module.since[channel] ?? '';
  return { release: release.release, version: release.version, since, rule: channel === 'canary' ? (module.canary?.rule ?? null) : null };
}

function plain(key: Awaited<ReturnType<KeyStore['list']>>[number]): NonNullable<ModuleDetail['keys']>[number] {
  return {
    id: key.id,
    kind: key.kind,
    name: key.name,
    modules: key.modules,
    createdAt: key.createdAt.toISOString(),
    createdBy: key.createdBy,
    expiresAt: key.expiresAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    usedAt: key.usedAt?.toISOString() ?? null,
  };
}
