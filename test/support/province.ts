import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnGraph, type SpawnedGraph, type SpawnOptions } from '@thidua/testing/spawn';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, newPage, type PageLog } from './chromium.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FRONTENDS = ['shell', 'portal-khcn', 'portal-taichinh', 'portal-noivu'];
/** First visit of a page on a busy machine: code of a portal, a dozen statements, the first plan of a query. */
const PATIENCE_MS = 20_000;

export type Theme = 'light' | 'dark';

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: Theme;
  readonly locale?: 'vi' | 'en';
  /** Lets a test's own script run on a page that allows none, as those of ballots and signatures. */
  readonly withoutPolicies?: boolean;
}

/** A person at a browser of their own. */
export interface Visitor {
  readonly key: string;
  readonly page: Page;
  /** Policy violations, uncaught errors and console messages of every page this visitor saw. */
  readonly log: PageLog;
  /** Opens an address of the shell or of the host. */
  go(path: string): Promise<void>;
  /** Chooses the role in which the next acts are done, as the person menu offers it. */
  actAs(role: RegExp): Promise<void>;
  leave(): Promise<void>;
}

/** The whole platform with real processes, a real database and a real browser; people sign in at the real provider. */
export interface Province {
  readonly graph: SpawnedGraph;
  readonly browser: Browser;
  /** Address people open. */
  readonly url: string;
  readonly modulesDir: string;
  visit(key: string, options?: VisitOptions): Promise<Visitor>;
  /** Somebody without an account. */
  passBy(options?: VisitOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export async function startProvince(options: SpawnOptions = {}): Promise<Province> {
  buildMissing();
  const graph = await spawnGraph({ host: true, ...options });
  const browser = await launchChromium().catch(async (error: unknown) => {
    await graph.stop();
    throw error;
  });
  const url = `http://localhost:${graph.installation.ports.host}`;
  const cookies = new Map<string, Cookies>();

  async function open(
    key: string,
    { width = 1440, height = 900, theme, locale = 'vi', withoutPolicies = false }: VisitOptions,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      bypassCSP: withoutPolicies,
      ...(cookies.has(key) ? { storageState: cookies.get(key)! } : {}),
    });
    await context.addCookies([{ name: 'lang', value: locale, url }, ...(theme ? [{ name: 'theme', value: theme, url }] : [])]);
    const { page, log } = await newPage(context);
    page.setDefaultTimeout(PATIENCE_MS);
    return {
      key,
      page,
      log,
      go: async (path) => void (await page.goto(`${url}${path}`)),
      actAs: (role) => chooseRole(page, role),
      leave: () => context.close(),
    };
  }

  /** One real sign-in per person; later visits bring its cookie. */
  async function visit(key: string, visitOptions: VisitOptions = {}): Promise<Visitor> {
    const known = cookies.has(key);
    const visitor = await open(key, visitOptions);
    if (!known) {
      await signIn(visitor.page, url, key, graph.installation.demoPassword);
      const { cookies: kept, origins } = await visitor.page.context().storageState();
      cookies.set(key, { cookies: kept.filter(({ name }) => name !== 'lang' && name !== 'theme'), origins });
    }
    return visitor;
  }

  return {
    graph,
    browser,
    url,
    visit,
    modulesDir: join(graph.installation.folder, 'modules'),
    passBy: (visitOptions = {}) => open('nobody', visitOptions),
    close: async () => {
      await browser.close();
      await graph.stop();
    },
  };
}

type Cookies = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** `npm test` has built everything; a single file run by hand builds what was never built. */
function buildMissing(): void {
  if (FRONTENDS.every((name) => existsSync(join(ROOT, 'frontends', name, 'dist')))) return;
  const { NODE_ENV: _mode, VITEST: _runner, ...env } = process.env;
  execFileSync(join(ROOT, 'node_modules/.bin/turbo'), ['run', 'build', '--filter=./frontends/*', '--output-logs=errors-only'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function signIn(page: Page, url: string, account: string, password: string): Promise<void> {
  await page.goto(`${url}/auth/login?to=/viec`);
  await page.fill('[name=account]', account);
  await page.fill('[name=password]', password);
  await Promise.all([page.waitForURL(`${url}/viec`), page.click('button[type=submit]')]);
}

async function chooseRole(page: Page, role: RegExp): Promise<void> {
  await page.locator('.sh-role').click();
  await page.getByRole('radio', { name: role }).click();
  await page.keyboard.press('Escape');
}
