import type { CouncilSeatFacts } from '@thidua/contracts';
import { fault, mutate, newId, permit, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { In } from 'typeorm';
import { catalogueOf, type Catalogue } from '../award-type/award-type.loader.js';
import { regulationAt, type RegulationRow } from '../local-regulation/regulation.rules.js';
import { NominationEntity, NominationState } from '../nomination/nomination.entity.js';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  RoundState,
  SessionSeatEntity,
  SessionState,
  VotingRoundEntity,
} from './council-session.entity.js';
import type { ScheduleSessionInput } from './council-session.input.js';
import { sessionLoader } from './council-session.loader.js';
import { inviteMembers } from './session.tasks.js';

type Seats = CouncilSeatFacts['seats'];

async function seatsOn(ctx: RequestContext, councilId: string, day: string): Promise<{ departmentId: string; seats: Seats }> {
  const [facts] = await ctx.peers.entities<CouncilSeatFacts>('organisations', 'Council', [councilId], 'seatFacts');
  if (!facts?.departmentId)
    throw fault('BAD_USER_INPUT', ctx.t('Không có Hội đồng cấp Sở này.', 'There is no such council of a department.'), {
      field: 'councilId',
    });
  const seats = facts.seats.filter((seat) => seat.from <= day && (seat.to === null || seat.to >= day));
  return { departmentId: facts.departmentId, seats };
}

/** Quorum and thresholds of the day; nothing is assumed where nothing is regulated. */
interface Rules {
  quorum: RegulationRow;
  thresholds: Map<string, RegulationRow>;
}

function rulesOf(ctx: RequestContext, catalogue: Catalogue, departmentId: string, day: string, codes: string[]): Rules | Refusal {
  const at = (awardCode: string | null) => ({ awardCode, departmentId, date: day });
  const quorum = regulationAt(catalogue.regulations, 'council.quorum', at(null));
  const thresholds = new Map(
    codes.flatMap((code) => {
      const row = regulationAt(catalogue.regulations, 'ballot.threshold', at(code));
      return row ? [[code, row] as const] : [];
    }),
  );
  const missing = codes.find((code) => !thresholds.has(code));
  if (quorum && missing === undefined) return { quorum, thresholds };
  return refuse(
    ctx,
    'NOT_REGULATED',
    `Chưa có quy định về ${missing ? `tỷ lệ phiếu của ${missing}` : 'túc số'}.`,
    `Nothing is regulated about ${missing ? `the threshold of ${missing}` : 'the quorum'}.`,
    {
      remedy: ['Bổ sung quy định của địa phương trước khi họp.', 'Add the local regulation before the session.'],
    },
  );
}

function agendaRefusal(
  ctx: RequestContext,
  ids: string[],
  nominations: NominationEntity[],
  departmentId: string,
  taken: Set<string>,
): Refusal | null {
  if (ids.length === 0)
    return refuse(ctx, 'NO_LINES', 'Chương trình chưa có hồ sơ nào.', 'The agenda has no nomination.', { field: 'nominationIds' });
  for (const [index, id] of ids.entries()) {
    const nomination = nominations.find((row) => row.id === id);
    const options = { field: 'nominationIds', row: index + 1 };
    if (!nomination || nomination.departmentId !== departmentId)
      return refuse(
        ctx,
        'UNKNOWN_LINE',
        `Dòng ${index + 1}: không có hồ sơ này ở Sở.`,
        `Line ${index + 1}: no such nomination in the department.`,
        options,
      );
    if (nomination.state !== NominationState.COUNCIL_SESSION) {
      return refuse(
        ctx,
        'NOT_APPRAISED',
        `Dòng ${index + 1}: ${nomination.nomineeName} chưa được thẩm định đồng ý.`,
        `Line ${index + 1}: ${nomination.nomineeName} is not appraised.`,
        {
          ...options,
          remedy: ['Thẩm định trước, hoặc bỏ dòng này.', 'Appraise it first, or leave the line out.'],
        },
      );
    }
    if (taken.has(id))
      return refuse(
        ctx,
        'ON_OTHER_AGENDA',
        `Dòng ${index + 1}: ${nomination.nomineeName} đã có trong một phiên họp khác.`,
        `Line ${index + 1}: ${nomination.nomineeName} is on another session's agenda.`,
        options,
      );
  }
  return null;
}

