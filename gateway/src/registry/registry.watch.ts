import type { Log } from '@thidua/server/process';
import { unwatchFile, watchFile } from 'node:fs';
import { readSubgraphs } from '../composition/compose.js';
import type { EngineFactory } from '../graph/graph.engine.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import type { LastGoodStore } from '../graph/last-good.store.js';
import type { SupergraphWatch } from '../graph/supergraph.watch.js';
import { seedFromFiles } from './registry.seed.js';
import type { SchemaRegistry } from './schema.registry.js';
import { activeVersion, readSupergraph, type StoredSupergraph } from './store/schema.store.js';
import { sha256 } from './store/signature.js';

/** How soon a gateway sees what another one published. */
const POLL_MS = 1_000;
const FILE_POLL_MS = 500;

export interface RegistryWatchParts {
  readonly registry: SchemaRegistry;
  readonly holder: GraphHolder;
  readonly create: EngineFactory;
  readonly lastGood: LastGoodStore;
  /** Used at a start when the registry cannot be asked. */
  readonly fallback: SupergraphWatch;
  /** `supergraph.json`, whose SDL files seed the registry. */
  readonly subgraphs: URL;
  /** Composed file that tells when committed SDL has changed. */
  readonly file: string;
  /** Committed SDL that breaks somebody is refused, not only logged. */
  readonly strict: boolean;
  readonly log: Log;
}

/**
 * Keeps the holder on the graph the registry says. A version is verified and built beside the running one, then swapped in; one that
 * is not signed or cannot be built is refused with a line in the log and changes nothing.
 */
export class RegistryWatch {
  #current: StoredSupergraph | null = null;
  #refused: number | null = null;
  #isReached = true;
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: RegistryWatchParts) {}

  /** The graph in use, when it came from the registry. */
  get current(): StoredSupergraph | null {
    return this.#current;
  }

  async start(): Promise<void> {
    const { holder, fallback, file } = this.parts;
    await this.#seed();
    await this.look();
    if (!holder.id) await fallback.load();
    this.#timer = setInterval(() => void this.look(), POLL_MS).unref();
    watchFile(file, { interval: FILE_POLL_MS, persistent: false }, () => void this.#seed().then(() => this.look()));
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    unwatchFile(this.parts.file);
  }

  /** Takes over what is new, one look after the other. Never rejects. */
  look(): Promise<void> {
    this.#work = this.#work.then(() => this.#look());
    return this.#work;
  }

  async #look(): Promise<void> {
    try {
      const { database, signer } = this.parts.registry.parts;
      const pool = await database.ready();
      const version = await activeVersion(pool);
      this.#isReached = true;
      if (version === null || version === this.#current?.version || version === this.#refused) return;
      await this.#take(version, () => readSupergraph(pool, version, signer));
    } catch (error) {
      if (this.#isReached) this.parts.log.warn({ reason: (error as Error).message }, 'registry of schemas cannot be asked');
      this.#isReached = false;
    }
  }

  async #take(version: number, read: () => Promise<StoredSupergraph | null>): Promise<void> {
    const { holder, create, lastGood, log } = this.parts;
    try {
      const supergraph = await read();
      if (!supergraph) throw new Error('there is no such version');
      if (sha256(supergraph.sdl) !== holder.id) await holder.swap(await create(supergraph.sdl));
      this.#current = supergraph;
      log.info({ supergraph: version, members: supergraph.members }, 'supergraph of the registry in use');
    } catch (error) {
      this.#refused = version;
      log.error({ supergraph: version, reason: (error as Error).message }, 'supergraph of the registry refused; the last good one stays');
      return;
    }
    await lastGood.keep(this.#current.sdl).catch((error: Error) => log.warn({ reason: error.message }, 'last good supergraph not kept'));
  }

  /** Committed SDL that is new goes into the registry. */
  async #seed(): Promise<void> {
    const { registry, subgraphs, strict, log } = this.parts;
    try {
      const seeded = await seedFromFiles(registry, await readSubgraphs(subgraphs), strict);
      if (seeded.outcome === 'published') log.info(seeded, 'committed schemas published');
      if (seeded.outcome === 'refused') log.error(seeded, 'committed schemas refused');
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'committed schemas not brought into the registry');
    }
  }
}
