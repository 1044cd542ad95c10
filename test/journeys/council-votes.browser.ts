import { naturalId } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { fillBallot, vote, type Choice } from './council.steps.js';
import { quiet } from '../support/quiet.js';

const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');
/** Present beside SON; SNV-07 keeps the minutes, SNV-03 is on leave. */
const OTHERS = ['SNV-01', 'SNV-02', 'SNV-04', 'SNV-12', 'SNV-19', 'SNV-26', 'SNV-07'];

/** J-05, 12 December 2025: the council of Sở Nội vụ is in session, nobody has voted. */
describe('J-05 a council member votes', () => {
  let province: Province;
  let son: Visitor;
  let secretary: Visitor;

  beforeAll(async () => {
    province = await startProvince({ fixture: 'council-day', clock: '2025-12-12T14:05:00+07:00' });
    son = await province.visit('SON');
    secretary = await province.visit('SNV-07');
  });
  afterAll(() => province?.close());

  const round = (who: Visitor) => who.page.locator('.td-council > .td-stack').first();
  const openItem = async (who: Visitor, award: string): Promise<void> => {
    await who.page
      .getByRole('navigation', { name: 'Chương trình' })
      .getByRole('link', { name: new RegExp(award) })
      .click();
    await round(who)
      .getByRole('heading', { name: new RegExp(award) })
      .waitFor();
  };
  const ballots = async () =>
    (
      await province.graph.ask({
        token: await province.graph.token('SNV-07'),
        query: `{ votingRound(id: "${ROUND}") { votedCount lines { nomination { nomineeName } result { yes no blank invalid absent total needed passed percent } } } }`,
      })
    ).data.votingRound;

  it('1 R-236 opens the invitation from “Việc của tôi”; the list is there and every dossier can be read', async () => {
    await son.go('/viec');
    await son.page.getByRole('link', { name: 'Đọc hồ sơ và dự họp Hội đồng' }).click();
    await son.page.getByRole('heading', { name: 'Phiên họp xét khen thưởng cuối năm 2025, Sở Nội vụ', level: 1 }).waitFor();
    expect(new URL(son.page.url()).pathname).toBe(`/noivu/tham-dinh/phien/${SESSION}`);
    const agenda = await son.page.getByRole('navigation', { name: 'Chương trình' }).getByRole('listitem').allInnerTexts();
    expect(agenda.map((line) => Number(/(\d+) đề nghị/.exec(line)?.[1]))).toEqual([41, 8, 6, 2, 2]);
    await round(son).getByRole('link').first().click();
    await son.page.getByRole('heading', { name: 'Tóm tắt thành tích' }).waitFor();
    expect(await son.page.getByRole('table').count()).toBe(1);
  });

  it('2 R-210 R-209 sees the open petition of 20/11 with its state, and not who sent it', async () => {
    await son.go(`/noivu/tham-dinh/phien/${SESSION}`);
    await openItem(son, 'Chiến sĩ thi đua cơ sở');
    const marked = round(son).getByRole('listitem').filter({ hasText: '20/11/2025' });
    expect(await marked.count()).toBe(1);
    const notice = await marked.innerText();
    expect(notice).toContain('Đơn nhận ngày 20/11/2025, đang xử lý');
    expect(notice).not.toMatch(/người gửi|Trương Văn Hậu/i);
    await marked.getByRole('link').click();
    await son.page.locator('.td-notice').filter({ hasText: '20/11/2025' }).first().waitFor();
  });

  it('4 R-158 R-221 reads on the targets that 49 of 50 = 98,0 % is not above 98 %, and who is missing', async () => {
    await son.go('/noivu/chi-tieu');
    const row = son.page.getByRole('row').filter({ hasText: 'Trên 98%' });
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    for (const words of ['> 98 %', 'cần đủ 50', '49/50 = 98,0 %', 'Chưa đạt', 'thiếu 1 người'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    await row.getByRole('button').click();
    const drawer = son.page
      .getByRole('complementary')
      .filter({ hasText: 'Chưa tính' })
      .or(son.page.getByRole('complementary').filter({ hasText: 'Phan Thị Kim Ngân' }))
      .last();
    await drawer.getByText('Phan Thị Kim Ngân').waitFor();
  });

  it('5 R-160 reads 41 against 40, and both readings of 8: 19,5 % of the titled, 16,0 % of the staff', async () => {
    await son.go('/noivu/chi-tieu');
    const titles = son.page.getByRole('row').filter({ hasText: '"Lao động tiên tiến"' }).filter({ hasText: '80%' });
    await titles.waitFor();
    const plain = async (text: Promise<string>): Promise<string> => (await text).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(await plain(titles.innerText())).toMatch(/cần đủ 40.*41\/50 = 82,0 %.*Đạt/);
    const fighters = await plain(son.page.getByRole('row').filter({ hasText: '"Chiến sĩ thi đua cơ sở"' }).innerText());
    expect(fighters).toContain('8/41 = 19,5 %');
    expect(fighters).toContain('8/50 = 16,0 %');
  });

  it('6 R-161 R-162 reads that 6 of 6 collectives reach the title, the 2 excellent ones among them', async () => {
    const plain = async (text: Promise<string>): Promise<string> => (await text).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(
      await plain(son.page.getByRole('row').filter({ hasText: 'trở lên' }).filter({ hasText: 'Tập thể' }).first().innerText()),
    ).toMatch(/6\/6 = 100,0 %.*Đạt/);
    expect(await plain(son.page.getByRole('row').filter({ hasText: 'Tập thể Lao động xuất sắc' }).innerText())).toMatch(
      /2\/6 = 33,3 %.*Vừa đủ/,
    );
  });

  it('7 R-237 R-238 votes on the host’s own page; the network breaks while sending, the vote is stored exactly once', async () => {
    await secretary.go(`/noivu/tham-dinh/phien/${SESSION}`);
    await openItem(secretary, 'Chiến sĩ thi đua cơ sở');
    await secretary.page.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
    await secretary.page.getByText('Đã mở bỏ phiếu').waitFor();

    await expect
      .poll(
        async () => {
          await son.go('/viec');
          await quiet(son.page);
          return son.page.getByRole('link', { name: 'Bỏ phiếu kín' }).count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    await son.page.getByRole('link', { name: 'Bỏ phiếu kín' }).click();
    await son.page.waitForURL(`${province.url}/ballot/${ROUND}`);
    expect(await son.page.locator('script').count()).toBe(0);
    expect(await fillBallot(son, () => 'Đồng ý')).toHaveLength(8);
    const broken = new Promise<void>((done) => {
      void son.page.route('**/ballot/*', async (route) => {
        // What a browser says of its own navigation is not shown to who stands between.
        const headers = { ...(await route.request().allHeaders()), 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
        await route.fetch({ headers });
        await route.abort('connectionreset');
        done();
      });
    });
    await son.page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click({ noWaitAfter: true });
    await broken;
    await son.page.unroute('**/ballot/*');
    expect((await ballots()).votedCount).toBe(1);
  });

  it('8 R-238 after the break the page says that he has voted; a second vote is refused', async () => {
    await son.go(`/ballot/${ROUND}`);
    await son.page.getByRole('heading', { name: 'Bạn đã bỏ phiếu' }).waitFor();
    expect(await son.page.getByRole('button').count()).toBe(0);
    await son.go(`/noivu/tham-dinh/phien/${SESSION}?muc=${ROUND}`);
    await round(son).getByText('Bạn đã bỏ phiếu', { exact: true }).waitFor();
    expect(
      await round(son)
        .getByRole('link', { name: /Bỏ phiếu/ })
        .count(),
    ).toBe(0);
    expect((await ballots()).votedCount).toBe(1);
  });

  it('7 R-238 nobody sees a count before closing; the secretary sees only how many have voted', async () => {
    const seen: string[] = [];
    for (const [index, key] of OTHERS.entries()) {
      const member = key === 'SNV-07' ? secretary : await province.visit(key);
      const choice = (name: string): Choice => (key === 'SNV-26' ? null : index === 0 && name.length % 2 === 0 ? 'Không đồng ý' : 'Đồng ý');
      seen.push(await vote(member, ROUND, choice));
      if (member !== secretary) await member.leave();
    }
    expect(new Set(seen).size).toBe(OTHERS.length);
    await son.page.reload();
    await round(son).getByText('Bạn đã bỏ phiếu', { exact: true }).waitFor();
    expect(await round(son).innerText()).not.toMatch(/\d\s*\/\s*9|\d+\s*\/\s*\d+ đã bỏ phiếu/);
    await secretary.go(`/noivu/tham-dinh/phien/${SESSION}?muc=${ROUND}`);
    await round(secretary).getByText('8/8 đã bỏ phiếu').waitFor();
    const { votedCount, lines } = await ballots();
    expect([votedCount, lines.every((line: { result: unknown }) => line.result === null)]).toEqual([8, true]);
  });

  it('9 R-238 the secretary closes: 9 members, 1 absent, 1 blank, and the sums are right for every nominee', async () => {
    await secretary.page.getByRole('button', { name: 'Đóng và kiểm phiếu' }).click();
    await secretary.page.getByRole('dialog').getByRole('button', { name: 'Đóng và kiểm phiếu' }).click();
    await secretary.page.getByText('Đã kiểm phiếu').first().waitFor();
    const { lines } = await ballots();
    expect(lines).toHaveLength(8);
    for (const { nomination, result } of lines) {
      const own = result.absent - 1;
      expect(result.yes + result.no + result.blank + result.invalid + result.absent, nomination.nomineeName).toBe(9);
      expect([result.blank, result.invalid, result.total, result.needed], nomination.nomineeName).toEqual([1, 0, 9, 7]);
      expect([0, 1]).toContain(own);
      expect(result.yes + result.no).toBe(7 - own);
      expect(result.passed).toBe(result.yes >= 7);
    }
    await expect
      .poll(
        async () => {
          await son.page.reload();
          return (
            await round(son)
              .getByRole('table')
              .innerText()
              .catch(() => '')
          ).replaceAll('\u00a0', ' ');
        },
        { timeout: 20_000 },
      )
      .toMatch(/7\/9 = 77,8 %/);
    expect(await round(son).getByRole('row').count()).toBe(9);
  });

  it('R-237 the minutes tell the result, and nobody met a violated policy or an uncaught error', async () => {
    await secretary.page.reload();
    const minutes = secretary.page.locator('.td-printed').last();
    await minutes.waitFor();
    expect(await minutes.innerText()).toMatch(/Chiến sĩ thi đua cơ sở/);
    for (const { key, log } of [son, secretary])
      expect({ key, violations: log.violations, uncaught: log.uncaught }).toEqual({ key, violations: [], uncaught: [] });
  });
});
