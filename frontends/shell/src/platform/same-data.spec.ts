import { describe, expect, it } from 'vitest';
import { sameData } from './same-data.js';

describe('what the registry says against what was signed', () => {
  it('does not mind the order of keys, as a database may change it', () => {
    expect(sameData({ a: 1, b: [{ c: 'x', d: null }] }, { b: [{ d: null, c: 'x' }], a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [] }, { a: {} }],
    [{ permissions: ['decision:sign'] }, { permissions: [] }],
    [{ a: null }, { a: {} }],
    [{ a: 1 }, { a: 1, b: true }],
  ])('%j is not %j', (left, right) => {
    expect(sameData(left, right)).toBe(false);
  });
});
