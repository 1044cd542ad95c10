const FIRST_MS = 100;
const LONGEST_MS = 4_000;
/** A line that was never open is tried this often; one that was is missed for a minute. */
const TRIES = 3;
const PATIENCE_MS = 60_000;

/** A line that lasted this long was no failure: its loss is the first. */
export const LASTING_MS = 5_000;

/**
 * How long to wait before a lost line is opened again, with jitter: a subgraph that restarts is not met by all at once.
 * @param failures in a row before this one. @param lostFor milliseconds since the line was lost.
 * @returns null = no more
 */
export function backOff(failures: number, lostFor: number, wasOpen: boolean, random: () => number = Math.random): number | null {
  if (wasOpen ? lostFor > PATIENCE_MS : failures >= TRIES) return null;
  const longest = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  return Math.round(longest * (0.5 + random() / 2));
}
