/** Sessions of one release: how many ran it, and in how many it failed to load or crashed. */
export interface SessionCounts {
  readonly sessions: number;
  readonly failed: number;
}

/** When a release that fails more than the one before it is taken back by itself. All of it is settings. */
export interface RollbackRule {
  readonly enabled: boolean;
  /** Below this many sessions nothing is decided. */
  readonly minimumSessions: number;
  /** Percentage points by which it must fail more than its predecessor. */
  readonly worseBy: number;
  /** Hours after activation in which the rule holds; later, people decide. */
  readonly withinHours: number;
}

export const failureRate = ({ sessions, failed }: SessionCounts): number => (sessions === 0 ? 0 : failed / sessions);

export interface Judged {
  readonly current: SessionCounts;
  /** Null for the first release of a module: compared with none that ever failed. */
  readonly before: SessionCounts | null;
  readonly hoursActive: number;
}

/** True when a release has to go back (PF-02). Counted in sessions: one tab that crashes a hundred times is one. */
export function mustGoBack(rule: RollbackRule, { current, before, hoursActive }: Judged): boolean {
  if (!rule.enabled || hoursActive > rule.withinHours || current.sessions < rule.minimumSessions) return false;
  return (failureRate(current) - failureRate(before ?? { sessions: 0, failed: 0 })) * 100 > rule.worseBy;
}
