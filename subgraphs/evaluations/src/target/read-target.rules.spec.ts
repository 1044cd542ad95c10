import { describe, expect, it } from 'vitest';
import { SNV_2025_TARGETS } from '../demo/demo-targets.js';
import { readTarget } from './read-target.rules.js';

describe('reading a target from its words', () => {
  it('R-157 reads the thirteen targets of a department plan', () => {
    expect(SNV_2025_TARGETS.map((target) => [target.key, readTarget(target).measureCode])).toEqual([
      ['T1', 'TASKS'],
      ['T2', 'STUDY'],
      ['T3a', 'TITLE'],
      ['T3b', 'TITLE'],
      ['T4a', 'TITLE'],
      ['T4b', 'TITLE'],
      ['T5', 'RATING'],
      ['T6a', 'RANK'],
      ['T6b', 'RANK'],
      ['T7', 'BODY_RATINGS'],
      ['T8a', 'RECOGNITION'],
      ['T8b', 'QUALITATIVE'],
      ['T8c', 'RECOGNITION'],
    ]);
  });

  it('R-162 knows the titles by their printed names, collectives apart from people', () => {
    const read = Object.fromEntries(SNV_2025_TARGETS.map((target) => [target.key, readTarget(target)]));
    expect(['T3a', 'T3b', 'T4a', 'T4b'].map((key) => [read[key]!.awardCode, read[key]!.collective])).toEqual([
      ['TTLDTT', true],
      ['TTLDXS', true],
      ['LDTT', false],
      ['CSTDCS', false],
    ]);
  });

  it('R-164 takes two indices out of one sentence, A-23', () => {
    const topics = SNV_2025_TARGETS.filter((target) => target.section === 'II.2·6').map((target) => readTarget(target).topic);
    expect(topics).toEqual(['cai cach hanh chinh', 'chuyen doi so']);
  });

  it('R-169 reads "hoàn thành vượt mức" without a number as at least 100 %', () => {
    expect(readTarget(SNV_2025_TARGETS[0]!)).toMatchObject({ comparator: 'GTE', value: '100', unit: '%' });
  });

  it('R-167, R-168 keeps a trend and a reference apart from numbers', () => {
    const base = {
      ...SNV_2025_TARGETS[0]!,
      key: 'X',
      text: 'nâng cao tỷ lệ khen thưởng',
      measure: 'tỷ lệ khen thưởng và đề nghị khen thưởng',
      unit: '%',
    };
    expect(readTarget({ ...base, comparator: 'INCREASE' }).measureCode).toBe('TREND');
    expect(readTarget({ ...base, kind: 'BY_REFERENCE' }).measureCode).toBe('REFERENCE');
    expect(readTarget({ ...base, comparator: 'QUALITATIVE' }).measureCode).toBe('QUALITATIVE');
  });
});
