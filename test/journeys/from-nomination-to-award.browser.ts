import { naturalId } from '@thidua/contracts';
import { Kind, parse, print } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { vote } from './council.steps.js';
import { quiet } from '../support/quiet.js';

const OFFICIAL = 'Bùi Ngọc Lâm';
const TITLE = 'Lao động tiên tiến';
/** The nine members of SKHCN's council; LAN keeps its minutes. */
const COUNCIL = ['BINH', 'HOA', 'SKHCN-03', 'SKHCN-04', 'SKHCN-12', 'HUY', 'SKHCN-18', 'SKHCN-32', 'LAN'];
const LONG_WALK = parse(readFileSync(new URL('../supergraph/contract.graphql', import.meta.url), 'utf8'))
  .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === 'LongWalk')
  .map(print)
  .join('');

/** A division head proposes, the office appraises, the council votes, the director signs, the official reads it in his own record. */
describe('from the nomination to the award', () => {
  let province: Province;
  const people = new Map<string, Visitor>();
  let session = '';
  let round = '';
  let number = '';

  beforeAll(async () => {
    province = await startProvince();
  });
  afterAll(() => province?.close());

  const as = async (key: string): Promise<Visitor> => {
    const known = people.get(key) ?? (await province.visit(key));
    people.set(key, known);
    return known;
  };
  const walk = async () => {
    const { data, errors } = await province.graph.ask({
      query: LONG_WALK,
      variables: { code: 'SKHCN', year: 2025 },
      token: await province.graph.token('LAN'),
    });
    expect(errors).toEqual([]);
    return data.organisation;
  };
  /** Opens a task once it has arrived in the list. */
  const openTask = async (who: Visitor, title: RegExp, about: string): Promise<void> => {
    const task = who.page.getByRole('listitem').filter({ hasText: about }).getByRole('link', { name: title });
    await expect
      .poll(
        async () => {
          await who.go('/viec');
          await quiet(who.page);
          return task.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await task.click();
  };

  it('R-230 the head of a division sees every condition with need, have, article and evidence before he writes a word', async () => {
    const { page, go } = await as('HUY');
    await go('/khcn/de-nghi/moi');
    await page.getByLabel('Danh hiệu, hình thức').selectOption({ label: TITLE });
    await page.getByRole('searchbox').fill('bui ngoc lam');
    await page.getByRole('button', { name: `Chọn ${OFFICIAL}` }).click();
    await page.getByRole('heading', { name: OFFICIAL, level: 1 }).waitFor();
    const rows = page.getByRole('table').first().getByRole('row');
    await rows.nth(1).waitFor();
    const rating = (await rows.filter({ hasText: 'Kết quả xếp loại năm' }).innerText()).replace(/\s+/g, ' ');
    for (const words of ['Điều 24', 'Hoàn thành tốt nhiệm vụ', 'Xếp loại năm 2025', 'Đạt']) expect(rating).toContain(words);
    const next = page.getByRole('button', { name: 'Tiếp: hồ sơ' });
    expect(await next.isDisabled()).toBe(true);
  });

  it('R-231 confirms what no rule can judge, writes the achievement, completes the dossier and sends it', async () => {
    const { page } = await as('HUY');
    for (const button of await page.getByRole('button', { name: /^Tôi xác nhận/ }).all()) await button.click();
    await page.getByLabel('Tóm tắt thành tích').fill('Chủ trì 3 đề tài cấp cơ sở nghiệm thu đúng hạn, rút 5 ngày thủ tục nghiệm thu.');
    await page.getByRole('button', { name: 'Tiếp: hồ sơ' }).click();
    await page.getByRole('button', { name: 'Lưu hồ sơ' }).waitFor();
    for (const part of await page.getByRole('checkbox').all()) await part.check();
    await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
    await page.getByText('Đã lưu hồ sơ').waitFor();
    await page.getByRole('button', { name: 'Gửi Văn phòng' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi Văn phòng' }).click();
    await page.getByText('Đã gửi đề nghị').waitFor();
  });

  it('R-234 the office finds it in its list, receives it and concludes with an opinion', async () => {
    const lan = await as('LAN');
    await openTask(lan, new RegExp(`Thẩm định đề nghị ${TITLE}`), OFFICIAL);
    const { page } = lan;
    await page.getByRole('button', { name: 'Tiếp nhận' }).click();
    await page.getByLabel('Ý kiến thẩm định').fill('Đủ điều kiện, đề nghị Hội đồng xét.');
    await page.getByRole('radio', { name: /Đủ điều kiện, trình Hội đồng/ }).click();
    await page.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
    await page.getByText('Chờ họp Hội đồng').first().waitFor();
  });

  it('R-236 R-237 calls the council, notes who is there, opens the session and the secret ballot', async () => {
    const { page, go } = await as('LAN');
    await go('/khcn/tham-dinh?phan=sessions');
    await page.getByRole('button', { name: 'Lập phiên họp' }).click();
    const dialog = page.getByRole('dialog');
    const council = dialog.getByLabel('Hội đồng', { exact: true });
    await council.selectOption({ label: 'Hội đồng Thi đua - Khen thưởng Sở Khoa học và Công nghệ' });
    await dialog.getByLabel('Tên phiên họp').fill('Phiên họp ngày 15/12');
    for (const [part, value] of [
      ['Ngày', '15'],
      ['Tháng', '12'],
      ['Năm', '2025'],
    ] as const)
      await dialog.getByLabel(`Ngày họp: ${part}`, { exact: true }).fill(value);
    await dialog.getByLabel(new RegExp(OFFICIAL)).check();
    await dialog.getByRole('button', { name: 'Lập phiên họp' }).click();
    await page.getByRole('link', { name: 'Phiên họp ngày 15/12' }).click();
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi điểm danh' }).click();
    await page.getByText(/^9 \/ 9 có mặt, cần ít nhất 6$/).waitFor();
    await page.getByRole('button', { name: 'Khai mạc phiên họp' }).click();
    await page.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
    const ballot = page.getByRole('link', { name: /^Bỏ phiếu/ });
    await ballot.waitFor();
    session = page.url();
    round = (await ballot.getAttribute('href'))?.split('/').at(-1) ?? '';
    expect(round).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('R-238 nine members vote on the host’s page, one of them against; the secretary closes and 8 of 9 pass', async () => {
    const receipts: string[] = [];
    for (const key of COUNCIL) receipts.push(await vote(await as(key), round, () => (key === 'SKHCN-18' ? 'Không đồng ý' : 'Đồng ý')));
    expect(new Set(receipts).size).toBe(9);
    const { page } = await as('LAN');
    await page.goto(session);
    await page.getByRole('button', { name: 'Đóng và kiểm phiếu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng và kiểm phiếu' }).click();
    const row = page.getByRole('row').filter({ hasText: OFFICIAL });
    await row.getByText('Thông qua', { exact: true }).waitFor();
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain('8/9 = 88,9 %');
  });

  it('R-239 the office drafts the decision; the director signs it on the host’s page and it gets the next number', async () => {
    const { page, go } = await as('LAN');
    await go('/khcn/quyet-dinh');
    await page.getByRole('button', { name: `Dự thảo quyết định ${TITLE}` }).click();
    await page.waitForURL(/\/quyet-dinh\/[0-9a-f-]{36}$/);
    const binh = await as('BINH');
    await openTask(binh, /Ký quyết định khen thưởng/, TITLE);
    await binh.page.getByRole('heading', { name: 'Ký quyết định', level: 1 }).waitFor();
    expect(await binh.page.locator('script').count()).toBe(0);
    const text = await binh.page.getByRole('article').innerText();
    for (const words of ['QUYẾT ĐỊNH', TITLE, `cho 1 cá nhân: ${OFFICIAL} (Phòng Quản lý Khoa học)`]) expect(text).toContain(words);
    await binh.page.getByRole('checkbox', { name: /Tôi đã đọc toàn văn/ }).check();
    await binh.page.getByRole('button', { name: 'Ký và ban hành' }).click();
    await binh.page.getByRole('heading', { name: 'Quyết định đã ký và ban hành' }).waitFor();
    number = /Số (\d+\/QĐ-SKHCN), ngày 15\/12\/2025/.exec(await binh.page.getByRole('status').innerText())?.[1] ?? '';
    expect(number).toBe('429/QĐ-SKHCN');
  });

  it('R-244 the official reads the award with its number in his own record', async () => {
    const { page, go } = await as('SKHCN-15');
    await go('/ho-so');
    await page.getByRole('heading', { name: OFFICIAL, level: 1 }).waitFor();
    const award = page.getByRole('listitem').filter({ hasText: number });
    await award.waitFor();
    expect((await award.innerText()).replace(/\s+/g, ' ')).toBe(
      `${TITLE} Đã khen thưởng năm 2025 · Quyết định số ${number}, ngày 15/12/2025`,
    );
    for (const { key, log } of people.values())
      expect({ key, violations: log.violations, uncaught: log.uncaught }).toEqual({ key, violations: [], uncaught: [] });
  });

  it('the long walk of integrators shows the award with its decision', async () => {
    const { awards } = await walk();
    const mine = awards.nodes.find((award: { nominee: { id: string } }) => award.nominee.id === naturalId('person', 'SKHCN-15'));
    expect(mine).toMatchObject({
      awardType: { code: 'LDTT', name: TITLE },
      nominee: { fullName: OFFICIAL },
      decision: { number, date: '2025-12-15' },
    });
  });
});
