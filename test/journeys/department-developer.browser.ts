import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

  /** What the buttons of the registry's page send. */
  function registry(method: 'PUT' | 'POST', path: string, body: object): Promise<Record<string, string>> {
    return administrator.page.evaluate(
      async ([method, path, body]) => {
        const { csrf } = (await (await fetch('/session')).json()) as { csrf: string };
        const headers = { 'content-type': 'application/json', 'x-thidua-csrf': csrf };
        const response = await fetch(path, Object.assign({ method, headers }, { body: JSON.stringify(body) }));
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
        return (await response.json()) as Record<string, string>;
      },
      [method, path, body] as const,
    );
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
    await registry('PUT', '/platform/modules/so-y-te/slot', { department: 'SYT', basePath: '/so-y-te' });
    const keys = await syt.npm('keys');
    const publicKey = /^ *public key (\S{43})$/m.exec(keys.text)![1]!;
    await registry('POST', '/platform/modules/so-y-te/keys', { kind: 'signing', name: 'Sở Y tế', publicKey });
    const { key } = await registry('POST', '/platform/modules/so-y-te/keys', { kind: 'deploy', name: 'máy của Sở', days: 30 });
    deploy = { THIDUA_HOST: province.url, THIDUA_DEPLOY_KEY: key! };

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

    const { key } = await registry('POST', '/platform/modules/taichinh/keys', { kind: 'deploy', name: 'máy của Sở Tài chính', days: 30 });
    await writeFile(pkg, (await readFile(pkg, 'utf8')).replace('"version": "0.1.0"', '"version": "0.3.0"'));
    await syt.npm('build');
    const foreign = await syt.npm('publish:module', [], { ...deploy, THIDUA_DEPLOY_KEY: key! });
    expect(foreign.code).toBe(1);
    expect(foreign.text).toMatch(/SLOT_FOREIGN|KEY_SCOPE/);
    await sees(lan, TITLE);
  });
});
