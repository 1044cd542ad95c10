import type { Permission } from '@thidua/contracts';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from './context.js';
import { bindTransaction, type Transaction } from './data/transaction.js';
import { fault } from './faults.js';
import { actingClaims, permit, type ObjectScope } from './permit.js';
import { Refusal } from './refusal.js';

export interface Act {
  /** Name of the mutation; part of the idempotency key and the audit's default action. */
  operation: string;
  /** The mutation's input; `clientMutationId` makes a repeat answer the same instead of acting twice. */
  input: { clientMutationId: string };
  permission: Permission;
  /** Ids of the concrete object, already loaded. */
  scope: ObjectScope;
}

/** Carries a refusal out of the transaction so that everything rolls back, the idempotency key included. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

interface Saved {
  id: string;
}

/**
 * The one way to change anything: permission on the object first, one transaction, idempotency key, and what the work
 * writes through `tx` (version check, audit, outbox). A refusal returned by the work changes nothing.
 */
export async function mutate<T>(
  ctx: RequestContext,
  act: Act,
  work: (tx: Transaction) => Promise<Saved | Refusal>,
  reload: (saved: Saved) => Promise<T>,
): Promise<T | Refusal> {
  const role = permit(ctx, act.permission, act.scope, actingClaims(ctx));
  try {
    const saved = await ctx.db.transaction(async (manager) => {
      const earlier = await claimKey(manager, ctx, act);
      if (earlier) return earlier;
      const tx = bindTransaction(manager, { actor: ctx.actor, role, now: ctx.now(), requestId: ctx.requestId, operation: act.operation });
      const result = await work(tx);
      if (result instanceof Refusal) throw new Refused(result);
      await manager.query('update idempotency set result_id = $4 where actor_id = $1 and operation = $2 and client_mutation_id = $3', [
        ctx.actor.id,
        act.operation,
        act.input.clientMutationId,
        result.id,
      ]);
      return result;
    });
    ctx.loaders.clear();
    return await reload(saved);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Takes the idempotency key; waits for a twin that is at work. @returns the twin's result when it was first. */
async function claimKey(manager: EntityManager, ctx: RequestContext, act: Act): Promise<Saved | null> {
  const key = act.input.clientMutationId;
  if (!/^[\w:.-]{8,100}$/.test(key))
    throw fault('BAD_USER_INPUT', 'clientMutationId must be 8 to 100 letters, digits or one of _ : . -', { field: 'clientMutationId' });
  const hash = createHash('sha256').update(JSON.stringify(act.input)).digest('hex');
  const inserted = (await manager.query(
    'insert into idempotency (actor_id, operation, client_mutation_id, input_hash) values ($1,$2,$3,$4) on conflict do nothing returning 1',
    [ctx.actor.id, act.operation, key, hash],
  )) as unknown[];
  if (inserted.length > 0) return null;
  const [row] = (await manager.query(
    'select input_hash, result_id from idempotency where actor_id = $1 and operation = $2 and client_mutation_id = $3',
    [ctx.actor.id, act.operation, key],
  )) as { input_hash: string; result_id: string }[];
  if (row?.input_hash !== hash)
    throw fault('BAD_USER_INPUT', 'This clientMutationId was used for another input.', { field: 'clientMutationId' });
  return { id: row.result_id };
}
