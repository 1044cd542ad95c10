import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, newPage, type PageLog, signIn } from '../support/chromium.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { answerAsLan } from '../support/lan.answers.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 390 },
] as const;

describe('the shell’s own pages and the host’s ceremonies', () => {
  let bench: HostBench;
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    bench = await startHostBench({ clock: '2025-12-15T09:00:00+07:00' });
    answerAsLan(bench.graph);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await bench.close();
  });

  async function visitor(look: (typeof LOOKS)[number]): Promise<{ context: BrowserContext; page: Page; log: PageLog }> {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
    });
    return { context, ...(await newPage(context)) };
  }

  /** Accessibility faults, and whether the page has to be pushed sideways. */
  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate(async (rules) => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run({ runOnly: rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }, RULES);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    return sideways ? [...found, 'scrolls sideways'] : found;
  }

  /** The same for a page of the host that runs no script, not even a test's: its markup is drawn again without the sandbox. */
  async function faultsOfStill(page: Page): Promise<string[]> {
    const html = await page.content();
    const copy = await page.context().newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await copy.goto(page.url());
    const faults = await faultsOf(copy);
    await copy.close();
    return faults;
  }

  it.each(LOOKS)('are accessible and fit at $width px, $theme', async (look) => {
    const { context, page, log } = await visitor(look);
    const found: Record<string, string[]> = {};
    await page.goto(bench.url);
    await page.getByText('Trên cổng này').waitFor();
    found['home of a visitor'] = await faultsOf(page);
    await signIn(page, bench.url, 'LAN', '/');
    await page.getByRole('cell', { name: '129' }).waitFor();
    found['home'] = await faultsOf(page);
    for (const [path, words] of [
      ['/viec', 'Xếp loại 2 người'],
      ['/ho-so', 'Chờ thẩm định'],
      ['/ballot/r1', 'Xem lại phiếu'],
      ['/sign/d1', 'Ký và ban hành'],
    ] as const) {
      await page.goto(bench.url + path);
      await page.getByText(words).first().waitFor();
      found[path] = /^\/(?:ballot|sign)/.test(path) ? await faultsOfStill(page) : await faultsOf(page);
    }
    await page.goto(`${bench.url}/nothing-here`);
    await page.getByText('Không có trang này').waitFor();
    found['not found'] = await faultsOf(page);
    await page.locator('.sh-role').click();
    found['menu of the person'] = await faultsOf(page);
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    expect(log.violations).toEqual([]);
    expect(log.uncaught).toEqual([]);
    await context.close();
  });

  it('are readable before any script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(bench.url);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Thi đua, khen thưởng tỉnh Tây Ninh');
    await context.close();
  });

  it('send the chosen role with every question, and keep it for the next visit', async () => {
    const { context, page } = await visitor(LOOKS[0]);
    await signIn(page, bench.url, 'LAN', '/viec');
    await page.locator('.sh-role').click();
    await page.getByRole('radio', { name: /Chuyên viên Văn phòng Sở/ }).click();
    await page.getByText('Vai: Chuyên viên Văn phòng Sở').waitFor();
    await page.reload();
    await page.getByText('Xếp loại 2 người').waitFor();
    const asked = bench.graph.calls.filter(({ operation }) => operation.query?.includes('query ShellInbox'));
    expect(asked.at(-1)?.headers['x-acting-role']).toBe('DEPARTMENT_OFFICE@d');
    await context.close();
  });

  it('speak English when asked, on the host’s pages too', async () => {
    const { context, page } = await visitor(LOOKS[0]);
    await signIn(page, bench.url, 'LAN', '/viec');
    await page.getByRole('button', { name: 'Ngôn ngữ và giao diện' }).click();
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(bench.graph.calls.findLast(({ operation }) => operation.query?.includes('query ShellInbox'))?.headers['accept-language']).toBe(
      'en',
    );
    await page.goto(`${bench.url}/ballot/r1`);
    await page.getByRole('button', { name: 'Review the ballot' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Cast the ballot' }).waitFor();
    await context.close();
  });

  it('name the feed that is behind, and since when', async () => {
    const { context, page } = await visitor(LOOKS[0]);
    await signIn(page, bench.url, 'LAN', '/viec');
    await page.getByText('phần Đánh giá chưa cập nhật từ 08:12, 15/12/2025').waitFor();
    await context.close();
  });

  it('say what a dead part of the graph costs, and show the rest', async () => {
    const { context, page } = await visitor(LOOKS[0]);
    await signIn(page, bench.url, 'LAN', '/ho-so');
    await page.getByText('Phần của Chỉ tiêu và đánh giá tạm thời không tải được').waitFor();
    expect(await page.getByText('Quyết định số 118/QĐ-SKHCN, ngày 20/12/2024').isVisible()).toBe(true);
    await context.close();
  });

  it('cannot be read by a page that opened the ballot', async () => {
    const { context, page } = await visitor(LOOKS[0]);
    await signIn(page, bench.url, 'LAN', '/viec');
    const [opened, seen] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(async () => {
        const child = open('/ballot/r1');
        await new Promise((resolve) => setTimeout(resolve, 1500));
        try {
          return child?.document.body.innerText ?? 'nothing';
        } catch {
          return 'refused';
        }
      }),
    ]);
    await opened.getByRole('button', { name: 'Xem lại phiếu' }).waitFor();
    expect(['refused', 'nothing', '']).toContain(seen);
    const fetched = await page.evaluate(() => fetch('/ballot/r1').then((answer) => answer.status));
    expect(fetched).toBe(403);
    await context.close();
  });
});
