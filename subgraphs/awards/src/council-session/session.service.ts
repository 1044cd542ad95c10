import { fault, mutate, openRoll, refuse, type ObjectScope, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { openTask, taskIds } from '../nomination/nomination.tasks.js';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  RoundState,
  SessionSeatEntity,
  SessionState,
  VotingRoundEntity,
} from './council-session.entity.js';
import type { DeclareConflictInput, SessionActInput, SetAttendanceInput } from './council-session.input.js';
import { conflictsLoader, linesLoader, rollLoader, roundLoader, seatsLoader, sessionLoader } from './council-session.loader.js';
import { roundStates, sessionStates } from './council-session.states.js';
import { SESSION_CHANGED } from './council-tally.events.js';
import { quorumOf } from './tally.rules.js';

export interface RoundPlace {
  round: VotingRoundEntity;
  session: CouncilSessionEntity;
  scope: ObjectScope;
}

export function sessionScope(session: CouncilSessionEntity): ObjectScope {
  return { councilId: session.councilId, departmentId: session.departmentId };
}

/** @throws NOT_FOUND */
export async function requireSession(ctx: RequestContext, id: string): Promise<CouncilSessionEntity> {
  const session = await sessionLoader(ctx).load(id);
  if (!session) throw fault('NOT_FOUND', ctx.t('Không có phiên họp này.', 'There is no such session.'), { id });
  return session;
}

/** @throws NOT_FOUND */
export async function requireRound(ctx: RequestContext, id: string): Promise<RoundPlace> {
  const round = await roundLoader(ctx).load(id);
  if (!round) throw fault('NOT_FOUND', ctx.t('Không có vòng bỏ phiếu này.', 'There is no such round.'), { id });
  const session = await requireSession(ctx, round.sessionId);
  return { round, session, scope: sessionScope(session) };
}

export function wrongStep(ctx: RequestContext, state: string): Refusal {
  return refuse(ctx, 'WRONG_STATE', `Đang ở bước “${state}”, không làm được việc này.`, `The state is ${state}; this cannot be done now.`, {
    remedy: ['Tải lại để xem bước hiện tại.', 'Reload to see the current step.'],
  });
}

/** Quorum of the moment, read in the transaction that acts on it. */
export async function quorumRefusal(ctx: RequestContext, tx: Transaction, session: CouncilSessionEntity): Promise<Refusal | null> {
  const seats = await tx.manager.findBy(SessionSeatEntity, { sessionId: session.id });
  const quorum = quorumOf(seats.filter((seat) => seat.present).length, seats.length, session.quorumFraction);
  if (quorum.met) return null;
  return refuse(
    ctx,
    'NO_QUORUM',
    `Chưa đủ túc số: ${quorum.present}/${quorum.total} có mặt, cần ${quorum.needed}.`,
    `No quorum: ${quorum.present} of ${quorum.total} present, ${quorum.needed} needed.`,
    {
      remedy: ['Điểm danh lại khi đủ người, hoặc hoãn phiên họp.', 'Take attendance again when enough are present, or adjourn.'],
    },
  );
}

export async function setAttendance(ctx: RequestContext, input: SetAttendanceInput): Promise<CouncilSessionEntity | Refusal> {
  const session = await requireSession(ctx, input.sessionId);
  return mutate(
    ctx,
    { operation: 'setAttendance', input, permission: 'session:manage', scope: sessionScope(session) },
    async (tx) => {
      if (session.state !== SessionState.SCHEDULED && session.state !== SessionState.OPEN) return wrongStep(ctx, session.state);
      const seats = await tx.manager.findBy(SessionSeatEntity, { sessionId: session.id });
      const named = [...input.present, ...input.absent.map((absence) => absence.personId)];
      const stranger = named.findIndex((id) => !seats.some((seat) => seat.personId === id));
      if (stranger >= 0)
        return refuse(
          ctx,
          'NOT_SEATED',
          `Dòng ${stranger + 1}: không phải ủy viên Hội đồng.`,
          `Line ${stranger + 1}: not a member of the council.`,
          { field: 'present', row: stranger + 1 },
        );
      await tx.change(CouncilSessionEntity, session, input.version, {});
      await tx.manager.query(
        `update session_seat set present = person_id = any($2::uuid[]), reason = (select a.reason from jsonb_to_recordset($3::jsonb) as a (id uuid, reason text) where a.id = person_id)
         where session_id = $1`,
        [session.id, input.present, JSON.stringify(input.absent.map((absence) => ({ id: absence.personId, reason: absence.reason })))],
      );
      await tx.audit({
        entity: 'CouncilSession',
        id: session.id,
        from: session.state,
        to: session.state,
        reason: `${input.present.length}/${seats.length}`,
      });
      await tx.emit(SESSION_CHANGED, { sessionId: session.id });
      return { id: session.id };
    },
    (saved) => requireSession(ctx, saved.id),
  );
}

