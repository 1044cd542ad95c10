import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@thidua/dev';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentFolder, type DepartmentFolder } from '../support/department-folder.js';
import { startProvince, type Province, type Visitor } from '../support/province.js';

const FIVE_MINUTES_MS = 300_000;
const TITLE = 'Phong trào thi đua';
const NEWER = 'Phong trào thi đua của ngành y tế';

/** From an empty folder to the provincial shell, with the commands of docs/modules.md and the registry's own page alone. */
describe('a department that has no repository ships its portal', () => {
  let province: Province;
  let syt: DepartmentFolder;
  let administrator: Visitor;
  let lan: Visitor;
  let khoi: Visitor;
  let deploy: Record<string, string>;
  let first: string;
  let second: string;

  beforeAll(async () => {
    province = await startProvince();
    administrator = await province.visit('SNV-06');
    lan = await province.visit('LAN');
    khoi = await province.visit('KHOI');
    await administrator.go('/kho-mo-dun');
  });
  afterAll(async () => {
    await province?.close();
    await syt?.remove();
  });

  /** Fills the dialog in front and presses its button. */
  async function dialog(open: string, fields: Readonly<Record<string, string>>, press: string, choose?: string): Promise<void> {
    const { page } = administrator;
    await page.getByRole('button', { name: open, exact: true }).first().click();
    const shown = page.getByRole('dialog');
    if (choose) await shown.getByRole('radio', { name: choose }).click();
    for (const [label, value] of Object.entries(fields)) await shown.getByLabel(label).fill(value);
    await shown.getByRole('button', { name: press, exact: true }).click();
    await shown.waitFor({ state: 'hidden' });
  }

  /** @returns the deploy key as the page shows it, once. */
  async function deployKey(name: string): Promise<string> {
    const { page } = administrator;
    await page.getByRole('tab', { name: /Khóa/ }).click();
    await dialog('Tạo khóa', { 'Tên khóa': name }, 'Tạo khóa', 'Khóa triển khai');
    return page.locator('[data-test="secret"]').innerText();
  }

  async function published(): Promise<string> {
    const built = await syt.npm('build');
    expect(built, built.text).toMatchObject({ code: 0 });
    const sent = await syt.npm('publish:module', [], deploy);
    expect(sent, sent.text).toMatchObject({ code: 0 });
    return /→ (\S+)/.exec(sent.text)![1]!;
  }

  async function module(...args: string[]): Promise<string> {
    const printed = await syt.npm('module', args, deploy);
    expect(printed, printed.text).toMatchObject({ code: 0 });
    return printed.text;
  }

  async function sees(visitor: Visitor, heading: string): Promise<void> {
    await visitor.go('/so-y-te');
    await visitor.page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
  }

  it('PF-02 J-12.2 an empty folder becomes a portal in the shell in under five minutes', async () => {
    const began = Date.now();
    syt = await departmentFolder({ id: 'so-y-te', code: 'SYT', nameVi: 'Sở Y tế', nameEn: 'Department of Health' });
    await dialog('Thêm mô-đun', { 'Mã mô-đun': 'so-y-te', 'Mã cơ quan': 'SYT' }, 'Giữ chỗ');
    const keys = await syt.npm('keys');
    const publicKey = /^ *public key (\S{43})$/m.exec(keys.text)![1]!;
    const key = await deployKey('máy của Sở Y tế');
    await dialog('Tạo khóa', { 'Tên khóa': 'Sở Y tế ký', 'Khóa công khai': publicKey }, 'Tạo khóa', 'Khóa ký');
    deploy = { THIDUA_HOST: province.url, THIDUA_DEPLOY_KEY: key };

    first = await published();
    await module('activate', first);
    await sees(lan, TITLE);
    expect(Date.now() - began).toBeLessThan(FIVE_MINUTES_MS);
  });

  it('J-12.3 PF-03 the page joins departments and campaigns of the real graph, by registered operations alone', async () => {
    await lan.page.getByRole('row').nth(1).waitFor();
    const rows = await lan.page.getByRole('row').allInnerTexts();
    expect(rows.join('\n')).toContain('Dân vận khéo');
    expect(lan.log.violations).toEqual([]);
  });

  it('J-12.8 a canary shows the next version to one department only', async () => {
    const file = join(syt.folder, 'src/messages.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replace(`title: '${TITLE}'`, `title: '${NEWER}'`));
    const pkg = join(syt.folder, 'package.json');
    await writeFile(pkg, (await readFile(pkg, 'utf8')).replace('"version": "0.1.0"', '"version": "0.2.0"'));
    second = await published();
    expect(second).not.toBe(first);
    await sees(lan, TITLE);

    await module('activate', second, '--canary', '--departments', 'SKHCN');
    await sees(lan, NEWER);
    await sees(khoi, TITLE);
    await module('activate', second);
    await sees(khoi, NEWER);
  });

  it('J-12.10 one command goes back a step, effective on the next load', async () => {
    const printed = await module('rollback');
    expect(printed).toContain(`${second} → ${first}`);
    await sees(lan, TITLE);
    await sees(khoi, TITLE);
    expect(await module('list')).toContain(`stable ${first}`);
  });

  it('J-12.7 J-12.12 a changed version, a forged file and a foreign slot are refused, and nothing changes', async () => {
    const pkg = join(syt.folder, 'package.json');
    await writeFile(pkg, (await readFile(pkg, 'utf8')).replace('"version": "0.2.0"', '"version": "0.1.0"'));
    await syt.npm('build');
    const repeated = await syt.npm('publish:module', [], deploy);
    expect(repeated.code).toBe(1);
    expect(repeated.text).toContain('VERSION_EXISTS');

    await writeFile(join(syt.folder, 'dist/remoteEntry.js'), 'globalThis.stolen = true;');
    const forged = await syt.npm('publish:module', [], deploy);
    expect(forged.code).toBe(1);
    expect(forged.text).toContain('[integrity] remoteEntry.js');

    await administrator.go('/kho-mo-dun/taichinh');
    const key = await deployKey('máy của Sở Tài chính');
    await writeFile(pkg, (await readFile(pkg, 'utf8')).replace('"version": "0.1.0"', '"version": "0.3.0"'));
    await syt.npm('build');
    const foreign = await syt.npm('publish:module', [], { ...deploy, THIDUA_DEPLOY_KEY: key });
    expect(foreign.code).toBe(1);
    expect(foreign.text).toMatch(/SLOT_FOREIGN|KEY_SCOPE/);
    await sees(lan, TITLE);
  });

  it('J-12.2 the module alone asks the running graph with the rights of one person', async () => {
    const port = await freePort();
    const graph = `${province.graph.url('gateway')}/graphql`;
    const server = syt.start('dev', ['--port', String(port), '--graph', graph, '--token', await province.graph.token('LAN')]);
    const { page, log } = await province.passBy();
    try {
      await answers(`http://localhost:${port}/mf-manifest.json`);
      await page.goto(`http://localhost:${port}/so-y-te`);
      await page.getByRole('heading', { name: NEWER, level: 1, exact: true }).waitFor();
      await page.getByRole('row').filter({ hasText: 'Dân vận khéo' }).first().waitFor();
      await page.getByText('Nguyễn Thị Lan').first().waitFor();

      const typed = page.getByRole('searchbox', { name: 'Tìm phong trào' });
      await typed.fill('dan van');
      const file = join(syt.folder, 'src/campaigns/CampaignsPage.vue');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('<TdPageHead', '<p>vừa sửa xong</p><TdPageHead'));
      await page.getByText('vừa sửa xong').waitFor();
      expect(await typed.inputValue(), 'a changed file is shown without losing what was typed').toBe('dan van');
      await writeFile(file, text);
      expect(log.uncaught).toEqual([]);
    } finally {
      process.kill(-server.pid!, 'SIGTERM');
    }
  });

  it('a permitted developer runs the copy of the own machine inside the site, nobody else does', async () => {
    const port = await freePort();
    const server = syt.start('dev', ['--port', String(port)]);
    try {
      await answers(`http://localhost:${port}/mf-manifest.json`);
      await administrator.go('/kho-mo-dun/so-y-te');
      await dialog('Chạy bản trên máy tôi', { 'Địa chỉ trên máy': `http://localhost:${port}` }, 'Chạy bản trên máy tôi');
      await administrator.page.getByRole('heading', { name: NEWER, level: 1, exact: true }).waitFor();
      await sees(lan, TITLE);
      await administrator.go('/kho-mo-dun/so-y-te');
      await administrator.page.getByRole('button', { name: 'Về bản đã phát hành' }).click();
      await administrator.page.getByRole('button', { name: 'Chạy bản trên máy tôi' }).waitFor();
      await sees(administrator, TITLE);
    } finally {
      process.kill(-server.pid!, 'SIGTERM');
    }
  });
});

async function answers(address: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
}
