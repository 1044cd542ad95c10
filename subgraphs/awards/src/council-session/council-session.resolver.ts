import { Allow, can, permit, Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { scopeOf } from '../nomination/nomination.access.js';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { councilRef, CouncilRef, personRef } from '../references/stubs.js';
import { castBallot } from './cast-ballot.service.js';
import { closeRound } from './close-round.service.js';
import { CouncilSessionEntity, VotingRoundEntity } from './council-session.entity.js';
import {
  CastBallotInput,
  DeclareConflictInput,
  ScheduleSessionInput,
  SessionActInput,
  SetAttendanceInput,
} from './council-session.input.js';
import { closedLineLoader, roundsLoader, seatsLoader, sessionsOfCouncil } from './council-session.loader.js';
import {
  Attendance,
  BallotCast,
  CastBallotResult,
  CloseRoundResult,
  DeclareConflictResult,
  OpenRoundResult,
  OpenSessionResult,
  Quorum,
  RoundSaved,
  ScheduleSessionResult,
  SessionSaved,
  SetAttendanceResult,
  VoteCount,
} from './council-session.types.js';
import { scheduleSession } from './schedule-session.service.js';
import { declareConflict, openRound, openSession, requireRound, requireSession, sessionScope, setAttendance } from './session.service.js';
import { quorumOf } from './tally.rules.js';

async function session(act: Promise<CouncilSessionEntity | Refusal>): Promise<SessionSaved | Refusal> {
  const outcome = await act;
  return outcome instanceof Refusal ? outcome : Object.assign(new SessionSaved(), { session: outcome });
}

async function round(act: Promise<VotingRoundEntity | Refusal>): Promise<RoundSaved | Refusal> {
  const outcome = await act;
  return outcome instanceof Refusal ? outcome : Object.assign(new RoundSaved(), { round: outcome });
}

@Resolver(() => CouncilSessionEntity)
export class CouncilSessionResolver {
  @Query(() => CouncilSessionEntity, { nullable: true })
  @Allow('session:read')
  async session(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<CouncilSessionEntity> {
    const found = await requireSession(ctx, id);
    permit(ctx, 'session:read', sessionScope(found));
    return found;
  }

  @Query(() => VotingRoundEntity, { nullable: true })
  @Allow('session:read')
  async votingRound(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<VotingRoundEntity> {
    const found = await requireRound(ctx, id);
    permit(ctx, 'session:read', found.scope);
    return found.round;
  }

  @Mutation(() => ScheduleSessionResult, { description: 'Lập phiên họp: mỗi danh hiệu một vòng phiếu kín.' })
  @Allow('session:manage')
  scheduleSession(
    @Arg('input', () => ScheduleSessionInput) input: ScheduleSessionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SessionSaved | Refusal> {
    return session(scheduleSession(ctx, input));
  }

  @Mutation(() => SetAttendanceResult)
  @Allow('session:manage')
  setAttendance(
    @Arg('input', () => SetAttendanceInput) input: SetAttendanceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SessionSaved | Refusal> {
    return session(setAttendance(ctx, input));
  }

  @Mutation(() => OpenSessionResult)
  @Allow('session:manage')
  openSession(@Arg('input', () => SessionActInput) input: SessionActInput, @Ctx() ctx: RequestContext): Promise<SessionSaved | Refusal> {
    return session(openSession(ctx, input));
  }

  @Mutation(() => OpenRoundResult)
  @Allow('round:manage')
  openRound(@Arg('input', () => SessionActInput) input: SessionActInput, @Ctx() ctx: RequestContext): Promise<RoundSaved | Refusal> {
    return round(openRound(ctx, input));
  }

  @Mutation(() => CloseRoundResult, { description: 'Đóng phiếu và kiểm phiếu; không đủ túc số thì không đóng được (R-238).' })
  @Allow('round:manage')
  closeRound(@Arg('input', () => SessionActInput) input: SessionActInput, @Ctx() ctx: RequestContext): Promise<RoundSaved | Refusal> {
    return round(closeRound(ctx, input));
  }

  @Mutation(() => DeclareConflictResult, { description: 'Khai xung đột lợi ích: dòng đó không có trên phiếu, mẫu số giữ nguyên (R-191).' })
  @Allow('conflict:declare')
  declareConflict(
    @Arg('input', () => DeclareConflictInput) input: DeclareConflictInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundSaved | Refusal> {
    return round(declareConflict(ctx, input));
  }

  @Mutation(() => CastBallotResult, { description: 'Bỏ phiếu kín: chỉ trên trang bỏ phiếu riêng của Cổng.' })
  @Allow('ballot:cast')
  castBallot(@Arg('input', () => CastBallotInput) input: CastBallotInput, @Ctx() ctx: RequestContext): Promise<BallotCast | Refusal> {
    return castBallot(ctx, input);
  }
}

@Resolver(() => CouncilSessionEntity)
export class CouncilSessionFieldsResolver {
  @FieldResolver(() => CouncilRef, { nullable: true })
  council(@Root() row: CouncilSessionEntity): CouncilRef {
    return councilRef(row.councilId);
  }

  @FieldResolver(() => Quorum)
  async quorum(@Root() row: CouncilSessionEntity, @Ctx() ctx: RequestContext): Promise<Quorum> {
    const seats = await seatsLoader(ctx).load(row.id);
    return Object.assign(new Quorum(), {
      ...quorumOf(seats.filter((seat) => seat.present).length, seats.length, row.quorumFraction),
      source: row.quorumSource,
    });
  }

  @FieldResolver(() => [Attendance])
  async attendance(@Root() row: CouncilSessionEntity, @Ctx() ctx: RequestContext): Promise<Attendance[]> {
    return (await seatsLoader(ctx).load(row.id)).map((seat) =>
      Object.assign(new Attendance(), { ...seat, person: personRef(seat.personId) }),
    );
  }

  @FieldResolver(() => [VotingRoundEntity])
  rounds(@Root() row: CouncilSessionEntity, @Ctx() ctx: RequestContext): Promise<VotingRoundEntity[]> {
    return roundsLoader(ctx).load(row.id);
  }
}

@Resolver(() => CouncilRef)
export class CouncilSessionsResolver {
  @FieldResolver(() => [CouncilSessionEntity], { nullable: true })
  async sessions(
    @Root() council: CouncilRef,
    @Arg('year', () => Int, { nullable: true }) year: number | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<CouncilSessionEntity[]> {
    const rows = await sessionsOfCouncil(ctx).load(council.id);
    return rows.filter((row) => can(ctx, 'session:read', sessionScope(row)) && (!year || row.heldAt.getUTCFullYear() === year));
  }
}

@Resolver(() => NominationEntity)
export class NominationVotesResolver {
  /** A decision names its lines to all officials; the counts are for who may read the session, not for the nominee. */
  @FieldResolver(() => VoteCount, {
    nullable: true,
    description: 'Kết quả bỏ phiếu; chỉ có sau khi đóng phiếu, cho người xem được phiên họp.',
  })
  async votes(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<VoteCount | null> {
    if (!can(ctx, 'session:read', await scopeOf(ctx, nomination))) return null;
    const line = await closedLineLoader(ctx).load(nomination.id);
    return line?.tally ? Object.assign(new VoteCount(), line.tally) : null;
  }
}
