import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, INSTRUMENTS } from '../award-type/catalogue.js';
import type { Assessment, Verdict } from './assessment.types.js';
import { officialFacts, unitFacts } from '../../test/eligibility.fixture.js';
import { assess } from './engine.rules.js';
import { ruleSetAt } from './rule-set.rules.js';
import type { SubjectFacts } from './subject.facts.js';
import { blockingChecks } from './verdict.rules.js';

function judged(awardCode: string, facts: SubjectFacts, date = '2025-12-31', year = 2025): Assessment {
  const assessment = assess({ awardCode, year, date, facts }, CATALOGUE.ruleSets, INSTRUMENTS);
  if (!assessment) throw new Error(`no rules for ${awardCode}`);
  return assessment;
}

function verdictOf(assessment: Assessment, rule: string): Verdict | undefined {
  return assessment.checks.find((check) => check.rule === rule)?.verdict;
}

const rating = (grade: string, year = 2025) => [{ id: `r${year}`, year, grade, decisionNumber: null }];
const initiative = (change = {}) => [
  {
    id: 'i',
    title: 'Rút gọn quy trình',
    year: 2025,
    scope: 'BASE',
    decisionNumber: '214/QĐ',
    decidedOn: '2025-10-01',
    percent: 100,
    ...change,
  },
];

describe('Lao động tiên tiến', () => {
  it.each([
    ['passes on "tốt" with conduct confirmed', {}, 'PASS'],
    ['fails on "hoàn thành" only', { evaluation: { ratings: rating('COMPLETED') } }, 'FAIL'],
    ['has no data without a rating of the year', { evaluation: { ratings: rating('GOOD', 2024) } }, 'NO_DATA'],
    ['has no data when evaluations do not answer', { evaluation: null }, 'NO_DATA'],
    ['asks a person to confirm conduct', { facts: { findings: [] } }, 'REVIEW'],
    [
      'asks a person about 9 months of service (local parameter)',
      { posting: { postings: [{ organisationId: 'd', departmentId: 'd', unitId: 'u', title: 'CV', from: '2025-04-01', to: null }] } },
      'REVIEW',
    ],
    [
      'accepts 10 months of service',
      { posting: { postings: [{ organisationId: 'd', departmentId: 'd', unitId: 'u', title: 'CV', from: '2025-03-01', to: null }] } },
      'PASS',
    ],
    [
      'asks a person about 40 days away (local parameter)',
      { posting: { leaves: [{ kind: 'SICK', workingDays: 40, year: 2025 }] } },
      'REVIEW',
    ],
    ['accepts 39 days away', { posting: { leaves: [{ kind: 'SICK', workingDays: 39, year: 2025 }] } }, 'PASS'],
    ['counts maternity leave as worked time', { posting: { leaves: [{ kind: 'MATERNITY', workingDays: 126, year: 2025 }] } }, 'PASS'],
    [
      'L-07 fails while a discipline is served',
      { posting: { disciplines: [{ kind: 'REPRIMAND', from: '2025-03-10', to: '2026-03-09', state: 'IN_FORCE' }] } },
      'FAIL',
    ],
    [
      'L-08 passes after a discipline that ended the year before',
      { posting: { disciplines: [{ kind: 'REPRIMAND', from: '2023-05-04', to: '2024-05-03', state: 'EXPIRED' }] } },
      'PASS',
    ],
    [
      'L-07 fails while a denunciation is verified',
      { evaluation: { petitions: [{ id: 'p', kind: 'DENUNCIATION' as const, state: 'VERIFYING', receivedOn: '2025-11-20' }] } },
      'FAIL',
    ],
    [
      'L-07 only warns of a reflection',
      { evaluation: { petitions: [{ id: 'p', kind: 'REFLECTION' as const, state: 'VERIFYING', receivedOn: '2025-11-20' }] } },
      'REVIEW',
    ],
    [
      'L-07 passes once the complaint is concluded',
      { evaluation: { petitions: [{ id: 'p', kind: 'COMPLAINT' as const, state: 'CONCLUDED', receivedOn: '2025-11-20' }] } },
      'PASS',
    ],
  ])('R-233 %s', (_name, change, expected) => {
    expect(judged('LDTT', officialFacts(change)).verdict).toBe(expected);
  });

  it('R-233 names rule, article, need, have and evidence of every check', () => {
    for (const check of judged('LDTT', officialFacts()).checks) {
      expect(check.rule).not.toBe('');
      expect(check.article).toMatch(/Luật|Nghị định|Tham số/);
      expect(check.need.vi).not.toBe('');
      expect(check.need.en).not.toBe('');
      expect(check.have.vi).not.toBe('');
    }
  });

  it('joins postings of a transfer, so that a move in July loses no month', () => {
    const postings = [
      { organisationId: 'a', departmentId: 'a', unitId: 'u', title: 'CV', from: '2021-01-01', to: '2025-06-30' },
      { organisationId: 'b', departmentId: 'b', unitId: 'v', title: 'CV', from: '2025-07-01', to: null },
    ];
    const check = judged('LDTT', officialFacts({ posting: { postings } })).checks.find((item) => item.rule === 'LDTT-3');
    expect(check?.have.vi).toBe('12 tháng');
    expect(check?.evidence).toHaveLength(2);
  });
});

