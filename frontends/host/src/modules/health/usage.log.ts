import type { RegistryEntry } from '@thidua/contracts';
import type { Logger } from 'pino';
import type { Session } from '../../session/session.store.js';
import type { HealthStore, Seen } from './health.store.js';

const KEEP_AT_MOST = 20_000;

/**
 * Writes down, once per person, release and day, who was offered which release: for the shares on the page of modules, and so that
 * the collector knows what may still be open in some tab. Nothing waits for it.
 */
export class UsageLog {
  #noted = new Set<string>();
  #day = '';
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    private readonly health: HealthStore,
    private readonly visitorOf: (session: Session) => Buffer,
    private readonly log: Logger,
  ) {}

  offered(session: Session, entries: readonly RegistryEntry[]): void {
    this.#forgetYesterday();
    const visitor = this.visitorOf(session);
    const fresh = entries.filter((entry) => this.#isFirst(`${visitor.toString('base64')} ${entry.id} ${entry.release ?? ''}`));
    if (fresh.length === 0) return;
    const seen: Seen[] = fresh.map((entry) => ({ module: entry.id, release: entry.release ?? '', offered: true }));
    const writing = this.health
      .note(visitor, seen)
      .catch((error: unknown) => this.log.warn({ err: error }, 'use of modules could not be noted'))
      .finally(() => this.#running.delete(writing));
    this.#running.add(writing);
  }

  async close(): Promise<void> {
    await Promise.all(this.#running);
  }

  #isFirst(key: string): boolean {
    if (this.#noted.has(key)) return false;
    this.#noted.add(key);
    return true;
  }

  #forgetYesterday(): void {
    const day = new Date().toISOString().slice(0, 10);
    if (day === this.#day && this.#noted.size < KEEP_AT_MOST) return;
    this.#day = day;
    this.#noted = new Set();
  }
}
