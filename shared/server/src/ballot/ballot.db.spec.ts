import { testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineSubgraph, newId } from '../index.js';
import { reserve, store } from './ballot-steps.js';
import { BallotTables2025010100100 } from './ballot-tables.migration.js';
import { castSecretVote, closingRoll, openRoll, openUrn, rollOf, type SecretVote } from './ballot.js';
import { inTransaction, withRoundLocked } from './round-lock.js';

const definition = defineSubgraph({ name: 'awards', entities: [], migrations: [BallotTables2025010100100], resolvers: [] });

describe('the secret ballot', () => {
  let db: TestDatabase;
  let round: string;
  const lines = [newId(), newId(), newId()];
  const members = Array.from({ length: 9 }, () => newId());
  const member = (index: number): string => members[index] as string;
  const papers = (choice: string, count = lines.length) => lines.slice(0, count).map((lineId) => ({ lineId, choice }));

  const vote = (memberId: string, choice = 'YES', change: Partial<SecretVote<string>> = {}) =>
    castSecretVote<string>(db.dataSource, {
      roundId: round,
      memberId,
      actKey: `act-${memberId}`,
      votedOn: '2025-12-12',
      papers: papers(choice),
      admit: async () => null,
      ...change,
    });
  const urn = () => openUrn(db.dataSource.manager, round);
  const voted = async (): Promise<string[]> =>
    (await rollOf(db.dataSource.manager, [round]))
      .filter((row) => row.voted)
      .map((row) => row.memberId)
      .toSorted();
  const close = () => closingRoll(db.dataSource, round, undefined, async (found) => found);

  beforeAll(async () => {
    db = await testDatabase(definition);
  });
  afterAll(() => db.drop());
  beforeEach(async () => {
    round = newId();
    await openRoll(db.dataSource.manager, round, members);
  });

  it('R-238 stores the votes of nine members who vote at the same moment, each once', async () => {
    const outcomes = await Promise.all(members.map((id, index) => vote(id, index < 7 ? 'YES' : 'NO')));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(9).fill('CAST'));
    const stored = await urn();
    expect(stored).toHaveLength(27);
    expect(stored.filter((paper) => paper.choice === 'NO')).toHaveLength(6);
    expect(await voted()).toEqual([...members].toSorted());
  });

  it('R-238 one member who votes twice at once is stored once; another act of his is refused', async () => {
    const [first, second] = await Promise.all([vote(member(0)), vote(member(0))]);
    expect([first.kind, second.kind].toSorted()).toEqual(['CAST', 'REPEATED']);
    expect(first.kind !== 'REFUSED' && second.kind !== 'REFUSED' && first.receipt === second.receipt).toBe(true);
    expect(await vote(member(0), 'NO', { actKey: 'another-act' })).toMatchObject({ kind: 'ALREADY_VOTED' });
    expect((await urn()).map((paper) => paper.choice)).toEqual(['YES', 'YES', 'YES']);
  });

  it('a crash after the reservation loses nothing: the member votes again and is stored once', async () => {
    await withRoundLocked(db.dataSource, round, (runner) =>
      inTransaction(runner, () =>
        reserve(runner, { roundId: round, memberId: member(0), lines: 3, actKey: 'act-0', votedOn: '2025-12-12' }),
      ),
    );
    expect(await voted()).toEqual([]);
    expect(await vote(member(0))).toMatchObject({ kind: 'CAST' });
    expect(await urn()).toHaveLength(3);
    expect(await close()).toBe('CLEAN');
  });

  it('a crash after the papers were stored doubles nothing: the same act answers its receipt', async () => {
    await withRoundLocked(db.dataSource, round, async (runner) => {
      await inTransaction(runner, () =>
        reserve(runner, { roundId: round, memberId: member(0), lines: 3, actKey: `act-${member(0)}`, votedOn: '2025-12-12' }),
      );
      await inTransaction(runner, () => store(runner, round, papers('NO')));
    });
    expect(await vote(member(0), 'YES')).toMatchObject({ kind: 'REPEATED' });
    expect((await urn()).map((paper) => paper.choice)).toEqual(['NO', 'NO', 'NO']);
    expect(await voted()).toEqual([member(0)]);
  });

  it('the next member settles what another one’s crash left, and both count', async () => {
    await vote(member(1));
    await withRoundLocked(db.dataSource, round, async (runner) => {
      await inTransaction(runner, () =>
        reserve(runner, { roundId: round, memberId: member(0), lines: 3, actKey: 'act-0', votedOn: '2025-12-12' }),
      );
      await inTransaction(runner, () => store(runner, round, papers('NO')));
    });
    const told: string[] = [];
    await vote(member(2), 'YES', {
      onVoted: async (_runner, id) => {
        told.push(id);
      },
    });
    expect(told).toEqual([member(0), member(2)]);
    expect(await urn()).toHaveLength(9);
  });

  it('closing tells that a reserved vote was never stored, so that the member can be asked again', async () => {
    await withRoundLocked(db.dataSource, round, (runner) =>
      inTransaction(runner, () =>
        reserve(runner, { roundId: round, memberId: member(0), lines: 3, actKey: 'act-0', votedOn: '2025-12-12' }),
      ),
    );
    expect(await close()).toBe('RELEASED');
    expect(await close()).toBe('CLEAN');
    expect(await urn()).toHaveLength(0);
  });

  it('a refusal of the caller writes nothing', async () => {
    expect(await vote(member(0), 'YES', { admit: async () => 'CLOSED' })).toEqual({ kind: 'REFUSED', refusal: 'CLOSED' });
    expect(await urn()).toHaveLength(0);
    expect(await voted()).toEqual([]);
    await expect(vote(newId())).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
  });

  it('refuses to count an urn into which somebody put a paper', async () => {
    await vote(member(0));
    await db.dataSource.query('insert into ballot (id, round_id, line_id, choice) values ($1, $2, $3, $4)', [
      newId(),
      round,
      lines[0],
      'YES',
    ]);
    await expect(close()).rejects.toMatchObject({ extensions: { code: 'INTERNAL' } });
  });

  it('R-238 nothing stored links a member and his choice', async () => {
    await vote(member(0), 'NO');
    await vote(member(1), 'YES');
    await vote(member(2), 'YES', { papers: papers('BLANK', 2) });
    const columns = (await db.dataSource.query(
      `select column_name from information_schema.columns where table_name = 'ballot' order by 1`,
    )) as { column_name: string }[];
    expect(columns.map((row) => row.column_name)).toEqual(['choice', 'id', 'line_id', 'round_id']);
    // All papers of a round were written by one and the same transaction, and none of them by one that touched the roll.
    const writers = (await db.dataSource.query('select distinct xmin::text as xid from ballot where round_id = $1', [round])) as {
      xid: string;
    }[];
    const rolls = (await db.dataSource.query('select distinct xmin::text as xid from ballot_roll where round_id = $1', [round])) as {
      xid: string;
    }[];
    expect(writers).toHaveLength(1);
    expect(rolls.map((row) => row.xid)).not.toContain(writers[0]?.xid);
    // The order of the ids is not the order of voting: they are random, and new after every vote.
    const before = (await db.dataSource.query('select id from ballot where round_id = $1', [round])) as { id: string }[];
    await vote(member(3), 'YES');
    const after = (await db.dataSource.query('select id from ballot where round_id = $1', [round])) as { id: string }[];
    expect(after.filter((row) => before.some((old) => old.id === row.id))).toEqual([]);
    expect(after.every((row) => row.id[14] === '4')).toBe(true);
    // No other table of the subgraph got anything from a vote.
    for (const table of ['audit_entry', 'outbox', 'idempotency']) {
      expect((await db.dataSource.query(`select count(*)::int as n from ${table}`)) as unknown).toEqual([{ n: 0 }]);
    }
  });

  it('the roll keeps a day, no time, and a hash of the act that does not cover the choices', async () => {
    await vote(member(0), 'NO');
    const [row] = (await db.dataSource.query('select * from ballot_roll where round_id = $1 and member_id = $2', [
      round,
      member(0),
    ])) as Record<string, unknown>[];
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['act_hash', 'lines', 'member_id', 'receipt', 'round_id', 'state', 'voted_on']);
    await vote(member(1), 'YES', { actKey: `act-${member(0)}` });
    const hashes = (await db.dataSource.query(`select distinct act_hash from ballot_roll where round_id = $1 and state = 'VOTED'`, [
      round,
    ])) as unknown[];
    expect(hashes).toHaveLength(1);
  });
});