describe('Chiến sĩ thi đua cơ sở', () => {
  it.each([
    ['is enough with an excellent rating alone', { evaluation: { ratings: rating('EXCELLENT') } }, 'PASS'],
    ['is enough with a good rating and a recognised initiative', { evaluation: { initiatives: initiative() } }, 'PASS'],
    ['fails with a good rating alone', {}, 'FAIL'],
    ['fails on an initiative of another year', { evaluation: { initiatives: initiative({ year: 2024 }) } }, 'FAIL'],
    ['fails on an initiative without a decision', { evaluation: { initiatives: initiative({ decisionNumber: null }) } }, 'FAIL'],
    [
      'is enough with an accepted science work',
      { evaluation: { scienceWorks: [{ id: 's', title: 'Đề tài', year: 2025, acceptedOn: '2025-06-01' }] } },
      'PASS',
    ],
    [
      'fails when the criteria of LĐTT fail, whatever the initiative',
      { evaluation: { ratings: rating('COMPLETED'), initiatives: initiative() } },
      'FAIL',
    ],
  ])('R-233 (Điều 23, 2022) %s', (_name, change, expected) => {
    expect(judged('CSTDCS', officialFacts(change)).verdict).toBe(expected);
  });

  it('L-05 asks for the criteria of LĐTT, not for the title held before', () => {
    const assessment = judged('CSTDCS', officialFacts({ evaluation: { ratings: rating('EXCELLENT') }, facts: { held: [] } }));
    expect(verdictOf(assessment, 'CSTDCS-1')).toBe('PASS');
    expect(assessment.checks.find((check) => check.rule === 'CSTDCS-1')?.alternatives.map((check) => check.rule)).toContain('LDTT-1');
  });

  it('shows the three grounds as alternatives of one check', () => {
    const group = judged('CSTDCS', officialFacts({ evaluation: { initiatives: initiative() } })).checks.find(
      (check) => check.predicate === 'any',
    );
    expect(group).toMatchObject({ rule: 'CSTDCS-2', verdict: 'PASS' });
    expect(group?.alternatives.map((branch) => branch.verdict)).toEqual(['FAIL', 'PASS', 'FAIL', 'FAIL']);
  });

  it('resolves the rule set by date and never decides by the unconfirmed draft of 2026', () => {
    expect(ruleSetAt(CATALOGUE.ruleSets, 'CSTDCS', '2025-12-31')).toMatchObject({ validFrom: '2024-01-01', enabled: true });
    expect(ruleSetAt(CATALOGUE.ruleSets, 'CSTDCS', '2026-12-31')).toMatchObject({ validFrom: '2026-10-01', enabled: false });
    const facts = officialFacts({ evaluation: { ratings: rating('EXCELLENT', 2026), initiatives: initiative({ year: 2026 }) } });
    const assessment = judged('CSTDCS', facts, '2026-12-31', 2026);
    expect(assessment.verdict).toBe('REVIEW');
    expect(verdictOf(assessment, 'RULE-SET')).toBe('REVIEW');
  });
});

describe('collectives', () => {
  const confirmed = ['TTLDTT-2', 'TTLDTT-4', 'TTLDXS-2', 'TTLDXS-6'].map((rule) => ({ rule, year: 2025, byName: 'LAN', on: '2025-12-10' }));

  it.each([
    ['passes at exactly 50 %', unitFacts(10, 5), 'PASS'],
    ['fails below 50 %, without rounding', unitFacts(201, 100), 'FAIL'],
    ['has no data when the members do not answer', unitFacts(10, 5, { staff: null }), 'NO_DATA'],
  ])('R-253 Tập thể Lao động tiên tiến %s', (_name, facts, expected) => {
    expect(judged('TTLDTT', { ...facts, findings: confirmed }).verdict).toBe(expected);
  });

  it('R-253 Tập thể Lao động xuất sắc needs 70 %, a CSTĐCS, and every member rated', () => {
    const titles = Array.from({ length: 7 }, (_, index) => ({
      personId: `p${index}`,
      awardCode: 'LDTT',
      year: 2025,
      stage: 'DECIDED' as const,
    }));
    const facts = unitFacts(10, 0, {
      findings: confirmed,
      collective: { ratings: rating('EXCELLENT'), petitions: [] },
      memberTitles: [...titles, { personId: 'p0', awardCode: 'CSTDCS', year: 2025, stage: 'PROPOSED' }],
      memberRatings: Array.from({ length: 10 }, (_, index) => ({ personId: `p${index}`, year: 2025, grade: 'COMPLETED' })),
    });
    expect(judged('TTLDXS', facts).verdict).toBe('PASS');
    expect(judged('TTLDXS', { ...facts, memberTitles: titles }).verdict).toBe('FAIL');
    expect(judged('TTLDXS', { ...facts, memberTitles: [...titles.slice(1), ...(facts.memberTitles ?? []).slice(-1)] }).verdict).toBe(
      'FAIL',
    );
  });
});

