import { neededFor, percentOf, printedShare, reachesPercent } from '../local-regulation/decimal.rules.js';

export type Choice = 'YES' | 'NO' | 'BLANK';

/** The count of one line. `absent` = members of the council without a vote on the line, conflicted ones included. */
export interface Tally {
  yes: number;
  no: number;
  blank: number;
  invalid: number;
  absent: number;
  conflicted: number;
  total: number;
  needed: number;
  percent: string;
  passed: boolean;
}

/**
 * Counts one line (R-238, rules §6): `yes / all members ≥ threshold`, never rounded towards a pass. A member with a
 * conflict has no vote on the line and stays in the denominator.
 */
export function tallyLine(votes: readonly Choice[], council: { members: number; conflicted: number; threshold: string }): Tally {
  const count = (choice: Choice): number => votes.filter((vote) => vote === choice).length;
  const yes = count('YES');
  const percent = percentOf(council.threshold);
  return {
    yes,
    no: count('NO'),
    blank: count('BLANK'),
    invalid: 0,
    absent: council.members - votes.length,
    conflicted: council.conflicted,
    total: council.members,
    needed: neededFor(council.members, percent),
    percent: printedShare(yes, council.members, percent),
    passed: reachesPercent(yes, council.members, percent),
  };
}

/** Quorum as a fraction "2/3" of all members, rounded up: 6 of 9 (rules §6). */
export function quorumOf(
  present: number,
  total: number,
  fraction: string,
): { present: number; total: number; needed: number; met: boolean } {
  const match = /^(\d+)\/(\d+)$/.exec(fraction);
  if (!match || Number(match[2]) === 0) throw new RangeError(`Not a fraction: ${fraction}`);
  const [part, whole] = [Number(match[1]), Number(match[2])];
  const needed = Math.floor((total * part + whole - 1) / whole);
  return { present, total, needed, met: total > 0 && present >= needed };
}
