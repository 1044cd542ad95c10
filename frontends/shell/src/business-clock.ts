/** Business time of the province: an offset from the real clock, given by the host with the page. */
let offset = 0;

export function setBusinessClock(instant: string | null): void {
  offset = instant ? Date.parse(instant) - Date.now() : 0;
}

export function businessNow(): Date {
  return new Date(Date.now() + offset);
}

/** Today in Việt Nam as `2025-12-15`. */
export function businessToday(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(businessNow());
}
