import { describe, expect, it } from 'vitest';
import { campaignKey } from './campaign-name.rules.js';
import { parsePlan } from './parse-plan.rules.js';

const campaigns = (body: string, opening = '') =>
  parsePlan(`KẾ HOẠCH\nPhát động phong trào năm 2026\n\n${opening}\n\nI. NỘI DUNG\n\n${body}\n`).campaigns.slice(1);

describe('the campaigns a plan names', () => {
  it('R-106 R-107 lists say who started their campaigns', () => {
    expect(
      campaigns(
        '- Hưởng ứng các phong trào thi đua do Thủ tướng Chính phủ phát động như: “A một”, “B hai; B ba”. Triển khai các phong trào thi đua của tỉnh: “C bốn”;',
      ).map((c) => [c.name, c.initiatorLevel]),
    ).toEqual([
      ['A một', 'central'],
      ['B hai; B ba', 'central'],
      ['C bốn', 'province'],
    ]);
  });

  it('R-106 a local form keeps its national parent', () => {
    expect(campaigns('- Thực hiện phong trào thi đua của tỉnh: “Bến Hải chung sức xây dựng nông thôn mới”.')).toMatchObject([
      { name: 'Bến Hải chung sức xây dựng nông thôn mới', inferredParent: 'Cả nước chung sức xây dựng nông thôn mới' },
    ]);
  });

  it('R-100 the document that launches a campaign is its source', () => {
    expect(
      campaigns('- Khác.', 'Căn cứ Kế hoạch số 5/KH-UBND ngày 02/01/2026 của UBND tỉnh về phát động phong trào thi đua yêu nước năm 2026;'),
    ).toMatchObject([
      { name: 'phong trào thi đua yêu nước năm 2026', byDocument: '5/KH-UBND', parentOfOwn: true, initiatorLevel: 'province' },
    ]);
  });

  it('R-112 references to unnamed campaigns are groups', () => {
    expect(campaigns('- Tham gia các phong trào thi đua chuyên đề do tỉnh phát động.')).toMatchObject([
      { group: true, initiatorLevel: 'province' },
    ]);
  });

  it('R-111 a list with "…" is left open', () => {
    const read = parsePlan(
      'KẾ HOẠCH\nA\n\nI. NỘI DUNG\n\n- Các cuộc vận động như: Toàn dân đoàn kết xây dựng đời sống văn hóa; dân vận khéo..., nâng cao nhận thức.\n',
    );
    expect(read.campaigns.slice(1).map((c) => c.name)).toEqual(['Toàn dân đoàn kết xây dựng đời sống văn hóa', 'dân vận khéo']);
    expect(read.campaignListOpen?.section).toBe('I·1');
  });

  it('R-113 spellings of one campaign have one key', () => {
    expect(campaignKey('phong trào “Dân vận khéo”')).toBe(campaignKey('dân vận khéo'));
    expect(campaignKey('Toàn dân bảo vệ an ninh tổ quốc')).toBe(campaignKey('toàn dân bảo vệ An ninh Tổ quốc'));
    expect(campaignKey('Đẩy mạnh học tập và làm theo tư tưởng')).toBe(campaignKey('Học tập và làm theo tư tưởng'));
  });

  it('a theme in quotation marks is no campaign', () => {
    expect(campaigns('- Khác.', 'Sở Y tế phát động phong trào thi đua năm 2026 với chủ đề “Tận tâm, số hóa”.')).toEqual([]);
  });
});
