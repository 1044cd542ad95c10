import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { GraphRegistry } from './graph-registry.client.js';
import { PlatformFault } from './platform.fault.js';
import type { Problem } from './registry.types.js';
import type { ModuleStorage } from './storage/module-storage.js';

/** The gateway takes no more releases of one module; nobody runs as many. */
const ACTIVE_AT_MOST = 20;
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Documents that are not a department's: of the shell and of the host's own pages. */
export interface OwnDocuments {
  readonly module: 'shell' | 'host';
  readonly release: string;
  readonly documents: Readonly<Record<string, string>>;
  /** Older releases that may still be open in some tab. */
  readonly kept: readonly string[];
}

interface Active {
  readonly release: string;
  /** In a channel or pinned, not only open in some tab. */
  readonly pointed: boolean;
}

interface Shipped {
  readonly module: string;
  readonly release: string;
  readonly file: string | null;
}

/** Keeps the graph's registry in step: which operations releases ship, and which releases people run. */
export class GraphSync {
  readonly #stop = new AbortController();
  #settled = false;
  #again = false;
  /** Documents that are not a module's, told with the rest. */
  own: readonly OwnDocuments[] = [];
  /** Releases (`module/release`) that were made active while the graph was silent: only these are withdrawn when it refuses. */
  readonly unasked = new Set<string>();
  /** Told of such a release when the graph refuses its operations. */
  onRefused: (module: string, release: string, problems: readonly Problem[]) => Promise<void> = async () => undefined;
  #running: Promise<void> | null = null;

  constructor(
    private readonly parts: {
      readonly pool: pg.Pool;
      readonly graph: GraphRegistry;
      readonly storage: ModuleStorage;
      readonly log: Logger;
      readonly keepDays: number;
    },
  ) {}

  /** True as soon as the graph knows everything people run, once. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Registers the operations of one release. @returns those the graph cannot serve. @throws PlatformFault 503. */
  async register(module: string, release: string, file: string | null): Promise<Problem[]> {
    return this.parts.graph.register(module, release, await this.#documents({ module, release, file }));
  }

  /**
   * Tells the graph what people run, as the transaction will leave it.
   * @param insist refuses the change when the graph cannot serve it or does not answer; without, the change is made anyway and
   * told again later: stopping or taking back a release must never wait for the graph.
   */
  async activate(client: pg.ClientBase, module: string, insist: boolean): Promise<void> {
    const releases = await this.#active(client, module);
    try {
      const problems = await this.#tell(module, releases);
      if (problems.length > 0 && insist) throw refused(problems);
    } catch (error) {
      if (insist) throw error;
      this.parts.log.warn({ err: error, module }, 'the graph was not told what runs, it will be later');
      this.later();
    }
  }

  /** Tells the graph everything until it has understood; errors are logged, nothing waits for this. */
  later(): void {
    this.#again = true;
    this.#running ??= this.#untilDone().finally(() => (this.#running = null));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #untilDone(): Promise<void> {
    for (let round = 0; !this.#stop.signal.aborted; round += 1) {
      try {
        // What changes meanwhile is told in another round.
        this.#again = false;
        await this.#everything();
        this.#settled = true;
        if (this.#again) continue;
        return;
      } catch (error) {
        const level = round > 5 ? 'warn' : 'debug';
        this.parts.log[level]({ err: error }, 'the graph does not know the operations of the modules yet');
        const pause = RETRY_MS[Math.min(round, RETRY_MS.length - 1)] ?? 0;
        await sleep(pause, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  async #everything(): Promise<void> {
    const { graph, pool } = this.parts;
    for (const { module, release, documents, kept } of this.own) {
      await this.#say(module, release, await graph.register(module, release, documents));
      await graph.activate(module, [release, ...kept]);
    }
    const { rows } = await pool.query<{ id: string }>('select id from host.module_slot order by id');
    for (const { id } of rows) {
      const releases = await this.#active(pool, id);
      for (const shipped of await this.#shipped(id, releases))
        await this.#say(id, shipped.release, await graph.register(id, shipped.release, await this.#documents(shipped)));
      await this.#tell(id, releases);
    }
  }

  /**
   * Old releases in open tabs must not stand in the way of a new one: when the graph cannot serve all, it is told those in channels
   * and pins alone. @returns why it cannot serve even those.
   */
  async #tell(module: string, releases: readonly Active[]): Promise<Problem[]> {
    const { graph, log } = this.parts;
    const all = await graph.activate(
      module,
      releases.map(({ release }) => release),
    );
    if (all.length === 0) return [];
    log.warn({ module, problems: all }, 'the graph does not serve everything that may be open in some tab');
    return graph.activate(
      module,
      releases.filter(({ pointed }) => pointed).map(({ release }) => release),
    );
  }

  async #say(module: string, release: string, problems: readonly Problem[]): Promise<void> {
    if (problems.length === 0) return;
    this.parts.log.error({ module, release, problems }, 'the graph cannot serve operations of a release');
    if (this.unasked.delete(`${module}/${release}`)) await this.onRefused(module, release, problems);
  }

  /** Stable, canary, pinned, the one to go back to, and what is still open in some tab. */
  async #active(client: pg.ClientBase | pg.Pool, module: string): Promise<Active[]> {
    const { rows } = await (client as pg.ClientBase).query<Active>(
      `with kept as (
         select release, 0 as rank, now() as at from host.module_channel where module = $1
         union all select release, 0, now() from host.module_pin where module = $1
         union all (select release, 1, since from host.module_stable where module = $1 order by id desc limit 2)
         union all select release, 2, since from host.module_stable where module = $1 and since > now() - make_interval(days => $2)
         union all select release, 2, max(first_at) from host.module_session where module = $1 and day > current_date - $2::int group by release
       )
       select release, min(rank) = 0 as pointed from kept join host.module_release as shipped using (release)
       where shipped.module = $1 and shipped.removed_at is null and shipped.killed_reason is null
       group by release order by min(rank), max(at) desc limit $3`,
      [module, this.parts.keepDays, ACTIVE_AT_MOST],
    );
    return rows;
  }

  async #shipped(module: string, releases: readonly Active[]): Promise<Shipped[]> {
    const { rows } = await this.parts.pool.query<{ release: string; file: string | null }>(
      `select release, manifest -> 'operations' ->> 'file' as file from host.module_release where module = $1 and release = any ($2)`,
      [module, releases.map(({ release }) => release)],
    );
    return rows.map((row) => ({ module, ...row }));
  }

  async #documents({ module, release, file }: Shipped): Promise<Record<string, string>> {
    const folder = file === null ? null : await this.parts.storage.get(`${module}/v/${release}`, file);
    return folder === null || file === null ? {} : (JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string>);
  }
}

export function refused(problems: readonly Problem[]): PlatformFault {
  const names = [...new Set(problems.map(({ operation, field }) => [operation, field].filter(Boolean).join(' → ')))]
    .filter(Boolean)
    .join('; ');
  return new PlatformFault(
    409,
    'OPERATIONS',
    {
      vi: `Đồ thị hiện tại không trả lời được: ${names}.`,
      en: `The graph as it is cannot serve: ${names}.`,
    },
    problems,
  );
}
