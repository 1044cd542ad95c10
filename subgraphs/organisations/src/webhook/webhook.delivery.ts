import { ROLES } from '@thidua/contracts';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import type { ChangeRowEntity } from '../projection/projection.entity.js';
import type { WebhookEntity } from './webhook.entity.js';
import { nextAttempt } from './webhook.rules.js';
import { webhookSecret } from './webhook.secret.js';
import type { Send } from './webhook.sender.js';

/** Changes in one message. */
const BATCH = 100;
/** A sender that dies is replaced after this; longer than any sending takes. */
const LEASE = '1 minute';

export interface DeliveryParts {
  dataSource: DataSource;
  send: Send;
  serviceKey: string;
  /** Real time: retries do not follow the business clock. */
  now(): Date;
}

type Claimed = Pick<WebhookEntity, 'id' | 'url' | 'position' | 'failures' | 'secretVersion'> & { rows: ChangeRowEntity[] };

const READERS = Object.entries(ROLES).flatMap(([role, { permissions }]) => (permissions.includes('changes:read') ? [role] : []));

/** A webhook that has something to send, with the next rows; leased, so that other replicas leave it alone. */
const CLAIM = `
  update webhook w set leased_until = clock_timestamp() + interval '${LEASE}' where id = (
    select w.id from webhook w
    where w.state = 'ACTIVE' and (w.next_attempt_at is null or w.next_attempt_at <= $1) and (w.leased_until is null or w.leased_until < clock_timestamp())
      and exists (select 1 from role_grant g where g.subject_kind = 'client' and g.subject_id = w.client_key and g.role = any($3)
        and g.valid_from <= $2 and (g.valid_to is null or g.valid_to >= $2))
      and exists (select 1 from change_row c where c.seq > w.position and c.visibility_kind in ('PUBLIC', 'PROVINCE')
        and (cardinality(w.type_names) = 0 or c.type_name = any(w.type_names)))
    order by w.next_attempt_at nulls first, w.id limit 1 for update skip locked)
  returning id, url, position, failures, secret_version as "secretVersion", type_names as "typeNames"`;

/** What the client itself would read with `changes`: public rows and those of the whole province. */
const NEXT = `
  select seq, at, type_name as "typeName", entity_id as "entityId", kind, supersedes_seq as "supersedesSeq" from change_row c
  where c.seq > $1 and c.visibility_kind in ('PUBLIC', 'PROVINCE') and (cardinality($2::text[]) = 0 or c.type_name = any($2))
  order by c.seq limit ${BATCH}`;

/**
 * Sends the next message of one webhook that is due. In order, at least once: the position moves when the receiver has said yes,
 * and a repeat has the same `webhook-id`.
 * @param businessDay decides whether the client still holds a role
 * @returns whether there was something to do
 */
export async function deliverNext(parts: DeliveryParts, businessDay: string): Promise<boolean> {
  const claimed = await claim(parts, businessDay);
  if (!claimed) return false;
  const body = JSON.stringify(messageOf(claimed));
  const messageId = `${claimed.id}:${claimed.rows[0]!.seq}`;
  const at = parts.now();
  const signature = new Webhook(webhookSecret(claimed, parts.serviceKey)).sign(messageId, at, body);
  const headers = { 'webhook-id': messageId, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': signature };
  const problem = await parts.send(new URL(claimed.url), headers, body);
  await (problem === null ? received(parts, claimed) : failed(parts, claimed, problem));
  return true;
}

async function claim({ dataSource, now }: DeliveryParts, businessDay: string): Promise<Claimed | null> {
  const [[webhook]] = (await dataSource.query(CLAIM, [now(), businessDay, READERS])) as [(Claimed & { typeNames: string[] })[], number];
  if (!webhook) return null;
  const rows = (await dataSource.query(NEXT, [webhook.position, webhook.typeNames])) as ChangeRowEntity[];
  return rows.length > 0 ? { ...webhook, rows } : null;
}

function messageOf({ rows }: Claimed): object {
  return {
    type: 'changes',
    data: rows.map((row) => ({
      id: row.seq,
      at: row.at,
      kind: row.kind,
      entity: { __typename: row.typeName, id: row.entityId },
      supersedes: row.supersedesSeq,
    })),
  };
}

async function received({ dataSource, now }: DeliveryParts, { id, rows }: Claimed): Promise<void> {
  await dataSource.query(
    `update webhook set position = greatest(position, $2), failures = 0, last_error = null, next_attempt_at = null, leased_until = null, delivered_at = $3 where id = $1`,
    [id, rows.at(-1)!.seq, now()],
  );
}

async function failed({ dataSource, now }: DeliveryParts, { id, failures }: Claimed, problem: string): Promise<void> {
  const next = nextAttempt(failures + 1, now(), Math.random());
  await dataSource.query(
    `update webhook set failures = failures + 1, last_error = $2, next_attempt_at = $3, leased_until = null,
       state = case when $3::timestamptz is null and state = 'ACTIVE' then 'FAILED' else state end where id = $1`,
    [id, problem, next],
  );
}
