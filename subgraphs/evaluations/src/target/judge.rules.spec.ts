import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFTER, award, BEFORE, facts, ids, member, rule, staffOf, studyOf } from '../../test/facts.js';
import { judge } from './judge.rules.js';

const study = (people: number, absent: number) => {
  const all = ids(people);
  return facts({ staff: staffOf(people), study: studyOf(all, all.slice(0, absent)) });
};
const titles = (people: number, titled: number, inner = 0) =>
  facts({
    staff: staffOf(people),
    awards: { rows: [...ids(titled).map((id) => award('LDTT', id)), ...ids(inner).map((id) => award('CSTDCS', id))] },
  });
const LDTT = rule({ id: 'outer', measureCode: 'TITLE', comparator: 'GTE', value: '80', awardCode: 'LDTT' });
const CSTDCS = rule({ id: 'inner', measureCode: 'TITLE', comparator: 'GTE', value: '20', awardCode: 'CSTDCS', outer: LDTT });

describe('study coverage', () => {
  it('R-158 refuses 49 of 50 for "trên 98 %", names who is missing and how many it takes', () => {
    const result = judge(rule(), study(50, 1), BEFORE);
    expect([result.status, result.word, result.part, result.whole, result.needed]).toEqual(['NOT_MET', 'NOT_YET', 49, 50, 50]);
    expect(result.value?.vi).toBe('98,0\u00a0%');
    expect(result.note?.vi).toBe('thiếu 1 người, cần 50');
    const missing = result.entries.filter((entry) => entry.list === 'NOT_COUNTED');
    expect(missing.map((entry) => [entry.personId, entry.reason.vi])).toEqual([
      ['p1', 'vắng “Nghị quyết 57” ngày 18/09/2025 (nghỉ ốm), chưa học bù'],
    ]);
    expect(missing[0]?.detail.vi).toContain('11/12 buổi');
  });

  it('R-171 says at risk before the warning days, decision 37 “Chưa đạt” until the cut-off day is over and “Không đạt” after', () => {
    const on = (day: string) => {
      const { status, word } = judge(rule(), study(50, 1), day);
      return [status, word];
    };
    expect(['2025-10-31', '2025-11-01', '2025-12-31', '2026-01-01', AFTER].map(on)).toEqual([
      ['AT_RISK', 'NOT_YET'],
      ['NOT_MET', 'NOT_YET'],
      ['NOT_MET', 'NOT_YET'],
      ['NOT_MET', 'NOT_MET'],
      ['NOT_MET', 'NOT_MET'],
    ]);
  });

  it.each([
    [65, 1, 'MET', 'NO_MARGIN'],
    [45, 0, 'MET', 'MET'],
    [45, 1, 'NOT_MET', 'NOT_YET'],
    [100, 0, 'MET', 'MET'],
    [100, 1, 'MET', 'NO_MARGIN'],
  ] as const)('R-158 judges %i people with %i absent as %s (%s)', (people, absent, status, word) => {
    const result = judge(rule(), study(people, absent), BEFORE);
    expect([result.status, result.word]).toEqual([status, word]);
  });

  it('A-03 counts one session as enough when that reading is set', () => {
    expect(judge(rule({ studyReading: 'ANY_SESSION' }), study(50, 1), BEFORE).part).toBe(50);
  });

  it('NO_DATA when attendance or staff is missing, never 0', () => {
    for (const partial of [
      facts(),
      facts({ staff: staffOf(50) }),
      facts({ staff: staffOf(50), study: { years: [] } }),
      facts({ staff: staffOf(0), study: studyOf([]) }),
    ]) {
      const result = judge(rule(), partial, BEFORE);
      expect([result.status, result.part, result.value]).toEqual(['NO_DATA', null, null]);
    }
  });

  it('R-018 leaves out who left on 30/06 and who comes later, and counts the half-year person by his own sessions', () => {
    const staff = staffOf(3);
    staff.members.push(
      member('left', { to: '2025-06-30', leaveReason: 'MOVED' }),
      member('late', { from: '2025-12-20' }),
      member('half', { from: '2025-07-01' }),
      member('old', { to: '2023-06-30' }),
    );
    const attendance = studyOf([...ids(3), 'half', 'left']);
    attendance.years[0]!.people.find((p) => p.personId === 'half')!.attended = 6;
    const result = judge(rule(), facts({ staff, study: attendance }), BEFORE);
    expect([result.part, result.whole]).toEqual([4, 4]);
    expect(result.entries.filter((e) => e.list === 'OUT_OF_SCOPE').map((e) => [e.personId, e.reason.vi])).toEqual([
      ['left', 'không còn thuộc đơn vị từ 01/07/2025: chuyển công tác'],
      ['late', 'đến đơn vị từ 20/12/2025'],
    ]);
    expect(result.entries.find((e) => e.personId === 'half')?.detail.vi).toContain('từ 01/07/2025 · 6/6 buổi');
  });

  it('R-018 counts a person who moved between units of the body once', () => {
    const staff = staffOf(1);
    staff.members.push(member('m', { to: '2025-06-30' }), member('m', { from: '2025-07-01', unitId: 'u2', unitName: 'Phòng 2' }));
    const result = judge(rule(), facts({ staff, study: studyOf(['p1', 'm']) }), BEFORE);
    expect([result.part, result.whole, result.entries.length]).toEqual([2, 2, 2]);
    expect(result.entries.find((e) => e.personId === 'm')?.detail.vi).toContain('Phòng 2');
  });
});