export async function openSession(ctx: RequestContext, input: SessionActInput): Promise<CouncilSessionEntity | Refusal> {
  const session = await requireSession(ctx, input.id);
  return mutate(
    ctx,
    { operation: 'openSession', input, permission: 'session:manage', scope: sessionScope(session) },
    async (tx) => {
      const to = sessionStates.move(session.state, 'open');
      if (!to) return wrongStep(ctx, session.state);
      await tx.change(CouncilSessionEntity, session, input.version, { state: SessionState[to] });
      await tx.audit({ entity: 'CouncilSession', id: session.id, from: session.state, to });
      await tx.emit(SESSION_CHANGED, { sessionId: session.id });
      return { id: session.id };
    },
    (saved) => requireSession(ctx, saved.id),
  );
}

/** Opens a secret round: quorum, the roll of all members, a task for each member present who has a line to vote on. */
export async function openRound(ctx: RequestContext, input: SessionActInput): Promise<VotingRoundEntity | Refusal> {
  const { round, session, scope } = await requireRound(ctx, input.id);
  const lines = await linesLoader(ctx).load(round.id);
  const conflicts = (await conflictsLoader(ctx).loadMany(lines.map((line) => line.id))).flat();
  return mutate(
    ctx,
    { operation: 'openRound', input, permission: 'round:manage', scope },
    async (tx) => {
      const to = roundStates.move(round.state, 'open');
      if (!to || session.state !== SessionState.OPEN) return wrongStep(ctx, to ? session.state : round.state);
      const refusal = await quorumRefusal(ctx, tx, session);
      if (refusal) return refusal;
      await tx.change(VotingRoundEntity, round, input.version, { state: RoundState[to], opensAt: tx.now });
      const seats = await tx.manager.findBy(SessionSeatEntity, { sessionId: session.id });
      await openRoll(
        tx.manager,
        round.id,
        seats.map((seat) => seat.personId),
      );
      await tx.audit({ entity: 'VotingRound', id: round.id, from: round.state, to });
      await tx.emit('awards.round.opened.v1', { roundId: round.id, sessionId: session.id, awardCode: round.awardCode });
      const award = await awardTypeOf(ctx, round.awardCode);
      const free = (personId: string): boolean =>
        conflicts.filter((row) => row instanceof LineConflictEntity && row.memberId === personId).length < lines.length;
      for (const seat of seats.filter((candidate) => candidate.present && free(candidate.personId))) {
        await openTask(tx, {
          taskId: taskIds.vote(round.id, seat.personId),
          kind: 'COUNCIL_VOTE',
          vars: { award: award.name, session: session.title },
          dueDate: ctx.today(),
          link: `/ballot/${round.id}`,
          assignee: { personId: seat.personId },
        });
      }
      return { id: round.id };
    },
    async (saved) => (await requireRound(ctx, saved.id)).round,
  );
}

/** A member declares that he may not vote on a line: before he has voted, and never taken back. */
export async function declareConflict(ctx: RequestContext, input: DeclareConflictInput): Promise<VotingRoundEntity | Refusal> {
  const line = await ctx.db.findOneBy(BallotLineEntity, { id: input.lineId });
  if (!line) throw fault('NOT_FOUND', ctx.t('Không có dòng này.', 'There is no such line.'), { id: input.lineId });
  const { round, session, scope } = await requireRound(ctx, line.roundId);
  const seat = (await seatsLoader(ctx).load(session.id)).find((candidate) => candidate.personId === ctx.actor.id);
  return mutate(
    ctx,
    { operation: 'declareConflict', input, permission: 'conflict:declare', scope },
    async (tx) => {
      if (!seat) return refuse(ctx, 'NOT_SEATED', 'Bạn không phải ủy viên của phiên họp này.', 'You are not a member of this session.');
      if (round.state === RoundState.CLOSED) return wrongStep(ctx, round.state);
      if ((await rollLoader(ctx).load(round.id)).includes(ctx.actor.id)) {
        return refuse(ctx, 'ALREADY_VOTED', 'Bạn đã bỏ phiếu, không khai được nữa.', 'You have voted; it is too late to declare.', {
          remedy: ['Báo thư ký ghi vào biên bản.', 'Tell the secretary, who notes it in the minutes.'],
        });
      }
      if (input.reason.trim() === '') return refuse(ctx, 'REASON_MISSING', 'Chưa nêu lý do.', 'A reason is missing.', { field: 'reason' });
      await tx.manager.query(
        'insert into line_conflict (line_id, member_id, member_name, reason, declared_at) values ($1, $2, $3, $4, $5) on conflict (line_id, member_id) do update set reason = excluded.reason',
        [line.id, ctx.actor.id, seat.name, input.reason, tx.now],
      );
      await tx.audit({ entity: 'BallotLine', id: line.id, to: 'CONFLICT', reason: input.reason });
      await tx.emit(SESSION_CHANGED, { sessionId: session.id });
      return { id: round.id };
    },
    async (saved) => (await requireRound(ctx, saved.id)).round,
  );
}
