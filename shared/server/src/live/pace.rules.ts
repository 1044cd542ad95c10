/**
 * When an event may be told: at once, or at the next mark of a grid that is the same for everybody (milliseconds of the clock).
 * Whoever sees a mark pass learns that something happened since the mark before, not when, and not in which order.
 */
export const releaseAt = (now: number, grid: number): number => (grid <= 0 ? now : (Math.floor(now / grid) + 1) * grid);
