import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { preview, seedPlan, type Extract } from './import.steps.js';
import { quiet } from '../support/quiet.js';

/** J-01, 20 January 2025: the directive of the province has arrived, SKHCN has no plan for 2025 yet. */
describe('J-01 from the directive to the plan', () => {
  let province: Province;
  let lan: Visitor;
  let extract: Extract;
  let planId: string;

  beforeAll(async () => {
    province = await startProvince({ fixture: 'before-plan', clock: '2025-01-20T08:00:00+07:00' });
    lan = await province.visit('LAN');
  });
  afterAll(() => province?.close());

  const tab = async (name: string): Promise<string> => {
    await lan.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    return (await lan.page.locator('.td-extract').getByRole('tabpanel').innerText()).replace(/\s+/g, ' ');
  };

  it('1 R-099 the duty to answer 01/CT-UBND of 09/01 waits in “Việc của tôi” and leads to the import', async () => {
    await lan.go('/viec');
    const task = lan.page.getByRole('listitem').filter({ hasText: 'Ban hành kế hoạch theo 01/CT-UBND' });
    expect((await task.innerText()).replace(/\s+/g, ' ')).toContain('nhận ngày 09/01/2025');
    await task.getByRole('link').click();
    await lan.page.getByRole('heading', { name: 'Nhập kế hoạch', level: 1 }).waitFor();
    expect(new URL(lan.page.url()).pathname).toBe('/khcn/ke-hoach/nhap');
  });

  it('3 R-083 R-062 R-060 reads 9 sections and 32 paragraphs, 7 legal documents, 3 explicit assignments; the number is blank, the date a year', async () => {
    extract = await preview(lan, '/khcn', seedPlan('000'));
    expect(await extract.count('Mục')).toBe(9);
    expect(await extract.text('Cần xem')).toContain('Số văn bản để trống, ký hiệu KH-KHCN');
    expect(await extract.text('Chung')).toMatch(/Số – Ký hiệu KH-KHCN Nơi Tây Ninh Ngày 2025 /);
    expect(
      (await extract.lines('Văn bản')).filter((line) => /05-CT\/TW|98\/2023\/NĐ-CP|61\/2024\/QĐ-UBND|01\/CT-UBND/.test(line)).length,
    ).toBeGreaterThan(3);
  });

  it('4 R-070 offers 01/CT-UBND as the registered document although its issuer is printed differently', async () => {
    await extract.text('Cần xem');
    const directive = extract.question(/Chỉ thị số 01\/CT-UBND có sẵn trong danh mục/);
    expect((await directive.innerText()).replace(/\s+/g, ' ')).toContain('“UBND tỉnh” / “Chủ tịch Ủy ban nhân dân tỉnh”');
    const status = lan.page.getByRole('status').filter({ hasText: 'điểm cần quyết định' });
    await status.waitFor();
    await directive.getByRole('button', { name: 'Gộp, giữ chữ in của từng nơi' }).click();
    await directive.getByText('Sẽ gộp').waitFor();
  });

  it('5 R-082 says that theme and quantitative targets are missing as information; neither stops the import', async () => {
    const look = await extract.text('Cần xem');
    expect(look).toContain('Kế hoạch không nêu chủ đề.');
    expect(look).toContain('Kế hoạch không có chỉ tiêu định lượng.');
    await extract.mergeAll();
    planId = await extract.accept();
    await lan.page.getByText('Chờ ký').first().waitFor();
    const { data } = await province.graph.ask({
      token: await province.graph.token('LAN'),
      query: `{ plan(id: "${planId}") { legalBases { id } citations { document { id } } sections { paragraphs { id } } assignments { kind party duties { text } } text } }`,
    });
    expect(new Set(data.plan.citations.map((citation: { document: { id: string } }) => citation.document.id)).size).toBe(7);
    // 26 in the sections; 5 in the preamble and the closing one stand outside of them.
    expect(data.plan.sections.flatMap((section: { paragraphs: unknown[] }) => section.paragraphs)).toHaveLength(26);
    expect(data.plan.assignments.filter((assignment: { kind: string }) => assignment.kind === 'EXPLICIT')).toHaveLength(3);
    expect(data.plan.text).toBe(seedPlan('000').bytes.toString('utf8'));
  });

  it('7 R-106 R-107 shows the national campaign above “Tây Ninh chung sức xây dựng nông thôn mới”', async () => {
    await tab('Phong trào');
    await lan.page.locator('.td-extract').getByRole('link', { name: 'Tây Ninh chung sức xây dựng nông thôn mới' }).click();
    const drawer = lan.page.getByRole('complementary').filter({ hasText: 'Tây Ninh chung sức xây dựng nông thôn mới' });
    await drawer.getByRole('button', { name: 'Cả nước chung sức xây dựng nông thôn mới' }).waitFor();
    expect(new URL(lan.page.url()).pathname).toBe('/khcn/phong-trao');
  });

  it('8 R-127 gives 1 duty to the bloc, 2 to the heads and 3 to the office, and asks for due dates', async () => {
    await lan.go(`/khcn/ke-hoach/${planId}?phan=duties`);
    const articles = lan.page.locator('.td-extract article');
    await articles.filter({ hasText: 'Văn phòng Sở' }).first().waitFor();
    const parties = await articles.evaluateAll((found) =>
      found.map((article) => ({
        party: article.querySelector('h3')?.textContent ?? '',
        duties: article.querySelectorAll('li').length,
        undated: (article.textContent?.match(/chưa đặt hạn/g) ?? []).length,
      })),
    );
    const party = (name: RegExp) => parties.find((entry) => name.test(entry.party));
    expect(party(/Khối Thi đua các phòng/)).toMatchObject({ duties: 1, undated: 1 });
    expect(party(/Lãnh đạo các phòng/)).toMatchObject({ duties: 2, undated: 2 });
    expect(party(/Văn phòng Sở/)).toMatchObject({ duties: 3, undated: 3 });
  });

  it('9 R-085 R-061 the director finds it to sign, signs, and it has a number; LAN’s duty is gone from her list', async () => {
    const binh = await province.visit('BINH');
    await binh.go('/viec');
    await binh.page.getByRole('link', { name: /Ký kế hoạch “Phát động phong trào thi đua năm 2025”/ }).click();
    await binh.page.getByRole('button', { name: 'Ký ban hành' }).click();
    await binh.page.getByRole('dialog').getByRole('button', { name: 'Ký ban hành' }).click();
    await binh.page.getByText(/Đã ban hành, số \d+\/KH-KHCN/).waitFor();
    await lan.go('/viec');
    await lan.page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
    await expect
      .poll(
        async () => {
          await lan.page.reload();
          await quiet(lan.page);
          return lan.page.getByText('Ban hành kế hoạch theo 01/CT-UBND').count();
        },
        { timeout: 15_000 },
      )
      .toBe(0);
    for (const { key, log } of [lan, binh])
      expect({ key, violations: log.violations, uncaught: log.uncaught }).toEqual({ key, violations: [], uncaught: [] });
  });
});
