import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import sdl from '../../../gateway/api.graphql?raw';
import { fixtureGraph } from './graph-fixture.js';
import { axeViolations, mountPage, says } from './mount-page.js';

const ask = fixtureGraph(sdl);
const button = (root: HTMLElement, name: string): HTMLElement => {
  const found = [...root.ownerDocument.querySelectorAll<HTMLElement>('button, a')].find((item) => item.textContent?.includes(name));
  if (!found) throw new Error(`No button "${name}"`);
  return found;
};
const sent = (requests: readonly { query: string; variables: Record<string, unknown> }[], mutation: string): Record<string, unknown>[] =>
  requests.filter((request) => request.query.includes(mutation)).map((request) => request.variables['input'] as Record<string, unknown>);

/** Backgrounds move for 140 ms when the theme changes; contrast is measured at rest. */
const coloursSettled = async (): Promise<void> => {
  await Promise.all(
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .map((animation) => animation.finished.catch(() => undefined)),
  );
};

afterEach(async () => {
  delete document.documentElement.dataset['theme'];
  sessionStorage.clear();
  await page.viewport(1280, 800);
});

const PAGES: readonly [name: string, address: string, words: string][] = [
  ['D1 overview', '/noivu/', 'Chỉ tiêu có nguy cơ'],
  ['D4 plans', '/noivu/ke-hoach', 'Phát động phong trào thi đua năm 2025'],
  ['D4 one plan', '/noivu/ke-hoach/plan-1', 'Kỷ cương, trách nhiệm, đổi mới'],
  ['D5 import', '/noivu/ke-hoach/nhap', 'Chọn tệp'],
  ['D5 preview', '/noivu/ke-hoach/nhap/import-1', 'Cần quyết định'],
  ['D7 campaigns', '/noivu/phong-trao?muc=c1', 'Từng nguồn nói gì'],
  ['D11 targets', '/noivu/chi-tieu?muc=t1', 'Phan Thị Kim Ngân'],
  ['D15 nominations', '/noivu/de-nghi', 'Dương Thị Cẩm Tú'],
  ['D15 choose', '/noivu/de-nghi/moi?danh-hieu=CSTDCS', 'Chọn người'],
  ['D15 conditions', '/noivu/de-nghi/moi?danh-hieu=CSTDCS&nguoi=person-0', 'Tôi xác nhận'],
  ['D15 one nomination', '/noivu/de-nghi/nom-0', 'Báo cáo thành tích'],
  ['D16 appraisal', '/noivu/tham-dinh', 'Chờ thẩm định'],
  ['D16 session', '/noivu/tham-dinh/phien/session-1', 'Túc số'],
  ['D16 result', '/noivu/tham-dinh/phien/session-1?muc=r1', 'Không thông qua'],
  ['D17 decisions', '/noivu/quyet-dinh', 'Chờ ký'],
  ['D17 one decision', '/noivu/quyet-dinh/decision-1', 'Danh sách kèm theo'],
];

