import type { ModuleContext, ModuleParts, RegistryEntry } from '@thidua/contracts/web';
import { checkCompatible } from './compatibility.js';
import { loadContainer } from './federation.js';
import { baseOfAttempt, trustFolder } from './integrity.js';
import { asFailure, type FailureCode, type ModuleFailure } from './module-failure.js';
import { loadStyles } from './module-styles.js';
import type { ModuleStatus } from './modules.store.js';
import { within } from './timeout.js';

export interface LoaderPorts {
  readonly provided: Readonly<Record<string, string>>;
  /** Makes the context of a module, with what to undo when the module goes. */
  contextOf(entry: RegistryEntry): { context: ModuleContext; dispose(): void };
  /** Puts the module's routes and texts in place; returns how to take them out. */
  attach(status: ModuleStatus, parts: ModuleParts): () => void;
  onFailure(status: ModuleStatus, failure: ModuleFailure): void;
}

interface Loaded {
  readonly parts: ModuleParts;
  readonly context: ModuleContext;
  readonly undo: readonly (() => void)[];
}

/** Brings modules in on first need, and again after a failure. Every way out is a state, never an exception. */
export class ModuleLoader {
  readonly #running = new Map<string, Promise<void>>();
  readonly #undo = new Map<string, readonly (() => void)[]>();

  constructor(private readonly ports: LoaderPorts) {}

  /** Loads a module that is not there yet; a second caller waits for the same load. Never rejects. */
  ensure(status: ModuleStatus): Promise<void> {
    if (status.state === 'ready' || status.state === 'failed') return Promise.resolve();
    const running = this.#running.get(status.entry.id);
    if (running) return running;
    const load = this.#load(status).finally(() => this.#running.delete(status.entry.id));
    this.#running.set(status.entry.id, load);
    return load;
  }

  /** Takes the module out and brings it in again under new addresses. */
  async retry(status: ModuleStatus): Promise<void> {
    if (status.state === 'loading') return;
    this.#remove(status);
    await this.ensure(status);
  }

  /** Marks a running module as failed: a page of it could not be loaded or drawn. */
  fail(status: ModuleStatus, error: unknown, code: FailureCode): void {
    if (status.state === 'failed') return;
    this.#failed(status, asFailure(error, code));
  }

  async #load(status: ModuleStatus): Promise<void> {
    const attempt = status.attempt + 1;
    Object.assign(status, { state: 'loading', attempt, failure: null });
    const stop = new AbortController();
    try {
      const loaded = await within(this.#bring(status.entry, attempt, stop.signal), `module ${status.entry.id}`, () => stop.abort());
      Object.assign(status, { parts: loaded.parts, context: loaded.context });
      this.#undo.set(status.entry.id, [...loaded.undo, this.ports.attach(status, loaded.parts)]);
      status.state = 'ready';
    } catch (error) {
      this.#failed(status, asFailure(error, 'ACTIVATE'));
    }
  }

  async #bring(entry: RegistryEntry, attempt: number, signal: AbortSignal): Promise<Loaded> {
    checkCompatible(entry, this.ports.provided);
    const base = baseOfAttempt(entry, attempt);
    const list = await trustFolder(entry, base, signal);
    const [removeStyles, module] = await Promise.all([loadStyles(list, base), loadContainer(entry, base, attempt)]);
    checkCompatible({ ...entry, contract: module.contract }, this.ports.provided);
    const { context, dispose } = this.ports.contextOf(entry);
    const parts = await Promise.resolve()
      .then(() => module.activate(context))
      .catch((cause: unknown) => {
        removeStyles();
        dispose();
        throw asFailure(cause, 'ACTIVATE');
      });
    return { parts, context, undo: [() => void module.deactivate?.(), dispose, removeStyles] };
  }

  #failed(status: ModuleStatus, failure: ModuleFailure): void {
    Object.assign(status, { state: 'failed', failure });
    this.ports.onFailure(status, failure);
  }

  #remove(status: ModuleStatus): void {
    for (const undo of (this.#undo.get(status.entry.id) ?? []).toReversed()) {
      try {
        undo();
      } catch (error) {
        console.error(`[${status.entry.id}] could not be taken out cleanly`, error);
      }
    }
    this.#undo.delete(status.entry.id);
    Object.assign(status, { state: 'idle', failure: null, parts: null, context: null });
  }
}
