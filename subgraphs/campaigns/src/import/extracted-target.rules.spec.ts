import { describe, expect, it } from 'vitest';
import { parsePlan } from '../plan-import/parse-plan.rules.js';
import { extractedTargets } from './extracted-target.rules.js';

const targets = (body: string) => extractedTargets(parsePlan(`KẾ HOẠCH\nPhát động\n\nSở Y tế ban hành Kế hoạch:\n\n${body}\n`).targets);

describe('targets handed to evaluations', () => {
  it('R-157 have a key of their own, also when two parts count from one', () => {
    const keys = targets('I. CHỈ TIÊU\n\n1. Tập thể\n\n- Trên 90% đạt; trên 80% tốt.\n\n2. Cá nhân\n\n- Trên 70% đạt.').map(
      (target) => target.key,
    );
    expect(keys).toEqual(['T-I.1·1-a', 'T-I.1·1-b', 'T-I.2·1']);
  });

  it('A-01 point at the target they refine by its key', () => {
    const [outer, inner] = targets(
      'I. CHỈ TIÊU\n\n- Khác.\n\n- 80% công chức đạt danh hiệu “Lao động tiên tiến”, trong đó 20% đạt danh hiệu “Chiến sĩ thi đua cơ sở”.',
    ).slice(1);
    expect([outer?.key, outer?.of, inner?.key, inner?.of]).toEqual(['T2a', 'công chức', 'T2b', 'T2a']);
  });

  it('keep a strict ceiling strict, and say in words what the comparator cannot', () => {
    expect(
      targets('I. CHỈ TIÊU\n\n- Tỷ lệ trễ hạn dưới 5%.\n\n- Giảm ít nhất 10% đơn thư.').map((target) => [
        target.comparator,
        target.value,
        target.note,
      ]),
    ).toEqual([
      ['LT', '5', null],
      ['GTE', '10', 'mức giảm so với kỳ trước'],
    ]);
  });
});
