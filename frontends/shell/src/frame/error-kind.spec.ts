import { describe, expect, it } from 'vitest';
import { isActError } from './error-kind.js';

describe('what an error of a module costs', () => {
  it.each([
    'https://vuejs.org/error-reference/#runtime-5',
    'https://vuejs.org/error-reference/#runtime-2',
    'native event handler',
    'watcher callback',
  ])('%s costs one act', (info) => {
    expect(isActError(info)).toBe(true);
  });

  it.each([
    'https://vuejs.org/error-reference/#runtime-0',
    'https://vuejs.org/error-reference/#runtime-1',
    'https://vuejs.org/error-reference/#runtime-13',
    'setup function',
    'render function',
  ])('%s costs the page', (info) => {
    expect(isActError(info)).toBe(false);
  });
});
