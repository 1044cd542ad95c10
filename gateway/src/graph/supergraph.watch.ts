import type { Log } from '@thidua/server';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import type { EngineFactory } from './graph.engine.js';
import type { GraphHolder } from './graph.holder.js';
import type { LastGoodStore } from './last-good.store.js';

/** Files are compared by time stamp: works on every file system and through replaced links. */
const POLL_MS = 500;

export interface WatchParts {
  file: string;
  holder: GraphHolder;
  create: EngineFactory;
  /** Null = nothing is kept beyond this process. */
  store: LastGoodStore | null;
  log: Log;
}

/**
 * Keeps the holder on the newest good supergraph: the file when it is one, else the last that was. A new file is swapped in
 * without a restart, a broken one is refused with a line in the log and changes nothing.
 */
export class SupergraphWatch {
  #refused: string | null = null;
  #unsaved: string | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(private readonly parts: WatchParts) {}

  /** Once, without watching: the file when it is good, else the last good one. */
  async load(): Promise<void> {
    await this.#look();
    if (!this.parts.holder.id) await this.#restore();
  }

  async start(): Promise<void> {
    await this.load();
    watchFile(this.parts.file, { interval: POLL_MS, persistent: false }, () => {
      this.#work = this.#work.then(() => this.#look());
    });
  }

  stop(): void {
    unwatchFile(this.parts.file);
  }

  async #look(): Promise<void> {
    const sdl = await readFile(this.parts.file, 'utf8').catch(() => null);
    if (sdl === null) return this.parts.log.warn({ file: this.parts.file }, 'supergraph file cannot be read; the last good one stays');
    const id = createHash('sha256').update(sdl).digest('hex');
    if (id === this.parts.holder.id || id === this.#refused) return this.#save();
    try {
      await this.parts.holder.swap(await this.parts.create(sdl));
      this.#refused = null;
      this.#unsaved = sdl;
      this.parts.log.info({ supergraph: id.slice(0, 12) }, 'supergraph in use');
    } catch (error) {
      this.#refused = id;
      this.parts.log.error(
        { supergraph: id.slice(0, 12), reason: (error as Error).message },
        'supergraph refused; the last good one stays',
      );
    }
    await this.#save();
  }

  /** At a start with a broken or missing file. */
  async #restore(): Promise<void> {
    try {
      const sdl = await this.parts.store?.latest();
      if (!sdl) throw new Error('none is kept');
      await this.parts.holder.swap(await this.parts.create(sdl));
      this.parts.log.warn({ supergraph: this.parts.holder.id?.slice(0, 12) }, 'last good supergraph in use');
    } catch (error) {
      this.parts.log.error({ reason: (error as Error).message }, 'no supergraph: nothing is answered until the file is right');
    }
  }

  async #save(): Promise<void> {
    if (this.#unsaved === null || !this.parts.store) return;
    try {
      await this.parts.store.keep(this.#unsaved);
      this.#unsaved = null;
    } catch (error) {
      this.parts.log.warn({ reason: (error as Error).message }, 'last good supergraph not kept');
    }
  }
}
