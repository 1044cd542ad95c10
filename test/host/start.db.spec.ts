import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newSigningPair } from '@thidua/module-kit/rules';
import type { Registry } from '@thidua/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';
import { writeRelease } from '../support/small-release.js';

const SHELL = fileURLToPath(new URL('../../frontends/shell/dist', import.meta.url));

describe('a host that starts', () => {
  let scratch: string;
  let bench: HostBench | null;

  const portal = (id: string, version: string, more: Partial<Parameters<typeof writeRelease>[1]> = {}) =>
    writeRelease(join(scratch, 'portals', `portal-${id}`, 'dist'), { id, version, code: version, ...more });
  const start = async (env: Record<string, string> = {}): Promise<HostBench> => {
    bench = await startHostBench({ portalsDir: join(scratch, 'portals'), env });
    return bench;
  };
  const offered = async (url: string): Promise<string[]> => {
    const browser = new PlainBrowser(url);
    await browser.signIn('LAN');
    return (JSON.parse((await browser.open('/registry.json')).text) as Registry).modules.map(({ id, version }) => `${id} ${version}`);
  };
  const assetOf = (html: string): string => /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const page = async (url: string): Promise<string> => (await fetch(`${url}/`, { headers: { accept: 'text/html' } })).text();

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-start-'));
    bench = null;
  });
  afterEach(async () => {
    await bench?.close();
    await rm(scratch, { recursive: true, force: true });
  });

  it('PF-02 in production takes in what the department signed, and refuses the unsigned', async () => {
    const ours = newSigningPair();
    await portal('alpha', '1.0.0', { key: ours.privateKey });
    await portal('beta', '1.0.0');
    const { url } = await start({
      NODE_ENV: 'production',
      MODULE_DEVELOPMENT_KEY: '',
      MODULE_SIGNING_KEYS: JSON.stringify({ X1: [ours.publicKey] }),
    });
    expect(await offered(url)).toEqual(['alpha 1.0.0']);
  });

  it('PF-02 does not take an altered or half-built portal; the others and the host go on', async () => {
    const dist = await portal('alpha', '1.0.0');
    await writeFile(join(dist, 'assets', 'a.js'), 'altered');
    await portal('beta', '1.0.0');
    await rm(join(await portal('gamma', '1.0.0'), 'mf-integrity.json'));
    const { url, modulesDir } = await start();
    expect(await offered(url)).toEqual(['beta 1.0.0']);
    expect(await readdir(join(modulesDir, '.uploads'))).toEqual([]);
  });

  it('PF-08 withdraws a portal whose operations the graph cannot serve as soon as the graph can say', async () => {
    await portal('alpha', '1.0.0', { documents: ['query Old { viewer { client } }'] });
    await portal('beta', '1.0.0');
    const { url, graph, another } = await start();
    expect(await offered(url)).toEqual(['alpha 1.0.0', 'beta 1.0.0']);
    await portal('alpha', '1.1.0', { documents: ['query Pledges { pledges { signedAt } }'] });
    let silent = true;
    const told = new Set<string>();
    graph.on('/registry/', ({ raw }) => {
      if (silent) return { status: 503 };
      told.add((JSON.parse(raw) as { client?: { id: string } }).client?.id ?? '');
      const problems = [{ hash: 'x', operation: 'Pledges', field: 'Pledge.signedAt', message: { vi: 'v', en: 'e' } }];
      return raw.includes('Pledges') ? { status: 422, problems } : {};
    });
    const second = await another();
    expect((await fetch(`${second}/health/ready`)).status).toBe(503);
    expect(await offered(url)).toEqual(['alpha 1.1.0', 'beta 1.0.0']);
    silent = false;
    await expect.poll(() => offered(url), { timeout: 20_000 }).toEqual(['alpha 1.0.0', 'beta 1.0.0']);
    await expect.poll(async () => (await fetch(`${second}/health/ready`)).status).toBe(200);
    expect([...told]).toEqual(expect.arrayContaining(['host', 'shell', 'beta']));
  });

  it('tells the graph its own operations and those of the shell', async () => {
    const { graph } = await start();
    const told = new Set<string>();
    graph.on('/registry/documents', ({ raw }) => {
      told.add((JSON.parse(raw) as { client: { id: string } }).client.id);
      return {};
    });
    await bench!.another();
    await expect.poll(() => [...told].toSorted()).toEqual(['host', 'shell']);
  });

  it('serves the shell it started with, whatever happens to the build folder, and old files to open tabs', async () => {
    const built = join(scratch, 'shell');
    await cp(SHELL, built, { recursive: true });
    const { url, another } = await start({ SHELL_DIR: built });
    const before = assetOf(await page(url));
    const entry = before.split('/').at(-1)!;
    const renamed = entry.replace(/-[\w-]{8}\.js$/, '-AAAAAAAA.js');
    await cp(join(built, 'assets', entry), join(built, 'assets', renamed));
    await rm(join(built, 'assets', entry));
    await writeFile(join(built, 'index.html'), (await readFile(join(built, 'index.html'), 'utf8')).replaceAll(entry, renamed));
    expect(assetOf(await page(url))).toBe(before);
    expect((await fetch(url + before)).status).toBe(200);
    const rebuilt = await another();
    expect(assetOf(await page(rebuilt))).toBe(`/assets/${renamed}`);
    expect((await fetch(rebuilt + before)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}/assets/${renamed}`)).status).toBe(200);
    expect((await fetch(`${url}/assets/none-AAAAAAAA.js`)).status).toBe(404);
  });

  it('does not call it an error when a browser gives up', async () => {
    const lines: string[] = [];
    bench = await startHostBench({ portalsDir: '', trusted: 'open', log: (line) => void lines.push(line) });
    const browser = new PlainBrowser(bench.url);
    await browser.signIn('LAN');
    const cookie = [...browser.cookies].map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; ');
    bench.graph.on('Slow', () => new Promise(() => undefined));
    const gone = request(`${bench.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-thidua-csrf': await browser.csrf(), 'sec-fetch-site': 'same-origin', cookie },
    });
    gone.on('error', () => undefined);
    gone.end(JSON.stringify({ query: 'query Slow { viewer { client } }' }));
    await expect.poll(() => bench!.graph.calls.some(({ raw }) => raw.includes('Slow'))).toBe(true);
    gone.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(lines.filter((line) => /"level":(?:50|40|30)/.test(line) && line.includes('/graphql'))).toEqual([]);
  });
});
