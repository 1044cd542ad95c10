import type { Page, Request } from 'playwright-core';
import { launchChromium } from '../../support/chromium.js';
import { quiet, watchTraffic } from '../../support/quiet.js';

export interface PageCost {
  name: string;
  requests: number;
  kilobytes: number;
  milliseconds: number;
}

/** Requests and transferred bytes of a first visit, with an empty cache. */
export async function measurePages(address: string): Promise<PageCost[]> {
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext()).newPage();
    const home = await visit(page, 'S1 trang chủ / home', () => page.goto(address));
    const again = await visit(page, 'S1 lần hai / again', () => page.goto(address));
    return [home, again];
  } finally {
    await browser.close();
  }
}

async function visit(page: Page, name: string, go: () => Promise<unknown>): Promise<PageCost> {
  let requests = 0;
  let bytes = 0;
  const count = async (request: Request): Promise<void> => {
    requests += 1;
    const sizes = await request.sizes().catch(() => null);
    bytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0;
  };
  page.on('requestfinished', count);
  watchTraffic(page);
  const began = performance.now();
  await go();
  await page.getByRole('heading').first().waitFor();
  const milliseconds = performance.now() - began;
  await quiet(page);
  page.off('requestfinished', count);
  return { name, requests, kilobytes: bytes / 1024, milliseconds };
}
