import { describe, expect, it } from 'vitest';
import { entityPath } from './entity-path.js';

describe('an address in the graph’s words', () => {
  const links = [
    { link: 'plans/import', path: 'ke-hoach/nhap' },
    { link: 'plans/:id', path: 'ke-hoach/:id' },
    { link: 'targets/:id', path: 'chi-tieu?muc=:id' },
  ];

  it.each([
    ['/plans/import', '/khcn/ke-hoach/nhap'],
    ['/plans/7', '/khcn/ke-hoach/7'],
    ['/targets/7', '/khcn/chi-tieu?muc=7'],
    ['/targets/a&b', '/khcn/chi-tieu?muc=a%26b'],
  ])('%s is the portal’s page %s', (address, page) => {
    expect(entityPath(address, '/khcn', links)).toBe(page);
  });

  it.each(['/people/7', '/plans', '/plans/7/more', '/'])('%s is no page of the portal', (address) => {
    expect(entityPath(address, '/khcn', links)).toBeNull();
  });
});
