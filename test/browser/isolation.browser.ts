import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { CrashReport } from '@thidua/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, newPage, type PageLog, signIn } from '../support/chromium.js';
import { buildFixture, editManifest, type Fault, fileOf, publishOn } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { answerAsLan } from '../support/lan.answers.js';

describe('what one module cannot do to the others', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let good: { alpha: string; beta: string };
  let alphaFolder: string;
  let context: BrowserContext;
  let page: Page;
  let log: PageLog;
  let reports: CrashReport[];
  let loads: { module: string; release: string }[];

  const card = () => page.locator('[data-module="alpha"] [data-test="module-failed"]');
  const toast = (text: string) => page.locator('.td-toast').filter({ hasText: text });
  const release = () => alphaFolder.split('/').at(-1);

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-isolation-'));
    good = { alpha: await buildFixture('alpha', join(scratch, 'alpha')), beta: await buildFixture('beta', join(scratch, 'beta')) };
    bench = await startHostBench({ portalsDir: '' });
    answerAsLan(bench.graph);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  beforeEach(async () => {
    alphaFolder = await publishOn(bench, good.alpha);
    await publishOn(bench, good.beta);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    ({ page, log } = await newPage(context));
    [reports, loads] = [[], []];
    await page.route('**/platform/crash-reports', (route) => {
      const body = route.request().postDataJSON() as { reports: CrashReport[]; loads: typeof loads };
      reports.push(...body.reports);
      loads.push(...body.loads);
      return route.fulfill({ status: 204 });
    });
    await signIn(page, bench.url, 'LAN', '/');
  });

  afterEach(() => context.close());

  async function restLives(): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: 'Việc của tôi' }).click();
    await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
    await page.locator('.sh-switcher').click();
    await page.locator('.sh-panel').getByRole('link', { name: 'Sở beta' }).click();
    await page.getByRole('heading', { name: 'Trang của beta' }).waitFor();
  }
  async function withFault(fault: Fault, work: () => Promise<void>): Promise<void> {
    await publishOn(bench, await buildFixture('alpha', join(scratch, fault), fault));
    await work();
  }

  it('an activation that never ends becomes a card, and the rest lives', () =>
    withFault('endless', async () => {
      await page.goto(`${bench.url}/alpha`);
      await card().waitFor();
      expect(await card().getAttribute('data-code')).toBe('TIMEOUT');
      await restLives();
    }));

  it('a page whose setup never ends becomes a card, and the rest lives', async () => {
    await page.goto(`${bench.url}/alpha/hong/forever`);
    await card().waitFor();
    expect(await card().getAttribute('data-code')).toBe('TIMEOUT');
    await restLives();
  });

  it.each<[Fault, string]>([
    ['absolute', 'an address of the shell'],
    ['undeclared', 'a page its manifest does not declare'],
  ])('a module that asks for %s (%s) does not run', (fault) =>
    withFault(fault, async () => {
      await page.goto(`${bench.url}/alpha`);
      await card().waitFor();
      expect(await card().getAttribute('data-code')).toBe('ACTIVATE');
      await restLives();
    }),
  );

  it('PF-01 a promise nobody waits for costs the act, and the report names module, release and the pattern of the page', async () => {
    await page.goto(`${bench.url}/alpha/hong/none`);
    await page.locator('[data-test="reject"]').click();
    await toast('Sở alpha').waitFor();
    expect(await page.getByRole('heading', { name: 'Trang hỏng' }).isVisible()).toBe(true);
    await expect.poll(() => reports.length).toBe(1);
    expect(reports[0]).toEqual({
      module: 'alpha',
      release: release(),
      version: '1.0.0',
      page: '/alpha/hong/:kind',
      code: 'ERROR',
      message: 'this promise fails',
    });
    expect(loads).toContainEqual({ module: 'alpha', release: release() });
  });

  it('a page that fails in a loop makes one report', async () => {
    await page.goto(`${bench.url}/alpha/hong/none`);
    for (let times = 0; times < 5; times += 1) await page.locator('[data-test="later"]').click();
    await expect.poll(() => reports.length).toBe(1);
  });

  it('a module that keeps the page busy is named', async () => {
    await page.goto(`${bench.url}/alpha/hong/none`);
    await page.locator('[data-test="busy"]').click();
    await toast('Sở alpha làm trang bị đứng').waitFor();
    await expect.poll(() => reports.map(({ code }) => code)).toEqual(['SLOW']);
  });

  it('a module that takes much memory is named', async () => {
    await page.goto(`${bench.url}/alpha/hong/none`);
    await page.locator('[data-test="hog"]').click();
    await toast('Sở alpha dùng nhiều bộ nhớ').waitFor();
    await expect.poll(() => reports.some(({ code }) => code === 'MEMORY')).toBe(true);
  });

  it('two modules keep values under the same key apart', async () => {
    for (const id of ['alpha', 'beta']) {
      await page.goto(`${bench.url}/${id}/mau`);
      await page.locator('[data-test="draft"]').fill(`của ${id}`);
      await page.locator('[data-test="keep"]').click();
    }
    await page.goto(`${bench.url}/alpha/mau`);
    await page.locator('[data-test="kept"]').filter({ hasText: 'của alpha' }).waitFor();
  });

  it.each(['/alpha', '/viec', '/modules'])('a module that asks for the place %s, which is taken, gets none', async (basePath) => {
    const restore = await editManifest(bench, 'beta', { basePath });
    try {
      await page.goto(`${bench.url}/alpha`);
      await page.getByRole('heading', { name: 'Trang của alpha' }).waitFor();
      await page.goto(`${bench.url}/viec`);
      await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
      expect(log.console.some((line) => line.includes('COLLISION'))).toBe(true);
    } finally {
      await restore();
    }
  });

  it('a stylesheet outside the list of hashes never applies', async () => {
    const styles = dirname(join(alphaFolder, await fileOf(alphaFolder, 'style', '.css')));
    await writeFile(join(styles, 'uncovered.css'), 'h1 { color: rgb(1, 2, 3) !important; }');
    await page.goto(`${bench.url}/alpha/hong/none`);
    const heading = page.getByRole('heading', { name: 'Trang hỏng' });
    await heading.waitFor();
    await page.locator('[data-test="dress"]').click();
    await page.locator('body[data-dressed="refused"]').waitFor();
    // It is there to be had, and had its time: only the page did not take it.
    const address = `/modules/alpha/v/${release()}/${relative(alphaFolder, join(styles, 'uncovered.css'))}`;
    expect(await page.evaluate(async (href) => (await fetch(href)).status, address)).toBe(200);
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).not.toBe('rgb(1, 2, 3)');
  });

  it('PF-05 a module for other roles never runs, though the host could not tell', async () => {
    const restore = await editManifest(bench, 'alpha', { permissions: ['module:manage'] });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    try {
      await page.goto(`${bench.url}/ho-so`);
      await page.getByRole('heading', { name: 'Nguyễn Thị Lan' }).waitFor();
      await page.locator('.sh-switcher').click();
      await page.locator('.sh-panel').getByRole('link', { name: 'Sở alpha' }).click();
      await card().waitFor();
      expect(await card().getAttribute('data-code')).toBe('PERMISSION');
      expect(fetched.filter((path) => path.startsWith('/modules/alpha/'))).toEqual([]);
    } finally {
      await restore();
    }
  });
});
