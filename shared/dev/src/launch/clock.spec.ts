import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO_INSTANT, demoClock } from './clock.js';

/** Business time now, as a process with this environment would compute it. */
function read(environment: Record<string, string>): string {
  const offset = Date.parse(environment['APP_CLOCK'] ?? '') - Date.parse(environment['APP_CLOCK_EPOCH'] ?? '');
  return new Date(Date.now() + offset).toISOString();
}

describe('the demo clock', () => {
  let folder: string;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-21T00:00:00Z') });
    folder = mkdtempSync(join(tmpdir(), 'clock-'));
  });

  afterEach(() => vi.useRealTimers());

  it('stands at 15 December 2025, 09:00 in Việt Nam on the first start', () => {
    const clock = demoClock(folder);
    expect(read(clock.environment())).toBe(new Date(DEMO_INSTANT).toISOString());
    clock.close();
  });

  it('ticks while the system runs and stands while it is off', () => {
    const first = demoClock(folder);
    vi.advanceTimersByTime(65_000);
    expect(read(first.environment())).toBe('2025-12-15T02:01:05.000Z');
    first.close();
    vi.advanceTimersByTime(86_400_000);
    const second = demoClock(folder);
    expect(read(second.environment())).toBe('2025-12-15T02:01:05.000Z');
    second.close();
  });

  it('never goes back after a kill', () => {
    demoClock(folder);
    vi.advanceTimersByTime(19_000);
    const before = '2025-12-15T02:00:19.000Z';
    // The killed run saved at 10 s; its timer is still alive in this test, so the file is put back to what a kill leaves.
    writeFileSync(join(folder, 'clock.json'), JSON.stringify({ business: '2025-12-15T02:00:10.000Z', clean: false }));
    const after = demoClock(folder);
    expect(read(after.environment()) >= before).toBe(true);
    after.close();
  });

  it('returns to the first instant when the demo is reset', () => {
    const clock = demoClock(folder);
    vi.advanceTimersByTime(3_600_000);
    clock.reset();
    expect(read(clock.environment())).toBe(new Date(DEMO_INSTANT).toISOString());
    clock.close();
  });
});
