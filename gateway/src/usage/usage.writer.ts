import type { Log } from '@thidua/server';
import type { Counted, UsageRecorder } from './usage.recorder.js';
import type { FieldRow, OperationRow, UsageStore } from './usage.store.js';

/** How long counts wait in memory: what a crash can lose. */
const EVERY_MS = 3_000;
/** Longest time a question can look back. */
export const KEPT_DAYS = 400;

/** Writes the counts every few seconds, and knows how many requests each integrator has made today. */
export class UsageWriter {
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #today = new Map<string, number>();
  #since = new Map<string, number>();

  constructor(
    private readonly recorder: UsageRecorder,
    private readonly store: UsageStore,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.write(), EVERY_MS).unref();
    void this.store.forget(KEPT_DAYS).catch(() => undefined);
    void this.write();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.write();
  }

  /** Requests of an integrator today: those of all gateways some seconds ago, and its own since. */
  requestsToday(client: string): number {
    return (this.#today.get(client) ?? 0) + (this.#since.get(client) ?? 0);
  }

  /** One more that is not written yet. */
  noteRequest(client: string): void {
    this.#since.set(client, (this.#since.get(client) ?? 0) + 1);
  }

  /** Writes what is counted so far; one after the other. */
  write(): Promise<void> {
    return (this.#writing = this.#writing.then(() => this.#write()));
  }

  async #write(): Promise<void> {
    const counted = this.recorder.take();
    const since = new Map(this.#since);
    try {
      if (counted.length > 0) {
        const { fields, operations } = await this.#rows(counted);
        await this.store.add(fields, operations);
      }
    } catch (error) {
      this.recorder.giveBack(counted);
      return this.log.warn({ reason: (error as Error).message }, 'usage not written yet');
    }
    await this.#readToday(since);
  }

  /** @param since what the answer contains and need not be counted here any more */
  async #readToday(since: ReadonlyMap<string, number>): Promise<void> {
    try {
      this.#today = await this.store.today();
    } catch (error) {
      return this.log.warn({ reason: (error as Error).message }, 'requests of today not read; the last number stays');
    }
    for (const [client, count] of since) {
      const left = (this.#since.get(client) ?? 0) - count;
      if (left > 0) this.#since.set(client, left);
      else this.#since.delete(client);
    }
  }

  async #rows(counted: readonly Counted[]): Promise<{ fields: FieldRow[]; operations: OperationRow[] }> {
    const clientOf = await this.#clients(counted);
    const fields = new Map<string, FieldRow>();
    const operations = new Map<string, OperationRow>();
    for (const { operation, client: said, tally } of counted) {
      const client = clientOf(said, operation.hash);
      addOperation(operations, { client, hash: operation.hash, operation: operation.name, ...tally });
      const ran = tally.requests - tally.refused;
      if (ran > 0) for (const coordinate of this.recorder.coordinatesOf(operation)) addField(fields, client, coordinate, ran);
      for (const [coordinate, count] of tally.inputs) addField(fields, client, coordinate, count);
    }
    return { fields: [...fields.values()], operations: [...operations.values()] };
  }

  /** Whom to count for: a module by its word where it holds, else the only one that ships the operation, else the person. */
  async #clients(counted: readonly Counted[]): Promise<(said: string, hash: string) => string> {
    const claims = counted.flatMap(({ client, operation: { hash } }) => {
      const module = moduleOf(client);
      return module === null ? [] : [{ module, hash }];
    });
    const unsaid = counted
      .filter(({ client }) => !client.includes(':') || moduleOf(client) !== null)
      .map(({ operation }) => operation.hash);
    const [registered, only] = [await this.store.registered(claims), await this.store.onlyModules(unsaid)];
    return (said, hash) => {
      const module = moduleOf(said);
      if (module === null ? said.includes(':') : registered.has(`${module} ${hash}`)) return said;
      const shipper = only.get(hash);
      return shipper ? `module:${shipper}` : module === null ? said : 'person';
    };
  }
}

const moduleOf = (client: string): string | null => (client.startsWith('module:') ? client.slice('module:'.length) : null);

function addField(rows: Map<string, FieldRow>, client: string, coordinate: string, count: number): void {
  const key = `${client} ${coordinate}`;
  const there = rows.get(key);
  if (there) there.count += count;
  else rows.set(key, { client, coordinate, count });
}

function addOperation(
  rows: Map<string, OperationRow>,
  { client, hash, operation, requests, refused, errors, cached, cost, ms }: OperationRow,
): void {
  const key = `${client} ${hash}`;
  const there = rows.get(key);
  if (!there) return void rows.set(key, { client, hash, operation, requests, refused, errors, cached, cost, ms });
  there.requests += requests;
  there.refused += refused;
  there.errors += errors;
  there.cached += cached;
  there.cost += cost;
  there.ms += ms;
}
