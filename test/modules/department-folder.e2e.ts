import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentFolder, type DepartmentFolder, ownPortalAlone } from '../support/department-folder.js';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** A department has a folder, npm, and nothing of this repository. */
describe('a department outside the repository', () => {
  let syt: DepartmentFolder;

  beforeAll(async () => {
    syt = await departmentFolder({ id: 'so-y-te', code: 'SYT', nameVi: 'Sở Y tế', nameEn: 'Department of Health' });
  });
  afterAll(() => syt?.remove());

  it('PF-02 the new portal builds and passes every rule of the registry', async () => {
    const built = await syt.npm('build');
    expect(built, built.text).toMatchObject({ code: 0 });
    const checked = await syt.npm('check');
    expect(checked, checked.text).toMatchObject({ code: 0 });
    expect(checked.text).toContain('so-y-te 0.1.0 sẵn sàng phát hành');
    const portal = await syt.json<Record<string, unknown>>('dist/portal.json');
    expect(portal).toMatchObject({
      id: 'so-y-te',
      departmentCode: 'SYT',
      basePath: '/so-y-te',
      operations: { count: 2 },
      locales: ['vi', 'en'],
    });
  });

  it('its tests and types pass as they come', async () => {
    const tested = await syt.npm('test');
    expect(tested, tested.text).toMatchObject({ code: 0 });
    expect(tested.text).toMatch(/6 passed/);
    const typed = await syt.npm('types');
    expect(typed, typed.text).toMatchObject({ code: 0 });
  });

  it('PF-08 an operation the graph does not have stops the build and is named', async () => {
    const file = join(syt.folder, 'src/campaigns/campaigns.operations.ts');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('periodText', 'budget'));
    const built = await syt.npm('build');
    await writeFile(file, text);
    expect(built.code).not.toBe(0);
    expect(built.text).toContain('budget');
  });

  it('J-12.7 a file changed after the build is found, with what to do', async () => {
    await syt.npm('build');
    const chunk = (await readdir(join(syt.folder, 'dist/assets'))).find(
      (name) => name.startsWith('CampaignsPage') && name.endsWith('.js'),
    )!;
    await writeFile(join(syt.folder, 'dist/assets', chunk), '/* not what was built */');
    const checked = await syt.npm('check');
    expect(checked.code).toBe(1);
    expect(checked.text).toContain(`[integrity] assets/${chunk}:`);
    expect(checked.text).toContain('chạy lại npm run build');
  });

  it('nothing it installs comes from the workspace, or under the Elastic licence', async () => {
    const files = await readdir(join(syt.folder, 'vendor'));
    expect(files.map((name) => name.replace(/-\d.*$/, '')).toSorted()).toEqual([
      'thidua-contracts',
      'thidua-module-kit',
      'thidua-pages',
      'thidua-web',
    ]);
    for (const file of files) {
      const read = (name: string): string =>
        execFileSync('tar', ['xzfO', join(syt.folder, 'vendor', file), `package/${name}`], { encoding: 'utf8', maxBuffer: 64 << 20 });
      const manifest = JSON.parse(read('package.json')) as Manifest;
      const asked = { ...manifest.dependencies, ...manifest.peerDependencies };
      expect(Object.keys(asked).filter((name) => name.startsWith('@apollo/'))).toEqual([]);
      expect(Object.values(asked).filter((range) => !/^\^?\d/.test(range))).toEqual([]);
      const names = execFileSync('tar', ['tzf', join(syt.folder, 'vendor', file)], { encoding: 'utf8' }).split('\n');
      expect(names.filter((name) => /\.(?:map|tsbuildinfo)$|\.spec\.|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    }
  });

  it.each(['portal-khcn', 'portal-taichinh', 'portal-noivu'])(
    'PF-02 %s is built from the same packages, and from nothing else',
    async (name) => {
      const alone = await ownPortalAlone(name, join(syt.folder, 'vendor'));
      try {
        execFileSync(process.execPath, [join(alone.folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
          cwd: alone.folder,
          env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
        });
        expect(await alone.json('dist/portal.json')).toMatchObject({ id: name.replace('portal-', '') });
        expect(Object.keys(await alone.json<object>('dist/operations.json')).length).toBeGreaterThan(20);
      } finally {
        await alone.remove();
      }
    },
  );
});
