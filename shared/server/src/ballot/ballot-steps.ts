import { createHash, randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { fault } from '../faults.js';
import { shaken, type BallotPaper } from './urn.js';

/** Told in the transaction that marks a member as having voted, also when that is found out after a crash. */
export type OnVoted = (runner: QueryRunner, memberId: string) => Promise<void>;

export type Reconciled = 'CLEAN' | 'CONFIRMED' | 'RELEASED';

interface RollRow {
  member_id: string;
  state: 'ENTITLED' | 'RESERVED' | 'VOTED';
  lines: number | null;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Settles what a crash left between the two halves, by counting: each voted member put `lines` papers into the urn. As
 * many papers as the voted ones account for: the reserved vote was never stored, the member may vote again. As many more
 * as the reserved one has lines: it was stored, the member has voted. Anything else: somebody touched the tables.
 * @throws INTERNAL when the urn does not balance
 */
export async function reconcile(runner: QueryRunner, roundId: string, onVoted?: OnVoted): Promise<Reconciled> {
  const roll = (await runner.query('select member_id, state, lines from ballot_roll where round_id = $1 for update', [
    roundId,
  ])) as RollRow[];
  const [{ stored }] = (await runner.query('select count(*)::int as stored from ballot where round_id = $1', [roundId])) as [
    { stored: number },
  ];
  const accounted = roll.filter((row) => row.state === 'VOTED').reduce((sum, row) => sum + (row.lines ?? 0), 0);
  const reserved = roll.filter((row) => row.state === 'RESERVED');
  const [open] = reserved;
  if (!open && stored === accounted) return 'CLEAN';
  if (reserved.length !== 1 || !open) throw unbalanced(roundId, stored, accounted);
  if (stored === accounted) {
    await runner.query(
      `update ballot_roll set state = 'ENTITLED', lines = null, receipt = null, act_hash = null where round_id = $1 and member_id = $2`,
      [roundId, open.member_id],
    );
    return 'RELEASED';
  }
  if (stored !== accounted + (open.lines ?? 0)) throw unbalanced(roundId, stored, accounted);
  await confirm(runner, { roundId, memberId: open.member_id, votedOn: null }, onVoted);
  return 'CONFIRMED';
}

function unbalanced(roundId: string, stored: number, accounted: number): Error {
  return fault('INTERNAL', `The urn of round ${roundId} does not balance: ${stored} papers, ${accounted} accounted for.`);
}

/** First half: marks the member as about to vote. Knows the number of lines, not the choices. */
export async function reserve(
  runner: QueryRunner,
  vote: { roundId: string; memberId: string; lines: number; actKey: string; votedOn: string },
): Promise<string> {
  const receipt = randomBytes(9).toString('base64url').toUpperCase().replaceAll(/[-_]/g, 'X');
  const rows = (await runner.query(
    `update ballot_roll set state = 'RESERVED', lines = $3, receipt = $4, act_hash = $5, voted_on = $6
     where round_id = $1 and member_id = $2 and state = 'ENTITLED' returning 1`,
    [vote.roundId, vote.memberId, vote.lines, receipt, hashOf(vote.actKey), vote.votedOn],
  )) as [unknown[], number];
  if (rows[1] !== 1) throw fault('CONFLICT', 'This member is not entitled to vote in this round, or has voted.');
  return receipt;
}

/** Second half: puts the papers into the urn and shakes it. Knows the choices, not the member. */
export async function store(runner: QueryRunner, roundId: string, papers: readonly BallotPaper[]): Promise<void> {
  const [before] = (await runner.query('delete from ballot where round_id = $1 returning line_id, choice', [roundId])) as [
    { line_id: string; choice: string }[],
    number,
  ];
  const all = shaken([...before.map((row) => ({ lineId: row.line_id, choice: row.choice })), ...papers]);
  await runner.query(
    `insert into ballot (id, round_id, line_id, choice) select paper.id, $1, paper.line_id, paper.choice
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as paper (id, line_id, choice)`,
    [roundId, all.map((paper) => paper.id), all.map((paper) => paper.lineId), all.map((paper) => paper.choice)],
  );
}

/** Third: the reservation becomes a vote. A null day keeps the one of the reservation. */
export async function confirm(
  runner: QueryRunner,
  vote: { roundId: string; memberId: string; votedOn: string | null },
  onVoted?: OnVoted,
): Promise<void> {
  await runner.query(`update ballot_roll set state = 'VOTED', voted_on = coalesce($3, voted_on) where round_id = $1 and member_id = $2`, [
    vote.roundId,
    vote.memberId,
    vote.votedOn,
  ]);
  await onVoted?.(runner, vote.memberId);
}

/** The receipt of a member who has voted; `sameAct` tells whether it was this very act that is repeated. */
export async function receiptOf(
  runner: QueryRunner,
  roundId: string,
  memberId: string,
  actKey: string,
): Promise<{ receipt: string; votedOn: string; sameAct: boolean } | null> {
  const [row] = (await runner.query(
    `select receipt, voted_on::text as voted_on, act_hash from ballot_roll where round_id = $1 and member_id = $2 and state = 'VOTED'`,
    [roundId, memberId],
  )) as { receipt: string; voted_on: string; act_hash: string }[];
  return row ? { receipt: row.receipt, votedOn: row.voted_on, sameAct: row.act_hash === hashOf(actKey) } : null;
}
