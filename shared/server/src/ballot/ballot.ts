import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { confirm, receiptOf, reconcile, reserve, store, type OnVoted, type Reconciled } from './ballot-steps.js';
import { inTransaction, withRoundLocked } from './round-lock.js';
import type { BallotPaper } from './urn.js';

/** One member's act of voting. `admit` is asked under the round's lock: null lets him vote, anything else is the refusal. */
export interface SecretVote<R> {
  roundId: string;
  memberId: string;
  /** The act's idempotency key. Only its hash is kept, on the roll; it never meets the choices. */
  actKey: string;
  /** Business day; no finer time is stored. */
  votedOn: string;
  papers: BallotPaper[];
  admit: (manager: EntityManager) => Promise<R | null>;
  onVoted?: OnVoted;
}

export type VoteOutcome<R> =
  | { kind: 'CAST'; receipt: string; votedOn: string }
  /** The same act again (the answer was lost on the way): the vote lies in the urn once, the receipt is the same. */
  | { kind: 'REPEATED'; receipt: string; votedOn: string }
  | { kind: 'ALREADY_VOTED'; receipt: string; votedOn: string }
  | { kind: 'REFUSED'; refusal: R };

/**
 * Casts a secret vote exactly once, in separate transactions:
 * 1. the roll: settle an earlier crash, ask `admit`, reserve the member (no choices);
 * 2. the urn: put the papers in and shake it (no member);
 * 3. the roll: the reservation becomes "has voted".
 * A crash after 1 leaves no papers, after 2 all of them; the next act in the round sees which by counting, because the
 * lock allows one reservation at a time. So no vote is lost and none doubled, and nothing stored links member and choice.
 * What this does and does not hide from an administrator: docs/decisions/0001-ballot.md.
 */
export function castSecretVote<R>(dataSource: DataSource, vote: SecretVote<R>): Promise<VoteOutcome<R>> {
  return withRoundLocked(dataSource, vote.roundId, async (runner) => {
    const first = await inTransaction(runner, () => admitAndReserve(runner, vote));
    if (first.kind !== 'CAST') return first;
    await inTransaction(runner, () => store(runner, vote.roundId, vote.papers));
    await inTransaction(runner, () => confirm(runner, vote, vote.onVoted));
    return first;
  });
}

async function admitAndReserve<R>(runner: QueryRunner, vote: SecretVote<R>): Promise<VoteOutcome<R>> {
  await reconcile(runner, vote.roundId, vote.onVoted);
  const earlier = await receiptOf(runner, vote.roundId, vote.memberId, vote.actKey);
  if (earlier) return { kind: earlier.sameAct ? 'REPEATED' : 'ALREADY_VOTED', receipt: earlier.receipt, votedOn: earlier.votedOn };
  const refusal = await vote.admit(runner.manager);
  if (refusal !== null) return { kind: 'REFUSED', refusal };
  const receipt = await reserve(runner, { ...vote, lines: vote.papers.length });
  return { kind: 'CAST', receipt, votedOn: vote.votedOn };
}

/** Writes the roll of a round when it opens. Adding a member again changes nothing. */
export async function openRoll(manager: EntityManager, roundId: string, memberIds: readonly string[]): Promise<void> {
  await manager.query('insert into ballot_roll (round_id, member_id) select $1, unnest($2::uuid[]) on conflict do nothing', [
    roundId,
    memberIds,
  ]);
}

/**
 * Runs `close` while no vote is in flight: waits for the one being cast, settles a crashed one first, and tells `close`
 * what it found. RELEASED means a member's vote was not stored: he should be asked to vote again before the round ends.
 */
export function closingRoll<T>(
  dataSource: DataSource,
  roundId: string,
  onVoted: OnVoted | undefined,
  close: (found: Reconciled) => Promise<T>,
): Promise<T> {
  return withRoundLocked(dataSource, roundId, async (runner) => {
    const found = await inTransaction(runner, () => reconcile(runner, roundId, onVoted));
    return close(found);
  });
}

/** Who has voted, without when and what; for many rounds in one statement. */
export async function rollOf(
  manager: EntityManager,
  roundIds: readonly string[],
): Promise<{ roundId: string; memberId: string; voted: boolean }[]> {
  return manager.query(
    `select round_id as "roundId", member_id as "memberId", state = 'VOTED' as voted from ballot_roll where round_id = any($1)`,
    [roundIds],
  );
}

/** Opens the urn. Only for a closed round: the caller guards that, and stores the counts. */
export async function openUrn(manager: EntityManager, roundId: string): Promise<BallotPaper[]> {
  return manager.query('select line_id as "lineId", choice from ballot where round_id = $1 order by line_id, choice', [roundId]);
}
