import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';

const QUIET = { violations: [], uncaught: [], console: [] };
const PICTURES = process.env['PICTURES'];

async function picture({ page }: Visitor, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Runs the question that stands in the editor, once it stands there. */
async function run(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText('organisation').waitFor();
  await page.locator('.graphiql-execute-button').click();
}

describe('the reference of the graph and its explorer, in a browser', () => {
  let province: Province;
  const foreign: string[] = [];

  beforeAll(async () => {
    province = await startProvince();
  });
  afterAll(() => province?.close());

  /** Somebody signed in; what his way in said does not count here. */
  async function worker(key: string): Promise<Visitor> {
    const visitor = await province.visit(key);
    visitor.log.console.length = 0;
    return visitor;
  }

  /** Nothing outside the platform may be asked. */
  async function offline({ page }: Visitor): Promise<void> {
    await page.route(
      (url) => url.hostname !== 'localhost',
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
  }

  it.each(['light', 'dark'] as const)('PF-05 everybody reads what the public may ask, on a phone too, %s', async (theme) => {
    const visitor = await province.passBy({ width: 390, height: 844, theme });
    await visitor.go('/graph/');
    await visitor.page.getByRole('link', { name: 'Công khai' }).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Công khai' }).waitFor();
    expect(await visitor.page.locator('[data-entry=Query]').count()).toBe(1);
    expect(await visitor.page.locator('[data-entry=Nomination]').count()).toBe(0);
    const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    await picture(visitor, `reference-public-phone-${theme}`);
    expect(visitor.log).toEqual(QUIET);
    await visitor.leave();
  });

  it('finds types and fields without marks, and says who may ask them', async () => {
    const visitor = await worker('KHOI');
    await offline(visitor);
    await visitor.go('/graph/department/');
    await visitor.page.getByRole('searchbox').fill('phong trao');
    const entries = visitor.page.locator('[data-entry]:visible');
    expect(await entries.count()).toBeGreaterThan(0);
    expect(await visitor.page.locator('[data-entry=Campaign]').isVisible()).toBe(true);
    await visitor.page.getByRole('searchbox').fill('khong co gi nhu the');
    await visitor.page.getByText('Không có mục nào khớp.').waitFor();
    await visitor.page.getByRole('searchbox').fill('');
    await picture(visitor, 'reference-department');
    await visitor.page.getByRole('link', { name: 'Nhật ký thay đổi' }).click();
    await visitor.page.getByText('Phiên bản 1').waitFor();
    await picture(visitor, 'reference-changes');
    expect(visitor.log).toEqual(QUIET);
    await visitor.leave();
  });

  it('a developer asks the graph in the explorer: nothing comes from elsewhere, and no policy is broken', async () => {
    const visitor = await worker('KHOI');
    await offline(visitor);
    await visitor.go('/graph/explorer/');
    const { page } = visitor;
    await run(page);
    await page.locator('.result-window').getByText('Sở Khoa học và Công nghệ').waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().waitFor();
    await picture(visitor, 'explorer');
    expect({ foreign, ...visitor.log }).toEqual({ foreign: [], ...QUIET });
    await visitor.leave();
  });

  it('who works elsewhere pastes the token of a client', async () => {
    const visitor = await worker('LAN');
    const { secrets, installation } = province.graph;
    const answer = await fetch(`http://localhost:${installation.ports.identity}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { authorization: `Basic ${Buffer.from(`bao:${secrets.integratorClientSecret}`).toString('base64')}` },
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await visitor.go('/graph/explorer/');
    const { page } = visitor;
    await page.getByLabel('Mã truy cập của hệ thống').fill(token);
    await page.getByText('hỏi với mã đã dán').waitFor();
    await run(page);
    await page.locator('.result-window').getByText('Sở Khoa học và Công nghệ').waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(token.slice(0, 40));
    expect(visitor.log).toEqual(QUIET);
    await visitor.leave();
  });

  it('J-12.4 J-12.5 J-12.6 a developer tries changes before anybody publishes: refused by name, or accepted', async () => {
    const visitor = await worker('KHOI');
    const { page } = visitor;
    await visitor.go('/do-thi?phan=change');
    const text = page.getByRole('textbox', { name: 'Lược đồ (SDL)' });
    await expect.poll(() => text.inputValue()).toContain('type Person');
    const published = await text.inputValue();
    await text.fill(published.replace(/^ {2}fullName: .*$/m, ''));
    await page.getByRole('button', { name: 'Thử', exact: true }).click();
    await page.getByText('Không được nhận.').waitFor();
    expect(await page.getByText(/Person\.fullName: mô-đun taichinh \S+ đang dùng trong «\w+»\./).count()).toBeGreaterThan(0);
    await picture(visitor, 'try-a-change-refused');
    await text.fill(published.replace(/^ {2}fullName: /m, '  calledName: String\n$&'));
    await page.getByRole('button', { name: 'Thử', exact: true }).click();
    await page.getByText('Được nhận: không ai bị ảnh hưởng.').waitFor();
    await page.getByText('Thêm trường Person.calledName.').waitFor();
    await page.getByText('Không có phần nào sắp bỏ').waitFor();
    expect(visitor.log).toEqual(QUIET);
    await visitor.leave();
  });
});
