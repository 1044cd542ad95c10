import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from './host-bench.js';
import { watchTraffic } from './quiet.js';

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];

export function chromiumPath(): string {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (!found) throw new Error('Browser tests need Chromium: set CHROMIUM_PATH');
  return found;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'] });
}

/** What went wrong in a page: violations of its policies, errors nobody caught, messages on the console. */
export interface PageLog {
  readonly violations: string[];
  readonly uncaught: string[];
  readonly console: string[];
}

export async function newPage(context: BrowserContext): Promise<{ page: Page; log: PageLog }> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  watchTraffic(page);
  const log: PageLog = { violations: [], uncaught: [], console: [] };
  page.on('pageerror', (error) => log.uncaught.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    (/Content Security Policy|Integrity-Policy|violates/i.test(text) ? log.violations : log.console).push(text);
  });
  return { page, log };
}

/** Signs a demo account in through the provider's own page. */
export async function signIn(page: Page, url: string, account: string, to = '/'): Promise<void> {
  await page.goto(`${url}/auth/login?to=${encodeURIComponent(to)}`);
  await page.fill('[name=account]', account);
  await page.fill('[name=password]', DEMO_PASSWORD);
  await Promise.all([
    page.waitForURL((address) => address.href.startsWith(url) && !address.pathname.startsWith('/auth/')),
    page.click('button[type=submit]'),
  ]);
}
