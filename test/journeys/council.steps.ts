import type { Locator } from 'playwright-core';
import type { Visitor } from '../support/province.js';

export type Choice = 'Đồng ý' | 'Không đồng ý' | null;

/** Fills the ballot of the host: the same choice for everybody, or one asked per name. @returns names of the lines. */
export async function fillBallot({ page }: Visitor, choose: (name: string) => Choice): Promise<string[]> {
  await page.getByRole('heading', { name: /^Phiếu kín/ }).waitFor();
  const names: string[] = [];
  for (const group of await page.getByRole('group').all()) {
    const name = (await group.locator('legend b').innerText()).trim();
    const choice = choose(name);
    if (choice) await group.getByRole('radio', { name: choice, exact: true }).check();
    names.push(name);
  }
  await page.getByRole('button', { name: 'Xem lại phiếu' }).click();
  await page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).waitFor();
  return names;
}

/** Fills, reviews and casts. @returns the receipt. */
export async function vote(visitor: Visitor, roundId: string, choose: (name: string) => Choice): Promise<string> {
  await visitor.go(`/ballot/${roundId}`);
  await fillBallot(visitor, choose);
  await visitor.page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
  await visitor.page.getByRole('heading', { name: 'Phiếu của bạn đã được ghi nhận' }).waitFor();
  return receiptOf(visitor.page.getByRole('status'));
}

export async function receiptOf(result: Locator): Promise<string> {
  return /Mã biên nhận: (\S+)/.exec(await result.innerText())?.[1] ?? '';
}