/** Calls a session: seats of the day, one secret round per award, the lines in order of unit and name (R-236, R-237). */
export async function scheduleSession(ctx: RequestContext, input: ScheduleSessionInput): Promise<CouncilSessionEntity | Refusal> {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(input.heldAt);
  const { departmentId, seats } = await seatsOn(ctx, input.councilId, day);
  const scope = { councilId: input.councilId, departmentId };
  permit(ctx, 'session:manage', scope);
  const catalogue = await catalogueOf(ctx);
  const ids = [...new Set(input.nominationIds)];
  return mutate(
    ctx,
    { operation: 'scheduleSession', input, permission: 'session:manage', scope },
    async (tx) => {
      const nominations = await tx.manager.find(NominationEntity, { where: { id: In(ids) }, lock: { mode: 'pessimistic_write' } });
      const open = (await tx.manager.query(
        `select l.nomination_id as id from ballot_line l join voting_round r on r.id = l.round_id where l.nomination_id = any($1) and r.state <> 'CLOSED'`,
        [ids],
      )) as { id: string }[];
      const refusal = agendaRefusal(ctx, ids, nominations, departmentId, new Set(open.map((row) => row.id)));
      if (refusal) return refusal;
      const codes = catalogue.types.map((type) => type.code).filter((code) => nominations.some((row) => row.awardCode === code));
      const rules = rulesOf(ctx, catalogue, departmentId, day, codes);
      if (!('quorum' in rules)) return rules;
      return insertSession(tx, { input, departmentId, seats, nominations, codes, rules });
    },
    async (saved) => (await sessionLoader(ctx).load(saved.id)) as CouncilSessionEntity,
  );
}

interface NewSession {
  input: ScheduleSessionInput;
  departmentId: string;
  seats: Seats;
  nominations: NominationEntity[];
  codes: string[];
  rules: Rules;
}

async function insertSession(tx: Transaction, plan: NewSession): Promise<{ id: string }> {
  const id = newId();
  await tx.manager.insert(CouncilSessionEntity, {
    id,
    version: 1,
    councilId: plan.input.councilId,
    departmentId: plan.departmentId,
    title: plan.input.title,
    heldAt: plan.input.heldAt,
    state: SessionState.SCHEDULED,
    quorumFraction: plan.rules.quorum.value,
    quorumSource: plan.rules.quorum.source,
  });
  await tx.manager.insert(
    SessionSeatEntity,
    plan.seats.map((seat, position) => ({
      sessionId: id,
      personId: seat.personId,
      name: seat.name,
      seat: seat.seat,
      present: false,
      reason: null,
      position,
    })),
  );
  for (const [position, code] of plan.codes.entries()) {
    await insertRound(tx, {
      sessionId: id,
      code,
      position,
      threshold: plan.rules.thresholds.get(code) as RegulationRow,
      seats: plan.seats,
      nominations: plan.nominations.filter((row) => row.awardCode === code),
    });
  }
  await tx.audit({ entity: 'CouncilSession', id, to: 'SCHEDULED' });
  await inviteMembers(tx, { id, title: plan.input.title, heldAt: plan.input.heldAt }, plan.seats);
  await tx.emit('awards.session.scheduled.v1', { sessionId: id, councilId: plan.input.councilId, heldAt: plan.input.heldAt.toISOString() });
  return { id };
}

interface NewRound {
  sessionId: string;
  code: string;
  position: number;
  threshold: RegulationRow;
  seats: Seats;
  nominations: NominationEntity[];
}

/** A member who is himself nominated has his conflict declared for him: nobody votes on himself (R-191). */
export async function insertRound(tx: Transaction, plan: NewRound): Promise<{ id: string; lineIds: string[] }> {
  const id = newId();
  await tx.manager.insert(VotingRoundEntity, {
    id,
    version: 1,
    sessionId: plan.sessionId,
    awardCode: plan.code,
    ballot: 'SECRET',
    state: RoundState.PREPARED,
    position: plan.position,
    thresholdPercent: plan.threshold.value,
    thresholdSource: plan.threshold.source,
    thresholdConfidence: plan.threshold.confidence,
  });
  const sorted = plan.nominations.toSorted(
    (a, b) => (a.unitName ?? '').localeCompare(b.unitName ?? '', 'vi') || a.nomineeName.localeCompare(b.nomineeName, 'vi'),
  );
  const lines = sorted.map((nomination, position) => ({
    id: newId(),
    roundId: id,
    nominationId: nomination.id,
    position,
    nomineeId: nomination.nomineeId,
  }));
  await tx.manager.insert(
    BallotLineEntity,
    lines.map(({ nomineeId: _nominee, ...line }) => line),
  );
  const own = lines.flatMap((line) =>
    plan.seats
      .filter((seat) => seat.personId === line.nomineeId)
      .map((seat) => ({
        lineId: line.id,
        memberId: seat.personId,
        memberName: seat.name,
        reason: 'Là người được đề nghị',
        declaredAt: tx.now,
      })),
  );
  if (own.length > 0) await tx.manager.insert(LineConflictEntity, own);
  return { id, lineIds: lines.map((line) => line.id) };
}
