import { grouped, inOrder, loader, rollOf, type RequestContext } from '@thidua/server';
import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  SessionSeatEntity,
  VotingRoundEntity,
} from './council-session.entity.js';

export function sessionLoader(ctx: RequestContext): DataLoader<string, CouncilSessionEntity | null> {
  return loader<string, CouncilSessionEntity | null>(ctx, 'awards/session', async (ids) =>
    inOrder(ids, await ctx.db.find(CouncilSessionEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );
}

export function sessionsOfCouncil(ctx: RequestContext): DataLoader<string, CouncilSessionEntity[]> {
  return loader<string, CouncilSessionEntity[]>(ctx, 'awards/sessions-of', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CouncilSessionEntity, { where: { councilId: In([...ids]) }, order: { heldAt: 'DESC' } }),
      (row) => row.councilId,
    ),
  );
}

export function seatsLoader(ctx: RequestContext): DataLoader<string, SessionSeatEntity[]> {
  return loader<string, SessionSeatEntity[]>(ctx, 'awards/seats', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(SessionSeatEntity, { where: { sessionId: In([...ids]) }, order: { position: 'ASC' } }),
      (row) => row.sessionId,
    ),
  );
}

export function roundLoader(ctx: RequestContext): DataLoader<string, VotingRoundEntity | null> {
  return loader<string, VotingRoundEntity | null>(ctx, 'awards/round', async (ids) =>
    inOrder(ids, await ctx.db.find(VotingRoundEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );
}

export function roundsLoader(ctx: RequestContext): DataLoader<string, VotingRoundEntity[]> {
  return loader<string, VotingRoundEntity[]>(ctx, 'awards/rounds', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(VotingRoundEntity, { where: { sessionId: In([...ids]) }, order: { position: 'ASC' } }),
      (row) => row.sessionId,
    ),
  );
}

export function linesLoader(ctx: RequestContext): DataLoader<string, BallotLineEntity[]> {
  return loader<string, BallotLineEntity[]>(ctx, 'awards/lines', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(BallotLineEntity, { where: { roundId: In([...ids]) }, order: { position: 'ASC' } }),
      (row) => row.roundId,
    ),
  );
}

export function conflictsLoader(ctx: RequestContext): DataLoader<string, LineConflictEntity[]> {
  return loader<string, LineConflictEntity[]>(ctx, 'awards/conflicts', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(LineConflictEntity, { where: { lineId: In([...ids]) }, order: { memberName: 'ASC' } }),
      (row) => row.lineId,
    ),
  );
}

/** Who has voted in a round: member ids, no choices. */
export function rollLoader(ctx: RequestContext): DataLoader<string, string[]> {
  return loader<string, string[]>(ctx, 'awards/roll', async (ids) =>
    grouped(
      ids,
      (await rollOf(ctx.db, ids)).filter((row) => row.voted),
      (row) => row.roundId,
    ).map((rows) => rows.map((row) => row.memberId)),
  );
}

/** The line of a nomination in its last closed round. */
export function closedLineLoader(ctx: RequestContext): DataLoader<string, BallotLineEntity | null> {
  return loader<string, BallotLineEntity | null>(ctx, 'awards/closed-line', async (ids) => {
    const rows = await ctx.db
      .createQueryBuilder(BallotLineEntity, 'line')
      .innerJoin(VotingRoundEntity, 'round', 'round.id = line.round_id')
      .where('line.nomination_id = any(:ids) and line.result is not null', { ids: [...ids] })
      .orderBy('round.closes_at', 'ASC')
      .getMany();
    return inOrder(ids, rows, (row) => row.nominationId);
  });
}
