const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Business time: an offset clock that ticks from a set instant. Tokens, locks and audit order use real time. */
export interface Clock {
  now(): Date;
}

/** @param startsAt business instant (ISO); absent = the real clock. @param epoch real instant at which business time was `startsAt`. */
export function businessClock(startsAt?: string, epoch?: string): Clock {
  if (!startsAt) return { now: () => new Date() };
  const offset = Date.parse(startsAt) - (epoch ? Date.parse(epoch) : Date.now());
  return { now: () => new Date(Date.now() + offset) };
}

/** The Vietnamese calendar day of an instant, "YYYY-MM-DD" (PF-12). */
export const businessDay = (instant: Date): string => DAY.format(instant);
