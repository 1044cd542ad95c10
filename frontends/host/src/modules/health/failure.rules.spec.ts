import { describe, expect, it } from 'vitest';
import { failureRate, mustGoBack, type RollbackRule } from './failure.rules.js';

const rule: RollbackRule = { enabled: true, minimumSessions: 20, worseBy: 10, withinHours: 24 };
const counts = (sessions: number, failed: number) => ({ sessions, failed });

describe('a release that fails', () => {
  it('PF-02 goes back when it fails more than the one before it by more than the threshold', () => {
    expect(mustGoBack(rule, { current: counts(20, 3), before: counts(500, 5), hoursActive: 1 })).toBe(true);
    expect(mustGoBack(rule, { current: counts(20, 2), before: counts(500, 5), hoursActive: 1 })).toBe(false);
  });

  it('PF-02 stays when the one before it failed as much', () => {
    expect(mustGoBack(rule, { current: counts(100, 30), before: counts(100, 25), hoursActive: 1 })).toBe(false);
  });

  it('PF-02 is not judged by too few sessions, nor after its first hours, nor when the rule is off', () => {
    expect(mustGoBack(rule, { current: counts(19, 19), before: null, hoursActive: 1 })).toBe(false);
    expect(mustGoBack(rule, { current: counts(100, 100), before: null, hoursActive: 25 })).toBe(false);
    expect(mustGoBack({ ...rule, enabled: false }, { current: counts(100, 100), before: null, hoursActive: 1 })).toBe(false);
  });

  it('is compared with nothing when it is the first', () => {
    expect(mustGoBack(rule, { current: counts(20, 3), before: null, hoursActive: 1 })).toBe(true);
    expect(failureRate(counts(0, 0))).toBe(0);
  });
});