describe('titles', () => {
  it('R-160 takes 20 % of those who reach the outer target: 8 of 41 is short by one, the other reading is 8 of 50', () => {
    const result = judge(CSTDCS, titles(50, 41, 8), BEFORE);
    expect([result.status, result.part, result.whole, result.needed, result.value?.vi]).toEqual(['NOT_MET', 8, 41, 9, '19,5\u00a0%']);
    expect(result.otherReading?.vi).toBe('đọc theo toàn cơ quan: 8/50 = 16,0\u00a0%, cần 10');
    const other = judge({ ...CSTDCS, reading: 'WHOLE' }, titles(50, 41, 8), BEFORE);
    expect([other.whole, other.otherReading?.vi]).toEqual([50, 'đọc theo số đạt ở chỉ tiêu trên: 8/41 = 19,5\u00a0%, cần 9']);
  });

  it.each([
    [50, 41, 'MET', 40],
    [65, 52, 'MET', 52],
    [65, 51, 'NOT_MET', 52],
    [45, 36, 'MET', 36],
  ] as const)('R-160 judges %i people with %i titled as %s, needing %i', (people, titled, status, needed) => {
    const result = judge(LDTT, titles(people, titled), BEFORE);
    expect([result.status, result.needed]).toEqual([status, needed]);
  });

  it('80 % of 65 is exactly 52: met with nothing to spare', () => {
    expect(judge(LDTT, titles(65, 52), BEFORE).word).toBe('NO_MARGIN');
    expect(judge(LDTT, titles(65, 53), BEFORE).word).toBe('MET');
  });

  it('is provisional while it rests on proposals, firm when decided', () => {
    const proposed = titles(50, 41);
    const decided = facts({
      staff: proposed.staff,
      awards: {
        rows: proposed.awards!.rows.map((row) => ({
          ...row,
          stage: 'DECIDED' as const,
          decisionNumber: '7/QĐ-SNV',
          decidedOn: '2025-12-12',
        })),
      },
    });
    expect(judge(LDTT, proposed, BEFORE).provisional).toBe(true);
    const result = judge(LDTT, decided, BEFORE);
    expect(result.provisional).toBe(false);
    expect(result.entries.find((e) => e.list === 'COUNTED')?.evidence?.vi).toBe('Quyết định 7/QĐ-SNV ngày 12/12/2025');
  });

  it('R-162 counts a person once, by proposal and by decision, and a higher title for the lower', () => {
    const rows = [
      award('LDTT', 'p1'),
      award('LDTT', 'p1', { stage: 'DECIDED' }),
      award('CSTDCS', 'p2'),
      award('LDTT', 'p3', { year: 2024 }),
    ];
    expect(judge(LDTT, facts({ staff: staffOf(4), awards: { rows } }), BEFORE).part).toBe(2);
  });

  it('does not count a titled person who is no longer in scope', () => {
    const staff = staffOf(4);
    staff.members.push(member('gone', { to: '2025-06-30' }));
    const result = judge(LDTT, facts({ staff, awards: { rows: [award('LDTT', 'gone')] } }), BEFORE);
    expect([result.part, result.whole]).toEqual([0, 4]);
  });

  const T3A = rule({
    id: 'T3a',
    measureCode: 'TITLE',
    comparator: 'EQ',
    value: '100',
    awardCode: 'TTLDTT',
    collective: true,
    orHigher: true,
  });
  const T3B = rule({
    id: 'T3b',
    measureCode: 'TITLE',
    comparator: 'GTE',
    value: '02',
    unit: 'tập thể',
    awardCode: 'TTLDXS',
    collective: true,
    outer: T3A,
  });
  const units = (rows: ReturnType<typeof award>[]) => facts({ staff: staffOf(50, 6), awards: { rows } });

  it('R-161 counts 2 of 6 collectives inside the 100 %, and the two count in the six', () => {
    const rows = [...ids(4, 'u').map((id) => award('TTLDTT', id)), award('TTLDXS', 'u5'), award('TTLDXS', 'u6')];
    const [outer, inner] = [judge(T3A, units(rows), BEFORE), judge(T3B, units(rows), BEFORE)];
    expect([outer.status, outer.part, outer.whole, outer.word]).toEqual(['MET', 6, 6, 'MET']);
    expect([inner.status, inner.part, inner.whole, inner.needed, inner.word, inner.value?.vi]).toEqual(['MET', 2, 6, 2, 'NO_MARGIN', '2']);
  });

  it('R-159 fails 100 % with one collective missing, and names it', () => {
    const result = judge(T3A, units(ids(5, 'u').map((id) => award('TTLDTT', id))), AFTER);
    expect([result.status, result.word, result.note?.vi]).toEqual(['NOT_MET', 'NOT_MET', 'thiếu 1 tập thể, cần 6']);
    expect(result.entries.filter((e) => e.list === 'NOT_COUNTED').map((e) => e.organisationId)).toEqual(['u6']);
  });

  it('decision 37 shows a floor of 20 % and a quota of 20 % that cannot both hold', () => {
    const data = titles(45, 36, 7);
    data.awards!.quotas = [
      { awardCode: 'CSTDCS', year: 2025, percent: '20', ofAwardCode: 'LDTT', limit: 7, source: 'Quy chế khen thưởng' },
    ];
    expect(judge(CSTDCS, data, BEFORE).conflict?.vi).toBe(
      'Chỉ tiêu cần 8, hạn mức 20\u00a0% chỉ cho 7 (Quy chế khen thưởng): không thể cùng đạt',
    );
    expect(judge({ ...CSTDCS, comparator: 'LTE' }, data, BEFORE)).toMatchObject({ status: 'MET', word: 'NO_MARGIN', conflict: null });
  });

  it('adding a titled person never turns a met floor into not met', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 100 }),
        (people, titled, percent) => {
          const target = { ...LDTT, value: String(percent) };
          const before = judge(target, titles(people, Math.min(titled, people)), BEFORE);
          const after = judge(target, titles(people, Math.min(titled + 1, people)), BEFORE);
          return before.status !== 'MET' || after.status === 'MET';
        },
      ),
    );
  });

  it('R-221 puts everybody in exactly one list, and the counted are the numerator', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (people, titled, inner) => {
          const data = titles(people, Math.min(titled, people), Math.min(inner, people));
          return [LDTT, CSTDCS].every((target) => {
            const result = judge(target, data, BEFORE);
            if (result.status === 'NO_DATA') return result.part === null;
            const counted = result.entries.filter((e) => e.list === 'COUNTED').length;
            const not = result.entries.filter((e) => e.list === 'NOT_COUNTED').length;
            return counted === result.part && counted + not === result.whole;
          });
        },
      ),
    );
  });
});

