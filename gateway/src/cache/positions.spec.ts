import type { ChangesAnswer } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { Positions, type Rest } from './positions.js';

const PLANS: Rest = { service: 'campaigns', topics: ['plan'], day: null };

/** A subgraph that answers when it is told to. */
class Subgraph {
  readonly asked: (string | null)[] = [];
  readonly #waiting: ((answer: ChangesAnswer | Error) => void)[] = [];
  #position = 0;

  readonly ask = (_service: string, since: string | null): Promise<ChangesAnswer> => {
    this.asked.push(since);
    return new Promise((resolve, reject) => this.#waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))));
  };

  async answer(topics: string[] | null, more: Partial<ChangesAnswer> = {}): Promise<void> {
    this.#waiting.shift()!({ epoch: 'e', position: `p${(this.#position += 1)}`, day: '2025-12-15', topics, ...more });
    await new Promise((resolve) => setImmediate(resolve));
  }

  async fail(): Promise<void> {
    this.#waiting.shift()!(new Error('gone'));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function known(): Promise<{ subgraph: Subgraph; positions: Positions }> {
  const subgraph = new Subgraph();
  const positions = new Positions(subgraph.ask);
  const first = positions.check('campaigns');
  await subgraph.answer(null);
  expect(await first).toBe(true);
  return { subgraph, positions };
}

describe('what a gateway knows of a subgraph', () => {
  it('makes nothing current that was fetched before the first word, and everything after it', async () => {
    const subgraph = new Subgraph();
    const positions = new Positions(subgraph.ask);
    const before = positions.now;
    const check = positions.check('campaigns');
    await subgraph.answer(['plan']);
    await check;
    expect(positions.isCurrent(PLANS, before)).toBe(false);
    expect(positions.isCurrent(PLANS, positions.now)).toBe(true);
  });

  it('ends what rests on a changed table, and nothing else', async () => {
    const { subgraph, positions } = await known();
    const since = positions.now;
    void positions.check('campaigns');
    await subgraph.answer(['plan']);
    expect(subgraph.asked).toEqual([null, 'p1']);
    expect(positions.isCurrent(PLANS, since)).toBe(false);
    expect(positions.isCurrent({ ...PLANS, topics: ['campaign'] }, since)).toBe(true);
    expect(positions.isCurrent(PLANS, positions.now)).toBe(true);
  });

  it('lets nobody join a question that was sent before he came; those who wait share the next', async () => {
    const { subgraph, positions } = await known();
    const done: string[] = [];
    void positions.check('campaigns').then(() => done.push('first'));
    void positions.check('campaigns').then(() => done.push('second'));
    void positions.check('campaigns').then(() => done.push('third'));
    expect(subgraph.asked.length).toBe(2);
    await subgraph.answer([]);
    expect(done).toEqual(['first']);
    await subgraph.answer([]);
    expect(done).toEqual(['first', 'second', 'third']);
    expect(subgraph.asked).toEqual([null, 'p1', 'p2']);
  });

  it('ends everything when changes cannot be told, or the database or the release is another', async () => {
    const { subgraph, positions } = await known();
    for (const more of [{ topics: null }, { epoch: 'another' }]) {
      const since = positions.now;
      void positions.check('campaigns');
      await subgraph.answer([], more);
      expect(positions.isCurrent({ ...PLANS, topics: [] }, since)).toBe(false);
      expect(positions.isCurrent(PLANS, positions.now)).toBe(true);
    }
  });

  it('knows the day from the same word', async () => {
    const { subgraph, positions } = await known();
    const today: Rest = { ...PLANS, day: '2025-12-15' };
    expect(positions.isCurrent(today, positions.now)).toBe(true);
    void positions.check('campaigns');
    await subgraph.answer([], { day: '2025-12-16' });
    expect(positions.isCurrent(today, positions.now)).toBe(false);
    expect(positions.isCurrent(PLANS, positions.now)).toBe(true);
  });

  it('says so when the subgraph does not answer, and goes on from the same position later', async () => {
    const { subgraph, positions } = await known();
    const check = positions.check('campaigns');
    const waiting = positions.check('campaigns');
    await subgraph.fail();
    expect(await check).toBe(false);
    expect(await waiting).toBe(false); // it is left alone for a moment
    expect(subgraph.asked).toEqual([null, 'p1']);
  });

  it('counts steps for all subgraphs together: an answer of several has one age', async () => {
    const { subgraph, positions } = await known();
    const since = positions.now;
    void positions.check('awards');
    await subgraph.answer(null);
    expect(positions.isCurrent({ service: 'awards', topics: [], day: null }, since)).toBe(false);
    expect(positions.isCurrent(PLANS, since)).toBe(true);
  });
});
