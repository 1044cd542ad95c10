import type { IntegrityList, ModuleContext, ModuleParts, PortalModule, RegistryEntry } from '@thidua/contracts/web';
import { checkCompatible } from './compatibility.js';
import { loadContainer } from './federation.js';
import { baseOfAttempt, coverFolder, fetchList } from './integrity.js';
import { checkAllowed } from './module-admission.js';
import { asFailure, type FailureCode, type ModuleFailure } from './module-failure.js';
import { loadStyles } from './module-styles.js';
import type { ModuleStatus } from './modules.store.js';
import { checkSigned } from './signature.js';
import { within } from './timeout.js';

export interface LoaderPorts {
  readonly provided: Readonly<Record<string, string>>;
  /** False only where the host says that signatures are off. */
  readonly signed: boolean;
  /** Does the person hold one of the permissions? */
  offers(permissions: readonly string[] | undefined): boolean;
  /** Makes the context of a module, with what to undo when the module goes. */
  contextOf(entry: RegistryEntry): { context: ModuleContext; dispose(): void };
  /** Puts the module's routes and texts in place; returns how to take them out. */
  attach(status: ModuleStatus, parts: ModuleParts): () => void;
  /** The module runs in this tab. */
  onReady(status: ModuleStatus): void;
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
    this.remove(status);
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
      this.ports.onReady(status);
    } catch (error) {
      this.#failed(status, asFailure(error, 'ACTIVATE'));
    }
  }

  async #bring(entry: RegistryEntry, attempt: number, signal: AbortSignal): Promise<Loaded> {
    checkAllowed(entry, this.ports.offers);
    checkCompatible(entry, this.ports.provided);
    const base = entry.override ? new URL('/', entry.override).href : baseOfAttempt(entry, attempt);
    const list = entry.override ? {} : await this.#trust(entry, base, signal);
    const undo: (() => void)[] = [];
    // Whatever was brought in goes out again, also when the answer comes after the limit.
    signal.addEventListener('abort', () => undoAll(undo, entry));
    try {
      // A sandboxed module runs in its frame: nothing of it comes into this page.
      const module = entry.sandboxed ? asFrame(entry) : await this.#code(entry, base, list, attempt, undo);
      checkCompatible({ ...entry, contract: module.contract }, this.ports.provided);
      const { context, dispose } = this.ports.contextOf(entry);
      undo.push(dispose);
      const parts = await module.activate(context);
      undo.push(() => void module.deactivate?.());
      return { parts, context, undo };
    } catch (error) {
      undoAll(undo, entry);
      throw asFailure(error, 'ACTIVATE');
    }
  }

  async #code(entry: RegistryEntry, base: string, list: IntegrityList, attempt: number, undo: (() => void)[]): Promise<PortalModule> {
    coverFolder(list, base);
    const styles = loadStyles(list, base, undo);
    // Awaited below; when the code fails first, nobody is there to hear of a style.
    styles.catch(() => undefined);
    const module = await loadContainer(entry, base, attempt);
    await styles;
    return module;
  }

  /** Everything that must hold before one script of the release may run. */
  async #trust(entry: RegistryEntry, base: string, signal: AbortSignal): Promise<IntegrityList> {
    const signed = this.ports.signed ? checkSigned(entry, base, signal) : Promise.resolve();
    const [list] = await Promise.all([fetchList(entry, base, signal), signed]);
    return list;
  }

  #failed(status: ModuleStatus, failure: ModuleFailure): void {
    Object.assign(status, { state: 'failed', failure });
    this.ports.onFailure(status, failure);
  }

  /** Takes the module out: its routes, texts and styles; as if it had never been here. */
  remove(status: ModuleStatus): void {
    undoAll(this.#undo.get(status.entry.id) ?? [], status.entry);
    this.#undo.delete(status.entry.id);
    Object.assign(status, { state: 'idle', failure: null, parts: null, context: null });
  }
}

/** What the shell itself knows of a module in a frame: its manifest. */
function asFrame({ id, contract, nav }: RegistryEntry): PortalModule {
  return { id, contract, activate: () => ({ routes: [], nav }) };
}

/** Last in, first out; one step that fails does not keep the others from being done. */
function undoAll(steps: readonly (() => void)[], entry: RegistryEntry): void {
  for (const step of steps.toReversed()) {
    try {
      step();
    } catch (error) {
      console.error(`[${entry.id}] could not be taken out cleanly`, error);
    }
  }
}
