import type { PoolClient } from 'pg';
import type { PlatformDatabase } from '../platform/database.js';
import { operationNameOf, type Documents } from './document.check.js';

/** Who ships documents. */
export interface ClientRef {
  kind: 'module' | 'integrator';
  id: string;
}

/** A document of an active release, or of an integrator: what a change of the graph may not break. */
export interface ProtectedDocument {
  client: ClientRef;
  release: string;
  hash: string;
  text: string;
}

/**
 * Held by whoever changes what must fit together: activation of a release, publication of a schema. The number is arbitrary
 * and ours.
 */
export const REGISTRY_LOCK = 722_310_003;
export const lockRegistry = (client: PoolClient): Promise<unknown> => client.query('select pg_advisory_xact_lock($1)', [REGISTRY_LOCK]);

/** Registered documents in the platform database. */
export class DocumentStore {
  constructor(private readonly database: PlatformDatabase) {}

  async find(hash: string): Promise<string | null> {
    const rows = await this.database.query<{ text: string }>('select text from gateway.document where hash = $1', [hash]);
    return rows[0]?.text ?? null;
  }

  /** Adds documents to a release; what is there already stays as it is. An integrator's documents are protected at once. */
  async register(client: ClientRef, release: string, documents: Documents): Promise<void> {
    const hashes = Object.keys(documents);
    const texts = Object.values(documents);
    await this.database.transaction(async (transaction) => {
      await lockRegistry(transaction);
      await transaction.query('insert into gateway.client (kind, id, name) values ($1, $2, $2) on conflict do nothing', [
        client.kind,
        client.id,
      ]);
      await transaction.query(
        'insert into gateway.document (hash, text, operation) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing',
        [hashes, texts, texts.map(operationNameOf)],
      );
      await transaction.query(
        `insert into gateway.client_document (client_kind, client_id, release, hash)
         select $1, $2, $3, unnest($4::text[]) on conflict do nothing`,
        [client.kind, client.id, release, hashes],
      );
      if (client.kind === 'integrator')
        await transaction.query(
          'insert into gateway.active_release (client_kind, client_id, release) values ($1, $2, $3) on conflict do nothing',
          [client.kind, client.id, release],
        );
    });
  }

  /**
   * Makes these the releases of a client that a change of the graph may not break, if `refuse` finds nothing wrong with their
   * documents: those of a module that people get, those of an integrator that it still uses.
   * @returns what `refuse` found; empty = done
   */
  activate<Problem>(
    { kind, id }: ClientRef,
    releases: readonly string[],
    refuse: (documents: Documents, transaction: PoolClient) => Promise<Problem[]> | Problem[],
  ): Promise<Problem[]> {
    return this.database.transaction(async (transaction) => {
      await lockRegistry(transaction);
      const { rows } = await transaction.query<{ hash: string; text: string }>(
        `select distinct hash, text from gateway.client_document join gateway.document using (hash)
         where client_kind = $1 and client_id = $2 and release = any ($3)`,
        [kind, id, releases],
      );
      const problems = await refuse(Object.fromEntries(rows.map((row) => [row.hash, row.text])), transaction);
      if (problems.length > 0) return problems;
      await transaction.query('delete from gateway.active_release where client_kind = $1 and client_id = $2 and release <> all ($3)', [
        kind,
        id,
        releases,
      ]);
      await transaction.query(
        `insert into gateway.active_release (client_kind, client_id, release)
         select $1, $2, unnest($3::text[]) on conflict do nothing`,
        [kind, id, releases],
      );
      return [];
    });
  }

  /** How many documents a client has registered in all its releases. */
  async count({ kind, id }: ClientRef): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      'select count(distinct hash)::int as count from gateway.client_document where client_kind = $1 and client_id = $2',
      [kind, id],
    );
    return rows[0]!.count;
  }

  /** Everything a change of the graph may not break. @param transaction the one that holds the registry's lock */
  async active(transaction?: PoolClient): Promise<ProtectedDocument[]> {
    const sql = `select client_kind as kind, client_id as id, release, hash, text
      from gateway.active_release join gateway.client_document using (client_kind, client_id, release) join gateway.document using (hash)
      order by kind, id, release, hash`;
    type Row = { kind: ClientRef['kind']; id: string; release: string; hash: string; text: string };
    const rows = transaction ? (await transaction.query<Row>(sql)).rows : await this.database.query<Row>(sql);
    return rows.map(({ kind, id, release, hash, text }) => ({ client: { kind, id }, release, hash, text }));
  }
}
