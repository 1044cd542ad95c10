import type { PoolClient } from 'pg';
import type { DocumentStore } from '../../documents/document.store.js';
import { dayInVietnam } from '../check/deprecation.rules.js';
import type { FieldUse, Reality } from '../check/reality.js';

/** Reads what changes are held against, inside the transaction that holds the registry's lock. */
export async function readReality(client: PoolClient, documents: DocumentStore, days: number, now: Date): Promise<Reality> {
  return { documents: await documents.active(client), usage: await readUsage(client, days), days, today: dayInVietnam(now) };
}

/** Requests by client and field in the last days. */
export async function readUsage(client: Pick<PoolClient, 'query'>, days: number): Promise<FieldUse[]> {
  const { rows } = await client.query<{ client: string; coordinate: string; count: string }>(
    `select client, coordinate, sum(count) as count from gateway.field_usage
     where day > current_date - $1::integer group by client, coordinate order by coordinate, client`,
    [days],
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
