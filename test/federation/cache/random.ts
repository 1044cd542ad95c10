/** Numbers from a seed, so that a failing hunt can be run again (mulberry32). */
export function seeded(seed: number): { next(): number; pick<T>(from: readonly T[]): T; upTo(limit: number): number } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, pick: (from) => from[Math.floor(next() * from.length)]!, upTo: (limit) => Math.floor(next() * limit) };
}
