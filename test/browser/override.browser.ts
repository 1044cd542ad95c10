import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@thidua/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, newPage, signIn } from '../support/chromium.js';
import { type DevelopmentServer, startDevelopmentServer } from '../support/development-server.js';
import { buildFixture, publishOn } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';

describe('a module run from its developer’s machine', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let server: DevelopmentServer;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-override-'));
    bench = await startHostBench({ portalsDir: '' });
    await publishOn(bench, await buildFixture('alpha', join(scratch, 'alpha')));
    const scope = { id: 'd', code: 'ALPHA', name: 'Sở alpha' };
    const viewer = {
      person: { id: 'p', fullName: 'Cao Minh Khôi' },
      permissions: ROLES.DEVELOPER.permissions,
      department: scope,
      roles: [{ role: 'DEVELOPER', label: 'Người phát triển', scope }],
      inbox: { totalCount: 0 },
    };
    bench.graph.on('Viewer', () => ({ data: { viewer } }));
    server = await startDevelopmentServer('alpha', scratch);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  async function open(account: string): Promise<Page> {
    const { page } = await newPage(await browser.newContext());
    await signIn(page, bench.url, account, '/');
    return page;
  }
  const override = (page: Page, origin: string): Promise<number> =>
    page.evaluate(async (to) => {
      const { csrf } = (await (await fetch('/session')).json()) as { csrf: string };
      const headers = { 'content-type': 'application/json', 'x-thidua-csrf': csrf };
      return (await fetch('/platform/modules/alpha/override', { method: 'PUT', headers, body: JSON.stringify({ origin: to }) })).status;
    }, origin);
  const bar = (page: Page) => page.locator('[data-test="override"]');

  it('runs in his own session alone, under a banner, until he ends it', async () => {
    const page = await open('KHOI');
    expect(await override(page, server.origin)).toBeLessThan(300);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`${bench.url}/alpha`);
    await bar(page).filter({ hasText: server.origin }).waitFor();
    const front = page.getByRole('heading', { name: 'Trang của alpha' });
    const again = page.locator('[data-test="module-failed"] button');
    // The first start of a development server prepares packages and may take longer than a load may.
    await front.or(again).first().waitFor();
    if (await again.isVisible()) await again.click();
    await front.waitFor();
    expect(fetched.some((url) => url.startsWith(`${server.origin}/`))).toBe(true);

    const other = await open('LAN');
    await other.goto(`${bench.url}/alpha`);
    await other.getByRole('heading', { name: 'Trang của alpha' }).waitFor();
    expect(await bar(other).count()).toBe(0);

    await bar(page).getByRole('button').click();
    await bar(page).waitFor({ state: 'detached' });
    await front.waitFor();
  });

  it('takes no address but one of the developer’s own machine', async () => {
    const page = await open('KHOI');
    expect(await override(page, 'https://elsewhere.example')).toBeGreaterThanOrEqual(400);
  });
});
