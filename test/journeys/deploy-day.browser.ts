import { naturalId } from '@thidua/contracts';
import { newSigningPair } from '@thidua/module-kit/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy, type PlatformAnswer } from '../support/deploy.js';
import { startProvince, type Province, type Visitor } from '../support/province.js';
import { rebuiltPortal, type Rebuild } from '../support/rebuilt-portal.js';
import { vote } from './council.steps.js';

const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');
const REASON = 'Đơn vị đã hoàn thành vượt mức các nội dung đăng ký đầu năm.';

/** The first dossier that waits and has been received: judged and concluded. */
async function appraiseNext({ page, go }: Visitor): Promise<void> {
  await go('/viec');
  await page
    .getByRole('link', { name: /^Thẩm định đề nghị/ })
    .first()
    .click();
  await page.getByLabel('Ý kiến thẩm định').fill('Đủ điều kiện, đề nghị Hội đồng xét.');
  await page.getByRole('radio', { name: /Đủ điều kiện, trình Hội đồng/ }).click();
  await page.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
  await page.getByText('Chờ họp Hội đồng').first().waitFor();
}

/** J-12 and the deploy under load: KHOI ships the portal of Sở Tài chính while the council of Sở Nội vụ votes. */
describe('J-12 a department deploys on its own day while others work', () => {
  let province: Province;
  let khoi: Visitor;
  let son: Visitor;
  let secretary: Visitor;
  /** Somebody of Sở Tài chính with a form half filled. */
  let writer: Visitor;
  let key: string;
  const pair = newSigningPair();

  beforeAll(async () => {
    province = await startProvince({ fixture: 'council-day', clock: '2025-12-12T14:05:00+07:00' });
    khoi = await province.visit('KHOI');
    son = await province.visit('SON');
    secretary = await province.visit('SNV-07');
    writer = await province.visit('STC-07');
  });
  afterAll(() => province?.close());

  const build = (version: string, more: Partial<Rebuild> = {}): Promise<Buffer> =>
    rebuiltPortal({ room: 'portal-taichinh', version, key: pair.privateKey, ...more });
  const send = <T = { release: string }>(archive: Buffer, path = 'taichinh/releases?activate=stable'): Promise<PlatformAnswer<T>> =>
    deploy<T>(province.url, key, 'POST', `/platform/modules/${path}`, archive);
  /** Version of the portal that a page opened now would get. */
  const versionOn = async (who: Visitor): Promise<string> => {
    const registry = await who.page.evaluate(() => fetch('/registry.json').then((answer) => answer.json()));
    return (registry as { modules: { id: string; version: string }[] }).modules.find(({ id }) => id === 'taichinh')!.version;
  };
  const stableRow = () => khoi.page.getByRole('row').filter({ hasText: '/taichinh' });
  const votedCount = async (): Promise<number> =>
    (await province.graph.ask({ token: await province.graph.token('SNV-07'), query: `{ votingRound(id: "${ROUND}") { votedCount } }` }))
      .data.votingRound.votedCount;

  it('1 PF-02 opens the registry: his own portal is live, those of others can be read and not changed', async () => {
    await khoi.go('/kho-mo-dun');
    await stableRow().getByText('0.1.0').first().waitFor();
    await khoi.page.getByRole('link', { name: 'Sở Khoa học và Công nghệ', exact: true }).last().click();
    await khoi.page.getByText('Bạn xem được mô-đun này.').waitFor();
    expect(await khoi.page.getByRole('button', { name: 'Quay lại bản trước' }).count()).toBe(0);
  });

  it('makes a deploy key and registers the key that signs; the deploy key is shown once', async () => {
    await khoi.go('/kho-mo-dun/taichinh');
    await khoi.page.getByRole('tab', { name: /^Khóa/ }).click();
    await khoi.page.getByRole('button', { name: 'Tạo khóa' }).click();
    const dialog = khoi.page.getByRole('dialog');
    await dialog.getByLabel('Tên khóa').fill('Máy của Khôi');
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click();
    key = (await khoi.page.getByTestId('secret').or(khoi.page.locator('[data-test="secret"]')).first().innerText()).trim();
    expect(key).toMatch(/^tdk_/);
    await khoi.page.getByRole('button', { name: 'Tôi đã chép' }).click();
    await khoi.page.getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog.getByText('Khóa ký', { exact: true }).click();
    await dialog.getByLabel('Tên khóa').fill('Khóa ký 2025');
    await dialog.getByLabel(/Khóa công khai/).fill(pair.publicKey);
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click();
    await khoi.page.getByText('Khóa ký 2025').waitFor();
    await khoi.page.reload();
    expect(await khoi.page.locator('[data-test="secret"]').count()).toBe(0);
  });

  it('meanwhile a colleague begins to write, and the secretary opens the secret ballot', async () => {
    await writer.go('/taichinh/ke-hoach/nhap');
    await writer.page.getByRole('tab').nth(1).click();
    await writer.page.getByRole('textbox').first().fill(REASON);
    await secretary.go(`/noivu/tham-dinh/phien/${SESSION}?muc=${ROUND}`);
    await secretary.page.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
    await secretary.page.getByText('Đã mở bỏ phiếu').waitFor();
  });

  it('7 PF-02 a release whose files are not what its list says is refused, and nothing changes', async () => {
    const { status, body } = await send(await build('1.5.0', { altered: true }));
    expect(status).toBe(422);
    expect(body.problems?.some(({ file }) => file?.startsWith('assets/PlanListPage'))).toBe(true);
    expect(await versionOn(writer)).toBe('0.1.0');
  });

  it('12 PF-05 his key does not open the slot of another department', async () => {
    const { status, body } = await send(await build('1.5.0'), 'khcn/releases');
    expect([status, body.error?.code]).toEqual([403, 'SLOT_FOREIGN']);
  });

  it('8 PF-02 version 1.5.0 is what the next page load gets, without anything else being deployed; SON votes meanwhile', async () => {
    const [sent, receipt] = await Promise.all([
      build('1.5.0', { broken: 'CampaignsPage' }).then((archive) => send(archive)),
      vote(son, ROUND, () => 'Đồng ý'),
    ]);
    expect([sent.status, receipt.length > 4]).toEqual([201, true]);
    await expect.poll(() => versionOn(writer), { timeout: 20_000 }).toBe('1.5.0');
    expect(await votedCount()).toBe(1);
  });

  it('11 PF-02 who has a form open keeps its version and what he wrote, and is told that there is a new one', async () => {
    await writer.page.getByText('1.5.0').first().waitFor({ timeout: 60_000 });
    expect(await writer.page.getByRole('textbox').first().inputValue()).toBe(REASON);
  });

  it('9 PF-01 where 1.5.0 throws, only that page fails, and the report names module and version', async () => {
    const reader = await province.visit('STC-07');
    await reader.go('/taichinh/phong-trao');
    const failed = reader.page.locator('[data-test="module-failed"]');
    await failed.waitFor();
    expect(await failed.innerText()).toContain('1.5.0');
    await reader.go('/taichinh/ke-hoach');
    await reader.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await failed.count()).toBe(0);
    await expect
      .poll(
        async () => {
          await khoi.go('/kho-mo-dun/taichinh');
          await khoi.page.getByRole('tab', { name: /^Phát hành/ }).click();
          return khoi.page.getByRole('row').filter({ hasText: '1.5.0' }).innerText();
        },
        { timeout: 30_000 },
      )
      .toContain('/phong-trao');
    await reader.leave();
  });

  it('10 PF-02 goes back in one step while the next member votes; it holds from the next load', async () => {
    const member = await province.visit('SNV-12');
    const voting = vote(member, ROUND, () => 'Đồng ý');
    await khoi.page.getByRole('button', { name: 'Quay lại bản trước' }).click();
    await khoi.page.getByRole('dialog').getByRole('button', { name: 'Quay lại bản trước' }).click();
    await expect.poll(() => versionOn(khoi), { timeout: 20_000 }).toBe('0.1.0');
    await voting;
    await member.leave();
    const reader = await province.visit('STC-07');
    await reader.go('/taichinh/phong-trao');
    await reader.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await reader.page.locator('[data-test="module-failed"]').count()).toBe(0);
    await reader.leave();
  });

  it('a version is never repeated with other content', async () => {
    const { status, body } = await send(await build('1.5.0'));
    expect([status, body.error?.code]).toEqual([409, 'VERSION_EXISTS']);
  });

  it('a canary goes to those who are named, then to everybody; LAN appraises and THU reads meanwhile', async () => {
    const { status, body } = await send(await build('1.5.1'), 'taichinh/releases');
    expect(status).toBe(201);
    const [lan, thu] = [await province.visit('LAN'), await province.visit('THU')];
    const appraising = appraiseNext(lan);
    const canary = { channel: 'canary', release: body.release, rule: { departments: ['SKHCN'] } };
    expect((await deploy(province.url, key, 'PUT', '/platform/modules/taichinh/channel', canary)).status).toBe(200);
    await thu.go('/viec');
    await thu.page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
    expect(await versionOn(writer)).toBe('0.1.0');
    await appraising;
    expect(await versionOn(lan)).toBe('1.5.1');
    const stable = { channel: 'stable', release: body.release };
    expect((await deploy(province.url, key, 'PUT', '/platform/modules/taichinh/channel', stable)).status).toBe(200);
    await expect.poll(() => versionOn(writer), { timeout: 20_000 }).toBe('1.5.1');
    await Promise.all([lan.leave(), thu.leave()]);
  });

  it('nobody’s work suffered: both votes are there once, the draft is still on the page, no page met an error of its own', async () => {
    expect(await votedCount()).toBe(2);
    expect(await writer.page.getByRole('textbox').first().inputValue()).toBe(REASON);
    await khoi.go('/kho-mo-dun/taichinh');
    await khoi.page.getByRole('tab', { name: /^Nhật ký/ }).click();
    const audit = await khoi.page.getByRole('tabpanel').innerText();
    for (const words of ['Đưa lên bản', 'Quay lại bản', 'Từ chối một bản', 'Tạo khóa']) expect(audit).toContain(words);
    for (const { key: who, log } of [son, secretary, writer, khoi])
      expect({ who, violations: log.violations, uncaught: log.uncaught }).toEqual({ who, violations: [], uncaught: [] });
  });
});
