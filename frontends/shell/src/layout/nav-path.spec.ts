import { describe, expect, it } from 'vitest';
import { isCurrent, pathOf } from './nav-path.js';

describe('navigation of a portal', () => {
  const all = ['/khcn', '/khcn/ke-hoach', '/khcn/ke-hoach/nhap'];

  it('puts the front page at the base path', () => {
    expect(pathOf('/khcn', '')).toBe('/khcn');
  });

  it.each([
    ['/khcn', '/khcn'],
    ['/khcn/ke-hoach/123', '/khcn/ke-hoach'],
    ['/khcn/ke-hoach/nhap', '/khcn/ke-hoach/nhap'],
    ['/khcn/khac', '/khcn'],
  ])('marks one entry for %s: %s', (page, current) => {
    expect(all.filter((path) => isCurrent(page, path, all))).toEqual([current]);
  });
});