describe('every page', () => {
  it.each(PAGES)('%s reads well in light and dark, wide and on a phone', async (_name, address, words) => {
    await mountPage(address, ask);
    await says(document.body, words);
    expect(await axeViolations()).toEqual([]);
    document.documentElement.dataset['theme'] = 'dark';
    await coloursSettled();
    expect(await axeViolations()).toEqual([]);
    delete document.documentElement.dataset['theme'];
    await coloursSettled();
    await page.viewport(390, 844);
    await mountPage(address, ask);
    await says(document.body, words);
    expect(await axeViolations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
  it.each(PAGES)('%s speaks English throughout its own words', async (_name, address) => {
    const { root } = await mountPage(address, ask, { locale: 'en' });
    await new Promise((resolve) => {
      setTimeout(resolve, 150);
    });
    expect(root.textContent).not.toContain('noivu.pages.');
    expect(root.textContent).not.toMatch(/Trạng thái|Đang tải|Kết luận|Đường dẫn/);
  });
});

describe('when a department of the graph is down', () => {
  it('shows the plan and says whose part is missing, and nothing else fails', async () => {
    const { root } = await mountPage('/noivu/', fixtureGraph(sdl, { service: 'evaluations', fields: ['Plan.targets'] }));
    await says(root, 'Phần của Chỉ tiêu và đánh giá tạm thời không tải được');
    await says(root, 'Kế hoạch gần đây');
    await says(root, 'Theo dõi, đôn đốc, tổng hợp báo cáo');
    expect(await axeViolations()).toEqual([]);
  });
  it('keeps the titles of the plans whose targets cannot be asked', async () => {
    const { root } = await mountPage('/noivu/chi-tieu', fixtureGraph(sdl, { service: 'evaluations', fields: ['Plan.targets'] }));
    await says(root, '05/KH-SNV · Phát động phong trào thi đua năm 2025');
    await says(root, 'Thử lại');
  });
});

describe('D11', () => {
  it('R-158 R-221 says in words that one person is missing from 49 of 50, and who', async () => {
    const { root } = await mountPage('/noivu/chi-tieu', ask);
    await says(root, 'thiếu 1 người, cần 50');
    await userEvent.click(button(root, 'Trên 98% công chức'));
    await says(root, 'Vắng buổi học ngày 18/09');
    expect(root.textContent).toContain('98,0\u00a0%');
    await userEvent.click(button(root, 'Được tính'));
    await says(root, '12/12');
  });
});

describe('D5', () => {
  it('R-070 accepts only after the decision, with the decision and the version', async () => {
    const { root, requests } = await mountPage('/noivu/ke-hoach/nhap/import-1', ask);
    await says(root, 'Còn 1 điểm cần quyết định');
    expect((button(root, 'Nhận vào bản nháp') as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(button(root, 'Gộp, giữ chữ in của từng nơi'));
    await says(root, 'Đã đủ để nhận');
    await userEvent.click(button(root, 'Nhận vào bản nháp'));
    await says(root, '05/KH-SNV');
    expect(sent(requests, 'mutation ConfirmPlanImport')).toMatchObject([
      { importId: 'import-1', version: 1, decisions: [{ id: 'm1', decision: 'MERGE' }] },
    ]);
  });
});

describe('D15', () => {
  it('goes on only after a person has confirmed what the machine leaves to people, then asks for the achievement', async () => {
    const { root, requests } = await mountPage('/noivu/de-nghi/moi?danh-hieu=CSTDCS&nguoi=person-0', ask);
    await says(root, 'còn 1 điều phải có người xác nhận');
    expect((button(root, 'Tiếp: hồ sơ') as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(button(root, 'Tôi xác nhận'));
    await userEvent.click(button(root, 'Tiếp: hồ sơ'));
    await says(root, 'Viết thành tích trước khi lưu');
    expect(sent(requests, 'mutation CreateNomination')).toEqual([]);
    await userEvent.fill(root.querySelector('textarea')!, 'Giảm 35 % thời gian giải quyết hồ sơ.');
    await userEvent.dblClick(button(root, 'Tiếp: hồ sơ'));
    await says(root, 'Thành phần hồ sơ');
    expect(sent(requests, 'mutation CreateNomination')).toHaveLength(1);
  });
  it('shows why sending was refused and what to do', async () => {
    const { root, requests } = await mountPage('/noivu/de-nghi/nom-0', ask);
    await says(root, 'Gửi Văn phòng Sở');
    await userEvent.click(button(root, 'Tôi xác nhận'));
    await userEvent.click(button(root, 'Gửi Văn phòng Sở'));
    await says(document.body, 'Gửi đề nghị này?');
    await userEvent.click(document.querySelector<HTMLElement>('[role=dialog] .td-primary')!);
    await says(document.body, 'Đề nghị Trưởng phòng xếp loại trước rồi gửi lại.');
    expect(sent(requests, 'mutation SubmitNomination')).toMatchObject([{ id: 'nom-0', version: 1, confirmations: ['R5'] }]);
  });
});

describe('D16', () => {
  it('R-238 never shows a ballot: voting is a link to the page of the host', async () => {
    const { root } = await mountPage('/noivu/tham-dinh/phien/session-1', ask);
    await says(root, 'Bỏ phiếu');
    expect(root.querySelector('a[href="/ballot/r3"]')).not.toBeNull();
    expect(root.querySelectorAll('input[type=radio], [role=radio]')).toHaveLength(0);
  });
});

describe('D17', () => {
  it('R-244 signs on the page of the host', async () => {
    const { root } = await mountPage('/noivu/quyet-dinh/decision-1', ask);
    await says(root, 'Ký quyết định');
    expect(root.querySelector('a[href="/sign/decision-1"]')).not.toBeNull();
  });
});
