import type { AssertedActor } from '@thidua/contracts';
import { newId } from '@thidua/server';
import { dataOf, execute, faultOf, testDatabase, type TestDatabase } from '@thidua/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoActor, org } from '../../test/actors.js';
import { subgraph } from '../subgraph.js';
import { deliverNext } from './webhook.delivery.js';
import { httpSender } from './webhook.sender.js';

const DAY = '2025-12-15';
const SERVICE_KEY = '{"kid":"organisations","d":"a key of this test"}';
const SAVED =
  '__typename ... on WebhookSaved { secret webhook { id url state position failures lastError version } } ... on Refusal { reason field remedy }';

interface Received {
  headers: Record<string, string>;
  body: string;
}

let db: TestDatabase;
let bao: AssertedActor;
let lan: AssertedActor;
let receiver: Server;
let address: string;
let received: Received[] = [];
let status = 204;
let now = new Date();

const ask = (query: string, input: object, actor = bao) => execute(subgraph, db.dataSource, { query, variables: { input }, actor });
const act = async (name: string, input: object, actor = bao) => {
  const type = name === 'createWebhook' ? 'CreateWebhookInput' : 'WebhookInput';
  return dataOf(
    await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${SAVED} } }`, { clientMutationId: newId(), ...input }, actor),
  )[name];
};
const create = async (input: object = {}) =>
  (await act('createWebhook', { url: address, ...input })) as {
    secret: string;
    webhook: { id: string; version: number; position: string };
  };
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
const change = (typeName: string, visibility: [string, string | null] = ['PUBLIC', null]): Promise<unknown> =>
  db.dataSource.query(
    `insert into change_row (event_id, source, at, type_name, entity_id, kind, visibility_kind, visibility_id) values ($1, 'awards', now(), $2, $3, 'CREATED', $4, $5)`,
    [newId(), typeName, newId(), ...visibility],
  );
const deliver = (): Promise<boolean> =>
  deliverNext({ dataSource: db.dataSource, send: httpSender(true), serviceKey: SERVICE_KEY, now: () => now }, DAY);
const row = async (id: string) => (await db.dataSource.query('select * from webhook where id = $1', [id]))[0];

beforeAll(async () => {
  vi.stubEnv('SERVICE_KEY', SERVICE_KEY);
  db = await testDatabase(subgraph, { fixture: 'demo' });
  [bao, lan] = await Promise.all([demoActor(db.dataSource, 'BAO'), demoActor(db.dataSource, 'LAN')]);
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  await db.dataSource.query('truncate webhook, change_row');
  received = [];
  status = 204;
  now = new Date();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  receiver.close();
  await db.drop();
});

describe('a webhook', () => {
  it('gets what changes after it was registered, signed, in order and once', async () => {
    await change('Plan');
    const { secret } = await create();
    await change('Decision');
    await change('Award', ['PROVINCE', null]);
    expect(await deliver()).toBe(true);
    expect(await deliver()).toBe(false);
    const [message] = received as [Received];
    const { type, data } = new Webhook(secret).verify(message.body, message.headers) as {
      type: string;
      data: { entity: { __typename: string } }[];
    };
    expect([received.length, type, data.map((item) => item.entity.__typename)]).toEqual([1, 'changes', ['Decision', 'Award']]);
    expect(() => new Webhook(secret).verify(message.body.replace('Award', 'Person'), message.headers)).toThrow();
  });

  it('never gets what belongs to one department or person, nor types it did not ask for', async () => {
    await create({ typeNames: ['Decision'] });
    await change('Decision', ['DEPARTMENT', org('STC')]);
    await change('Decision', ['PERSON', newId()]);
    await change('Plan');
    expect(await deliver()).toBe(false);
    await change('Decision');
    expect(await deliver()).toBe(true);
    expect(JSON.parse(received[0]!.body).data).toHaveLength(1);
  });

  it('is tried again with the same message id after a failure, and loses nothing', async () => {
    const { webhook } = await create();
    await change('Plan');
    status = 500;
    await deliver();
    expect(await deliver()).toBe(false);
    expect(await row(webhook.id)).toMatchObject({ failures: 1, last_error: 'answered 500', state: 'ACTIVE' });
    await change('Award');
    now = new Date(now.getTime() + 7000);
    status = 200;
    expect(await deliver()).toBe(true);
    expect(received[1]!.headers['webhook-id']).toBe(received[0]!.headers['webhook-id']);
    expect(JSON.parse(received[1]!.body).data.map((item: { entity: { __typename: string } }) => item.entity.__typename)).toEqual([
      'Plan',
      'Award',
    ]);
    expect(await row(webhook.id)).toMatchObject({ failures: 0, last_error: null });
  });

  it('does not follow a redirect', async () => {
    await create();
    await change('Plan');
    status = 307;
    await deliver();
    expect(received).toHaveLength(1);
    expect((await db.dataSource.query('select last_error from webhook'))[0].last_error).toBe('answered 307');
  });

  it('gives up after the last try, says so, and goes on from there when its owner resumes it', async () => {
    const { webhook } = await create();
    await change('Plan');
    await db.dataSource.query('update webhook set failures = 9');
    status = 503;
    await deliver();
    expect((await row(webhook.id)).state).toBe('FAILED');
    now = new Date(now.getTime() + 10 * 86_400_000);
    expect(await deliver()).toBe(false);
    status = 204;
    expect((await act('resumeWebhook', seen(webhook))).webhook).toMatchObject({ state: 'ACTIVE', failures: 0, version: 2 });
    expect(await deliver()).toBe(true);
  });

  it('stops when its client has lost its role', async () => {
    await create();
    await change('Plan');
    await db.dataSource.query(`update role_grant set valid_to = '2025-12-14' where subject_kind = 'client'`);
    expect(await deliver()).toBe(false);
    await db.dataSource.query(`update role_grant set valid_to = null where subject_kind = 'client'`);
    expect(await deliver()).toBe(true);
  });

  it('two senders at once send a message once', async () => {
    await create();
    await change('Plan');
    expect((await Promise.all([deliver(), deliver(), deliver()])).filter(Boolean)).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  it('has another secret after it was renewed, and shows none otherwise', async () => {
    const { webhook, secret } = await create();
    const renewed = await act('renewWebhookSecret', seen(webhook));
    expect(renewed.secret).toMatch(/^whsec_/);
    expect(renewed.secret).not.toBe(secret);
    expect((await act('pauseWebhook', { id: webhook.id, version: 2 })).secret).toBeNull();
    await change('Plan');
    expect(await deliver()).toBe(false);
  });

  it('belongs to its system: people and other systems neither see nor change it', async () => {
    const { webhook } = await create();
    const list = 'query { webhooks { id } }';
    expect(dataOf(await execute(subgraph, db.dataSource, { query: list, actor: bao })).webhooks).toEqual([{ id: webhook.id }]);
    expect(faultOf(await execute(subgraph, db.dataSource, { query: list, actor: lan }))).toBe('FORBIDDEN');
    const other: AssertedActor = { ...bao, id: 'another' };
    expect(dataOf(await execute(subgraph, db.dataSource, { query: list, actor: other })).webhooks).toEqual([]);
    const remove = 'mutation ($input: WebhookInput!) { removeWebhook(input: $input) { __typename } }';
    const input = { clientMutationId: newId(), id: webhook.id, version: webhook.version };
    expect(faultOf(await ask(remove, input, other))).toBe('CONFLICT');
    expect(dataOf(await ask(remove, input)).removeWebhook).toEqual({ __typename: 'WebhookRemoved' });
  });

  it('refuses an address that is none, and an eleventh', async () => {
    expect(await act('createWebhook', { url: 'ftp://bo.gov.vn' })).toMatchObject({
      __typename: 'Refusal',
      reason: 'ADDRESS_NOT_ALLOWED',
      field: 'url',
    });
    for (let i = 0; i < 10; i += 1) await create();
    expect(await act('createWebhook', { url: address })).toMatchObject({ __typename: 'Refusal', reason: 'TOO_MANY' });
  });
});
