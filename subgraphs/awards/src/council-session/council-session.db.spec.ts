import { naturalId } from '@thidua/contracts';
import { dataOf, execute, faultOf, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilId, demoActor, demoPeers, personId } from '../../test/demo.peers.js';
import { subgraph } from '../subgraph.js';

const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');
const MEMBERS = ['SNV-01', 'SNV-02', 'SNV-04', 'SON', 'SNV-12', 'SNV-19', 'SNV-26', 'SNV-07'];
const ROUND_FIELDS = `{ id version state viewerMayVote viewerHasVoted votedCount lines { id conflict conflictReason conflicts { memberName reason } nomination { nomineeName state votes { yes } } result { yes no blank invalid absent conflicted total needed percent passed } } }`;

const ROUND_SAVED = `... on RoundSaved { round ${ROUND_FIELDS} }`;
const SESSION_SAVED = '... on SessionSaved { session { id version state quorum { present total needed met } minutes } }';
const SAVED: Record<string, string> = {
  openRound: ROUND_SAVED,
  closeRound: ROUND_SAVED,
  declareConflict: ROUND_SAVED,
  setAttendance: SESSION_SAVED,
  scheduleSession: SESSION_SAVED,
  castBallot: '... on BallotCast { receipt votedAt }',
};

describe('a council session (J-05)', () => {
  let db: TestDatabase;
  let act = 0;
  beforeEach(async () => {
    db = await testDatabase(subgraph, { fixture: 'council-day' });
  });
  afterEach(() => db.drop());

  const secretary = demoActor('SNV-07');
  const son = demoActor('SON');
  const run = (actor: ReturnType<typeof demoActor>, mutation: string, type: string, input: Record<string, unknown>) => {
    act += 1;
    return execute(subgraph, db.dataSource, {
      actor,
      peers: demoPeers(),
      variables: { input: { clientMutationId: `council-act-${act}`, ...input } },
      query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${SAVED[mutation]} ... on Refusal { reason message remedy field row } } }`,
    });
  };
  const roundAs = async (actor: ReturnType<typeof demoActor>) =>
    dataOf(await execute(subgraph, db.dataSource, { actor, query: `{ votingRound(id: "${ROUND}") ${ROUND_FIELDS} }` })).votingRound;
  const open = async () => dataOf(await run(secretary, 'openRound', 'SessionActInput', { id: ROUND, version: 1 })).openRound.round;
  const close = async (version = 2) => dataOf(await run(secretary, 'closeRound', 'SessionActInput', { id: ROUND, version })).closeRound;
  const ballot = (lines: { id: string; conflict?: boolean }[], choice: (index: number) => string) =>
    lines.filter((line) => !line.conflict).map((line, index) => ({ lineId: line.id, choice: choice(index) }));
  const cast = async (key: string, choice: (index: number) => string = () => 'YES', more: Record<string, unknown> = {}) =>
    run(demoActor(key, 'BALLOT'), 'castBallot', 'CastBallotInput', {
      roundId: ROUND,
      choices: ballot((await roundAs(demoActor(key))).lines, choice),
      ...more,
    });

  it('R-238 eight members vote at the same moment; counts appear only after closing and add up per line', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ state: 'OPEN', votedCount: 0 });
    expect((await roundAs(son)).viewerMayVote).toBe(true);
    expect((await roundAs(son)).votedCount).toBeNull();
    const answers = await Promise.all(
      MEMBERS.map((key) =>
        cast(key, (index) => (key === 'SNV-01' && index === 0 ? 'NO' : key === 'SNV-02' && index === 1 ? 'BLANK' : 'YES')),
      ),
    );
    expect(new Set(answers.map((answer) => dataOf(answer).castBallot.receipt)).size).toBe(8);
    const during = await roundAs(secretary);
    expect(during.votedCount).toBe(8);
    expect(during.lines.every((line: { result: unknown }) => line.result === null)).toBe(true);
    const closed = await close();
    expect(closed.round).toMatchObject({ state: 'CLOSED', votedCount: 8 });
    for (const { result } of closed.round.lines) {
      expect(result.yes + result.no + result.blank + result.invalid + result.absent).toBe(9);
      expect(result).toMatchObject({ total: 9, needed: 7 });
    }
    expect(closed.round.lines.map((line: { nomination: { state: string } }) => line.nomination.state)).toEqual(Array(8).fill('VOTED'));
    expect(
      await db.dataSource.query(`select 1 from council_session where id = $1 and minutes like '%Chiến sĩ thi đua cơ sở%thông qua%'`, [
        SESSION,
      ]),
    ).toHaveLength(1);
  });

  it('R-237 a second vote is refused; the same act after a broken connection answers the same receipt', async () => {
    await open();
    const first = dataOf(await cast('SON', () => 'NO', { clientMutationId: 'son-votes-1' })).castBallot;
    expect(dataOf(await cast('SON', () => 'NO', { clientMutationId: 'son-votes-1' })).castBallot).toEqual(first);
    const again = dataOf(await cast('SON', () => 'YES')).castBallot;
    expect(again).toMatchObject({ reason: 'ALREADY_VOTED' });
    expect(again.message).toContain(first.receipt);
    expect((await roundAs(son)).viewerHasVoted).toBe(true);
    expect(await db.dataSource.query(`select distinct choice from ballot where round_id = $1`, [ROUND])).toEqual([{ choice: 'NO' }]);
  });

  it('R-191 a declared conflict takes the line off the ballot, keeps the denominator, and stands in the minutes', async () => {
    const before = await roundAs(son);
    const lineId = before.lines[2].id as string;
    const declared = dataOf(await run(son, 'declareConflict', 'DeclareConflictInput', { lineId, reason: 'Họ hàng' })).declareConflict.round;
    expect(declared.lines[2]).toMatchObject({ conflict: true, conflictReason: 'Họ hàng', conflicts: [] });
    expect((await roundAs(secretary)).lines[2].conflicts).toMatchObject([{ reason: 'Họ hàng' }]);
    await open();
    const full = await run(demoActor('SON', 'BALLOT'), 'castBallot', 'CastBallotInput', {
      roundId: ROUND,
      choices: before.lines.map((line: { id: string }) => ({ lineId: line.id, choice: 'YES' })),
    });
    expect(dataOf(full).castBallot).toMatchObject({ reason: 'CONFLICT_OF_INTEREST', row: 3 });
    await Promise.all(MEMBERS.map((key) => cast(key)));
    expect(
      dataOf(await run(son, 'declareConflict', 'DeclareConflictInput', { lineId: before.lines[0].id, reason: 'Muộn' })).declareConflict,
    ).toMatchObject({ reason: 'ALREADY_VOTED' });
    const { round } = await close();
    const line = round.lines.find((row: { id: string }) => row.id === lineId);
    expect(line.result).toMatchObject({ yes: 7, absent: 2, conflicted: 1, total: 9, percent: '77,8\u00a0%', passed: true });
    const [{ minutes }] = (await db.dataSource.query('select minutes from council_session where id = $1', [SESSION])) as [
      { minutes: string },
    ];
    expect(minutes).toContain('không bỏ phiếu cho');
  });

  it('nobody votes on himself: a nominee on the council has his own line taken off', async () => {
    const lines = (await roundAs(demoActor('SNV-04'))).lines as { conflict: boolean; conflictReason: string }[];
    expect(lines.filter((line) => line.conflict)).toMatchObject([{ conflictReason: 'Là người được đề nghị' }]);
  });

  it('6 yes of 9 fails 70 %: the nomination is rejected and cannot be decided', async () => {
    await open();
    for (const [index, key] of MEMBERS.entries()) await cast(key, (line) => (line === 0 && index < 3 ? 'NO' : 'YES'));
    const { round } = await close();
    const failed = round.lines.filter((line: { result: { passed: boolean } }) => !line.result.passed);
    expect(failed.length).toBeGreaterThan(0);
    for (const line of failed) expect(line.nomination.state).toBe('REJECTED');
  });

  it('refuses what is not a whole ballot, and writes nothing', async () => {
    await open();
    const { lines } = await roundAs(son);
    const voter = demoActor('SON', 'BALLOT');
    const short = await run(voter, 'castBallot', 'CastBallotInput', { roundId: ROUND, choices: [{ lineId: lines[0].id, choice: 'YES' }] });
    expect(dataOf(short).castBallot).toMatchObject({ reason: 'INCOMPLETE_BALLOT' });
    const twice = await run(voter, 'castBallot', 'CastBallotInput', {
      roundId: ROUND,
      choices: lines.map(() => ({ lineId: lines[0].id, choice: 'YES' })),
    });
    expect(dataOf(twice).castBallot).toMatchObject({ reason: 'UNKNOWN_LINE', row: 2 });
    expect(await db.dataSource.query('select 1 from ballot where round_id = $1', [ROUND])).toEqual([]);
    expect(await db.dataSource.query(`select 1 from ballot_roll where round_id = $1 and state <> 'ENTITLED'`, [ROUND])).toEqual([]);
  });

  it('refuses a vote before opening, after closing, from who is not seated, not present, or not on the ballot page', async () => {
    expect(dataOf(await cast('SON')).castBallot).toMatchObject({ reason: 'ROUND_NOT_OPEN' });
    await open();
    expect(faultOf(await run(son, 'castBallot', 'CastBallotInput', { roundId: ROUND, choices: [] }))).toBe('FORBIDDEN');
    expect(dataOf(await cast('SNV-03')).castBallot).toMatchObject({ reason: 'NOT_PRESENT' });
    expect(faultOf(await run(demoActor('BINH', 'BALLOT'), 'castBallot', 'CastBallotInput', { roundId: ROUND, choices: [] }))).toBe(
      'FORBIDDEN',
    );
    expect(faultOf(await run(demoActor('SNV-35', 'BALLOT'), 'castBallot', 'CastBallotInput', { roundId: ROUND, choices: [] }))).toBe(
      'FORBIDDEN',
    );
    await close();
    expect(dataOf(await cast('SON')).castBallot).toMatchObject({ reason: 'ROUND_NOT_OPEN' });
  });

  it('closing without quorum is refused: 5 of 9', async () => {
    await open();
    const attendance = await run(secretary, 'setAttendance', 'SetAttendanceInput', {
      sessionId: SESSION,
      version: 1,
      present: MEMBERS.slice(0, 5).map(personId),
      absent: [{ personId: personId('SNV-03'), reason: 'nghỉ phép' }],
    });
    expect(dataOf(attendance).setAttendance.session.quorum).toEqual({ present: 5, total: 9, needed: 6, met: false });
    expect(await close()).toMatchObject({ reason: 'NO_QUORUM' });
    expect((await roundAs(secretary)).state).toBe('OPEN');
  });

  it('two secretaries who close at once count once', async () => {
    await open();
    await Promise.all(MEMBERS.map((key) => cast(key)));
    const answers = await Promise.all([
      run(secretary, 'closeRound', 'SessionActInput', { id: ROUND, version: 2 }),
      run(secretary, 'closeRound', 'SessionActInput', { id: ROUND, version: 2 }),
    ]);
    expect(answers.filter((answer) => answer.data?.closeRound?.round)).toHaveLength(1);
    expect(
      await db.dataSource.query(`select 1 from outbox where name = 'awards.round.closed.v1' and payload->>'roundId' = $1`, [ROUND]),
    ).toHaveLength(1);
  });

  it('a member may not open or close; only the secretary and the office may', async () => {
    expect(faultOf(await run(son, 'openRound', 'SessionActInput', { id: ROUND, version: 1 }))).toBe('FORBIDDEN');
    expect(faultOf(await run(demoActor('LAN'), 'openRound', 'SessionActInput', { id: ROUND, version: 1 }))).toBe('FORBIDDEN');
    expect(
      faultOf(await execute(subgraph, db.dataSource, { actor: demoActor('LAN'), query: `{ session(id: "${SESSION}") { id } }` })),
    ).toBe('FORBIDDEN');
  });

  it('R-238 no row of any table links a member and his choice', async () => {
    await open();
    await cast('SON', () => 'NO');
    await cast('SNV-12', () => 'YES');
    const tables = (await db.dataSource.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )) as { name: string }[];
    const papers = (await db.dataSource.query('select id, line_id, choice from ballot where round_id = $1', [ROUND])) as {
      id: string;
      line_id: string;
    }[];
    expect(papers).toHaveLength(16);
    for (const { name } of tables) {
      const rows = (await db.dataSource.query(`select to_jsonb(t)::text as row from ${name} t`)) as { row: string }[];
      const naming = rows.filter(({ row }) => row.includes(personId('SON')));
      expect(naming.filter(({ row }) => papers.some((paper) => row.includes(paper.id)))).toEqual([]);
      expect(naming.filter(({ row }) => /"choices?"|castBallot/.test(row))).toEqual([]);
    }
    expect(await db.dataSource.query(`select 1 from idempotency where operation = 'castBallot'`)).toEqual([]);
    expect(await db.dataSource.query(`select 1 from audit_entry where action = 'castBallot'`)).toEqual([]);
    const columns = (await db.dataSource.query(`select count(distinct xmin::text)::int as n from ballot where round_id = $1`, [ROUND])) as [
      { n: number },
    ];
    expect(columns[0].n).toBe(1);
  });

  it('calls a session with one secret round per award, by the regulation of the day', async () => {
    await db.dataSource.query(
      `update nomination set state = 'COUNCIL_SESSION' where department_id = $1 and award_code in ('LDTT', 'CSTDCS') and state in ('SUBMITTED', 'RECEIVED')`,
      [naturalId('organisation', 'SKHCN')],
    );
    const ids = ['LDTT/2025/NAM', 'LDTT/2025/BINH', 'CSTDCS/2025/NAM'].map((key) => naturalId('nomination', key));
    const lan = demoActor('LAN');
    const input = { councilId: councilId('SKHCN/TDKT'), title: 'Phiên cuối năm', heldAt: '2025-12-16T08:00:00+07:00', nominationIds: ids };
    const { session } = dataOf(await run(lan, 'scheduleSession', 'ScheduleSessionInput', input)).scheduleSession;
    expect(session).toMatchObject({ state: 'SCHEDULED', quorum: { total: 9, present: 0 } });
    const invitations = (await db.dataSource.query(
      `select payload from outbox where name = 'awards.task.opened.v1' and payload->>'link' = $1`,
      [`/sessions/${session.id}`],
    )) as { payload: Record<string, unknown> }[];
    expect(invitations).toHaveLength(9);
    expect(invitations[0]?.payload).toMatchObject({ kind: 'SESSION_INVITE', vars: { session: 'Phiên cuối năm' }, dueDate: '2025-12-16' });
    const rounds = dataOf(
      await execute(subgraph, db.dataSource, {
        actor: lan,
        query: `{ session(id: "${session.id}") { rounds { award { code } ballot threshold { percent source confidence } lines { nomination { nomineeName } conflict } } } }`,
      }),
    ).session.rounds;
    expect(rounds.map((round: { award: { code: string }; lines: unknown[] }) => [round.award.code, round.lines.length])).toEqual([
      ['LDTT', 2],
      ['CSTDCS', 1],
    ]);
    expect(rounds[0].threshold).toMatchObject({ percent: '70', confidence: 'local_demo' });
    expect(dataOf(await run(lan, 'scheduleSession', 'ScheduleSessionInput', input)).scheduleSession).toMatchObject({
      reason: 'ON_OTHER_AGENDA',
    });
    const raw = naturalId('nomination', 'LDTT/2025/SKHCN-27');
    expect(
      dataOf(await run(lan, 'scheduleSession', 'ScheduleSessionInput', { ...input, nominationIds: [raw] })).scheduleSession,
    ).toMatchObject({ reason: 'NOT_APPRAISED', row: 1 });
    await db.dataSource.query(`delete from local_regulation where key = 'ballot.threshold'`);
    const other = naturalId('nomination', 'LDTT/2025/HOA');
    expect(
      dataOf(await run(lan, 'scheduleSession', 'ScheduleSessionInput', { ...input, nominationIds: [other] })).scheduleSession,
    ).toMatchObject({ reason: 'NOT_REGULATED' });
  });
});
