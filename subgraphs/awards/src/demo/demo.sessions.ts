import { naturalId } from '@thidua/contracts';
import { openRoll, randomId, type Transaction } from '@thidua/server';
import { CATALOGUE } from '../award-type/catalogue.js';
import {
  BallotLineEntity,
  CouncilSessionEntity,
  LineConflictEntity,
  RoundState,
  SessionSeatEntity,
  SessionState,
  VotingRoundEntity,
} from '../council-session/council-session.entity.js';
import { minutesText, type MinutesWords } from '../council-session/minutes.rules.js';
import { tallyLine, type Choice, type Tally } from '../council-session/tally.rules.js';
import { inviteMembers } from '../council-session/session.tasks.js';
import { openTask, taskIds } from '../nomination/nomination.tasks.js';
import type { SeededNomination } from './demo.nominations.js';
import type { DepartmentKey } from './demo.plan.js';
import { QUORUM, THRESHOLD } from './demo.regulations.js';
import type { DemoWorld } from './demo.world.js';

interface PlannedSession {
  department: DepartmentKey;
  heldAt: string;
  title: string;
  state: SessionState;
  absent: Record<string, string>;
  /** Round states by award, in the order of the agenda. */
  rounds: [awardCode: string, state: RoundState][];
}

const ALL_CLOSED = (codes: string[]): PlannedSession['rounds'] => codes.map((code) => [code, RoundState.CLOSED]);
const AGENDA = ['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS', 'GK_SO'];

function plannedSessions(fixture: string): PlannedSession[] {
  const councilDay = fixture === 'council-day';
  const snv: PlannedSession['rounds'] = AGENDA.map((code) => [
    code,
    councilDay || !['LDTT', 'CSTDCS'].includes(code) ? RoundState.PREPARED : code === 'LDTT' ? RoundState.CLOSED : RoundState.OPEN,
  ]);
  return [
    {
      department: 'STC',
      heldAt: '2025-12-10T14:00:00+07:00',
      title: 'Phiên họp xét khen thưởng cuối năm 2025, Sở Tài chính',
      state: SessionState.MINUTED,
      absent: { 'STC-03': 'đi công tác' },
      rounds: ALL_CLOSED(AGENDA),
    },
    {
      department: 'SNV',
      heldAt: '2025-12-12T14:00:00+07:00',
      title: 'Phiên họp xét khen thưởng cuối năm 2025, Sở Nội vụ',
      state: SessionState.OPEN,
      absent: { 'SNV-03': 'nghỉ phép' },
      rounds: snv,
    },
  ];
}

interface Seat {
  personId: string;
  key: string;
  name: string;
  seat: string;
  present: boolean;
  reason: string | null;
}

function seatsOf(world: DemoWorld, plan: PlannedSession): Seat[] {
  return world.province.seats
    .filter((seat) => seat.councilKey === `${plan.department}/TDKT`)
    .map((seat) => ({
      personId: world.person(seat.personKey).id,
      key: seat.personKey,
      name: world.person(seat.personKey).fullName,
      seat: seat.seat,
      present: plan.absent[seat.personKey] === undefined,
      reason: plan.absent[seat.personKey] ?? null,
    }));
}

/** Sessions of the demo: STC's is over, SNV's is going on (`council-day`: open, nobody has voted). */
export async function seedSessions(tx: Transaction, world: DemoWorld, seeded: SeededNomination[], fixture: string): Promise<void> {
  for (const plan of plannedSessions(fixture)) await insertSession(tx, { world, seeded, plan, fixture });
}

interface SessionSeed {
  world: DemoWorld;
  seeded: SeededNomination[];
  plan: PlannedSession;
  fixture: string;
}

async function insertSession(tx: Transaction, { world, seeded, plan, fixture }: SessionSeed): Promise<void> {
  const key = `${plan.department}/TDKT/${plan.heldAt.slice(0, 10)}`;
  const id = naturalId('session', key);
  const seats = seatsOf(world, plan);
  await tx.manager.insert(CouncilSessionEntity, {
    id,
    version: 1,
    councilId: naturalId('council', `${plan.department}/TDKT`),
    departmentId: world.body(plan.department).id,
    title: plan.title,
    heldAt: new Date(plan.heldAt),
    state: plan.state,
    quorumFraction: QUORUM.value,
    quorumSource: QUORUM.source,
    minutes: null,
  });
  await tx.manager.insert(
    SessionSeatEntity,
    seats.map(({ key: _key, ...seat }, position) => ({ sessionId: id, ...seat, position })),
  );
  if (fixture === 'council-day' && plan.state === SessionState.OPEN)
    await inviteMembers(tx, { id, title: plan.title, heldAt: new Date(plan.heldAt) }, seats);
  const rounds: MinutesWords['rounds'] = [];
  for (const [position, [awardCode, state]] of plan.rounds.entries()) {
    const lines = seeded.filter(
      (item) =>
        item.plan.department === plan.department &&
        item.plan.awardCode === awardCode &&
        ['COUNCIL_SESSION', 'VOTED', 'DECIDED'].includes(item.plan.state) &&
        item.plan.ground !== 'AD_HOC',
    );
    rounds.push(
      await insertRound(tx, {
        key: `${key}/${awardCode}`,
        sessionId: id,
        sessionTitle: plan.title,
        awardCode,
        state,
        position,
        heldAt: plan.heldAt,
        seats,
        lines,
      }),
    );
  }
  const minutes = rounds.some((round) => round.state === 'CLOSED')
    ? minutesText({ title: plan.title, heldAt: new Date(plan.heldAt), seats, quorumFraction: QUORUM.value, rounds })
    : null;
  await tx.manager.update(CouncilSessionEntity, { id }, { minutes });
}

