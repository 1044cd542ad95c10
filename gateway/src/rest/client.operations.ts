import type { PlatformDatabase } from '../platform/database.js';

/** One registered operation of an integrator. */
export interface ClientOperation {
  readonly name: string;
  /** SHA-256 (hex) of the text. */
  readonly hash: string;
  readonly text: string;
}

const FRESH_MS = 5_000;
const LIMIT = 500;

/** Operations that an integrator registered and still uses, by name; of several with one name the latest. */
export class ClientOperations {
  readonly #kept = new Map<string, { at: number; operations: Promise<ReadonlyMap<string, ClientOperation>> }>();

  constructor(private readonly database: PlatformDatabase) {}

  of(client: string): Promise<ReadonlyMap<string, ClientOperation>> {
    const kept = this.#kept.get(client);
    if (kept && performance.now() - kept.at < FRESH_MS) return kept.operations;
    if (this.#kept.size >= LIMIT) this.#kept.clear();
    const operations = this.#read(client);
    this.#kept.set(client, { at: performance.now(), operations });
    operations.catch(() => this.#kept.delete(client));
    return operations;
  }

  async #read(client: string): Promise<ReadonlyMap<string, ClientOperation>> {
    const rows = await this.database.query<ClientOperation>(
      `select operation as name, hash, text from gateway.active_release
       join gateway.client_document using (client_kind, client_id, release) join gateway.document using (hash)
       where client_kind = 'integrator' and client_id = $1 and operation is not null order by operation, registered_at, hash`,
      [client],
    );
    return new Map(rows.map((row) => [row.name, row]));
  }
}
