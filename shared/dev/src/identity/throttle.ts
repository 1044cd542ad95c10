/** Counts wrong passwords so that guessing is slow. Kept in memory: a restart forgives, which is fine for demo accounts. */
export class LoginThrottle {
  private readonly failures = new Map<string, number[]>();

  constructor(
    private readonly limit = 8,
    private readonly windowMs = 5 * 60_000,
  ) {}

  /** Seconds to wait before the next try, 0 when it may be made now. */
  waitSeconds(who: string, now = Date.now()): number {
    const recent = this.recent(who, now);
    const oldest = recent[recent.length - this.limit];
    return oldest === undefined ? 0 : Math.ceil((oldest + this.windowMs - now) / 1000);
  }

  failed(who: string, now = Date.now()): void {
    const recent = this.recent(who, now);
    recent.push(now);
    this.failures.set(who, recent);
  }

  succeeded(who: string): void {
    this.failures.delete(who);
  }

  private recent(who: string, now: number): number[] {
    const recent = (this.failures.get(who) ?? []).filter((at) => at > now - this.windowMs);
    if (recent.length === 0) this.failures.delete(who);
    return recent;
  }
}
