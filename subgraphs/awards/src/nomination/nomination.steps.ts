import type { RequestContext, Transaction } from '@thidua/server';
import type { QueryDeepPartialEntity } from 'typeorm';
import { NominationEntity, NominationState, NominationStepEntity } from './nomination.entity.js';
import { nominationStates, type NominationAction, type NominationStateCode } from './nomination.states.js';

/** What an act writes besides the new state. */
export interface Move {
  actions: NominationAction[];
  reason?: string | null;
  patch?: QueryDeepPartialEntity<NominationEntity>;
}

/** The states that a chain of actions passes, or null when one of them is not possible from where the nomination is. */
export function pathOf(from: NominationStateCode, actions: readonly NominationAction[]): NominationStateCode[] | null {
  const path: NominationStateCode[] = [];
  let at = from;
  for (const action of actions) {
    const next = nominationStates.move(at, action);
    if (!next) return null;
    path.push(next);
    at = next;
  }
  return path;
}

/**
 * Moves a nomination along the table: one versioned update, one history step and one audit row per state passed, and the
 * event by which others follow. The caller has checked that the path exists.
 */
export async function moveNomination(
  tx: Transaction,
  ctx: Pick<RequestContext, 'actor'>,
  nomination: NominationEntity,
  version: number,
  move: Move,
): Promise<NominationStateCode> {
  const path = pathOf(nomination.state, move.actions);
  const to = path?.at(-1);
  if (!path || !to) throw new Error(`No way from ${nomination.state} by ${move.actions.join(', ')}`);
  await tx.change(NominationEntity, nomination, version, { ...move.patch, state: NominationState[to] });
  let from: NominationStateCode = nomination.state;
  for (const [index, state] of path.entries()) {
    const reason = index === path.length - 1 ? (move.reason ?? null) : null;
    await recordStep(tx, ctx, nomination.id, from, state, reason);
    from = state;
  }
  await tx.emit(`awards.nomination.${EVENTS[to]}.v1`, {
    nominationId: nomination.id,
    awardCode: nomination.awardCode,
    year: nomination.year,
    nomineeId: nomination.nomineeId,
    nomineeType: nomination.nomineeType,
    departmentId: nomination.departmentId,
    state: to,
    entity: { typeName: 'Nomination', id: nomination.id },
    change: 'UPDATED',
    visibility: { kind: 'DEPARTMENT', id: nomination.departmentId },
  });
  return to;
}

const EVENTS: Record<NominationStateCode, string> = {
  DRAFT: 'drafted',
  UNIT_REVIEW: 'reviewed',
  SUBMITTED: 'submitted',
  RECEIVED: 'received',
  APPRAISING: 'appraising',
  SUPPLEMENT: 'returned',
  COUNCIL_SESSION: 'appraised',
  VOTED: 'voted',
  DECIDED: 'decided',
  RETURNED: 'returned',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  SUSPENDED: 'suspended',
};

export async function recordStep(
  tx: Transaction,
  ctx: Pick<RequestContext, 'actor'>,
  nominationId: string,
  from: string,
  to: string,
  reason: string | null,
): Promise<void> {
  await tx.manager.insert(NominationStepEntity, {
    nominationId,
    at: tx.now,
    fromState: from,
    toState: to,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    role: tx.role?.role ?? 'SYSTEM',
    reason,
  });
  await tx.audit({ entity: 'Nomination', id: nominationId, from, to, reason });
}
