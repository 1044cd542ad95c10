import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import type { Visitor } from '../support/province.js';

/** A document as somebody has it on a disk. */
export interface Document {
  readonly name: string;
  readonly bytes: Buffer;
}

const PLANS = '../../subgraphs/campaigns/src/demo/plans/';
const SEEDS = {
  '000': '000_8f8a9018ae12c9ee.txt',
  '001': '001_69281634aeecc4aa.txt',
  '002': '002_fa57e0aff368a104.txt',
  '003': '003_c8cdaae452dc5f0d.txt',
  '004': '004_a8b6f0418ecde32a.txt',
} as const;

export function seedPlan(key: keyof typeof SEEDS): Document {
  return documentAt(SEEDS[key], `${PLANS}${SEEDS[key]}`);
}

/** The plan a newcomer finds in the repository to import something of their own. */
export function samplePlan(): Document {
  const name = 'ke-hoach-so-y-te-2026.txt';
  return documentAt(name, `../../docs/samples/${name}`);
}

function documentAt(name: string, path: string): Document {
  return { name, bytes: readFileSync(fileURLToPath(new URL(path, import.meta.url))) };
}

/** Chooses the file on D5. */
export async function chooseFile({ page, go }: Visitor, portal: string, document: Document): Promise<void> {
  await go(`${portal}/ke-hoach/nhap`);
  await page.getByRole('heading', { name: 'Nhập kế hoạch', level: 1 }).waitFor();
  await page.setInputFiles('input[type=file]', { name: document.name, mimeType: 'application/octet-stream', buffer: document.bytes });
}

/** Brings a file to its preview: document and extract side by side. */
export async function preview(visitor: Visitor, portal: string, document: Document): Promise<Extract> {
  await chooseFile(visitor, portal, document);
  await visitor.page.waitForURL(new RegExp(`${portal}/ke-hoach/nhap/[0-9a-f-]{36}$`));
  await visitor.page.getByRole('button', { name: 'Nhận vào bản nháp' }).waitFor();
  return new Extract(visitor.page);
}

/** What was read, as the tabs beside the document show it. */
export class Extract {
  readonly #panel: Locator;

  constructor(readonly page: Page) {
    this.#panel = page.locator('.td-extract');
  }

  /** Title and standfirst of the page. */
  title(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Number on a tab. */
  async count(tab: string): Promise<number> {
    const [found = '-1'] = /\d+$/.exec(await this.#tab(tab).innerText()) ?? [];
    return Number(found);
  }

  /** Text of a part, its lines joined by one blank. */
  async text(tab: string): Promise<string> {
    await this.#tab(tab).click();
    return (await this.#panel.getByRole('tabpanel').innerText()).replace(/\s+/g, ' ');
  }

  /** One entry per line of a part. */
  async lines(tab: string): Promise<string[]> {
    await this.#tab(tab).click();
    return (await this.#panel.getByRole('tabpanel').getByRole('listitem').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim());
  }

  /** One of the questions whether two things are the same. */
  question(name: RegExp): Locator {
    return this.#panel.getByRole('article').filter({ has: this.page.getByRole('heading', { name }) });
  }

  /** Merges whatever is still undecided. @returns how many questions there were. */
  async mergeAll(): Promise<number> {
    await this.#tab('Cần xem').click();
    const open = this.#panel.getByRole('button', { name: 'Gộp, giữ chữ in của từng nơi' });
    const questions = await open.count();
    for (let left = questions; left > 0; left -= 1) await open.first().click();
    return questions;
  }

  /** Accepts the preview. @returns id of the plan that now exists. */
  async accept(): Promise<string> {
    await this.page.getByRole('button', { name: 'Nhận vào bản nháp' }).click();
    await this.page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}$/);
    return this.page.url().slice(-36);
  }

  #tab(name: string): Locator {
    return this.#panel.getByRole('tab', { name: new RegExp(`^${name}(\\s?\\d+)?$`) });
  }
}
