import { describe, expect, it } from 'vitest';
import type { RatingEntity } from './rating.entity.js';
import { RATING_PROBLEMS, ratingProblem, type RatingAct } from './rating.rules.js';

const TODAY = '2025-12-15';
const PROPOSAL: RatingAct = {
  role: 'UNIT_HEAD',
  actorId: 'huy',
  subjectId: 'p',
  year: 2025,
  evidence: 'Xong 12 việc',
  decisionNumber: null,
  decidedOn: null,
  version: null,
};
const DECISION: RatingAct = {
  ...PROPOSAL,
  role: 'DEPARTMENT_DIRECTOR',
  actorId: 'binh',
  decisionNumber: '9/QĐ-SKHCN',
  decidedOn: '2025-12-15',
  version: 1,
};
const proposed = { state: 'PROPOSED' } as RatingEntity;

describe('rating', () => {
  it.each([
    ['R-181 lets a head propose', PROPOSAL, null, null],
    ['R-181 lets the director decide a proposal', DECISION, proposed, null],
    ['R-181 lets only the director decide', { ...DECISION, role: 'UNIT_HEAD' as const }, proposed, 'ONLY_DIRECTOR_DECIDES'],
    ['R-180 asks for task results', { ...PROPOSAL, evidence: '  ' }, null, 'NO_EVIDENCE'],
    ['nobody rates himself', { ...PROPOSAL, subjectId: 'huy' }, null, 'OWN_RATING'],
    ['R-189 keeps what is decided', DECISION, { state: 'DECIDED' } as RatingEntity, 'ALREADY_DECIDED'],
    ['a decision has number and date', { ...DECISION, decidedOn: null }, proposed, 'INCOMPLETE_DECISION'],
    ['a decision is not signed tomorrow', { ...DECISION, decidedOn: '2025-12-16' }, proposed, 'DECISION_TO_COME'],
    ['R-173 rates the past year early in the next, not the year to come', { ...PROPOSAL, year: 2026 }, null, 'YEAR_TO_COME'],
    ['a proposal that exists is changed by version', PROPOSAL, proposed, 'VERSION_NEEDED'],
  ] as const)('%s', (_, act, existing, problem) => {
    expect(ratingProblem(act, existing, TODAY)).toBe(problem);
  });

  it('says what to do about every problem in both languages', () => {
    for (const words of Object.values(RATING_PROBLEMS))
      expect([words.vi, words.en, ...words.remedy].every((text) => text.length > 5)).toBe(true);
  });
});
