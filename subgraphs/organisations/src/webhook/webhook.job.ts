import { businessDay, type SubgraphRuntime } from '@thidua/server';
import { deliverNext, type DeliveryParts } from './webhook.delivery.js';
import { mayCallInside, ownServiceKey } from './webhook.env.js';
import { httpSender } from './webhook.sender.js';

const EVERY_MS = 1000;
/** Messages sent at the same time; a slow receiver holds up one of them. */
const AT_ONCE = 4;

/** Sends what is due, each second; a message that is on its way when the process stops is sent again by the next one. */
export async function sendWebhooks({ dataSource, clock }: SubgraphRuntime): Promise<() => Promise<void>> {
  const parts: DeliveryParts = { dataSource, send: httpSender(mayCallInside()), serviceKey: ownServiceKey(), now: () => new Date() };
  const stop = new AbortController();
  let working = 0;
  const drain = async (): Promise<void> => {
    if (working >= AT_ONCE) return;
    working += 1;
    try {
      while (!stop.signal.aborted && (await deliverNext(parts, businessDay(clock.now()))));
    } catch {
      // The database is away: the next second asks again.
    } finally {
      working -= 1;
    }
  };
  const timer = setInterval(() => void drain(), EVERY_MS);
  return async () => {
    stop.abort();
    clearInterval(timer);
  };
}
