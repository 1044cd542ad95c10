import { naturalId, type AssertedActor } from '@thidua/contracts';
import { dataOf, execute, liveServer, testDatabase, type LiveEvent, type LiveServer, type TestDatabase } from '@thidua/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoActor, demoPeers } from '../../test/demo.peers.js';
import { subgraph } from '../subgraph.js';

const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');
const TALLY = `subscription ($session: ID!) { councilTally(session: $session) { id rounds { id state votedCount voterCount lines { result { yes } } } } }`;
const roundOf = (event: LiveEvent | null) => event?.data?.councilTally?.rounds.find((round: { id: string }) => round.id === ROUND);

describe('the live tally of a session', () => {
  let db: TestDatabase;
  let live: LiveServer;
  let act = 0;
  beforeEach(async () => {
    db = await testDatabase(subgraph, { fixture: 'council-day' });
    live = await liveServer(subgraph, db.dataSource);
  });
  afterEach(async () => {
    await live.stop();
    await db.drop();
  });

  const run = async (actor: AssertedActor, query: string, input: Record<string, unknown>) => {
    act += 1;
    const variables = { input: { clientMutationId: `tally-act-${act}`, ...input } };
    return dataOf(await execute(subgraph, db.dataSource, { actor, peers: demoPeers(), query, variables }));
  };
  const openRound = () =>
    run(demoActor('SNV-07'), 'mutation ($input: SessionActInput!) { openRound(input: $input) { __typename } }', { id: ROUND, version: 1 });
  const vote = async (key: string) => {
    const query = `{ votingRound(id: "${ROUND}") { lines { id conflict } } }`;
    const { lines } = dataOf(await execute(subgraph, db.dataSource, { actor: demoActor(key), query })).votingRound;
    const choices = lines
      .filter((line: { conflict: boolean }) => !line.conflict)
      .map(({ id }: { id: string }) => ({ lineId: id, choice: 'YES' }));
    await run(demoActor(key, 'BALLOT'), 'mutation ($input: CastBallotInput!) { castBallot(input: $input) { __typename } }', {
      roundId: ROUND,
      choices,
    });
  };
  const listen = (as: string, since?: string) =>
    live.subscribe(TALLY, () => demoActor(as), { variables: { session: SESSION }, ...(since ? { since } : {}) });

  it('R-238 tells the secretary how many of how many have voted, votes of one mark together, and no choice', async () => {
    const events = await listen('SNV-07');
    expect(roundOf(await events.next())).toMatchObject({ state: 'PREPARED', votedCount: null, voterCount: null });
    await openRound();
    expect(roundOf(await events.next())).toMatchObject({ state: 'OPEN', votedCount: 0, voterCount: 8 });
    await Promise.all(['SON', 'SNV-12', 'SNV-19'].map(vote));
    let counted = roundOf(await events.next());
    // Votes that fall on both sides of a mark are told with two marks.
    if (counted.votedCount < 3) counted = roundOf(await events.next());
    expect(counted).toMatchObject({ state: 'OPEN', votedCount: 3, voterCount: 8 });
    expect(counted.lines.every((line: { result: unknown }) => line.result === null)).toBe(true);
    events.close();
  });

  it('R-238 shows a member that the round is open, no count before it is closed, and not even that somebody voted', async () => {
    const events = await listen('SON');
    await events.next();
    await openRound();
    expect(roundOf(await events.next())).toMatchObject({ state: 'OPEN', votedCount: null, voterCount: null });
    const secretary = await listen('SNV-07');
    await secretary.next();
    await vote('SNV-12');
    expect(roundOf(await secretary.next())).toMatchObject({ votedCount: 1 });
    const lineId = (await db.dataSource.query(`select id from ballot_line where round_id = $1 order by position limit 1`, [ROUND]))[0]
      .id as string;
    await run(demoActor('SON'), 'mutation ($input: DeclareConflictInput!) { declareConflict(input: $input) { __typename } }', {
      lineId,
      reason: 'Họ hàng',
    });
    // The next thing the member hears is the conflict, not the vote before it.
    expect(roundOf(await events.next()).lines.length).toBeGreaterThan(0);
    expect(await Promise.race([events.next(), sleep(1_000, 'nothing')])).toBe('nothing');
    secretary.close();
    events.close();
  });

  it('refuses whoever may not read the session, before any event and at the first one after a role is lost', async () => {
    await expect(listen('LAN')).rejects.toThrow('FORBIDDEN');
    let actor = demoActor('SNV-07');
    const events = await live.subscribe(TALLY, () => actor, { variables: { session: SESSION } });
    await events.next();
    actor = { ...actor, roles: [] };
    await openRound();
    expect(await events.next()).toMatchObject({ data: { councilTally: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await events.next()).toBeNull();
  });

  it('goes on after the last event that was seen', async () => {
    const first = await listen('SNV-07');
    const seen = await first.next();
    first.close();
    await openRound();
    const again = await listen('SNV-07', seen!.position);
    const event = await again.next();
    expect(roundOf(event)).toMatchObject({ state: 'OPEN', votedCount: 0 });
    expect(event!.position).not.toBe(seen!.position);
    again.close();
  });
});
