import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { quiet } from '../support/quiet.js';

/** A part that fails keeps its place and says whose it is; everything else goes on, and “Thử lại” brings it back. */
describe('when a part fails', () => {
  let province: Province;
  let lan: Visitor;

  beforeAll(async () => {
    province = await startProvince();
    lan = await province.visit('LAN');
  });
  afterAll(() => province?.close());

  const failed = (title: string) => lan.page.locator('.td-failed').filter({ has: lan.page.getByRole('heading', { name: title }) });
  const figures = async (): Promise<string> => (await lan.page.locator('main').innerText()).replaceAll('\u00a0', ' ');

  describe('the files of portal-taichinh are gone', () => {
    const folder = (): string => join(province.modulesDir, 'taichinh');

    it('PF-01 its place shows a card; the shell and the other two portals live; the repair heals with “Thử lại”', async () => {
      const { page, go } = lan;
      await rename(folder(), `${folder()}.gone`);
      try {
        await go('/taichinh');
        const card = page.locator('[data-module="taichinh"] [data-test="module-failed"]');
        await card.waitFor();
        expect(await card.innerText()).toContain('Phần của Sở Tài chính tạm thời không tải được');
        await page.getByRole('navigation').first().getByRole('link', { name: 'Việc của tôi' }).click();
        await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
        for (const [path, name] of [
          ['/khcn', 'Sở Khoa học và Công nghệ'],
          ['/noivu', 'Sở Nội vụ'],
        ] as const) {
          await go(path);
          await page.getByRole('heading', { name, level: 1 }).waitFor();
        }
        await go('/taichinh/ke-hoach');
        await card.waitFor();
        await rename(`${folder()}.gone`, folder());
        await card.getByRole('button', { name: 'Thử lại' }).click();
        await page.getByRole('heading', { name: 'Văn bản, kế hoạch', level: 1 }).waitFor();
      } finally {
        await rename(`${folder()}.gone`, folder()).catch(() => undefined);
      }
    });
  });

  describe('the evaluations process is dead', () => {
    it('PF-04 targets say what is missing and never 0; plans, campaigns, nominations and awards live; it heals with “Thử lại”', async () => {
      const { page, go } = lan;
      await province.graph.kill('evaluations');
      await go('/khcn');
      await failed('Chỉ tiêu có nguy cơ').waitFor();
      for (const part of ['Nhiệm vụ được giao', 'Đề nghị khen thưởng', 'Kế hoạch gần đây']) {
        await page.getByRole('heading', { name: part }).waitFor();
        expect(await failed(part).count(), part).toBe(0);
      }
      expect(await figures()).not.toMatch(/0\/0|0,0 %|\b0 chỉ tiêu/);

      await go('/khcn/chi-tieu');
      const cards = page.locator('main .td-failed');
      await cards.first().waitFor();
      expect(await cards.first().innerText()).toMatch(/không có dữ liệu|tạm thời không tải được/i);
      expect(await figures()).not.toMatch(/\d+\/\d+ =|0 chỉ tiêu|Đạt 0/);

      await go('/khcn/phong-trao');
      await page.getByText(/Đủ cả \d+/).waitFor();
      await go('/khcn/de-nghi');
      await page.getByRole('table').first().waitFor();
      expect(await page.locator('main .td-failed').count()).toBe(0);
      await go('/ho-so');
      await page.getByRole('heading', { name: 'Nguyễn Thị Lan', level: 1 }).waitFor();
      await failed('Sáng kiến').or(failed('Xếp loại')).first().waitFor();
      expect(await page.getByRole('heading', { name: /Khen thưởng/ }).count()).toBeGreaterThan(0);
      expect(await page.locator('main').innerText()).not.toMatch(/Chưa có sáng kiến nào|Chưa có xếp loại nào/);

      await go('/khcn/chi-tieu');
      await cards.first().waitFor();
      await province.graph.start('evaluations');
      await expect
        .poll(
          async () => {
            if ((await cards.count()) > 0)
              await cards
                .first()
                .getByRole('button', { name: 'Thử lại' })
                .click()
                .catch(() => undefined);
            await quiet(page);
            return cards.count();
          },
          { timeout: 30_000 },
        )
        .toBe(0);
      await page.getByRole('table').first().waitFor();
      expect(await figures()).toMatch(/\d+\/\d+ = \d+,\d %/);
    });

    it('R-238 nominating without ratings gives no verdict instead of a wrong one', async () => {
      const huy = await province.visit('HUY');
      await province.graph.kill('evaluations');
      try {
        await huy.go('/khcn/de-nghi/moi?danh-hieu=LDTT');
        await huy.page.getByRole('searchbox').fill('nguyen tan bao');
        await huy.page.getByRole('button', { name: 'Chọn Nguyễn Tấn Bảo' }).click();
        await huy.page.getByRole('heading', { name: 'Nguyễn Tấn Bảo', level: 1 }).waitFor();
        await huy.page.locator('main .td-failed').first().waitFor();
        expect(await huy.page.locator('main').innerText()).not.toMatch(/Đủ điều kiện theo quy tắc|Không đủ điều kiện/);
      } finally {
        await province.graph.start('evaluations');
      }
      await expect
        .poll(
          async () => {
            await huy.page.reload();
            await quiet(huy.page);
            return huy.page.getByRole('heading', { name: /Đủ điều kiện theo quy tắc/ }).count();
          },
          { timeout: 30_000 },
        )
        .toBe(1);
    });
  });

  it('no policy was violated and no error went uncaught on the way', () => {
    expect({ violations: lan.log.violations, uncaught: lan.log.uncaught }).toEqual({ violations: [], uncaught: [] });
  });
});
