import { can, type ObjectScope, type RequestContext } from '@thidua/server';
import type { NominationEntity } from './nomination.entity.js';
import { EDITABLE, nominationStates } from './nomination.states.js';

/**
 * What the caller may do with a nomination now: the action is possible in its state and allowed to him on this object.
 * `schedule` and `draftDecision` are acts on a session and a decision that take nominations in this state.
 */
export function availableActions(ctx: RequestContext, nomination: NominationEntity, scope: ObjectScope): string[] {
  const possible = new Set(nominationStates.actions(nomination.state));
  const propose = can(ctx, 'nomination:create', scope) !== null;
  const submit = can(ctx, 'nomination:submit', scope) !== null;
  const appraise = can(ctx, 'nomination:appraise', scope) !== null;
  const own = nomination.nomineeId === ctx.actor.id;
  const actions: [string, boolean][] = [
    ['update', propose && EDITABLE.includes(nomination.state)],
    ['submit', submit && (possible.has('review') || nomination.state === 'SUPPLEMENT')],
    ['withdraw', submit && possible.has('withdraw')],
    ['receive', appraise && possible.has('receive')],
    ['return', appraise && possible.has('return')],
    ['appraise', appraise && !own && (possible.has('appraise') || possible.has('agree'))],
    ['schedule', nomination.state === 'COUNCIL_SESSION' && can(ctx, 'session:manage', scope) !== null],
    ['draftDecision', nomination.state === 'VOTED' && nomination.decisionId === null && can(ctx, 'decision:draft', scope) !== null],
  ];
  return actions.filter(([, allowed]) => allowed).map(([action]) => action);
}
