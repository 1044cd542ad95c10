import { naturalId } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { vote } from './council.steps.js';

const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');

/** 12 December 2025: two people look at their pages while a third acts; nobody reloads. */
describe('pages that move by themselves', () => {
  let province: Province;
  let secretary: Visitor;
  let son: Visitor;
  let loads = 0;

  beforeAll(async () => {
    province = await startProvince({ fixture: 'council-day', clock: '2025-12-12T14:05:00+07:00' });
    secretary = await province.visit('SNV-07');
    son = await province.visit('SON');
    for (const { page } of [son, secretary]) page.on('load', () => (loads += 1));
  });
  afterAll(() => province?.close());

  const tasks = () => son.page.getByRole('link', { name: 'Bỏ phiếu kín' });
  const inboxCount = async (): Promise<number> =>
    Number(
      await son.page
        .locator('nav')
        .getByRole('link', { name: /Việc của tôi/ })
        .locator('.sh-count')
        .first()
        .innerText(),
    );
  const round = () => secretary.page.locator('.td-council > .td-stack').first();

  it('the inbox of a member gains the task while it is open, and the navigation counts it', async () => {
    await son.go('/viec');
    await son.page.getByRole('link', { name: 'Đọc hồ sơ và dự họp Hội đồng' }).waitFor();
    expect(await tasks().count()).toBe(0);
    const before = await inboxCount();
    await secretary.go(`/noivu/tham-dinh/phien/${SESSION}?muc=${ROUND}`);
    loads = 0;
    await secretary.page.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
    await tasks().waitFor();
    await expect.poll(inboxCount).toBe(before + 1);
    expect(loads).toBe(0);
  });

  it('R-238 the secretary sees the count move while a member votes in another browser; a member does not', async () => {
    await round().getByText('0/8 đã bỏ phiếu').waitFor();
    await son.go(`/noivu/tham-dinh/phien/${SESSION}?muc=${ROUND}`);
    await son.page.getByText('Mở bỏ phiếu').or(son.page.getByText('Bỏ phiếu').first()).first().waitFor();
    const other = await province.visit('SNV-12');
    await vote(other, ROUND, () => 'Đồng ý');
    loads = 0;
    await round().getByText('1/8 đã bỏ phiếu').waitFor();
    expect(await son.page.locator('main').innerText()).not.toMatch(/\d\/\d đã bỏ phiếu/);
    expect(loads).toBe(0);
    await other.leave();
  });

  it('falls back to what it did when the line is gone, is never blank, and moves again when it is back', async () => {
    await province.graph.kill('gateway');
    await secretary.page.getByText('Đang kết nối lại').waitFor();
    await round().getByText('1/8 đã bỏ phiếu').waitFor();
    await province.graph.start('gateway');
    await vote(son, ROUND, () => 'Đồng ý');
    await round().getByText('2/8 đã bỏ phiếu').waitFor({ timeout: 60_000 });
    await secretary.page.getByText('Đang kết nối lại').waitFor({ state: 'hidden' });
    for (const { key, log } of [son, secretary])
      expect({ key, violations: log.violations, uncaught: log.uncaught }).toEqual({ key, violations: [], uncaught: [] });
  });
});
