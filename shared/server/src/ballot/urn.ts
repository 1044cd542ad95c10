import { randomId } from '@thidua/contracts';
import { randomInt } from 'node:crypto';

/** One choice on one line, as it lies in the urn. */
export interface BallotPaper {
  lineId: string;
  choice: string;
}

/** What is stored: a random v4 id that tells no order. */
export interface StoredPaper extends BallotPaper {
  id: string;
}

/**
 * Shakes the urn: the papers already in it and the new ones in random order, all with new ids. Every vote rewrites the
 * whole round, so neither the physical order of the rows nor their transaction number tells which came last.
 */
export function shaken(papers: readonly BallotPaper[]): StoredPaper[] {
  const order = papers.map((paper) => ({ id: randomId(), lineId: paper.lineId, choice: paper.choice }));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = randomInt(last + 1);
    const [a, b] = [order[last], order[pick]];
    if (a && b) [order[last], order[pick]] = [b, a];
  }
  return order;
}