interface PlannedRound {
  key: string;
  sessionId: string;
  sessionTitle: string;
  awardCode: string;
  state: RoundState;
  position: number;
  heldAt: string;
  seats: Seat[];
  lines: SeededNomination[];
}

interface Line {
  id: string;
  nomination: SeededNomination['row'];
  conflicts: Seat[];
}

async function insertRound(tx: Transaction, plan: PlannedRound): Promise<MinutesWords['rounds'][number]> {
  const id = naturalId('round', plan.key);
  const started = new Date(new Date(plan.heldAt).getTime() + plan.position * 20 * 60_000);
  await tx.manager.insert(VotingRoundEntity, {
    id,
    version: plan.state === RoundState.CLOSED ? 3 : plan.state === RoundState.OPEN ? 2 : 1,
    sessionId: plan.sessionId,
    awardCode: plan.awardCode,
    ballot: 'SECRET',
    state: plan.state,
    position: plan.position,
    opensAt: plan.state === RoundState.PREPARED ? null : started,
    closesAt: plan.state === RoundState.CLOSED ? new Date(started.getTime() + 15 * 60_000) : null,
    thresholdPercent: THRESHOLD.value,
    thresholdSource: THRESHOLD.source,
    thresholdConfidence: THRESHOLD.confidence,
  });
  const sorted = plan.lines.toSorted(
    (a, b) => (a.row.unitName ?? '').localeCompare(b.row.unitName ?? '', 'vi') || a.row.nomineeName.localeCompare(b.row.nomineeName, 'vi'),
  );
  const lines = sorted.map(({ plan: nominee, row }): Line => ({
    id: naturalId('line', `${plan.key}/${nominee.nomineeKey}`),
    nomination: row,
    conflicts: plan.seats.filter((seat) => seat.personId === row.nomineeId),
  }));
  await tx.manager.insert(
    BallotLineEntity,
    lines.map((line, position) => ({ id: line.id, roundId: id, nominationId: line.nomination.id, position, tally: null })),
  );
  const conflicts = lines.flatMap((line) =>
    line.conflicts.map((seat) => ({
      lineId: line.id,
      memberId: seat.personId,
      memberName: seat.name,
      reason: 'Là người được đề nghị',
      declaredAt: started,
    })),
  );
  if (conflicts.length > 0) await tx.manager.insert(LineConflictEntity, conflicts);
  if (plan.state !== RoundState.PREPARED)
    await openRoll(
      tx.manager,
      id,
      plan.seats.map((seat) => seat.personId),
    );
  if (plan.state === RoundState.OPEN) await openVoteTasks(tx, id, plan);
  const tallies = plan.state === RoundState.CLOSED ? await countRound(tx, id, plan, lines) : new Map<string, Tally>();
  return {
    awardName: awardName(plan.awardCode),
    threshold: THRESHOLD.value,
    state: plan.state,
    voted: plan.seats.filter((seat) => seat.present).length,
    lines: lines.map((line) => ({
      nominee: line.nomination.nomineeName,
      unit: line.nomination.unitName,
      tally: tallies.get(line.id) ?? null,
      conflicts: line.conflicts.map((seat) => ({ memberName: seat.name, reason: 'Là người được đề nghị' })),
    })),
  };
}

const awardName = (code: string): string => CATALOGUE.awardTypes.find((type) => type.code === code)?.name ?? code;

async function openVoteTasks(tx: Transaction, roundId: string, plan: PlannedRound): Promise<void> {
  for (const seat of plan.seats.filter((candidate) => candidate.present)) {
    await openTask(tx, {
      taskId: taskIds.vote(roundId, seat.personId),
      kind: 'COUNCIL_VOTE',
      vars: { award: awardName(plan.awardCode), session: plan.sessionTitle },
      dueDate: '2025-12-15',
      link: `/ballot/${roundId}`,
      assignee: { personId: seat.personId },
    });
  }
}

/** A closed round as the ballot would have left it: a roll of who voted, loose papers in the urn, counts on the lines. */
async function countRound(tx: Transaction, roundId: string, plan: PlannedRound, lines: Line[]): Promise<Map<string, Tally>> {
  const voters = plan.seats.filter((seat) => seat.present);
  const tallies = new Map<string, Tally>();
  const papers: { lineId: string; choice: Choice }[] = [];
  for (const [index, line] of lines.entries()) {
    const free = voters.filter((seat) => !line.conflicts.includes(seat));
    const votes = free.map((_, vote): Choice =>
      vote === 0 && line.conflicts.length === 0 && index % 6 === 5 ? (index % 12 === 5 ? 'NO' : 'BLANK') : 'YES',
    );
    papers.push(...votes.map((choice) => ({ lineId: line.id, choice })));
    const tally = tallyLine(votes, { members: plan.seats.length, conflicted: line.conflicts.length, threshold: THRESHOLD.value });
    tallies.set(line.id, tally);
    await tx.manager.update(BallotLineEntity, { id: line.id }, { tally });
  }
  await tx.manager.query(
    'insert into ballot (id, round_id, line_id, choice) select paper.id, $1, paper.line_id, paper.choice from unnest($2::uuid[], $3::uuid[], $4::text[]) as paper (id, line_id, choice) order by paper.id',
    [roundId, papers.map(() => randomId()), papers.map((paper) => paper.lineId), papers.map((paper) => paper.choice)],
  );
  for (const seat of voters) {
    const own = lines.filter((line) => !line.conflicts.includes(seat)).length;
    await tx.manager.query(
      `update ballot_roll set state = 'VOTED', lines = $3, receipt = $4, voted_on = $5 where round_id = $1 and member_id = $2`,
      [roundId, seat.personId, own, randomId().slice(0, 13).toUpperCase(), plan.heldAt.slice(0, 10)],
    );
  }
  return tallies;
}
