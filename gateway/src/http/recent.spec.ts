import { expect, it } from 'vitest';
import { Recent } from './recent.js';

it('keeps what is used, forgets what is not, and never holds more than two generations', () => {
  const recent = new Recent<number>(10, () => 1);
  recent.set('used', 0);
  for (let i = 0; i < 1_000; i += 1) {
    recent.set(`once ${i}`, i);
    expect(recent.get('used')).toBe(0);
  }
  expect([...recent.values()].length).toBeLessThanOrEqual(20);
  expect([recent.get('once 0'), recent.get('once 999')]).toEqual([undefined, 999]);
});

it('does not let one thing push out all others', () => {
  const recent = new Recent<string>(100);
  recent.set('small', 'a');
  recent.set('x'.repeat(101), 'b');
  expect([recent.get('small'), recent.get('x'.repeat(101))]).toEqual(['a', undefined]);
});
