const FIRST_MS = 100;
const LONGEST_MS = 4_000;
/** A line that never brought anything is tried this often; one that did is missed for a minute. */
const TRIES = 3;
const PATIENCE_MS = 60_000;

/**
 * How long to wait before a lost line is opened again, with jitter: a subgraph that restarts is not met by all at once.
 * @param failures in a row before this one. @param lostFor milliseconds since the line was lost.
 * @returns null = no more
 */
export function backOff(failures: number, lostFor: number, hasBrought: boolean, random: () => number = Math.random): number | null {
  if (hasBrought ? lostFor > PATIENCE_MS : failures >= TRIES) return null;
  const longest = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  return Math.round(longest * (0.5 + random() / 2));
}
