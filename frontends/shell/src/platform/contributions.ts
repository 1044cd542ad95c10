import type { NotificationItem, SearchResult } from '@thidua/contracts/web';
import { ModuleFailure } from './module-failure.js';
import type { ModuleStatus } from './modules.store.js';
import { within } from './timeout.js';

/**
 * What modules add to the shell by code: searches, notices, commands. The module is brought in when it is first asked; every
 * answer has the limit of a load, and an answer of another shape counts as none.
 */
export class Contributions {
  readonly #kept = new Map<string, { items: readonly NotificationItem[]; until: number }>();

  constructor(private readonly ensure: (status: ModuleStatus) => Promise<void>) {}

  /** @throws when the module is not there, has no such search, fails or takes too long. */
  async search(status: ModuleStatus, id: string, text: string, signal: AbortSignal): Promise<readonly SearchResult[]> {
    const parts = await this.#partsOf(status);
    const provider = found(
      parts.search?.find((candidate) => candidate.id === id),
      status,
      `search "${id}"`,
    );
    return listOf<SearchResult>(await within(Promise.resolve(provider.search(text, signal)), `search ${id}`), isPlaced);
  }

  /** @throws as `search`. */
  async notifications(status: ModuleStatus, id: string, signal: AbortSignal, keepMs: number): Promise<readonly NotificationItem[]> {
    const key = `${status.entry.base} ${id}`;
    const kept = this.#kept.get(key);
    if (kept && kept.until > Date.now()) return kept.items;
    const parts = await this.#partsOf(status);
    const source = found(
      parts.notifications?.find((candidate) => candidate.id === id),
      status,
      `notices "${id}"`,
    );
    const items = listOf<NotificationItem>(
      await within(Promise.resolve(source.list(signal)), `notices ${id}`),
      (item) => item.path === undefined || isPlaced(item),
    );
    this.#kept.set(key, { items, until: Date.now() + keepMs });
    return items;
  }

  /** @throws as `search`. */
  async run(status: ModuleStatus, id: string): Promise<void> {
    const parts = await this.#partsOf(status);
    await within(
      Promise.resolve(
        found(
          parts.commands?.find((candidate) => candidate.id === id),
          status,
          `command "${id}"`,
        ).run(),
      ),
      `command ${id}`,
    );
  }

  async #partsOf(status: ModuleStatus): Promise<NonNullable<ModuleStatus['parts']>> {
    await this.ensure(status);
    if (!status.parts) throw status.failure ?? new ModuleFailure('ACTIVATE', `${status.entry.id} does not run`);
    return status.parts;
  }
}

function found<Part>(part: Part | undefined, status: ModuleStatus, what: string): Part {
  if (!part) throw new ModuleFailure('ACTIVATE', `${status.entry.id} declares ${what} and does not bring it`);
  return part;
}

/** Addresses stay below the module's place. */
function isPlaced(item: { readonly path?: unknown }): boolean {
  return typeof item.path === 'string' && !item.path.startsWith('/') && !item.path.split('/').includes('..');
}

function listOf<Item extends { readonly title: string }>(answer: unknown, takes: (item: Item) => boolean): readonly Item[] {
  return Array.isArray(answer) ? (answer as Item[]).filter((item) => typeof item?.title === 'string' && takes(item)) : [];
}
