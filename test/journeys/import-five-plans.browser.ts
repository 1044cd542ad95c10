import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { chooseFile, preview, samplePlan, seedPlan, type Document } from './import.steps.js';

/** J-15: LAN and her colleagues bring in the five plans; nothing has been imported before. */
describe('J-15 importing the five plans', () => {
  let province: Province;
  const people: Partial<Record<'LAN' | 'STC-07' | 'SNV-07', Visitor>> = {};
  const plans: Record<string, string> = {};

  beforeAll(async () => {
    province = await startProvince({ fixture: 'no-plans' });
    for (const key of ['LAN', 'STC-07', 'SNV-07'] as const) people[key] = await province.visit(key);
  });
  afterAll(() => province?.close());

  const LAN = (): Visitor => people.LAN!;
  const ask = async (query: string) => (await province.graph.ask({ query, token: await province.graph.token('LAN') })).data;
  const registers = async () => {
    const data = await ask('{ plans(first: 1) { totalCount } legalDocuments(first: 1) { totalCount } campaigns(first: 1) { totalCount } }');
    return [data.plans.totalCount, data.legalDocuments.totalCount, data.campaigns.totalCount] as number[];
  };

  it('1 R-064 R-078 R-082 R-020 the plan of 2022 has one long title, a theme of the year, no targets, and is signed for the director', async () => {
    const extract = await preview(LAN(), '/khcn', seedPlan('003'));
    expect(await extract.title()).toMatch(/^Triển khai thực hiện phong trào thi đua đẩy mạnh “Học tập .+ ngang tầm nhiệm vụ”$/);
    expect([await extract.count('Mục'), await extract.count('Chỉ tiêu')]).toEqual([6, 0]);
    expect(await extract.text('Cần xem')).toContain('Kế hoạch không có chỉ tiêu định lượng.');
    const facts = await extract.text('Chung');
    expect(facts).toContain('Chủ đề Về xây dựng đội ngũ cán bộ, đảng viên nâng cao đạo đức cách mạng');
    expect(facts).toContain('Người ký PHÓ GIÁM ĐỐC, ký thay GIÁM ĐỐC');
  });

  it('2 R-084 keeps the whole quoted subject of 21-KL/TW, although it quotes inside', async () => {
    const extract = await preview(LAN(), '/khcn', seedPlan('003'));
    const conclusion = (await extract.lines('Văn bản')).find((line) => line.includes('21-KL/TW'));
    expect(conclusion).toContain('“tự diễn biến”, “tự chuyển hóa”');
    expect(await extract.mergeAll()).toBe(0);
    plans['003'] = await extract.accept();
  });

  it('3 R-067 R-065 R-088 the plan of Quảng Ngãi: 14 documents, “Thực hiện” is a basis, 16 campaigns, one line for two bodies', async () => {
    const extract = await preview(LAN(), '/khcn', seedPlan('001'));
    expect([await extract.count('Phong trào'), await extract.count('Mục')]).toEqual([16, 11]);
    const recipients = await extract.lines('Nơi nhận');
    expect(recipients).toContainEqual(
      expect.stringMatching(/BCH Công đoàn, Đoàn Thanh niên Sở\s?gồm BCH Công đoàn Sở, Đoàn Thanh niên Sở/),
    );
    const campaigns = (await extract.text('Phong trào')).toLowerCase();
    expect(campaigns).toContain('doanh nghiệp vận tải và lái xe 3 an toàn');
    await extract.mergeAll();
    plans['001'] = await extract.accept();
    const { plan } = await ask(`{ plan(id: "${plans['001']}") { issuer { name isGuest } citations { role document { id } section } } }`);
    expect(new Set(plan.citations.map((citation: { document: { id: string } }) => citation.document.id)).size).toBe(14);
    expect(plan.citations.map((citation: { role: string }) => citation.role)).toContain('IMPLEMENTS');
    expect(plan.issuer.isGuest).toBe(true);
    const { campaigns: found } = await ask('{ campaigns(search: "Dân vận khéo") { nodes { name parent { name } } } }');
    expect(found.nodes).toContainEqual({ name: '“Dân vận khéo” trong cơ quan hành chính Nhà nước', parent: { name: 'Dân vận khéo' } });
  });

  it('6 R-080 R-076 R-089 R-063 R-101 the plan of Sở Tài chính: four levels, the province’s theme, “Như trên” flagged, two parents', async () => {
    const extract = await preview(people['STC-07']!, '/taichinh', seedPlan('002'));
    expect(await extract.count('Mục')).toBe(30);
    expect(await extract.text('Cần xem')).toContain('Nơi nhận ghi “Như trên” nhưng kế hoạch không có phần Kính gửi.');
    expect((await extract.lines('Nơi nhận'))[0]).toMatch(/^Như trên\s?cần xem lại$/);
    const facts = await extract.text('Chung');
    expect(facts).toContain('Chủ đề Đổi mới, sáng tạo, tăng tốc, bứt phá');
    expect(facts).toContain('Nơi Tây Ninh Ngày 02/2025');
    expect(await extract.mergeAll()).toBe(2);
    plans['002'] = await extract.accept();
    const { plan } = await ask(`{ plan(id: "${plans['002']}") { citations { role document { number } } } }`);
    const parents = plan.citations
      .filter((citation: { role: string }) => citation.role === 'IMPLEMENTS')
      .map((citation: { document: { number: string } }) => citation.document.number);
    expect(parents.toSorted()).toEqual(['01/CT-UBND', '08/KH-HĐTĐ']);
  });

  it('8 R-081 R-157 R-090 the plan of Sóc Trăng: labels I, II, IV, V as printed, 13 targets, a share of a share named in words', async () => {
    const extract = await preview(people['SNV-07']!, '/noivu', seedPlan('004'));
    const labels = (await extract.lines('Mục')).map((line) => /^[IVX]+(?=\.)/.exec(line)?.[0]).filter(Boolean);
    expect(labels).toEqual(['I', 'II', 'IV', 'V']);
    expect(await extract.text('Cần xem')).toContain('Mục IV. đứng ngay sau mục II.: số mục bị nhảy.');
    const targets = await extract.lines('Chỉ tiêu');
    expect(targets).toHaveLength(13);
    expect(targets[1]).toMatch(/^Trên 98% công chức.+> 98 %$/);
    expect(targets[5]).toMatch(/trên số đạt “80% công chức.+≥ 20 %$/);
    expect(targets[10]).toMatch(/được công nhận$/);
    expect((await extract.lines('Nơi nhận')).some((line) => line.includes('Cổng thông tin điện tử'))).toBe(true);
    await extract.mergeAll();
    plans['004'] = await extract.accept();
  });

  it('the plan of SKHCN: blank number and date, and the directive already in the register is offered, not taken silently', async () => {
    const extract = await preview(LAN(), '/khcn', seedPlan('000'));
    expect([await extract.count('Mục'), await extract.count('Việc')]).toEqual([9, 4]);
    const directive = extract.question(/Chỉ thị số 01\/CT-UBND có sẵn trong danh mục/);
    expect(await directive.innerText()).toContain('“UBND tỉnh” / “Chủ tịch Ủy ban nhân dân tỉnh”');
    const accept = extract.page.getByRole('button', { name: 'Nhận vào bản nháp' });
    expect(await accept.isDisabled()).toBe(true);
    expect(await extract.mergeAll()).toBe(4);
    plans['000'] = await extract.accept();
  });

  it('9 11 R-066 R-069 R-105 after all five the registers hold 32 documents and 29 campaigns, 05-CT/TW apart from 05-CT/TU', async () => {
    expect(await registers()).toEqual([5, 32, 29]);
    const { central, provincial } = await ask(
      '{ central: legalDocument(number: "05-CT/TW") { id citingPlans { totalCount } } provincial: legalDocument(number: "05-CT/TU") { id citingPlans { totalCount } } }',
    );
    expect(central.id).not.toBe(provincial.id);
    expect([central.citingPlans.totalCount, provincial.citingPlans.totalCount]).toEqual([3, 1]);
  });

  it('11 R-112 R-113 R-106 D7 shows the 29 with their levels, and “An ninh Tổ quốc” spelled two ways is one', async () => {
    const { page, go } = LAN();
    await go('/khcn/phong-trao');
    await page.getByText('Đủ cả 29').waitFor();
    expect(await page.getByRole('button', { name: /Toàn dân bảo vệ an ninh Tổ quốc/i }).count()).toBe(1);
  });

  it('11 R-107 every source keeps its own words about one campaign', async () => {
    const { page } = LAN();
    await page.getByRole('button', { name: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', exact: true }).click();
    const drawer = page.getByRole('complementary').last();
    await drawer
      .getByRole('heading', { name: /Các nguồn|Nguồn|nói gì/ })
      .first()
      .waitFor();
    const printed = await drawer.locator('p.td-printed').allInnerTexts();
    expect(new Set(printed).size).toBeGreaterThan(1);
    expect(
      new Set(
        await drawer
          .locator('section')
          .filter({ has: page.getByRole('heading', { name: /Các nguồn|Nguồn|nói gì/ }) })
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).size,
    ).toBe(5);
  });

  it('R-083 the text of every plan comes back word for word, with its typing errors', async () => {
    for (const key of ['000', '001', '002', '003', '004'] as const) {
      const { plan } = await ask(`{ plan(id: "${plans[key]}") { text } }`);
      expect(plan.text.normalize('NFC'), key).toBe(seedPlan(key).bytes.toString('utf8').normalize('NFC'));
    }
  });

  it('R-113 a second import of the same plan is recognised and makes no second one', async () => {
    const extract = await preview(LAN(), '/khcn', seedPlan('000'));
    await extract.page.getByText('Kế hoạch này đã có trong hệ thống').waitFor();
    expect(await extract.page.getByRole('button', { name: 'Nhận vào bản nháp' }).isDisabled()).toBe(true);
    await extract.page.getByRole('link', { name: 'Mở bản đã có' }).click();
    await extract.page.waitForURL(new RegExp(`${plans['000']}$`));
    expect(await registers()).toEqual([5, 32, 29]);
  });

  it('the sample of a department nobody here knows: the issuer is asked for, then it is a plan like the others', async () => {
    const extract = await preview(LAN(), '/khcn', samplePlan());
    expect(await extract.text('Cần xem')).toMatch(/nơi ban hành|cơ quan ban hành/i);
    await extract.mergeAll();
    expect(await extract.page.getByRole('button', { name: 'Nhận vào bản nháp' }).isDisabled()).toBe(true);
    await extract.page.getByRole('button', { name: 'Là kế hoạch của Sở Khoa học và Công nghệ' }).click();
    const id = await extract.accept();
    const { plan } = await ask(`{ plan(id: "${id}") { number text } }`);
    expect(plan).toEqual({ number: '27/KH-SYT', text: samplePlan().bytes.toString('utf8') });
    await expect
      .poll(async () => (await ask(`{ plan(id: "${id}") { targets { totalCount } } }`)).plan.targets.totalCount, { timeout: 15_000 })
      .toBe(9);
  });

  const bad: [string, Document, RegExp][] = [
    ['an empty file', { name: 'trong.txt', bytes: Buffer.alloc(0) }, /không có nội dung/],
    [
      'a letter that is no plan',
      { name: 'thu.txt', bytes: Buffer.from('Kính gửi cô, lớp mình họp mặt vào chủ nhật này tại nhà em nhé.') },
      /kế hoạch/i,
    ],
    [
      'a text in an old encoding',
      { name: 'tcvn3.txt', bytes: Buffer.from('KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua yªu n\u00adíc n¨m 2025', 'latin1') },
      /mã|bảng mã|Unicode|UTF-8/i,
    ],
    ['a Word file that is not one', { name: 'hong.docx', bytes: Buffer.from('PK\u0003\u0004 this is no archive') }, /\.docx|Word|hỏng/i],
    [
      'a Word file that unpacks without end',
      { name: 'bom.docx', bytes: zipOf('word/document.xml', Buffer.alloc(300_000_000, 32)) },
      /phình ra quá giới hạn/,
    ],
    ['a scanned PDF', { name: 'scan.pdf', bytes: Buffer.from(EMPTY_PDF) }, /ảnh|quét|chữ/i],
    ['a document with macros', { name: 'macro.docm', bytes: Buffer.from('PK') }, /\.docx/],
  ];
  it.each(bad)('%s gets a clear error and changes nothing', async (_what, document, words) => {
    const before = await registers();
    const { page } = LAN();
    await chooseFile(LAN(), '/khcn', document);
    const said = page.locator('[role=alert], [aria-live] .td-notice').first();
    await said.waitFor();
    expect(await said.innerText()).toMatch(words);
    expect(page.url()).toMatch(/\/khcn\/ke-hoach\/nhap$/);
    expect(await registers()).toEqual(before);
  });

  it('runs under its policies without one violation or uncaught error', () => {
    for (const { key, log } of Object.values(people))
      expect({ key, violations: log.violations, uncaught: log.uncaught }).toEqual({ key, violations: [], uncaught: [] });
  });
});

const EMPTY_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f
0000000009 00000 n
0000000052 00000 n
0000000101 00000 n
trailer<</Size 4/Root 1 0 R>>
startxref
160
%%EOF`;

/** An archive with one file, as small as its content is boring. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}
