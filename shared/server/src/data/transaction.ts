import type { AssertedActor, ChangePart, RoleClaim } from '@thidua/contracts';
import { newId } from '@thidua/contracts';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { fault } from '../faults.js';
import { wakeFeeds } from '../feed/wake.js';

/** What a change writes beside the row itself: who did what to which object, from which state to which, and why. */
export interface AuditInput {
  action?: string;
  entity: string;
  id: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
}

/** A transaction in which one act happens: rows, audit and events commit together or not at all. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly actor: AssertedActor;
  readonly role: RoleClaim | null;
  /** Business instant. */
  readonly now: Date;
  emit<P extends object>(name: string, payload: P & ChangePart): Promise<void>;
  audit(entry: AuditInput): Promise<void>;
  /**
   * `update … where id and version`; raises the version. `seen` is the row on which the act was decided, `asked` the version
   * the caller names: both must be the present one, so that nobody changes a row in a state that was never judged.
   * @throws CONFLICT when somebody else was first.
   */
  change<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    seen: { id: string; version: number },
    asked: number,
    patch: QueryDeepPartialEntity<E>,
  ): Promise<void>;
}

export interface TransactionParts {
  actor: AssertedActor;
  role?: RoleClaim | null;
  now: Date;
  requestId?: string;
  operation?: string;
}

/** Binds a manager that is already in a transaction. */
export function bindTransaction(manager: EntityManager, parts: TransactionParts): Transaction {
  const { actor, now } = parts;
  const role = parts.role ?? null;
  return {
    manager,
    actor,
    role,
    now,
    async emit(name, payload) {
      await manager.query('insert into outbox (id, name, at, payload) values ($1, $2, $3, $4)', [
        newId(),
        name,
        now,
        JSON.stringify(payload),
      ]);
      wakeFeeds(manager);
    },
    async audit(entry) {
      await manager.query(
        `insert into audit_entry (business_at, actor_kind, actor_id, role, scope_id, action, entity, entity_id, from_state, to_state, reason, request_id)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
        [
          now,
          actor.kind,
          actor.id,
          role?.role ?? null,
          role?.scopeId ?? null,
          entry.action ?? parts.operation ?? 'change',
          entry.entity,
          entry.id,
          entry.from ?? null,
          entry.to ?? null,
          entry.reason ?? null,
          parts.requestId ?? null,
        ],
      );
    },
    async change(entity, seen, asked, patch) {
      const changed = fault('CONFLICT', 'Somebody else changed this first. Reload and try again.', { id: seen.id });
      if (seen.version !== asked) throw changed;
      const result = await manager
        .createQueryBuilder()
        .update(entity)
        .set({ ...patch, version: () => 'version + 1' } as never)
        .where('id = :id and version = :asked', { id: seen.id, asked })
        .execute();
      if (result.affected !== 1) throw changed;
    },
  };
}
