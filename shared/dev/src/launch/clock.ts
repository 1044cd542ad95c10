import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** 15 December 2025, 09:00 in Việt Nam: where the demo province stands. */
export const DEMO_INSTANT = '2025-12-15T09:00:00+07:00';

const SAVE_EVERY_MS = 10_000;

/** Business time of an installation: it ticks while the system runs, stands while it is off, and never goes back. */
export interface BusinessClock {
  /** `APP_CLOCK` and `APP_CLOCK_EPOCH` for a process started now; empty = the real clock. */
  environment(): Record<string, string>;
  /** Sets the clock back to the demo's first instant. */
  reset(): void;
  /** Writes the time down and stops saving. */
  close(): void;
}

/** The real clock: nothing is said to the processes. */
export const realClock: BusinessClock = { environment: () => ({}), reset: () => undefined, close: () => undefined };

/** A clock the caller set by hand (`APP_CLOCK`): it begins there at every start and is not remembered. */
export function fixedStartClock(instant: string): BusinessClock {
  const epoch = new Date().toISOString();
  return { ...realClock, environment: () => ({ APP_CLOCK: instant, APP_CLOCK_EPOCH: epoch }) };
}

/** The demo's clock, kept with the data in `clock.json`. */
export function demoClock(folder: string): BusinessClock {
  const file = join(folder, 'clock.json');
  let { business, clean } = read(file);
  // A killed run did not write its last seconds: skip them, so that business time never goes back.
  if (!clean) business += SAVE_EVERY_MS;
  let epoch = Date.now();
  const now = (): number => business + (Date.now() - epoch);
  const save = (closed: boolean): void => writeFileSync(file, JSON.stringify({ business: new Date(now()).toISOString(), clean: closed }));
  save(false);
  const timer = setInterval(() => save(false), SAVE_EVERY_MS).unref();
  return {
    environment: () => ({ APP_CLOCK: new Date(business).toISOString(), APP_CLOCK_EPOCH: new Date(epoch).toISOString() }),
    reset: () => {
      business = Date.parse(DEMO_INSTANT);
      epoch = Date.now();
      save(false);
    },
    close: () => {
      clearInterval(timer);
      save(true);
    },
  };
}

function read(file: string): { business: number; clean: boolean } {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as { business: string; clean: boolean };
    return { business: Date.parse(saved.business), clean: saved.clean };
  } catch {
    return { business: Date.parse(DEMO_INSTANT), clean: true };
  }
}
