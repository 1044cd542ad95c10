import { closingRoll, mutate, openUrn, permit, refuse, rollOf, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { In } from 'typeorm';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { NominationEntity, NominationState } from '../nomination/nomination.entity.js';
import { moveNomination } from '../nomination/nomination.steps.js';
import { closeTask, taskIds } from '../nomination/nomination.tasks.js';
import { closeVoteTask } from './cast-ballot.service.js';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  RoundState,
  SessionSeatEntity,
  SessionState,
  VotingRoundEntity,
} from './council-session.entity.js';
import type { SessionActInput } from './council-session.input.js';
import { roundStates } from './council-session.states.js';
import { minutesText, type MinutesWords } from './minutes.rules.js';
import { quorumRefusal, requireRound, wrongStep, type RoundPlace } from './session.service.js';
import { closeInvitations } from './session.tasks.js';
import { tallyLine, type Choice, type Tally } from './tally.rules.js';

/**
 * Closes a round and counts it: waits for a vote in flight, needs the quorum, counts every line on the total of the
 * members, moves the nominations, and writes the minutes when it was the last round.
 */
export async function closeRound(ctx: RequestContext, input: SessionActInput): Promise<VotingRoundEntity | Refusal> {
  const place = await requireRound(ctx, input.id);
  permit(ctx, 'round:manage', place.scope);
  return closingRoll(ctx.db.connection, place.round.id, closeVoteTask(ctx, place.round), async (found) => {
    if (found === 'RELEASED') {
      return refuse(
        ctx,
        'BALLOT_IN_FLIGHT',
        'Một ủy viên đang gửi phiếu thì bị ngắt, phiếu chưa lưu.',
        'A member was cut off while voting; that vote is not stored.',
        {
          remedy: ['Hỏi ủy viên chưa có biên nhận, rồi đóng lại.', 'Ask the member without a receipt, then close again.'],
        },
      );
    }
    return mutate(
      ctx,
      { operation: 'closeRound', input, permission: 'round:manage', scope: place.scope },
      (tx) => close(ctx, tx, place, input.version),
      async (saved) => (await requireRound(ctx, saved.id)).round,
    );
  });
}

async function close(
  ctx: RequestContext,
  tx: Transaction,
  { round, session }: RoundPlace,
  version: number,
): Promise<{ id: string } | Refusal> {
  const to = roundStates.move(round.state, 'close');
  if (!to) return wrongStep(ctx, round.state);
  const refusal = await quorumRefusal(ctx, tx, session);
  if (refusal) return refusal;
  await tx.change(VotingRoundEntity, round, version, { state: RoundState[to], closesAt: tx.now });
  const seats = await tx.manager.findBy(SessionSeatEntity, { sessionId: session.id });
  await countRound(ctx, tx, round, seats.length);
  for (const seat of seats) await closeTask(tx, taskIds.vote(round.id, seat.personId));
  await tx.audit({ entity: 'VotingRound', id: round.id, from: round.state, to });
  await tx.emit('awards.round.closed.v1', { roundId: round.id, sessionId: session.id, awardCode: round.awardCode });
  await finishSession(ctx, tx, session);
  return { id: round.id };
}

async function countRound(ctx: RequestContext, tx: Transaction, round: VotingRoundEntity, members: number): Promise<void> {
  const lines = await tx.manager.find(BallotLineEntity, { where: { roundId: round.id }, order: { position: 'ASC' } });
  const conflicts = await tx.manager.findBy(LineConflictEntity, { lineId: In(lines.map((line) => line.id)) });
  const votes = Map.groupBy(await openUrn(tx.manager, round.id), (paper) => paper.lineId);
  const nominations = await tx.manager.findBy(NominationEntity, { id: In(lines.map((line) => line.nominationId)) });
  for (const line of lines) {
    const tally = tallyLine(
      (votes.get(line.id) ?? []).map((paper) => paper.choice as Choice),
      {
        members,
        conflicted: conflicts.filter((conflict) => conflict.lineId === line.id).length,
        threshold: round.thresholdPercent,
      },
    );
    await tx.manager.update(BallotLineEntity, { id: line.id }, { tally });
    const nomination = nominations.find((row) => row.id === line.nominationId);
    // A nomination suspended since the agenda was made is counted, and stays where it is.
    if (nomination?.state === NominationState.COUNCIL_SESSION)
      await moveNomination(tx, ctx, nomination, nomination.version, {
        actions: [tally.passed ? 'vote' : 'reject'],
        reason: resultWords(tally),
      });
  }
}

function resultWords(tally: Tally): string {
  return `${tally.yes}/${tally.total} = ${tally.percent}, ${tally.passed ? 'thông qua' : 'không thông qua'}`;
}

async function finishSession(ctx: RequestContext, tx: Transaction, session: CouncilSessionEntity): Promise<void> {
  const rounds = await tx.manager.find(VotingRoundEntity, { where: { sessionId: session.id }, order: { position: 'ASC' } });
  const done = rounds.every((round) => round.state === RoundState.CLOSED);
  const minutes = minutesText(await minutesWords(ctx, tx, session, rounds));
  const current = await tx.manager.findOneByOrFail(CouncilSessionEntity, { id: session.id });
  await tx.change(CouncilSessionEntity, current, current.version, { minutes, ...(done ? { state: SessionState.MINUTED } : {}) });
  if (!done) return;
  await closeInvitations(tx, session.id, await tx.manager.findBy(SessionSeatEntity, { sessionId: session.id }));
  await tx.audit({ entity: 'CouncilSession', id: session.id, from: 'OPEN', to: 'CLOSED' });
  await tx.audit({ entity: 'CouncilSession', id: session.id, from: 'CLOSED', to: 'MINUTED' });
}

/** Everything the minutes tell, for all rounds of a session in a fixed number of statements. */
export async function minutesWords(
  ctx: RequestContext,
  tx: Transaction,
  session: CouncilSessionEntity,
  rounds: VotingRoundEntity[],
): Promise<MinutesWords> {
  const seats = await tx.manager.find(SessionSeatEntity, { where: { sessionId: session.id }, order: { position: 'ASC' } });
  const lines = await tx.manager.find(BallotLineEntity, {
    where: { roundId: In(rounds.map((round) => round.id)) },
    order: { position: 'ASC' },
  });
  const nominations = await tx.manager.findBy(NominationEntity, { id: In(lines.map((line) => line.nominationId)) });
  const conflicts = await tx.manager.findBy(LineConflictEntity, { lineId: In(lines.map((line) => line.id)) });
  const roll = (
    await rollOf(
      tx.manager,
      rounds.map((round) => round.id),
    )
  ).filter((row) => row.voted);
  const names = new Map(
    await Promise.all(rounds.map(async (round) => [round.id, (await awardTypeOf(ctx, round.awardCode)).name] as const)),
  );
  return {
    title: session.title,
    heldAt: session.heldAt,
    seats,
    quorumFraction: session.quorumFraction,
    rounds: rounds.map((round) => ({
      awardName: names.get(round.id) ?? round.awardCode,
      threshold: round.thresholdPercent,
      state: round.state,
      voted: roll.filter((row) => row.roundId === round.id).length,
      lines: lines
        .filter((line) => line.roundId === round.id)
        .map((line) => {
          const nomination = nominations.find((row) => row.id === line.nominationId);
          return {
            nominee: nomination?.nomineeName ?? '',
            unit: nomination?.unitName ?? null,
            tally: line.tally,
            conflicts: conflicts.filter((row) => row.lineId === line.id),
          };
        }),
    })),
  };
}
