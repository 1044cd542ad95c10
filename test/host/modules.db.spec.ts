import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Registry } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishOn } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';
import { writeRelease } from '../support/small-release.js';

const sri = (text: string | Buffer): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

describe('the module registry', () => {
  let bench: HostBench;
  let browser: PlainBrowser;
  let portals: string;

  const built = (id: string, version: string, code: string, manifest: Record<string, unknown> = {}): Promise<string> =>
    writeRelease(join(portals, `portal-${id}`, 'dist'), { id, version, code, manifest });
  const registry = async (who = browser): Promise<Registry> => JSON.parse((await who.open('/registry.json')).text) as Registry;
  const entry = async (id: string) => (await registry()).modules.find((module) => module.id === id);

  beforeAll(async () => {
    portals = await mkdtemp(join(tmpdir(), 'thidua-portals-'));
    await built('alpha', '1.0.0', 'first');
    await built('beta', '2.1.0', 'beta', { permissions: ['plan:import'] });
    bench = await startHostBench({ portalsDir: portals });
    bench.graph.on('HostViewerPermissions', () => ({ data: { viewer: { permissions: ['plan:read'] } } }));
    browser = new PlainBrowser(bench.url);
    await browser.signIn('LAN');
  });
  afterAll(async () => {
    await bench.close();
    await rm(portals, { recursive: true, force: true });
  });

  it('registers the built portals at start, with the hash of their list', async () => {
    const alpha = await entry('alpha');
    expect(alpha).toMatchObject({
      id: 'alpha',
      version: '1.0.0',
      basePath: '/alpha',
      base: expect.stringMatching(/^\/modules\/alpha\/v\/1\.0\.0-[0-9a-f]{10}\/$/) as string,
    });
    const list = await browser.open(`${alpha!.base}mf-integrity.json`);
    expect(sri(list.text)).toBe(alpha!.listHash);
  });

  it('offers a module only to those with one of its permissions, and none to visitors', async () => {
    expect((await registry()).modules.map(({ id }) => id)).toEqual(['alpha']);
    expect((await registry(new PlainBrowser(bench.url))).modules).toEqual([]);
  });

  it('offers everything when the graph cannot say what a person may do', async () => {
    bench.graph.on('HostViewerPermissions', () => ({ data: { viewer: null } }));
    const other = new PlainBrowser(bench.url);
    await other.signIn('HUY');
    expect((await registry(other)).modules.map(({ id }) => id)).toEqual(['alpha', 'beta']);
  });

  it('serves files as immutable, precompressed, and under the addresses of a retry', async () => {
    const { base } = (await entry('alpha'))!;
    const plain = await browser.open(`${base}assets/a.js`);
    const packed = await browser.open(`${base}assets/a.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    const retried = await browser.open(`${base.replace('/alpha/', '/alpha/~2/')}assets/a.js`);
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(retried.text).toBe(plain.text);
  });

  it.each(['assets/none.js', '..%2f..%2f..%2fx.json', '.vite/manifest.json', 'assets/a.js.br', ''])(
    'answers 404, and never a page, for %s',
    async (file) => {
      const { base } = (await entry('alpha'))!;
      const answer = await browser.open(base + file);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('"name"');
    },
  );

  it('gives other content another folder, and leaves the old one as it was', async () => {
    const before = (await entry('alpha'))!;
    const oldFile = await browser.open(`${before.base}assets/a.js`);
    await publishOn(bench, await built('alpha', '1.0.0', 'second'));
    const after = (await entry('alpha'))!;
    expect(after.base).not.toBe(before.base);
    expect((await browser.open(`${after.base}assets/a.js`)).text).toContain('"second"');
    expect((await browser.open(`${before.base}assets/a.js`)).text).toBe(oldFile.text);
  });

  it('does not copy the same content twice and leaves nothing half done', async () => {
    const dist = await built('gamma', '1.0.0', 'same');
    const folders = await Promise.all([publishOn(bench, dist), publishOn(bench, dist), publishOn(bench, dist)]);
    expect(new Set(folders).size).toBe(1);
    expect(await readdir(join(bench.modulesDir, 'gamma', 'v'))).toHaveLength(1);
    expect(await readFile(join(folders[0]!, 'assets', 'a.js'), 'utf8')).toContain('"same"');
  });

  it('keeps a version somebody went back to when a host starts again', async () => {
    const oldDist = await mkdtemp(join(tmpdir(), 'thidua-old-'));
    await cp(await built('alpha', '1.0.0', 'older'), oldDist, { recursive: true });
    await publishOn(bench, oldDist);
    await publishOn(bench, await built('alpha', '1.1.0', 'newer'));
    await publishOn(bench, oldDist);
    const active = (await entry('alpha'))!.base;
    await bench.another();
    expect((await entry('alpha'))!.base).toBe(active);
    await rm(oldDist, { recursive: true, force: true });
  });

  it('answers 404 for a version whose folder was deleted; the registry and the shell go on', async () => {
    const { base } = (await entry('alpha'))!;
    await rm(join(bench.modulesDir, 'alpha'), { recursive: true });
    expect((await browser.open(`${base}mf-integrity.json`)).status).toBe(404);
    expect((await browser.open('/registry.json')).status).toBe(200);
    expect((await browser.open('/')).status).toBe(200);
  });
});
