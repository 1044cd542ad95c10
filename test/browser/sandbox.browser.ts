import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, newPage, signIn } from '../support/chromium.js';
import { publishOn, tamper } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { buildVendor } from '../support/vendor-module.js';

describe('a vendor’s module nobody has to trust', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let folder: string;
  let context: BrowserContext;
  let page: Page;
  let frame: FrameLocator;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-vendor-'));
    bench = await startHostBench({ portalsDir: '' });
    folder = await publishOn(bench, await buildVendor(join(scratch, 'vendor')));
    bench.graph.on('VendorViewer', () => ({ data: { viewer: { client: 'x' } } }));
    bench.graph.on('Anything', () => ({ data: { viewer: { permissions: ['everything'] } } }));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    ({ page } = await newPage(context));
    frame = page.frameLocator('[data-test="sandbox"]');
    await signIn(page, bench.url, 'LAN', '/vendor');
  });

  afterEach(() => context.close());

  it('runs in a frame with the navigation of the shell around it, and reaches nothing but the contract', async () => {
    await frame.getByRole('heading', { name: 'Trang của nhà cung cấp' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Trang nhà cung cấp' }).waitFor();
    await frame.locator('#tried').filter({ hasText: 'eval' }).waitFor();
    expect(JSON.parse(await frame.locator('#tried').innerText())).toEqual({
      page: 'SecurityError',
      storage: 'SecurityError',
      cookie: 'SecurityError',
      network: 'TypeError',
      other: 'TypeError',
      eval: 'EvalError',
    });
    expect(await frame.locator('#who').innerText()).toMatch(/^Nguyễn Thị Lan 1\.0\.0-\w+ vi$/);
  });

  it('asks the graph only what its release ships', async () => {
    await frame.locator('#asked').filter({ hasText: 'FORBIDDEN' }).waitFor();
    const [shipped, other] = JSON.parse(await frame.locator('#asked').innerText()) as { data: unknown; errors: { code: string }[] }[];
    expect(shipped).toEqual({ data: { viewer: { client: 'x' } }, errors: [] });
    expect(other).toMatchObject({ data: null, errors: [{ code: 'FORBIDDEN' }] });
    expect(bench.graph.calls.some(({ raw }) => raw.includes('Anything'))).toBe(false);
    expect(bench.graph.calls.some(({ headers }) => String(headers['x-thidua-module']).startsWith('vendor@1.0.0-'))).toBe(true);
  });

  it('shows messages, keeps values and changes pages through the shell', async () => {
    expect(await frame.locator('#kept').innerText()).toBe('chưa');
    await frame.locator('#note').click();
    await page.locator('.td-toast').filter({ hasText: 'lời của nhà cung cấp' }).waitFor();
    await frame.locator('#go').click();
    await frame.getByRole('heading', { name: 'Hồ sơ 7 muc=1' }).waitFor();
    expect(page.url()).toBe(`${bench.url}/vendor/ho-so/7?muc=1`);
    await page.goBack();
    await frame.locator('#kept').filter({ hasText: 'rồi' }).waitFor();
  });

  it('an error of its own costs one act', async () => {
    await frame.locator('#fall').click();
    await page.locator('.td-toast').filter({ hasText: 'Nhà cung cấp' }).waitFor();
    expect(await frame.getByRole('heading', { name: 'Trang của nhà cung cấp' }).isVisible()).toBe(true);
  });

  it('never runs when its script was changed', async () => {
    const repair = await tamper(folder, 'module.js', (text) => `parent.postMessage('tampered', '*');\n${text}`);
    try {
      await page.evaluate(() => addEventListener('message', ({ data }) => ((globalThis as Record<string, unknown>)['heard'] = data)));
      await page.reload();
      const card = page.locator('[data-test="module-failed"]');
      await card.waitFor();
      expect(await card.getAttribute('data-code')).toBe('BAD_MODULE');
      expect(await page.evaluate(() => 'heard' in globalThis)).toBe(false);
    } finally {
      await repair();
    }
  });
});
