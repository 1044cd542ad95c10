import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@thidua/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, newPage, signIn } from '../support/chromium.js';
import { asVersion, buildFixture, publishOn } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import type { StandInGraph } from '../support/stand-in-graph.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the graph would say of a person who holds one role in a body. */
function answerAs(graph: StandInGraph, name: string, role: 'ADMINISTRATOR' | 'DEVELOPER' | 'STAFF', code: string): void {
  const scope = { id: 'd', code, name: code };
  const viewer = {
    person: { id: 'p', fullName: name },
    permissions: ROLES[role].permissions,
    department: scope,
    roles: [{ role, label: ROLES[role].vi, scope }],
    inbox: { totalCount: 0 },
  };
  graph.on('Viewer', () => ({ data: { viewer } }));
}

describe('X1 Kho mô-đun', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let axe: string;
  let context: BrowserContext;
  let page: Page;

  const dialog = () => page.getByRole('dialog');
  const row = (version: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${version}`) }) });

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-desk-'));
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    bench = await startHostBench({ portalsDir: '', clock: '2025-12-15T09:00:00+07:00' });
    const alpha = await buildFixture('alpha', join(scratch, 'alpha'));
    await publishOn(bench, alpha);
    await publishOn(bench, await asVersion(alpha, join(scratch, 'next'), '1.1.0'));
    await publishOn(bench, await buildFixture('beta', join(scratch, 'beta')));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  beforeEach(async () => {
    answerAs(bench.graph, 'Quản trị tỉnh', 'ADMINISTRATOR', 'SNV');
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    ({ page } = await newPage(context));
  });

  afterEach(() => context.close());

  async function faults(): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate(async (rules) => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run({ runOnly: rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }, RULES);
    return (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) ? [...found, 'scrolls sideways'] : found;
  }

  it('J-12.1 others’ modules are readable, not changeable', async () => {
    answerAs(bench.graph, 'Cao Minh Khôi', 'DEVELOPER', 'BETA');
    await signIn(page, bench.url, 'KHOI', '/kho-mo-dun');
    await page.getByRole('link', { name: 'Sở alpha' }).click();
    await page.getByText('Chỉ người phát triển của ALPHA').waitFor();
    expect(await page.getByRole('button', { name: 'Đưa vào dùng' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Ngừng mô-đun' }).count()).toBe(0);
    expect(await page.getByRole('tab', { name: /Khóa/ }).count()).toBe(0);
  });

  it('shows what changes before it is deployed, gives it to a tenth of the people, ends that again', async () => {
    await signIn(page, bench.url, 'BINH', '/kho-mo-dun/alpha');
    await row('1.0.0').getByRole('button', { name: 'Đưa vào dùng' }).click();
    await dialog().locator('[data-test="diff"]').waitFor();
    await dialog().getByRole('button', { name: 'Đưa vào dùng' }).click();
    await dialog().getByText('Chọn ai nhận bản này.').waitFor();
    await dialog().getByText('Một nhóm thử').click();
    await dialog().getByRole('textbox', { name: 'Tỷ lệ (%)' }).fill('10');
    await dialog().getByRole('button', { name: 'Đưa vào dùng' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('10 % người dùng').waitFor();
    await page.getByRole('button', { name: 'Kết thúc bản thử' }).click();
    await page.getByText('10 % người dùng').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Nhật ký' }).click();
    await page
      .getByText(/Kết thúc thử/)
      .first()
      .waitFor();
  });

  it('J-12.10 goes back one step, and forward again', async () => {
    await signIn(page, bench.url, 'BINH', '/kho-mo-dun/alpha');
    await page.getByText('Ổn định 1.1.0').waitFor();
    await page.getByRole('button', { name: 'Quay lại bản trước' }).click();
    await dialog().getByRole('button', { name: 'Quay lại bản trước' }).click();
    await page.getByText('Ổn định 1.0.0').waitFor();
    await row('1.1.0').getByRole('button', { name: 'Đưa vào dùng' }).click();
    await dialog().getByText('Mọi người', { exact: true }).click();
    await dialog().getByRole('button', { name: 'Đưa vào dùng' }).click();
    await page.getByText('Ổn định 1.1.0').waitFor();
  });

  it('stops a module only with a reason, and lets it run again', async () => {
    await signIn(page, bench.url, 'BINH', '/kho-mo-dun/alpha');
    await page.getByRole('button', { name: 'Ngừng mô-đun' }).click();
    await dialog().getByRole('button', { name: 'Ngừng mô-đun' }).click();
    await dialog().getByText('Nhập lý do').waitFor();
    await dialog().getByRole('textbox').fill('tính sai quỹ');
    await dialog().getByRole('button', { name: 'Ngừng mô-đun' }).click();
    await page.getByText('Lý do: tính sai quỹ').waitFor();
    await page.getByRole('button', { name: 'Cho chạy lại' }).click();
    await page.getByRole('button', { name: 'Ngừng mô-đun' }).waitFor();
  });

  it('shows the secret of a key once, and revokes the key', async () => {
    await signIn(page, bench.url, 'BINH', '/kho-mo-dun/alpha');
    await page.getByRole('tab', { name: /Khóa/ }).click();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog().getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog().getByText('Nhập tên để biết khóa nằm ở đâu.').waitFor();
    await dialog().getByRole('textbox', { name: 'Tên khóa' }).fill('Máy CI');
    await dialog().getByRole('button', { name: 'Tạo khóa' }).click();
    expect(await page.locator('[data-test="secret"]').innerText()).toMatch(/^tdk_[0-9a-f]{12}_[\w-]{43}$/);
    await page.reload();
    await page.getByRole('tab', { name: /Khóa/ }).click();
    await page.getByRole('row').filter({ hasText: 'Máy CI' }).getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('row').filter({ hasText: 'Đã thu hồi' }).waitFor();
    expect(await page.locator('[data-test="secret"]').count()).toBe(0);
  });

  it('an administrator orders, hides and sets widgets on the live page, and sees where each piece comes from', async () => {
    await signIn(page, bench.url, 'BINH', '/');
    await page.getByRole('button', { name: 'Ngôn ngữ và giao diện' }).click();
    await page.getByRole('switch', { name: 'Công cụ triển khai' }).click();
    await page.keyboard.press('Escape');
    await page.locator('[data-test="origin"]').filter({ hasText: 'alpha 1.1.0-' }).first().waitFor();
    const sheet = page.locator('[data-test="slot-dashboard.main"]');
    await sheet.getByRole('button', { name: 'Đưa xuống: Bảng của alpha' }).click();
    await expect
      .poll(() => page.locator('[data-test^="board-"]').allInnerTexts())
      .toEqual(['bảng của beta, 3 dòng', 'bảng của alpha, 3 dòng']);
    await sheet.getByRole('listitem').filter({ hasText: 'Bảng của beta' }).getByRole('button', { name: 'Ẩn' }).click();
    await page.locator('[data-test="board-beta"]').waitFor({ state: 'detached' });
    const alpha = sheet.getByRole('listitem').filter({ hasText: 'Bảng của alpha' });
    await alpha.getByRole('button', { name: 'Thiết lập' }).click();
    await alpha.getByRole('textbox', { name: 'Số dòng' }).fill('99');
    await alpha.getByText('Nhập giá trị từ 1 đến 9.').waitFor();
    await alpha.getByRole('textbox', { name: 'Số dòng' }).fill('7');
    await alpha.getByRole('button', { name: 'Lưu thiết lập' }).click();
    await page.getByText('bảng của alpha, 7 dòng').waitFor();
    expect(await faults()).toEqual([]);
    // It holds for everybody.
    answerAs(bench.graph, 'Nguyễn Thị Lan', 'STAFF', 'SKHCN');
    const other = await browser.newContext();
    const { page: plain } = await newPage(other);
    await signIn(plain, bench.url, 'LAN', '/');
    await plain.getByText('bảng của alpha, 7 dòng').waitFor();
    expect(await plain.locator('[data-test="board-beta"], [data-test="origin"]').count()).toBe(0);
    await other.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)('reads well in %s at %i px', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await signIn(page, bench.url, 'BINH', '/kho-mo-dun');
    await page.getByRole('link', { name: 'Sở alpha' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.goto(`${bench.url}/kho-mo-dun/alpha`);
    await page.getByText('Ai đang nhận bản nào').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Đưa vào dùng' }).first().click();
    await dialog().locator('[data-test="diff"]').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /Khác biệt/ }).click();
    await page.locator('[data-test="diff"]').waitFor();
    expect(await faults()).toEqual([]);
  });
});
