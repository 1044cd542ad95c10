import { naturalId } from '@thidua/contracts';
import axe from 'axe-core';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvince, type Province, type Theme, type Visitor } from '../support/province.js';
import { preview, samplePlan } from './import.steps.js';
import { quiet } from '../support/quiet.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SESSION = naturalId('session', 'SNV/TDKT/2025-12-12');
const OPEN_ROUND = naturalId('round', 'SNV/TDKT/2025-12-12/CSTDCS');
const DRAFT = naturalId('decision', 'STC/2025/GK_SO');
/** Folder for pictures of every page, if somebody wants to look at them. */
const PICTURES = process.env['PICTURES'];

interface Look {
  readonly name: string;
  readonly who: string;
  readonly path: string;
  /** Text that is there only when the page has its data. */
  readonly ready: RegExp;
  /** Click before looking. */
  readonly open?: RegExp;
}

const LOOKS: Look[] = [
  { name: 'S1 home', who: 'LAN', path: '/', ready: /Thi đua, khen thưởng tỉnh Tây Ninh/ },
  { name: 'S7 my work', who: 'LAN', path: '/viec', ready: /Thẩm định đề nghị/ },
  { name: 'S9 my record', who: 'NAM', path: '/ho-so', ready: /Quá trình công tác/ },
  { name: 'D1 overview', who: 'LAN', path: '/khcn', ready: /Chỉ tiêu có nguy cơ/ },
  { name: 'D4 plans', who: 'LAN', path: '/khcn/ke-hoach', ready: /Phát động phong trào thi đua năm 2025/ },
  { name: 'D4 plan', who: 'SNV-07', path: `/noivu/ke-hoach/${naturalId('plan', 'SNV-2025')}`, ready: /Cơ cấu/ },
  { name: 'D5 import', who: 'LAN', path: '/khcn/ke-hoach/nhap', ready: /Hệ thống đọc những gì/ },
  { name: 'D7 campaigns', who: 'LAN', path: '/khcn/phong-trao', ready: /Đủ cả \d+/ },
  { name: 'D7 campaign', who: 'LAN', path: '/khcn/phong-trao', ready: /Đủ cả \d+/, open: /^Học tập và làm theo tư tưởng/ },
  { name: 'D11 targets', who: 'SNV-07', path: '/noivu/chi-tieu', ready: /Trên 98%/ },
  { name: 'D11 numerator', who: 'SNV-07', path: '/noivu/chi-tieu', ready: /Trên 98%/, open: /^Trên 98%/ },
  { name: 'D15 nominations', who: 'HUY', path: '/khcn/de-nghi', ready: /Lao động tiên tiến/ },
  {
    name: 'D15 conditions',
    who: 'HUY',
    path: `/khcn/de-nghi/moi?danh-hieu=CSTDCS&nguoi=${naturalId('person', 'SKHCN-15')}`,
    ready: /Điều kiện và căn cứ|điều kiện/i,
  },
  { name: 'D15 nomination', who: 'SNV-07', path: `/noivu/de-nghi/${naturalId('nomination', 'CSTDCS/2025/SNV-28')}`, ready: /Quá trình/ },
  { name: 'D16 queue', who: 'LAN', path: '/khcn/tham-dinh', ready: /Hồ sơ chờ thẩm định/ },
  { name: 'D16 session', who: 'SON', path: `/noivu/tham-dinh/phien/${SESSION}`, ready: /Túc số/ },
  {
    name: 'D16 result',
    who: 'SON',
    path: `/noivu/tham-dinh/phien/${SESSION}?muc=${naturalId('round', 'SNV/TDKT/2025-12-12/LDTT')}`,
    ready: /Thông qua/,
  },
  { name: 'D17 decisions', who: 'STC-01', path: '/taichinh/quyet-dinh', ready: /429\/QĐ-STC/ },
  { name: 'D17 decision', who: 'STC-01', path: `/taichinh/quyet-dinh/${DRAFT}`, ready: /Dự thảo|Chờ ký/ },
  { name: 'ballot', who: 'SON', path: `/ballot/${OPEN_ROUND}`, ready: /Phiếu kín/ },
  { name: 'sign', who: 'STC-01', path: `/sign/${DRAFT}`, ready: /Ký và ban hành/ },
];

const SIZES = [
  [1440, 900],
  [390, 844],
] as const;
const THEMES: readonly Theme[] = ['light', 'dark'];

describe('every page, light and dark, on a desk and in a hand', () => {
  let province: Province;
  const people = new Map<string, Visitor>();

  beforeAll(async () => {
    province = await startProvince();
  });
  afterAll(() => province?.close());

  /** Pages of ballots and signatures allow no script at all, so ours needs a visit without policies; others are seen as they are. */
  const as = async (key: string, withoutPolicies = false): Promise<Visitor> => {
    const seat = `${key}${withoutPolicies}`;
    const visitor = people.get(seat) ?? (await province.visit(key, { withoutPolicies }));
    people.set(seat, visitor);
    return visitor;
  };

  async function examine({ page, log }: Visitor, name: string): Promise<void> {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      for (const theme of THEMES) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset['theme'] = chosen;
        }, theme);
        const where = `${name}, ${theme}, ${width} px`;
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replaceAll(' ', '-')}-${theme}-${width}.png`), fullPage: true });
        expect.soft(await violations(page), where).toEqual([]);
      }
      expect
        .soft(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          `${name} scrolls sideways at ${width} px`,
        )
        .toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect.soft({ violations: log.violations, uncaught: log.uncaught }, name).toEqual({ violations: [], uncaught: [] });
  }

  it.each(LOOKS)('$name', async ({ name, who, path, ready, open }) => {
    const visitor = await as(who, /^\/(ballot|sign)\//.test(path));
    await visitor.go(path);
    const place = visitor.page.locator('main');
    await place.getByText(ready).filter({ visible: true }).first().waitFor();
    await quiet(visitor.page);
    if (open) {
      await place.getByRole('button', { name: open }).first().click();
      await quiet(visitor.page);
    }
    await examine(visitor, name);
  });

  it('D5 preview', async () => {
    const visitor = await as('LAN');
    await preview(visitor, '/khcn', samplePlan());
    await examine(visitor, 'D5 preview');
  });

  it.each([
    ['S1 home of a visitor', '/', /Tra cứu/],
    ['S7 of a visitor', '/viec', /Đăng nhập/],
  ] as const)('%s', async (name, path, ready) => {
    const visitor = await province.passBy();
    await visitor.go(path);
    await visitor.page.locator('main').getByText(ready).filter({ visible: true }).first().waitFor();
    await examine(visitor, name);
    await visitor.leave();
  });
});

/** Runs axe without a script element: the page's policy would refuse one. */
async function violations(page: Visitor['page']): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
      };
    };
    const found = await tool.run(document, { runOnly: rules });
    return found.violations.map(({ id, nodes }) => ({
      id,
      at: nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1] ?? ''}`),
    }));
  }, RULES);
}
