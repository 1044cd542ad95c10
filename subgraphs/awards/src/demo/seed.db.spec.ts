import { naturalId } from '@thidua/contracts';
import { openUrn, rollOf } from '@thidua/server';
import { actorOf, dataOf, entities, execute, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockingChecks } from '../eligibility/verdict.rules.js';
import { BallotLineEntity, VotingRoundEntity } from '../council-session/council-session.entity.js';
import { NominationEntity, NominationState } from '../nomination/nomination.entity.js';
import { subgraph } from '../subgraph.js';

describe('the demo of awards', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(subgraph, { fixture: 'demo' });
  });
  afterAll(() => db.drop());

  const counted = async (department: string): Promise<Record<string, number>> => {
    const rows = (await db.dataSource.query(
      `select award_code as code, count(*)::int as n from nomination where department_id = $1 and year = 2025 group by 1`,
      [naturalId('organisation', department)],
    )) as { code: string; n: number }[];
    return Object.fromEntries(rows.map((row) => [row.code, row.n]));
  };

  it('has the 185 own-authority nominations of the three departments', async () => {
    expect(await counted('SKHCN')).toMatchObject({ LDTT: 36, CSTDCS: 7, TTLDTT: 6, GK_SO: 3 });
    expect(await counted('SNV')).toMatchObject({ LDTT: 41, CSTDCS: 8, TTLDTT: 6, GK_SO: 3 });
    const beyond = 2; // STC-26 over the cap and STC-58 without a rating stand beside the 75
    const stc = await counted('STC');
    expect((stc['LDTT'] ?? 0) + (stc['CSTDCS'] ?? 0) + (stc['TTLDTT'] ?? 0) + (stc['GK_SO'] ?? 0)).toBe(75 + beyond);
  });

  it('has no nomination that was sent against a blocking condition, but the suspended one (L-07)', async () => {
    const rows = await db.dataSource.manager.find(NominationEntity);
    const wrong = rows.filter((row) => row.state !== NominationState.DRAFT && blockingChecks(row.assessment?.checks ?? []).length > 0);
    expect(
      wrong.map(
        (row) =>
          `${row.awardCode} ${row.nomineeName} ${row.state} ${blockingChecks(row.assessment?.checks ?? [])
            .map((check) => check.rule)
            .join()}`,
      ),
    ).toHaveLength(1);
    expect(wrong[0]?.state).toBe(NominationState.SUSPENDED);
  });

  it('leaves two eligible people of HUY’s division without a nomination', async () => {
    const ids = ['SKHCN-15', 'SKHCN-16'].map((key) => naturalId('person', key));
    expect(await db.dataSource.query('select 1 from nomination where nominee_id = any($1)', [ids])).toEqual([]);
  });

  it('has urns that balance with their rolls, and lines that balance with their urns', async () => {
    const rounds = await db.dataSource.manager.find(VotingRoundEntity);
    expect(rounds.map((round) => round.state).toSorted()).toEqual([...Array(6).fill('CLOSED'), 'OPEN', 'PREPARED', 'PREPARED', 'PREPARED']);
    for (const round of rounds) {
      const papers = await openUrn(db.dataSource.manager, round.id);
      const [{ lines }] = (await db.dataSource.query(
        `select coalesce(sum(lines), 0)::int as lines from ballot_roll where round_id = $1 and state = 'VOTED'`,
        [round.id],
      )) as [{ lines: number }];
      expect(papers).toHaveLength(lines);
      for (const line of await db.dataSource.manager.findBy(BallotLineEntity, { roundId: round.id })) {
        const { tally } = line;
        if (tally) expect(tally.yes).toBe(papers.filter((paper) => paper.lineId === line.id && paper.choice === 'YES').length);
        if (tally) expect(tally.yes + tally.no + tally.blank + tally.invalid + tally.absent).toBe(9);
        expect(tally === null).toBe(round.state !== 'CLOSED');
        if (tally) expect(tally.passed).toBe(true);
      }
    }
  });

  it('council-day: the session of SNV is open, every round prepared, nobody has voted', async () => {
    const day = await testDatabase(subgraph, { fixture: 'council-day' });
    const rounds = (await day.dataSource.query(
      `select r.id, r.state from voting_round r join council_session s on s.id = r.session_id where s.department_id = $1`,
      [naturalId('organisation', 'SNV')],
    )) as { id: string; state: string }[];
    expect(rounds.map((row) => row.state)).toEqual(Array(5).fill('PREPARED'));
    const invited = (await day.dataSource.query(
      `select payload->'assignee'->>'personId' as "personId" from outbox where name = 'awards.task.opened.v1' and payload->>'kind' = 'SESSION_INVITE'`,
    )) as { personId: string }[];
    expect(invited).toHaveLength(9);
    expect(invited).toContainEqual({ personId: naturalId('person', 'SON') });
    expect(
      await rollOf(
        day.dataSource.manager,
        rounds.map((row) => row.id),
      ),
    ).toEqual([]);
    await day.drop();
  });

  it('R-276 statistics equal the sums of the paged awards', async () => {
    const actor = actorOf('EMULATION_OFFICE', { scopeId: naturalId('organisation', 'TNH') });
    for (const year of [2023, 2024, 2025]) {
      const statistics = dataOf(
        await execute(subgraph, db.dataSource, {
          actor,
          query: `{ awardStatistics(year: ${year}) { rows { individuals collectives households awardType { code } } } }`,
        }),
      );
      const sum = (statistics.awardStatistics.rows as { individuals: number; collectives: number; households: number }[]).reduce(
        (total, row) => total + row.individuals + row.collectives + row.households,
        0,
      );
      const { query, variables } = entities('Organisation', `{ awards(year: ${year}) { totalCount } }`, [naturalId('organisation', 'TNH')]);
      expect(dataOf(await execute(subgraph, db.dataSource, { actor, query, variables }))._entities[0].awards.totalCount).toBe(sum);
      expect(sum).toBeGreaterThan(50);
    }
  });

  it('keeps the award of 2024 of a person who moved with the department that gave it', async () => {
    const actor = actorOf('EMULATION_OFFICE', { scopeId: naturalId('organisation', 'TNH') });
    const { query, variables } = entities('Person', '{ awards { nodes { year organisation { id } decision { number symbol } } } }', [
      naturalId('person', 'SNV-30'),
    ]);
    const [person] = dataOf(await execute(subgraph, db.dataSource, { actor, query, variables }))._entities;
    expect(person.awards.nodes).toMatchObject([
      { year: 2024, organisation: { id: naturalId('organisation', 'STC') }, decision: { symbol: 'QĐ-STC' } },
    ]);
  });
});
