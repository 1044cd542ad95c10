import {
  bindTransaction,
  castSecretVote,
  fault,
  permit,
  permitCeremony,
  refuse,
  type OnVoted,
  type Refusal,
  type RequestContext,
} from '@thidua/server';
import type { EntityManager } from 'typeorm';
import { closeTask, taskIds } from '../nomination/nomination.tasks.js';
import { RoundState, SessionSeatEntity, VotingRoundEntity } from './council-session.entity.js';
import type { CastBallotInput } from './council-session.input.js';
import { linesLoader } from './council-session.loader.js';
import { requireRound } from './session.service.js';
import { BallotCast } from './council-session.types.js';
import { ROUND_VOTED } from './council-tally.events.js';

/** The events by which the member's task leaves his inbox and the count moves; written with the roll, never with the papers. */
export function closeVoteTask(ctx: RequestContext, round: { id: string; sessionId: string }): OnVoted {
  return async (runner, memberId) => {
    const tx = bindTransaction(runner.manager, {
      actor: { kind: 'service', id: 'awards', name: 'awards', roles: [] },
      now: ctx.now(),
      operation: 'castBallot',
    });
    await closeTask(tx, taskIds.vote(round.id, memberId));
    await tx.emit(ROUND_VOTED, { roundId: round.id, sessionId: round.sessionId });
  };
}

/**
 * Casts the caller's secret ballot. This is the one change that does not go through `mutate`: an idempotency
 * row or an audit row would put member and choices side by side. See docs/decisions/0001-ballot.md.
 * @throws FORBIDDEN unless the host's own ballot page asks
 */
export async function castBallot(ctx: RequestContext, input: CastBallotInput): Promise<BallotCast | Refusal> {
  permitCeremony(ctx, 'BALLOT');
  const { round, scope } = await requireRound(ctx, input.roundId);
  permit(ctx, 'ballot:cast', scope);
  if (!/^[\w:.-]{8,100}$/.test(input.clientMutationId))
    throw fault('BAD_USER_INPUT', 'clientMutationId must be 8 to 100 letters, digits or one of _ : . -', { field: 'clientMutationId' });
  const lineIds = (await linesLoader(ctx).load(round.id)).map((line) => line.id);
  const outcome = await castSecretVote<Refusal>(ctx.db.connection, {
    roundId: round.id,
    memberId: ctx.actor.id,
    actKey: input.clientMutationId,
    votedOn: ctx.today(),
    papers: input.choices.map(({ lineId, choice }) => ({ lineId, choice })),
    admit: (manager) => admission(ctx, manager, input, lineIds),
    onVoted: closeVoteTask(ctx, round),
  });
  if (outcome.kind === 'REFUSED') return outcome.refusal;
  if (outcome.kind === 'ALREADY_VOTED') {
    return refuse(ctx, 'ALREADY_VOTED', `Bạn đã bỏ phiếu, biên nhận ${outcome.receipt}.`, `You have voted, receipt ${outcome.receipt}.`, {
      remedy: ['Phiếu đã lưu một lần, không bỏ lại được.', 'The vote is stored once and cannot be changed.'],
    });
  }
  return Object.assign(new BallotCast(), { receipt: outcome.receipt, votedAt: outcome.votedOn });
}

/** Asked under the round's lock, on the state of that moment. */
async function admission(ctx: RequestContext, manager: EntityManager, input: CastBallotInput, lineIds: string[]): Promise<Refusal | null> {
  const round = await manager.findOneByOrFail(VotingRoundEntity, { id: input.roundId });
  if (round.state !== RoundState.OPEN) {
    return refuse(
      ctx,
      'ROUND_NOT_OPEN',
      round.state === RoundState.CLOSED ? 'Vòng bỏ phiếu đã đóng.' : 'Vòng bỏ phiếu chưa mở.',
      `The round is ${round.state === RoundState.CLOSED ? 'closed' : 'not open yet'}.`,
    );
  }
  const seat = await manager.findOneBy(SessionSeatEntity, { sessionId: round.sessionId, personId: ctx.actor.id });
  if (!seat) return refuse(ctx, 'NOT_SEATED', 'Bạn không phải ủy viên của phiên họp này.', 'You are not a member of this session.');
  if (!seat.present)
    return refuse(ctx, 'NOT_PRESENT', 'Bạn chưa được điểm danh có mặt.', 'You are not marked present.', {
      remedy: ['Báo thư ký điểm danh.', 'Ask the secretary to mark you present.'],
    });
  const conflicts = (await manager.query('select line_id as id from line_conflict where member_id = $1 and line_id = any($2)', [
    ctx.actor.id,
    lineIds,
  ])) as { id: string }[];
  const own = lineIds.filter((id) => !conflicts.some((conflict) => conflict.id === id));
  return ballotRefusal(ctx, input, own, new Set(conflicts.map((conflict) => conflict.id)));
}

function ballotRefusal(ctx: RequestContext, input: CastBallotInput, own: string[], conflicts: Set<string>): Refusal | null {
  if (own.length === 0) return refuse(ctx, 'NO_LINES', 'Phiếu của bạn không còn dòng nào.', 'Your ballot has no line left.');
  const chosen = input.choices.map((choice) => choice.lineId);
  for (const [index, id] of chosen.entries()) {
    const options = { field: 'choices', row: index + 1 };
    if (conflicts.has(id))
      return refuse(
        ctx,
        'CONFLICT_OF_INTEREST',
        `Dòng ${index + 1} không có trên phiếu của bạn: đã khai xung đột lợi ích.`,
        `Line ${index + 1} is not on your ballot: you declared a conflict.`,
        options,
      );
    if (!own.includes(id) || chosen.indexOf(id) !== index)
      return refuse(
        ctx,
        'UNKNOWN_LINE',
        `Dòng ${index + 1} không có trên phiếu, hoặc lặp lại.`,
        `Line ${index + 1} is not on the ballot, or repeated.`,
        options,
      );
  }
  if (chosen.length === own.length) return null;
  return refuse(
    ctx,
    'INCOMPLETE_BALLOT',
    `Còn ${own.length - chosen.length} dòng chưa chọn.`,
    `${own.length - chosen.length} lines are not chosen yet.`,
    {
      remedy: ['Chọn Đồng ý, Không đồng ý hoặc phiếu trắng cho từng dòng.', 'Choose yes, no or blank for every line.'],
      field: 'choices',
    },
  );
}
