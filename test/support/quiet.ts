import type { Page, Request } from 'playwright-core';

/** Nothing has been asked for this long. */
const QUIET_MS = 500;

const traffic = new WeakMap<Page, Set<Request>>();

/** Follows what a page asks, from now on. A stream of events is never over and does not count. */
export function watchTraffic(page: Page): Set<Request> {
  const known = traffic.get(page);
  if (known) return known;
  const asking = new Set<Request>();
  traffic.set(page, asking);
  page.on('request', (request) => {
    if (!request.headers()['accept']?.includes('text/event-stream')) asking.add(request);
  });
  page.on('requestfinished', (request) => asking.delete(request));
  page.on('requestfailed', (request) => asking.delete(request));
  return asking;
}

/** Waits until a page has everything it asked for: `networkidle` for pages that listen to events as well. */
export async function quiet(page: Page, within = 20_000): Promise<void> {
  await page.waitForLoadState('load');
  const asking = watchTraffic(page);
  const until = Date.now() + within;
  for (let since = Date.now(); Date.now() - since < QUIET_MS;) {
    if (asking.size > 0) since = Date.now();
    if (Date.now() > until) throw new Error(`still asking: ${[...asking].map((request) => request.url()).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