describe('higher awards', () => {
  const held = (year: number, change = {}) => ({
    id: `${year}`,
    awardCode: 'CSTDCS',
    year,
    stage: 'DECIDED' as const,
    inForce: true,
    countsForMerit: true,
    decisionNumber: `${year}/QĐ`,
    ...change,
  });

  it('a cancelled decision breaks three consecutive years of CSTĐCS', () => {
    const run = [held(2023), held(2024), held(2025)];
    const wide = { evaluation: { initiatives: initiative({ scope: 'PROVINCE' }) } };
    expect(verdictOf(judged('CSTD_TINH', officialFacts({ ...wide, facts: { held: run } })), 'CSTD_TINH-1')).toBe('PASS');
    expect(
      verdictOf(
        judged('CSTD_TINH', officialFacts({ ...wide, facts: { held: [held(2023), held(2024, { inForce: false }), held(2025)] } })),
        'CSTD_TINH-1',
      ),
    ).toBe('FAIL');
  });

  it('L-06 an ad hoc award is no ground for a higher merit award', () => {
    const run = [held(2023), held(2024, { countsForMerit: false }), held(2025)];
    expect(verdictOf(judged('CSTD_TINH', officialFacts({ facts: { held: run } })), 'CSTD_TINH-1')).toBe('FAIL');
  });

  it('L-15 an initiative used for CSTĐCS is not counted again for the diploma', () => {
    const twice = [...initiative(), ...initiative({ id: 'j', year: 2024 })];
    const facts = officialFacts({ evaluation: { initiatives: twice }, facts: { held: [held(2024), held(2025)] } });
    const branch = (subject: SubjectFacts) =>
      judged('BK_TINH', subject).checks[0]?.alternatives.find((check) => check.rule === 'individual_merit')?.verdict;
    expect(branch(facts)).not.toBe('FAIL');
    expect(branch({ ...facts, consumed: [{ initiativeId: 'j', awardCode: 'CSTDCS' }] })).toBe('FAIL');
  });

  it('never passes on a predicate it does not know', () => {
    const rules = [{ ...CATALOGUE.ruleSets[0]!, conditions: { all: [{ id: 'X-1', rule: 'never_heard_of' }] } }];
    const assessment = assess({ awardCode: 'LDTT', year: 2025, date: '2025-12-31', facts: officialFacts() }, rules, INSTRUMENTS);
    expect(assessment?.verdict).toBe('REVIEW');
    expect(assessment?.checks[0]?.have.vi).toContain('chưa biết');
  });
});

describe('every award of the catalogue', () => {
  it('R-222 loads 28 awards, both versions of CSTĐCS among the rule sets, the draft disabled', () => {
    expect(CATALOGUE.awardTypes).toHaveLength(28);
    expect(CATALOGUE.ruleSets.filter((row) => row.awardCode === 'CSTDCS').map((row) => row.enabled)).toEqual([true, false]);
    for (const award of CATALOGUE.awardTypes) expect(ruleSetAt(CATALOGUE.ruleSets, award.code, '2025-12-31')).not.toBeNull();
  });

  it('answers the same verdict for the same facts, in any order of the facts', () => {
    const codes = fc.constantFrom(...CATALOGUE.awardTypes.map((award) => award.code));
    const grade = fc.constantFrom('NOT_COMPLETED', 'COMPLETED', 'GOOD', 'EXCELLENT', 'SOMETHING_NEW');
    const ratings = fc.uniqueArray(
      fc.record({ id: fc.uuid(), year: fc.integer({ min: 2020, max: 2026 }), grade, decisionNumber: fc.constant(null) }),
      { selector: (item) => item.year },
    );
    fc.assert(
      fc.property(codes, ratings, fc.boolean(), (code, list, silent) => {
        const facts = officialFacts({ evaluation: silent ? null : { ratings: list } });
        const turned = officialFacts({ evaluation: silent ? null : { ratings: list.toReversed() } });
        expect(judged(code, turned).verdict).toBe(judged(code, facts).verdict);
        expect(judged(code, structuredClone(facts))).toEqual(judged(code, facts));
      }),
    );
  });

  it('never passes anybody of whom nothing is known', () => {
    for (const award of CATALOGUE.awardTypes) {
      const facts = { ...officialFacts({ posting: null, evaluation: null }), findings: [] };
      const assessment = judged(award.code, facts);
      expect(assessment.verdict).not.toBe('PASS');
      if (award.code === 'LDTT') expect(blockingChecks(assessment.checks).map((check) => check.rule)).toEqual(['LDTT-1', 'LDTT-5', 'L-07']);
    }
  });
});
