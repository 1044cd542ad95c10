import { fault, mutate, newId, refuse, type ObjectScope, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { mayCallInside, ownServiceKey } from './webhook.env.js';
import { WebhookEntity } from './webhook.entity.js';
import type { CreateWebhookInput, WebhookInput } from './webhook.input.js';
import { WebhookRemoved, WebhookSaved } from './webhook.result.js';
import { webhookAddress } from './webhook.rules.js';
import { webhookSecret } from './webhook.secret.js';

const WEBHOOKS_PER_CLIENT = 10;
/** A client acts for the province it reads; the object is always its own. */
const PROVINCE: ObjectScope = {};

/** The key of the asking client. @throws FORBIDDEN for people: a webhook belongs to a system. */
function ownClient(ctx: RequestContext): string {
  if (ctx.actor.kind === 'client') return ctx.actor.id;
  throw fault('FORBIDDEN', ctx.t('Chỉ hệ thống tích hợp đăng ký địa chỉ nhận.', 'Only integrating systems register webhooks.'), {
    permission: 'changes:read',
  });
}

export const webhooksOf = (ctx: RequestContext): Promise<WebhookEntity[]> =>
  ctx.db.find(WebhookEntity, { where: { clientKey: ownClient(ctx) }, order: { id: 'ASC' } });

/** Registers an address; what changes from now on is sent there. */
export async function createWebhook(ctx: RequestContext, input: CreateWebhookInput): Promise<WebhookSaved | Refusal> {
  const clientKey = ownClient(ctx);
  return mutate(
    ctx,
    { operation: 'createWebhook', input, permission: 'changes:read', scope: PROVINCE },
    async (tx) => {
      const url = webhookAddress(input.url, mayCallInside());
      if (!url)
        return refuse(
          ctx,
          'ADDRESS_NOT_ALLOWED',
          'Địa chỉ phải là https, không kèm mật khẩu.',
          'The address must be https, without a password.',
          {
            field: 'url',
            remedy: ['Cho một địa chỉ https công khai.', 'Give a public https address.'],
          },
        );
      await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`webhook:${clientKey}`]);
      if ((await tx.manager.countBy(WebhookEntity, { clientKey })) >= WEBHOOKS_PER_CLIENT)
        return refuse(
          ctx,
          'TOO_MANY',
          `Mỗi hệ thống có tối đa ${WEBHOOKS_PER_CLIENT} địa chỉ.`,
          `A system has at most ${WEBHOOKS_PER_CLIENT} webhooks.`,
          {
            remedy: ['Bỏ một địa chỉ không còn dùng.', 'Remove one that is not used any more.'],
          },
        );
      return insertWebhook(tx, clientKey, url.href, input.typeNames ?? []);
    },
    ({ id }) => saved(ctx, id, true),
  );
}

async function insertWebhook(tx: Transaction, clientKey: string, url: string, typeNames: string[]): Promise<{ id: string }> {
  const id = newId();
  await tx.manager.query(
    `insert into webhook (id, client_key, url, type_names, position) values ($1, $2, $3, $4, (select coalesce(max(seq), 0) from change_row))`,
    [id, clientKey, url, typeNames],
  );
  await tx.audit({ entity: 'Webhook', id, to: url });
  await tx.emit('organisations.webhook.created.v1', { webhookId: id, clientKey });
  return { id };
}

export const pauseWebhook = (ctx: RequestContext, input: WebhookInput): Promise<WebhookSaved | Refusal> =>
  changeWebhook(ctx, input, 'pauseWebhook', { state: 'PAUSED' });

/** Goes on after the last change that was received: nothing in between is lost. */
export const resumeWebhook = (ctx: RequestContext, input: WebhookInput): Promise<WebhookSaved | Refusal> =>
  changeWebhook(ctx, input, 'resumeWebhook', { state: 'ACTIVE', failures: 0, nextAttemptAt: null });

/** From now on messages are signed with another secret. */
export const renewWebhookSecret = (ctx: RequestContext, input: WebhookInput): Promise<WebhookSaved | Refusal> =>
  changeWebhook(ctx, input, 'renewWebhookSecret', (webhook) => ({ secretVersion: webhook.secretVersion + 1 }), true);

type Patch = Partial<Pick<WebhookEntity, 'state' | 'failures' | 'nextAttemptAt' | 'secretVersion'>>;

async function changeWebhook(
  ctx: RequestContext,
  input: WebhookInput,
  operation: string,
  patch: Patch | ((webhook: WebhookEntity) => Patch),
  tellSecret = false,
): Promise<WebhookSaved | Refusal> {
  const webhook = await ownWebhook(ctx, input.id);
  return mutate(
    ctx,
    { operation, input, permission: 'changes:read', scope: PROVINCE },
    async (tx) => {
      const change = typeof patch === 'function' ? patch(webhook) : patch;
      await tx.change(WebhookEntity, webhook, input.version, change);
      await tx.audit({ entity: 'Webhook', id: webhook.id, from: webhook.state, to: change.state ?? webhook.state });
      await tx.emit('organisations.webhook.changed.v1', { webhookId: webhook.id, clientKey: webhook.clientKey });
      return webhook;
    },
    ({ id }) => saved(ctx, id, tellSecret),
  );
}

export async function removeWebhook(ctx: RequestContext, input: WebhookInput): Promise<WebhookRemoved | Refusal> {
  const clientKey = ownClient(ctx);
  return mutate(
    ctx,
    { operation: 'removeWebhook', input, permission: 'changes:read', scope: PROVINCE },
    async (tx) => {
      const [, removed] = (await tx.manager.query('delete from webhook where id = $1 and client_key = $2 and version = $3', [
        input.id,
        clientKey,
        input.version,
      ])) as [unknown, number];
      if (removed !== 1)
        throw fault('CONFLICT', ctx.t('Địa chỉ này đã đổi hoặc không còn.', 'It has changed or is gone.'), { id: input.id });
      await tx.audit({ entity: 'Webhook', id: input.id, to: 'REMOVED' });
      await tx.emit('organisations.webhook.removed.v1', { webhookId: input.id, clientKey });
      return { id: input.id };
    },
    async ({ id }) => Object.assign(new WebhookRemoved(), { id }),
  );
}

/** @throws NOT_FOUND, also for another system's: it is not said that it exists */
async function ownWebhook(ctx: RequestContext, id: string): Promise<WebhookEntity> {
  const webhook = await ctx.db.findOneBy(WebhookEntity, { id, clientKey: ownClient(ctx) });
  if (!webhook) throw fault('NOT_FOUND', ctx.t('Không có địa chỉ nhận này.', 'There is no such webhook.'), { id });
  return webhook;
}

async function saved(ctx: RequestContext, id: string, tellSecret: boolean): Promise<WebhookSaved> {
  const webhook = await ownWebhook(ctx, id);
  return Object.assign(new WebhookSaved(), { webhook, secret: tellSecret ? webhookSecret(webhook, ownServiceKey()) : null });
}
