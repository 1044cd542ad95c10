import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budgets } from './budget.js';

function clock(): { now: () => number; pass: (seconds: number) => void } {
  let at = 1_000_000;
  return { now: () => at, pass: (seconds) => void (at += seconds * 1_000) };
}

describe('a budget per minute', () => {
  it('may be used at once, comes back evenly, and tells after how many seconds there is enough', () => {
    const time = clock();
    const budgets = new Budgets(time.now);
    expect(budgets.take('bao', 600, 600)).toBeNull();
    expect(budgets.take('bao', 100, 600)).toBe(10);
    time.pass(9);
    expect(budgets.take('bao', 100, 600)).toBe(1);
    time.pass(1);
    expect(budgets.take('bao', 100, 600)).toBeNull();
    expect(budgets.left('bao', 600)).toBe(0);
  });

  it('counts at once when it is raised', () => {
    const budgets = new Budgets(clock().now);
    expect(budgets.take('bao', 2, 2)).toBeNull();
    expect(budgets.take('bao', 1, 2)).toBe(30);
    expect(budgets.take('bao', 8, 10)).toBeNull();
    expect(budgets.take('bao', 1, 10)).not.toBeNull();
  });

  it('is each caller’s own', () => {
    const budgets = new Budgets(clock().now);
    expect(budgets.take('lan', 10, 10)).toBeNull();
    expect(budgets.take('mai', 10, 10)).toBeNull();
    expect(budgets.take('lan', 1, 10)).not.toBeNull();
  });

  it('never gives more than a full minute and what came back since', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ wait: fc.nat(120), ask: fc.integer({ min: 1, max: 50 }) }), { maxLength: 60 }), (steps) => {
        const time = clock();
        const budgets = new Budgets(time.now);
        let [given, seconds] = [0, 0];
        for (const { wait, ask } of steps) {
          time.pass(wait);
          seconds += wait;
          if (budgets.take('x', ask, 60) === null) given += ask;
        }
        expect(given).toBeLessThanOrEqual(60 + seconds + 1e-6);
      }),
    );
  });
});
