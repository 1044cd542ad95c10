import type { DataSource, QueryRunner } from 'typeorm';
import type { Log } from '../log.js';

/** The part of a PostgreSQL connection that tells of notifications. */
interface Notified {
  on(event: 'notification' | 'end' | 'error', listener: () => void): unknown;
  off(event: 'notification' | 'end' | 'error', listener: () => void): unknown;
}

const AGAIN_MS = 1_000;

/** Listens for commits to the outbox, by whichever replica; a lost connection costs nothing but the poll's pause. */
export class OutboxSignal {
  #runner: QueryRunner | null = null;
  #isStopped = false;
  #again: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly heard: () => void,
  ) {}

  async start(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Notified;
      const lost = (): void => this.#lost(runner);
      connection.on('notification', this.heard);
      connection.on('end', lost);
      connection.on('error', lost);
      await runner.query('listen outbox');
      this.#runner = runner;
      if (this.#isStopped) await this.stop();
    } catch (error) {
      this.log.warn({ reason: (error as Error).message }, 'commits are not heard');
      this.#lost(runner);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    const runner = this.#runner;
    this.#runner = null;
    if (!runner) return;
    const connection = (await runner.connect()) as Notified;
    connection.off('notification', this.heard);
    await runner.query('unlisten outbox').catch(() => undefined);
    await runner.release();
  }

  #lost(runner: QueryRunner): void {
    if (this.#runner === runner) this.#runner = null;
    void runner.release().catch(() => undefined);
    if (this.#isStopped) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.start(), AGAIN_MS).unref();
  }
}
