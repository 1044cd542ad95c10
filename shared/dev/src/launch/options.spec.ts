import { describe, expect, it } from 'vitest';
import { readOptions, wantsDemo } from './options.js';
import { PROCESSES } from './processes.js';

describe('the launcher', () => {
  it('runs everything unless told otherwise, always in the same order', () => {
    expect(readOptions([]).only).toEqual(PROCESSES);
    expect(readOptions(['--only', 'host,identity'])).toEqual({ only: ['identity', 'host'], reset: false, once: false });
  });

  it('names a process it does not know', () => {
    expect(() => readOptions(['--only', 'awards,award'])).toThrow('No such process: award');
  });

  it.each([
    { embedded: true, env: {}, demo: true },
    { embedded: true, env: { DEMO: '0' }, demo: false },
    { embedded: false, env: {}, demo: false },
    { embedded: false, env: { DEMO: '1' }, demo: true },
    { embedded: true, env: { NODE_ENV: 'production' }, demo: false },
    { embedded: false, env: { NODE_ENV: 'production', DEMO: '1' }, demo: false },
  ])('loads the demo: $demo for embedded $embedded with $env', ({ embedded, env, demo }) => {
    expect(wantsDemo(embedded, env)).toBe(demo);
  });
});
