import type { ModuleSignature, PortalManifest, SettingValues, SlotArrangement } from '@thidua/contracts';
import pg from 'pg';
import type { Logger } from 'pino';
import type { CanaryRule, ModuleState, RegistryState, Release, Slot } from './registry.types.js';

/** Channel of PostgreSQL on which hosts tell each other that the registry changed. */
const CHANNEL = 'host_registry';
/** Asked again after this long even without word: a lost connection must not keep an old registry alive. */
const TRUST_MS = 5_000;
const LISTEN_AGAIN_MS = 2_000;

/** Counts a change of the registry and tells all hosts, when the transaction is committed. */
export async function announceChange(client: pg.PoolClient): Promise<void> {
  await client.query(
    `with next as (update host.registry_revision set revision = revision + 1 returning revision)
     select pg_notify('${CHANNEL}', revision::text) from next`,
  );
}

/**
 * The registry in memory: read once per change, not per request. Other hosts' changes arrive by `LISTEN` at once, and by looking
 * at the revision every few seconds if the listening connection is lost.
 */
export class RegistrySnapshot {
  #state: RegistryState | null = null;
  #stale = true;
  #checkedAt = 0;
  #loading: Promise<RegistryState> | null = null;
  #listener: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    await this.#listen();
    await this.current();
  }

  /** Everything offered now. @throws when the database cannot be asked and nothing was ever read. */
  async current(): Promise<RegistryState> {
    const state = this.#state;
    if (state && !this.#stale && Date.now() - this.#checkedAt < TRUST_MS) return state;
    this.#loading ??= this.#read(state).finally(() => (this.#loading = null));
    return this.#loading;
  }

  /** This process changed something itself: what is read next is newer. */
  async changed(): Promise<void> {
    this.#stale = true;
    // A read that began before the change may still be on its way.
    await this.#loading?.catch(() => undefined);
    this.#stale = true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#listener?.end().catch(() => undefined);
  }

  async #read(state: RegistryState | null): Promise<RegistryState> {
    try {
      const wasStale = this.#stale;
      this.#stale = false;
      const { rows } = await this.pool.query<{ revision: string }>('select revision from host.registry_revision');
      const revision = Number(rows[0]?.revision ?? 0);
      this.#checkedAt = Date.now();
      if (state && !wasStale && state.revision === revision) return state;
      this.#state = await loadState(this.pool, revision);
      return this.#state;
    } catch (error) {
      this.#stale = true;
      // An old registry is better than none: files and pages go on while the database is away.
      if (!state) throw error;
      this.log.warn({ err: error }, 'registry could not be read, the last one goes on');
      return state;
    }
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'host registry', keepAlive: true });
    const lost = (error?: Error): void => {
      if (this.#listener !== client || this.#closed) return;
      this.#listener = null;
      this.#stale = true;
      if (error) this.log.warn({ err: error }, 'connection that listens for registry changes was lost');
      void client.end().catch(() => undefined);
      this.#listenLater();
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', () => (this.#stale = true));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#listener = client;
      this.#stale = true;
      if (this.#closed) await client.end();
    } catch (error) {
      this.log.warn({ err: error }, 'cannot listen for registry changes');
      await client.end().catch(() => undefined);
      this.#listenLater();
    }
  }

  #listenLater(): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#listen();
    }, LISTEN_AGAIN_MS);
    this.#timer.unref();
  }
}

interface SlotRow {
  id: string;
  department: string;
  base_path: string;
  scope: string;
  killed_reason: string | null;
  set_values: SettingValues;
  switches: Record<string, boolean>;
}

export interface ReleaseRow {
  module: string;
  release: string;
  version: string;
  list_hash: string;
  manifest: PortalManifest;
  signature: ModuleSignature | null;
  public_key: string | null;
  killed_reason: string | null;
}

type PointerRow = ReleaseRow & { place: string; key: string | null; rule: CanaryRule | null; since: Date };

export function slotOf(row: SlotRow): Slot {
  return {
    id: row.id,
    department: row.department,
    basePath: row.base_path,
    scope: row.scope,
    killedReason: row.killed_reason,
    values: row.set_values,
    switches: row.switches,
  };
}

export function releaseOf(row: ReleaseRow): Release {
  return {
    module: row.module,
    release: row.release,
    version: row.version,
    listHash: row.list_hash,
    manifest: row.manifest,
    signature: row.signature,
    publicKey: row.public_key,
    killedReason: row.killed_reason,
  };
}

const POINTERS = `
  select pointer.place, pointer.key, pointer.rule, pointer.since, release.module, release.release, release.version, release.list_hash, release.manifest,
         release.signature, release.public_key, release.killed_reason
  from (select module, channel as place, null as key, release, rule, since from host.module_channel
        union all select module, kind, key, release, null, set_at from host.module_pin) pointer
  join host.module_release release using (module, release)
  order by pointer.place, pointer.key`;

/** Four statements, however many modules there are. */
async function loadState(pool: pg.Pool, revision: number): Promise<RegistryState> {
  const slots = await pool.query<SlotRow>('select * from host.module_slot order by id');
  const pointers = await pool.query<PointerRow>(POINTERS);
  const arranged = await pool.query<{ slot: string; arrangement: SlotArrangement }>('select slot, arrangement from host.slot_arrangement');
  const overrides = await pool.query<{ session_hash: Buffer; module: string; origin: string }>(
    'select session_hash, module, origin from host.module_override',
  );
  const byModule = Map.groupBy(pointers.rows, (row) => row.module);
  return {
    revision,
    modules: slots.rows.map((row) => moduleOf(slotOf(row), byModule.get(row.id) ?? [])),
    overrides: overridesOf(overrides.rows),
    slots: Object.fromEntries(arranged.rows.map(({ slot, arrangement }) => [slot, arrangement])),
  };
}

function overridesOf(rows: readonly { session_hash: Buffer; module: string; origin: string }[]): RegistryState['overrides'] {
  const bySession = Map.groupBy(rows, (row) => row.session_hash.toString('base64'));
  return Object.fromEntries(
    [...bySession].map(([key, list]) => [key, Object.fromEntries(list.map(({ module, origin }) => [module, origin]))]),
  );
}

function moduleOf(slot: Slot, rows: readonly PointerRow[]): ModuleState {
  const stable = rows.find(({ place }) => place === 'stable');
  const canary = rows.find(({ place }) => place === 'canary');
  return {
    slot,
    since: {
      ...(stable ? { stable: stable.since.toISOString() } : {}),
      ...(canary ? { canary: canary.since.toISOString() } : {}),
    },
    stable: stable ? releaseOf(stable) : null,
    canary: canary ? { release: releaseOf(canary), rule: canary.rule ?? {} } : null,
    pins: rows
      .filter((row): row is PointerRow & { place: 'department' | 'person'; key: string } => row.key !== null)
      .map((row) => ({ kind: row.place, key: row.key, release: releaseOf(row) })),
  };
}
