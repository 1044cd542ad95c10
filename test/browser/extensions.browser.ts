import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopeCss } from '@thidua/module-kit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, newPage, type PageLog, signIn } from '../support/chromium.js';
import { buildFixture, publishOn } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';

describe('what modules add to the shell', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let context: BrowserContext;
  let page: Page;
  let log: PageLog;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-extensions-'));
    bench = await startHostBench({ portalsDir: '' });
    await publishOn(bench, await buildFixture('alpha', join(scratch, 'alpha')));
    await publishOn(bench, await buildFixture('beta', join(scratch, 'beta')));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    ({ page, log } = await newPage(context));
    await signIn(page, bench.url, 'LAN', '/');
    await find().waitFor();
  });

  afterEach(() => context.close());

  const find = () => page.getByRole('button', { name: 'Tìm' });
  const option = (name: RegExp) => page.getByRole('option', { name });

  it('shows widgets of both departments on the home page, set as their manifests say', async () => {
    expect(await page.locator('[data-test="board-alpha"]').innerText()).toBe('bảng của alpha, 3 dòng');
    expect(await page.locator('[data-test="board-beta"]').innerText()).toBe('bảng của beta, 3 dòng');
    // What a part does not declare is not left behind as an attribute.
    expect(await page.locator('[data-test="board-alpha"]').getAttribute('subject')).toBeNull();
    expect(log).toMatchObject({ violations: [], uncaught: [] });
  });

  it.each(['mở mẫu nhập alpha', 'mo mau nhap alpha'])('Ctrl-K finds a command by “%s” and opens its page', async (typed) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(typed);
    await option(/Mở mẫu nhập alpha/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mẫu nhập' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/alpha/mau');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('runs a command of a module that was not loaded yet', async () => {
    await page.goto(`${bench.url}/ho-so`);
    await find().click();
    await page.getByRole('combobox').fill('xin chao beta');
    await option(/Gửi lời chào beta/).click();
    await page.locator('.td-toast').filter({ hasText: 'chào từ beta' }).waitFor();
  });

  it('finds records in every module, and says whose search does not answer', async () => {
    await page.goto(`${bench.url}/ho-so`);
    await find().waitFor();
    await page.route('**/modules/beta/**', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('sáng kiến');
    await option(/alpha tìm “sáng kiến”/).waitFor();
    await page.getByRole('dialog').getByRole('status').filter({ hasText: 'phần của Sở beta không trả lời' }).waitFor();
    await option(/alpha tìm “sáng kiến”/).click();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
  });

  it('closes by Escape and gives the focus back', async () => {
    await find().click();
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    expect(await find().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('lists notices of the departments; one that fails costs its own lines', async () => {
    await page.evaluate(() => sessionStorage.setItem('notice-fault', 'beta'));
    await page.reload();
    await page.getByRole('button', { name: 'Thông báo' }).click();
    await page.getByRole('link', { name: /tin của alpha/ }).waitFor();
    await page.locator('[data-source="beta/news"]').filter({ hasText: 'Chưa lấy được thông báo' }).waitFor();
    await page.getByRole('link', { name: /tin của alpha/ }).click();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
  });

  it('keeps the styles of a page’s module off the widgets of others in it', async () => {
    const { page: blank } = await newPage(context);
    await blank.setContent(
      `<style>${scopeCss('h1{letter-spacing:7px}:root{word-spacing:3px}', 'alpha')}</style>
       <div data-module="alpha"><h1>a</h1><div data-module="beta"><h1>b</h1></div></div>`,
    );
    const spacing = await blank.locator('h1').evaluateAll((headings) => headings.map((heading) => getComputedStyle(heading).letterSpacing));
    expect(spacing).toEqual(['7px', 'normal']);
    expect(await blank.locator('[data-module="alpha"]').evaluate((frame) => getComputedStyle(frame).wordSpacing)).toBe('3px');
  });
});
