import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ModuleSignature, signedMessage } from '@thidua/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../frontends/host/src/modules/registry.types.js';
import { launchChromium, newPage, signIn } from '../support/chromium.js';
import { asVersion, buildFixture, editManifest, editRelease, fileOf, publishOn, tamper } from '../support/fixture-modules.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';

describe('releases in the shell', () => {
  let bench: HostBench;
  let browser: Browser;
  let scratch: string;
  let first: string;
  let second: string;
  let folder: string;
  let context: BrowserContext;
  let page: Page;

  const card = () => page.locator('[data-module="alpha"] [data-test="module-failed"]');
  const front = () => page.getByRole('heading', { name: 'Trang của alpha' });
  const bar = () => page.locator('[data-test="new-release"]');
  /** An open tab looks for changes now and then; a tab that comes back into view looks at once. */
  const look = () => page.evaluate(() => dispatchEvent(new Event('visibilitychange')));

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-releases-'));
    first = await buildFixture('alpha', join(scratch, 'first'));
    second = await asVersion(first, join(scratch, 'second'), '1.5.1');
    bench = await startHostBench({ portalsDir: '' });
    await publishOn(bench, await buildFixture('beta', join(scratch, 'beta')));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });

  beforeEach(async () => {
    folder = await publishOn(bench, first);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    ({ page } = await newPage(context));
    await signIn(page, bench.url, 'LAN', '/');
  });

  afterEach(() => context.close());

  async function refused(code: string): Promise<void> {
    const ran: string[] = [];
    page.on('request', (request) => request.url().includes('/modules/alpha/') && request.url().endsWith('.js') && ran.push(request.url()));
    await page.goto(`${bench.url}/alpha`);
    await card().waitFor();
    expect(await card().getAttribute('data-code')).toBe(code);
    expect(ran).toEqual([]);
  }

  describe('PF-02 what nobody vouched for never runs', () => {
    it.each([
      ['style', 'UNREACHABLE', () => fileOf(folder, 'style', '.css')],
      ['list of hashes', 'INTEGRITY', async () => 'mf-integrity.json'],
      ['manifest', 'INTEGRITY', async () => 'portal.json'],
    ])('a changed %s', async (_what, code, file) => {
      const repair = await tamper(folder, await file(), (text) => text.replace('}', '} '));
      try {
        await page.goto(`${bench.url}/alpha`);
        await card().waitFor();
        expect(await card().getAttribute('data-code')).toBe(code);
      } finally {
        await repair();
      }
      await card().getByRole('button').click();
      await front().waitFor();
    });

    it('a registry that says otherwise than the signed manifest', async () => {
      const restore = await editManifest(bench, 'alpha', { permissions: ['organisation:read'] });
      await refused('SIGNATURE').finally(restore);
    });

    it('a release without a signature', async () => {
      const restore = await editRelease(bench, 'alpha', { signature: null, public_key: null });
      await refused('SIGNATURE').finally(restore);
    });

    it('a release signed by another key than the registry names', async () => {
      const { publicKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
      const restore = await editRelease(bench, 'alpha', { public_key: raw });
      await refused('SIGNATURE').finally(restore);
    });

    it('a list of hashes put in place with the files, though the registry follows', async () => {
      const list = JSON.parse(await readFile(join(folder, 'mf-integrity.json'), 'utf8')) as Record<string, string>;
      const other = JSON.stringify({ ...list, 'evil.js': 'sha384-AAAA' });
      const repair = await tamper(folder, 'mf-integrity.json', () => other);
      const restore = await editRelease(bench, 'alpha', { list_hash: `sha384-${createHash('sha384').update(other).digest('base64')}` });
      await refused('SIGNATURE').finally(async () => {
        await restore();
        await repair();
      });
    });

    it('a signature made for another version', async () => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64url');
      const own = JSON.parse(await readFile(join(folder, 'signature.json'), 'utf8')) as ModuleSignature;
      const message = signedMessage({ id: 'alpha', version: '9.9.9' }, own);
      const signature = { ...own, signature: sign(null, Buffer.from(message), privateKey).toString('base64url') };
      const restore = await editRelease(bench, 'alpha', { signature, public_key: raw });
      await refused('SIGNATURE').finally(restore);
    });

    it('a browser that cannot check signatures says so', async () => {
      await page.addInitScript(() => {
        Object.defineProperty(crypto.subtle, 'importKey', { value: () => Promise.reject(new DOMException('no', 'NotSupportedError')) });
      });
      await refused('NO_CRYPTO');
      expect(await card().innerText()).toContain('Hãy cập nhật trình duyệt');
    });
  });

  it('J-12.11 a tab keeps its release and its half-filled form; the new one is announced, not forced', async () => {
    await page.goto(`${bench.url}/alpha/mau`);
    const before = await page.locator('[data-test="release"]').innerText();
    await page.locator('[data-test="draft"]').fill('đang viết dở');
    await publishOn(bench, second);
    await look();
    await bar().filter({ hasText: 'Có bản mới 1.5.1 của Sở alpha — tải lại khi xong việc.' }).waitFor();
    expect(await page.locator('[data-test="draft"]').inputValue()).toBe('đang viết dở');
    // Going to another department and back loads nothing new either.
    await page.getByRole('navigation').getByRole('link', { name: 'Trang hai alpha' }).click();
    await page.getByRole('heading', { name: 'Trang hai' }).waitFor();
    await page.goBack();
    expect(await page.locator('[data-test="release"]').innerText()).toBe(before);
    await bar().getByRole('button', { name: 'Để sau' }).click();
    await bar().waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('[data-test="release"]').filter({ hasText: '1.5.1-' }).waitFor();
  });

  it('J-12.9 a release that fails is tried again with the one that repairs it, in the same tab', async () => {
    const repair = await tamper(folder, await fileOf(folder, 'front-page'), (text) => `${text}\n// changed`);
    try {
      await page.goto(`${bench.url}/alpha`);
      await card().waitFor();
      await publishOn(bench, second);
      await card().getByRole('button').click();
      await front().waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Trang alpha' }).waitFor();
    } finally {
      await repair();
    }
  });

  it('a module that was stopped says why; in an open tab it ends when the page is left', async () => {
    const { channels } = bench.host.registry;
    await page.goto(`${bench.url}/alpha/mau`);
    await page.locator('[data-test="draft"]').fill('đang viết dở');
    await channels.kill(SYSTEM, 'alpha', null, 'tính sai quỹ khen thưởng');
    try {
      await look();
      await bar().filter({ hasText: 'tính sai quỹ khen thưởng' }).waitFor();
      expect(await page.locator('[data-test="draft"]').inputValue()).toBe('đang viết dở');
      await page.getByRole('navigation').getByRole('link', { name: 'Việc của tôi' }).click();
      await page.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
      await page.goBack();
      await card().filter({ hasText: 'Phần của Sở alpha đang tạm ngừng' }).waitFor();
      expect(await card().locator('[data-test="reason"]').innerText()).toBe('Lý do: tính sai quỹ khen thưởng');
    } finally {
      await channels.revive(SYSTEM, 'alpha', null);
    }
    await look();
    await page.locator('[data-test="draft"]').waitFor();
  });
});
