import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';
import type { ExtractedSection } from './plan-extract.js';

const plan = (body: string) => parsePlan(`KẾ HOẠCH\nPhát động phong trào\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\n\n${body}`);
const ids = (sections: readonly ExtractedSection[]): string[] =>
  sections.flatMap((s) => [s.id, ...s.paragraphs.map((p) => p.id), ...ids(s.children)]);

describe('the parts of a plan', () => {
  it('R-080 nest as the writer nested them, whatever the numbering', () => {
    expect(
      ids(
        plan(
          'Phần I. CHUNG\n\nA. MỤC TIÊU\n\n1. Tập thể\n\n1.1. Các đơn vị trực thuộc Sở đạt chuẩn văn hóa trong năm.\n\n- Một ý;\n\n+ ý nhỏ;\n\nB. KHÁC\n\nPhần II. RIÊNG\n\nĐiều 1. Phạm vi áp dụng.',
        ).sections,
      ),
    ).toEqual(['P1', 'P1.A', 'P1.A.1', 'P1.A.1.1', 'P1.A.1.1¶1', 'P1.A.1.1·1', 'P1.A.1.1·1+1', 'P1.B', 'P2', 'P2.D1', 'P2.D1¶1']);
  });

  it('R-081 keep printed labels that skip, and say so', () => {
    const read = plan('I. MỘT\n\n- a.\n\nII. HAI\n\n- b.\n\nIV. BỐN\n\n- c.');
    expect(read.sections.map((s) => s.label)).toEqual(['I.', 'II.', 'IV.']);
    expect(read.warnings).toContainEqual(
      expect.objectContaining({ code: 'SECTION_NUMBER_GAP', section: 'IV', vars: { label: 'IV.', before: 'II.' } }),
    );
  });

  it('tell a heading from a sentence behind a label', () => {
    const [one, two] =
      plan('I. TỔ CHỨC\n\n1. Văn phòng Sở\n\n- Theo dõi.\n\n2. Các phòng thực hiện tốt kế hoạch.').sections[0]?.children ?? [];
    expect([one?.heading, two?.heading, two?.paragraphs[0]?.text]).toEqual(['Văn phòng Sở', null, 'Các phòng thực hiện tốt kế hoạch.']);
  });

  it('R-083 join a sentence broken at the page end, keep emphasis, and point into the unchanged text', () => {
    const source = 'KẾ HOẠCH\nPhát động\n\nI. NỘI DUNG\n\n- Đẩy mạnh *“Dân vận khéo”* và\n\n2\n\ntăng cường kỷ luật.\n\n- Khác.';
    const [first, second] = parsePlan(source).sections[0]?.paragraphs ?? [];
    expect(first).toMatchObject({
      marker: '-',
      text: 'Đẩy mạnh *“Dân vận khéo”* và tăng cường kỷ luật.',
      plainText: 'Đẩy mạnh “Dân vận khéo” và tăng cường kỷ luật.',
    });
    expect(source.slice(second?.start, second?.end)).toBe('- Khác.');
  });

  it('take a heading from the line below its label', () => {
    expect(plan('Phần thứ nhất\nMỤC TIÊU VÀ CHỈ TIÊU\n\n- Một.').sections).toMatchObject([
      { id: 'P1', label: 'Phần thứ nhất', heading: 'MỤC TIÊU VÀ CHỈ TIÊU' },
    ]);
  });

  it('keep two parts with the same label apart and say so', () => {
    const read = plan('I. MỘT\n\n- a.\n\nI. HAI\n\n- b.');
    expect(read.sections.map((s) => s.id)).toEqual(['I', 'I~2']);
    expect(read.warnings.map((w) => w.code)).toContain('SECTION_LABEL_REPEATED');
  });

  it('read composed and decomposed letters alike, with spans into the text as given', () => {
    const composed = 'KẾ HOẠCH\nPhát động\n\nI. NỘI DUNG\n\n- Thi đua yêu nước.\n';
    const decomposed = composed.normalize('NFD');
    const paragraph = parsePlan(decomposed).sections[0]?.paragraphs[0];
    expect(paragraph?.text).toBe('Thi đua yêu nước.');
    expect(decomposed.slice(paragraph?.start, paragraph?.end).normalize('NFC')).toBe('- Thi đua yêu nước.');
  });
});
