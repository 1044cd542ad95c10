import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';

const targets = (bullets: string) =>
  parsePlan(`KẾ HOẠCH\nPhát động\n\nSở Y tế ban hành Kế hoạch như sau:\n\nI. CHỈ TIÊU THI ĐUA\n\n${bullets}\n`).targets;

describe('the targets of a plan', () => {
  it.each([
    ['Trên 98% công chức được học tập', '>', 98, '%'],
    ['Ít nhất 95% đơn vị hoàn thành nhiệm vụ', '>=', 95, '%'],
    ['Từ 90% trở lên hồ sơ đúng hạn', '>=', 90, '%'],
    ['98,5% trở lên hồ sơ đúng hạn', '>=', 98.5, '%'],
    ['Không quá 02 đơn vị có đơn thư', '<=', 2, 'đơn vị'],
    ['Tỷ lệ trễ hạn tối đa 1,5%', '<=', 1.5, '%'],
    ['Mỗi phòng đạt tối thiểu 02 sáng kiến', '>=', 2, 'sáng kiến'],
    ['100% đơn vị đăng ký thi đua', '=', 100, '%'],
    ['80% công chức đạt danh hiệu "Lao động tiên tiến"', '>=', 80, '%'],
    ['Dưới 5% hồ sơ trả lại', '<', 5, '%'],
    ['2/3 số phòng không dùng giấy', '>=', '2/3', 'phần'],
    ['Giải ngân không dưới 1.250 tỷ đồng', '>=', 1250, 'tỷ đồng'],
  ])('R-157 "%s" reads %s %s %s', (text, comparator, value, unit) => {
    expect(targets(`- ${text}.`)).toEqual([expect.objectContaining({ text, comparator, value, unit, kind: 'quantitative' })]);
  });

  it('A-01 "trong đó" refines the target before it', () => {
    expect(
      targets('- 80% công chức đạt danh hiệu "Lao động tiên tiến", trong đó 20% đạt danh hiệu "Chiến sĩ thi đua cơ sở".'),
    ).toMatchObject([
      { key: 'T1a', of: 'công chức', awardTitle: 'Lao động tiên tiến' },
      { key: 'T1b', of: 'T1a', awardTitle: 'Chiến sĩ thi đua cơ sở' },
    ]);
  });

  it('"trở lên" behind a title or a grade accepts the higher ones', () => {
    expect(
      targets(
        '- 100% đơn vị đạt danh hiệu "Tập thể Lao động tiên tiến" trở lên.\n\n- Sở Y tế được đánh giá, xếp loại hoàn thành tốt nhiệm vụ trở lên.',
      ),
    ).toMatchObject([{ orHigher: true }, { kind: 'ordinal', comparator: '>=', value: 'hoàn thành tốt nhiệm vụ', orHigher: true }]);
  });

  it('A-23 one sentence about two ranks is two targets against the year before', () => {
    expect(targets('- Giữ vững xếp hạng chỉ số Cải cách hành chính và chuyển đổi số.').map((t) => [t.measure, t.comparator])).toEqual([
      ['xếp hạng chỉ số Cải cách hành chính', 'no-worse-than-previous'],
      ['xếp hạng chỉ số chuyển đổi số', 'no-worse-than-previous'],
    ]);
  });

  it('what has neither number nor scale stays qualitative, named recognitions are recognitions', () => {
    expect(targets('- Thực hiện tốt phong trào văn nghệ; cơ quan được công nhận “Cơ quan đạt chuẩn văn hóa”.').map((t) => t.kind)).toEqual([
      'qualitative',
      'recognition',
    ]);
  });

  it('points into the text at the words of the target', () => {
    const source = 'KẾ HOẠCH\nA\n\nI. CHỈ TIÊU\n\n- Ít nhất 95% đơn vị đạt; trên 90% hồ sơ đúng hạn.\n';
    expect(parsePlan(source).targets.map((t) => source.slice(t.start, t.end))).toEqual([
      'Ít nhất 95% đơn vị đạt',
      'trên 90% hồ sơ đúng hạn',
    ]);
  });
});
