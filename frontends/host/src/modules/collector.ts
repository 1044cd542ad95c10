import type pg from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../database/database.js';
import { audit } from './audit.store.js';
import type { HealthStore } from './health/health.store.js';
import { announceChange } from './registry.snapshot.js';
import { SYSTEM } from './registry.types.js';
import type { ModuleStorage } from './storage/module-storage.js';
import { removeAbandoned } from './storage/scratch.js';

const EVERY_MS = 60 * 60_000;
const HEALTH_DAYS = 90;
/** A folder without a row may belong to a publication that is just being recorded. */
const ORPHAN_ROUNDS = 2;

export interface CollectorParts {
  readonly pool: pg.Pool;
  readonly storage: ModuleStorage;
  readonly health: HealthStore;
  readonly log: Logger;
  /** Days a release is kept after it was last offered to anybody. */
  readonly keepDays: number;
}

/**
 * Removes the files of releases nobody can have open any more. Never those in a channel or pinned, the one to go back to, or one
 * that was offered, published or stable within the kept days. What is known about a release stays.
 */
export class Collector {
  #timer: NodeJS.Timeout | null = null;
  #orphans = new Map<string, number>();

  constructor(private readonly parts: CollectorParts) {}

  /** @param alive says first that this host still serves what it serves. */
  start(alive: () => Promise<void>): void {
    const round = async (): Promise<void> => {
      await alive();
      await this.run();
    };
    this.#timer = setInterval(
      () => void round().catch((error: unknown) => this.parts.log.error({ err: error }, 'collector failed')),
      EVERY_MS,
    );
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** @returns folders that were removed. */
  async run(): Promise<string[]> {
    await removeAbandoned(this.parts.storage.scratch);
    const removed = [...(await this.#releases()), ...(await this.#shells())];
    removed.push(...(await this.#orphaned()));
    await this.parts.health.forget(HEALTH_DAYS);
    if (removed.length > 0) this.parts.log.info({ removed }, 'old releases removed');
    return removed;
  }

  async #releases(): Promise<string[]> {
    const rows = await inTransaction(this.parts.pool, async (client) => {
      const found = await client.query<{ module: string; release: string }>(
        `update host.module_release old set removed_at = now()
         where removed_at is null
           and published_at < now() - make_interval(days => $1)
           and not exists (select from host.module_channel c where c.module = old.module and c.release = old.release)
           and not exists (select from host.module_pin p where p.module = old.module and p.release = old.release)
           and not exists (select from host.module_session s where s.module = old.module and s.release = old.release and s.day > current_date - $1::int)
           and not exists (select from host.module_stable s where s.module = old.module and s.release = old.release and s.since > now() - make_interval(days => $1))
           and release is distinct from (
             select s.release from host.module_stable s join host.module_release r using (module, release)
             where s.module = old.module and r.failed_at is null and r.killed_reason is null and r.removed_at is null
               and s.release <> coalesce((select c.release from host.module_channel c where c.module = old.module and c.channel = 'stable'), '')
             order by s.id desc limit 1)
         returning module, release`,
        [this.parts.keepDays],
      );
      for (const row of found.rows) await audit(client, SYSTEM, 'removed', row);
      if (found.rows.length > 0) await announceChange(client);
      return found.rows;
    });
    return this.#remove(rows.map(({ module, release }) => `${module}/v/${release}`));
  }

  async #shells(): Promise<string[]> {
    const { rows } = await this.parts.pool.query<{ release: string }>(
      'delete from host.shell_release where last_at < now() - make_interval(days => $1) returning release',
      [this.parts.keepDays],
    );
    return this.#remove(rows.map(({ release }) => `shell/v/${release}`));
  }

  /** Folders whose recording never happened: seen without a row in two rounds. */
  async #orphaned(): Promise<string[]> {
    const { rows } = await this.parts.pool.query<{ folder: string }>(
      `select module || '/v/' || release as folder from host.module_release where removed_at is null
       union all select 'shell/v/' || release from host.shell_release`,
    );
    const known = new Set(rows.map(({ folder }) => folder));
    const unknown = (await this.parts.storage.list('')).filter((folder) => !known.has(folder));
    this.#orphans = new Map(unknown.map((folder) => [folder, (this.#orphans.get(folder) ?? 0) + 1]));
    return this.#remove(unknown.filter((folder) => (this.#orphans.get(folder) ?? 0) >= ORPHAN_ROUNDS));
  }

  async #remove(folders: readonly string[]): Promise<string[]> {
    for (const folder of folders) await this.parts.storage.remove(folder);
    return [...folders];
  }
}
