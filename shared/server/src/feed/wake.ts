import type { EntityManager } from 'typeorm';

const waiting = new Set<() => void>();
const woken = new WeakSet<EntityManager>();

/** Wakes long-polling consumers once the writer has had time to commit (a missed wake only costs the poll's pause). */
export function wakeFeeds(manager: EntityManager): void {
  if (woken.has(manager)) return;
  woken.add(manager);
  setTimeout(() => waiting.forEach((resolve) => resolve()), 15).unref();
}

/** Resolves on the next wake or after `ms`. */
export function nextWake(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    timer.unref();
    waiting.add(done);
  });
}
