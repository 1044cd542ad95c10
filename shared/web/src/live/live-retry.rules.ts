const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Milliseconds before a lost line is opened again: longer after every failure, and never all pages at once. */
export const waitBefore = (failures: number, random: () => number = Math.random): number =>
  Math.round(Math.min(FIRST_MS * 2 ** failures, LONGEST_MS) * (0.5 + random() / 2));