describe('ranks, ratings, recognitions, reports and trends', () => {
  const RANK = rule({
    kind: 'ORDINAL',
    measureCode: 'RANK',
    comparator: 'NO_WORSE_THAN_PREVIOUS',
    value: null,
    unit: 'hạng',
    topic: 'chuyen doi so',
  });
  const ranks = (now: number | null, before: number | null) =>
    facts({
      ranks: [
        [2025, now],
        [2024, before],
      ].flatMap(([year, rank]) =>
        rank === null ? [] : [{ subjectId: 'SNV', topic: 'chuyen doi so', year: year!, rank: rank!, source: 'QĐ công bố' }],
      ),
    });

  it.each([
    ['stayed', 4, 4, 'MET', 'giữ nguyên'],
    ['rose', 3, 6, 'MET', 'tăng 3 bậc'],
    ['fell', 7, 5, 'NOT_MET', 'tụt 2 bậc'],
    ['not announced', null, 5, 'NO_DATA', null],
    ['without a baseline', 4, null, 'NO_DATA', null],
  ] as const)('R-164 judges a rank that %s', (_, now, before, status, move) => {
    const result = judge(RANK, ranks(now, before), BEFORE);
    expect(result.status).toBe(status);
    if (move) expect(result.note?.vi).toBe(move);
  });

  const RATING = rule({
    kind: 'ORDINAL',
    measureCode: 'RATING',
    comparator: 'GTE',
    value: 'hoàn thành tốt nhiệm vụ',
    unit: 'xếp loại',
    orHigher: true,
  });
  const rated = (subjectId: string, grade: 'EXCELLENT' | 'GOOD' | 'COMPLETED', decided = true) => ({
    subjectId,
    year: 2025,
    grade,
    decided,
    decisionNumber: decided ? '9/QĐ' : null,
    decidedOn: decided ? '2025-12-08' : null,
  });

  it.each([
    ['EXCELLENT', 'MET'],
    ['GOOD', 'MET'],
    ['COMPLETED', 'NOT_MET'],
  ] as const)('R-162, R-165 judges %s for "hoàn thành tốt trở lên" as %s', (grade, status) => {
    expect(judge(RATING, facts({ ratings: [rated('SNV', grade)] }), BEFORE).status).toBe(status);
  });

  it('R-162 without "trở lên" only the grade itself satisfies', () => {
    expect(judge({ ...RATING, orHigher: false }, facts({ ratings: [rated('SNV', 'EXCELLENT')] }), BEFORE).status).toBe('NOT_MET');
  });

  it('R-165 waits for the superior’s decision: a proposed rating is no data', () => {
    expect(judge(RATING, facts({ ratings: [rated('SNV', 'GOOD', false)] }), BEFORE)).toMatchObject({ status: 'NO_DATA', word: 'AWAITING' });
  });

  it('R-165 asks the grade of each of the Party, union and youth bodies', () => {
    const BODIES = { ...RATING, measureCode: 'BODY_RATINGS' as const };
    const judged = (ratings: ReturnType<typeof rated>[]) => judge(BODIES, facts({ staff: staffOf(5), ratings }), BEFORE);
    expect(judged([rated('DU', 'EXCELLENT'), rated('CD', 'GOOD'), rated('DTN', 'GOOD')])).toMatchObject({
      status: 'MET',
      part: 3,
      whole: 3,
    });
    expect(judged([rated('DU', 'EXCELLENT'), rated('CD', 'GOOD')])).toMatchObject({ status: 'NOT_MET', part: 2, whole: 3 });
    expect(judged([rated('DU', 'EXCELLENT'), rated('CD', 'COMPLETED'), rated('DTN', 'GOOD')])).toMatchObject({
      status: 'NOT_MET',
      part: 2,
    });
    expect(judged([])).toMatchObject({ status: 'NO_DATA', word: 'AWAITING' });
  });

  it('R-166 is met by a decision with number and date only, and fails without one after the cut-off', () => {
    const target = rule({
      kind: 'RECOGNITION',
      measureCode: 'RECOGNITION',
      comparator: 'EQ',
      value: 'true',
      unit: 'công nhận',
      topic: 'don vi hoc tap tot',
    });
    const recognitions = [
      {
        subjectId: 'SNV',
        topic: 'don vi hoc tap tot',
        year: 2025,
        decisionNumber: '15/QĐ',
        decidedOn: '2025-12-01',
        authority: 'UBND tỉnh',
      },
    ];
    expect(judge(target, facts({ recognitions }), BEFORE).status).toBe('MET');
    expect(judge(target, facts(), BEFORE)).toMatchObject({ status: 'NO_DATA', word: 'AWAITING' });
    expect(judge(target, facts(), AFTER).status).toBe('NOT_MET');
  });

  it('R-169 keeps 112 % as exceeded, not capped', () => {
    const target = rule({ kind: 'QUALITATIVE', measureCode: 'TASKS', comparator: 'GTE', value: '100' });
    const results = [{ targetId: 't', done: 112, given: 100, met: null, evidence: 'Báo cáo quý IV', reportedOn: '2025-12-10' }];
    expect(judge(target, facts({ results }), BEFORE)).toMatchObject({ status: 'MET', word: 'EXCEEDED', value: { vi: '112,0\u00a0%' } });
    expect(judge(target, facts(), BEFORE)).toMatchObject({ status: 'NO_DATA', word: 'QUALITATIVE' });
  });

  it('R-172 does not let a qualitative target be met without evidence', () => {
    const target = rule({ kind: 'QUALITATIVE', measureCode: 'QUALITATIVE', comparator: 'QUALITATIVE', value: null, unit: null });
    const result = (evidence: string) =>
      facts({ results: [{ targetId: 't', done: null, given: null, met: true, evidence, reportedOn: '2025-12-10' }] });
    expect(judge(target, result(' '), BEFORE)).toMatchObject({ status: 'NO_DATA', word: 'QUALITATIVE' });
    expect(judge(target, result('Biên bản tự kiểm tra'), BEFORE).status).toBe('MET');
  });

  it('R-167 compares the share of awarded people with last year exactly', () => {
    const target = rule({ kind: 'QUALITATIVE', measureCode: 'TREND', comparator: 'INCREASE', value: null });
    const rows = (before: number, now: number) => [
      ...ids(before).map((id) => award('GK_SO', id, { year: 2024 })),
      ...ids(now).map((id) => award('GK_SO', id)),
    ];
    const judged = (before: number, now: number) =>
      judge(target, facts({ staff: staffOf(10), awards: { rows: rows(before, now) } }), BEFORE).status;
    expect([judged(4, 5), judged(4, 4), judged(0, 4)]).toEqual(['MET', 'NOT_MET', 'NO_DATA']);
  });

  it('decision 24: a guest body without staff has no data on anything that counts people', () => {
    const guest = facts({ staff: { members: [], units: [], bodies: [] }, study: { years: [] }, awards: { rows: [] } });
    for (const target of [rule(), LDTT, CSTDCS, rule({ measureCode: 'BODY_RATINGS', value: 'hoàn thành tốt' })])
      expect(judge(target, guest, BEFORE).status).toBe('NO_DATA');
  });
});
