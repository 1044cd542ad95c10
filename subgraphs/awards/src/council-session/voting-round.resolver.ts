import { can, type RequestContext } from '@thidua/server';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { nominationLoader } from '../nomination/nomination.loader.js';
import { BallotLineEntity, CouncilSessionEntity, RoundState, VotingRoundEntity } from './council-session.entity.js';
import { conflictsLoader, linesLoader, rollLoader, seatsLoader } from './council-session.loader.js';
import { LineConflict, Threshold, VoteCount } from './council-session.types.js';
import { requireRound, requireSession, sessionScope } from './session.service.js';

async function mayManage(ctx: RequestContext, round: VotingRoundEntity): Promise<boolean> {
  return can(ctx, 'round:manage', sessionScope(await requireSession(ctx, round.sessionId))) !== null;
}

@Resolver(() => VotingRoundEntity)
export class VotingRoundResolver {
  @FieldResolver(() => AwardTypeEntity)
  award(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<AwardTypeEntity> {
    return awardTypeOf(ctx, round.awardCode);
  }

  @FieldResolver(() => CouncilSessionEntity)
  session(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<CouncilSessionEntity> {
    return requireSession(ctx, round.sessionId);
  }

  @FieldResolver(() => Threshold)
  threshold(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Threshold {
    return Object.assign(new Threshold(), {
      percent: round.thresholdPercent,
      denominator: ctx.t('tổng số ủy viên Hội đồng', 'all members of the council'),
      source: round.thresholdSource,
      confidence: round.thresholdConfidence,
    });
  }

  @FieldResolver(() => [BallotLineEntity])
  lines(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<BallotLineEntity[]> {
    return linesLoader(ctx).load(round.id);
  }

  @FieldResolver(() => Boolean, { description: 'Người hỏi bỏ phiếu được lúc này: có ghế, có mặt, phiếu còn dòng, chưa bỏ.' })
  async viewerMayVote(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<boolean> {
    if (round.state !== RoundState.OPEN) return false;
    const session = await requireSession(ctx, round.sessionId);
    const seat = (await seatsLoader(ctx).load(session.id)).find((candidate) => candidate.personId === ctx.actor.id);
    if (!seat?.present || !can(ctx, 'ballot:cast', sessionScope(session)) || (await this.viewerHasVoted(round, ctx))) return false;
    const lines = await linesLoader(ctx).load(round.id);
    const conflicts = await Promise.all(lines.map((line) => conflictsLoader(ctx).load(line.id)));
    return conflicts.some((list) => !list.some((conflict) => conflict.memberId === ctx.actor.id));
  }

  @FieldResolver(() => Boolean)
  async viewerHasVoted(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await rollLoader(ctx).load(round.id)).includes(ctx.actor.id);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Số người đã bỏ phiếu: thư ký thấy khi đang mở, mọi người thấy sau khi đóng.' })
  async votedCount(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<number | null> {
    if (round.state === RoundState.PREPARED) return null;
    if (round.state === RoundState.OPEN && !(await mayManage(ctx, round))) return null;
    return (await rollLoader(ctx).load(round.id)).length;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Số ủy viên bỏ phiếu được: có mặt, phiếu còn dòng. Ai thấy số đã bỏ phiếu thì thấy số này.',
  })
  async voterCount(@Root() round: VotingRoundEntity, @Ctx() ctx: RequestContext): Promise<number | null> {
    if (round.state === RoundState.PREPARED) return null;
    if (round.state === RoundState.OPEN && !(await mayManage(ctx, round))) return null;
    const seats = (await seatsLoader(ctx).load(round.sessionId)).filter((seat) => seat.present);
    const lines = await linesLoader(ctx).load(round.id);
    const conflicts = (await Promise.all(lines.map((line) => conflictsLoader(ctx).load(line.id)))).flat();
    return seats.filter((seat) => conflicts.filter((row) => row.memberId === seat.personId).length < lines.length).length;
  }

  @FieldResolver(() => String, { description: 'Trang bỏ phiếu riêng của Cổng.' })
  ballotUrl(@Root() round: VotingRoundEntity): string {
    return `/ballot/${round.id}`;
  }
}

@Resolver(() => BallotLineEntity)
export class BallotLineResolver {
  @FieldResolver(() => NominationEntity)
  async nomination(@Root() line: BallotLineEntity, @Ctx() ctx: RequestContext): Promise<NominationEntity> {
    return (await nominationLoader(ctx).load(line.nominationId)) as NominationEntity;
  }

  @FieldResolver(() => Boolean, { description: 'Người hỏi đã khai xung đột cho dòng này.' })
  async conflict(@Root() line: BallotLineEntity, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await conflictsLoader(ctx).load(line.id)).some((row) => row.memberId === ctx.actor.id);
  }

  @FieldResolver(() => String, { nullable: true })
  async conflictReason(@Root() line: BallotLineEntity, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await conflictsLoader(ctx).load(line.id)).find((row) => row.memberId === ctx.actor.id)?.reason ?? null;
  }

  @FieldResolver(() => [LineConflict], { description: 'Mọi xung đột đã khai: cho thư ký ghi biên bản.' })
  async conflicts(@Root() line: BallotLineEntity, @Ctx() ctx: RequestContext): Promise<LineConflict[]> {
    const { round } = await requireRound(ctx, line.roundId);
    if (!(await mayManage(ctx, round))) return [];
    return (await conflictsLoader(ctx).load(line.id)).map((row) =>
      Object.assign(new LineConflict(), { memberName: row.memberName, reason: row.reason }),
    );
  }

  @FieldResolver(() => VoteCount, { nullable: true, description: 'null cho đến khi đóng phiếu.' })
  result(@Root() line: BallotLineEntity): VoteCount | null {
    return line.tally ? Object.assign(new VoteCount(), line.tally) : null;
  }
}
