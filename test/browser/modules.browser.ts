import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, newPage, type PageLog, signIn } from '../support/chromium.js';
import { buildFixture, editManifest, type Fault, fileOf, publishOn, tamper } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { quiet } from '../support/quiet.js';

describe('modules of departments in the shell', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let good: { alpha: string; beta: string };
  let alphaFolder: string;
  let context: BrowserContext;
  let page: Page;
  let log: PageLog;

  const built = (name: string): string => join(scratch, name);
  const card = () => page.locator('[data-module="alpha"] [data-test="module-failed"]');
  const retry = () => page.locator('[data-module="alpha"] [data-test="module-failed"] button').click();
  const alphaFront = () => page.getByRole('heading', { name: 'Trang của alpha' });

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-fixtures-'));
    good = { alpha: await buildFixture('alpha', built('alpha')), beta: await buildFixture('beta', built('beta')) };
    bench = await startHostBench({ portalsDir: '' });
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
    await signIn(page, bench.url, 'LAN', '/');
  });

  afterEach(() => context.close());

  /** The shell and the other department go on: the proof that a fault stayed where it is. */
  async function restLives(): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: 'Việc của tôi' }).click();
    await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
    await page.locator('.sh-switcher').click();
    await page.locator('.sh-panel').getByRole('link', { name: 'Sở beta' }).click();
    await page.getByRole('heading', { name: 'Trang của beta' }).waitFor();
    await page.locator('[data-test="count"]').click();
    expect(await page.locator('[data-test="count"]').innerText()).toBe('1');
  }

  async function expectCard(code: string): Promise<void> {
    await card().waitFor();
    expect(await card().getAttribute('data-code')).toBe(code);
    expect(await card().innerText()).toContain('Phần của Sở alpha tạm thời không tải được');
    expect(await card().innerText()).toContain('Thử lại');
  }

  it('runs two departments on one Vue, one router, one Pinia and one design system', async () => {
    await page.goto(`${bench.url}/alpha`);
    await alphaFront().waitFor();
    await page.locator('.sh-switcher').click();
    await page.locator('.sh-panel').getByRole('link', { name: 'Sở beta' }).click();
    await page.getByRole('heading', { name: 'Trang của beta' }).waitFor();
    const same = await page.evaluate(() => {
      const seen = (globalThis as unknown as { seenByModules: Record<string, unknown[]> }).seenByModules;
      return seen['alpha']!.map((value, index) => value !== undefined && value === seen['beta']![index]);
    });
    expect(same).toEqual([true, true, true, true, true, true]);
    expect(await page.locator('[data-test="person"]').innerText()).toBe('Nguyễn Thị Lan');
    expect(await page.locator('[data-test="word"]').innerText()).toBe('lời của beta');
    expect(log).toEqual({ violations: [], uncaught: [], console: [] });
  });

  it('loads no code of a department before somebody goes there', async () => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${bench.url}/ho-so`);
    await page.getByRole('link', { name: 'Trang hai alpha' }).waitFor();
    expect(fetched.filter((path) => path.startsWith('/modules/'))).toEqual([]);
  });

  it('opens a deep link into a module and survives a reload there', async () => {
    await page.goto(`${bench.url}/alpha/hai?muc=7#cuoi`);
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
    expect(page.url()).toBe(`${bench.url}/alpha/hai?muc=7#cuoi`);
    await page.reload();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
    expect(page.url()).toBe(`${bench.url}/alpha/hai?muc=7#cuoi`);
  });

  it('keeps the styles of a module inside its frame', async () => {
    await page.goto(`${bench.url}/alpha`);
    await alphaFront().waitFor();
    expect(await alphaFront().evaluate((element) => getComputedStyle(element).letterSpacing)).toBe('7px');
    await page.getByRole('navigation').getByRole('link', { name: 'Việc của tôi' }).click();
    const heading = page.getByRole('heading', { name: 'Việc của tôi', level: 1 });
    await heading.waitFor();
    expect(await heading.evaluate((element) => getComputedStyle(element).letterSpacing)).not.toBe('7px');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(0, 255, 0)');
  });

  const down: [string, string, string, (route: Route) => Promise<void>][] = [
    ['is out of reach', '**/modules/alpha/**', 'UNREACHABLE', (route) => route.abort('connectionrefused')],
    ['answers 503', '**/modules/alpha/**', 'UNREACHABLE', (route) => route.fulfill({ status: 503, body: 'down' })],
    [
      'answers a page instead of its list',
      '**/modules/alpha/**/mf-integrity.json',
      'INTEGRITY',
      (route) => route.fulfill({ contentType: 'text/html', body: '<h1>hello</h1>' }),
    ],
    [
      'answers 503 for its entry',
      '**/modules/alpha/**/remoteEntry.js',
      'UNREACHABLE',
      (route) => route.fulfill({ status: 503, body: 'down' }),
    ],
    [
      'has another manifest than registered',
      '**/modules/alpha/**/mf-manifest.json',
      'UNREACHABLE',
      (route) => route.fulfill({ json: { id: 'evil' } }),
    ],
    ['has no stylesheet', '**/modules/alpha/**/*.css', 'UNREACHABLE', (route) => route.fulfill({ status: 404, body: '' })],
  ];
  it.each(down)('a module that %s becomes a card, the rest lives, and “Thử lại” brings it back', async (_what, pattern, code, fault) => {
    await page.route(pattern, fault);
    await page.goto(`${bench.url}/alpha`);
    await expectCard(code);
    await restLives();
    await page.getByRole('banner').getByRole('link', { name: 'Thi Đua' }).click();
    await page.unroute(pattern);
    await page
      .locator('.sh-portals')
      .getByRole('link', { name: /Sở alpha/ })
      .click();
    await expectCard(code);
    await retry();
    await alphaFront().waitFor();
    await page.getByRole('link', { name: 'hai', exact: true }).click();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
  });

  it('a module that takes too long becomes a card after four seconds, and its late answer changes nothing', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/modules/alpha/**/remoteEntry.js', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${bench.url}/alpha`);
    await expectCard('TIMEOUT');
    release?.();
    await quiet(page);
    await expectCard('TIMEOUT');
    await restLives();
  });

  it.each<[Fault, string]>([
    ['evaluate', 'BAD_MODULE'],
    ['activate', 'ACTIVATE'],
    ['contract', 'CONTRACT'],
  ])('a module that fails by “%s” becomes a card, and its repaired version runs', async (fault, code) => {
    await publishOn(bench, await buildFixture('alpha', built(fault), fault));
    await page.goto(`${bench.url}/alpha`);
    await expectCard(code);
    await restLives();
    await publishOn(bench, good.alpha);
    await page.goto(`${bench.url}/alpha`);
    await alphaFront().waitFor();
  });

  it.each([
    ['contract', { contract: '2.0.0' }, 'CONTRACT'],
    ['Vue', { shared: { vue: '^4.0.0' } }, 'SHARED_VERSION'],
  ])('a module for another %s is refused before anything of it is fetched', async (_what, patch, code) => {
    const restore = await editManifest(bench, 'alpha', patch);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${bench.url}/alpha`);
    await expectCard(code);
    expect(fetched.filter((path) => path.startsWith('/modules/alpha/'))).toEqual([]);
    await restLives();
    await restore();
  });

  it.each([
    ['remoteEntry', 'the entry'],
    ['module', 'the module chunk'],
    ['front-page', 'a page'],
  ])('a changed file (%s) never runs, and its repair does', async (prefix) => {
    const file = await fileOf(alphaFolder, prefix);
    const repair = await tamper(alphaFolder, file, (text) => `globalThis.tampered = true;\n${text}`);
    await page.goto(`${bench.url}/alpha`);
    await card().waitFor();
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false);
    await repair();
    await retry();
    await alphaFront().waitFor();
  });

  it('a module whose folder was deleted becomes a card', async () => {
    await rename(alphaFolder, `${alphaFolder}.gone`);
    try {
      await page.goto(`${bench.url}/alpha`);
      await expectCard('UNREACHABLE');
      await restLives();
    } finally {
      await rename(`${alphaFolder}.gone`, alphaFolder);
    }
  });

  it('a page chunk that is gone becomes a card, not an empty page', async () => {
    await page.goto(`${bench.url}/alpha`);
    await alphaFront().waitFor();
    const pattern = '**/modules/alpha/**/second-page*.js';
    await page.route(pattern, (route) => route.fulfill({ status: 503, body: 'down' }));
    await page.getByRole('link', { name: 'hai', exact: true }).click();
    await expectCard('PAGE');
    await page.unroute(pattern);
    await retry();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
  });

  it.each(['setup', 'render'])('a page that throws in %s becomes a card and the rest lives', async (kind) => {
    await page.goto(`${bench.url}/alpha/hong/${kind}`);
    await expectCard('RENDER');
    await restLives();
  });

  it.each(['act', 'later'])('an error in something a person does (%s) costs that act only', async (button) => {
    await page.goto(`${bench.url}/alpha/hong/none`);
    await page.locator(`[data-test="${button}"]`).click();
    await page.locator('.td-toast').filter({ hasText: 'Sở alpha' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Trang hỏng' }).isVisible()).toBe(true);
    expect(await card().count()).toBe(0);
  });

  it('a part of one department that fails on a page of the shell keeps its place; the others stay', async () => {
    await page.evaluate(() => sessionStorage.setItem('slot-fault', 'alpha'));
    await page.goto(`${bench.url}/viec`);
    await page.locator('[data-test="part-beta"]').waitFor();
    await expectCard('RENDER');
    await page.evaluate(() => sessionStorage.removeItem('slot-fault'));
    await retry();
    await page.locator('[data-test="part-alpha"]').waitFor();
  });

  it('runs under its policies without one violation', async () => {
    await page.goto(`${bench.url}/viec`);
    await page.locator('[data-test="part-alpha"]').waitFor();
    await page.goto(`${bench.url}/alpha`);
    await page.getByRole('link', { name: 'hai', exact: true }).click();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
    expect(log).toEqual({ violations: [], uncaught: [], console: [] });
  });
});
