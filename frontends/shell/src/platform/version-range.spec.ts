import { describe, expect, it } from 'vitest';
import { fits } from './version-range.js';

describe('what a module needs against what the shell has', () => {
  it.each([
    ['3.5.45', '^3.5.0', true],
    ['3.5.45', '^3.6.0', false],
    ['3.5.45', '^4.0.0', false],
    ['0.1.3', '^0.1.0', true],
    ['0.2.0', '^0.1.0', false],
    ['0.0.4', '^0.0.3', false],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['2.0.0', '>=1.4.0', true],
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false],
    ['4.1.0', '^3.0.0 || ^4.0.0', true],
  ])('%s in %s is %s', (version, range, expected) => {
    expect(fits(version, range)).toBe(expected);
  });

  it('does not take a range it cannot read', () => {
    expect(fits('3.5.45', 'latest')).toBe(false);
  });
});
