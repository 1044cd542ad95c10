import { emptyFacts, type SubjectFacts } from '../src/eligibility/subject.facts.js';
import type { OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';

/** Facts of an official with a full year, rated "tốt", nothing against him; tests change one thing at a time. */
export function officialFacts(
  change: {
    posting?: Partial<PersonPostingFacts> | null;
    evaluation?: Partial<PersonEvaluationFacts> | null;
    facts?: Partial<SubjectFacts>;
  } = {},
): SubjectFacts {
  const posting: PersonPostingFacts = {
    fullName: 'Trần Thị Mỹ Duyên',
    departmentId: 'department',
    unitId: 'unit',
    postings: [
      { organisationId: 'department', departmentId: 'department', unitId: 'unit', title: 'Chuyên viên', from: '2021-01-01', to: null },
    ],
    leaves: [],
    disciplines: [],
  };
  const evaluation: PersonEvaluationFacts = {
    ratings: [{ id: 'rating', year: 2025, grade: 'GOOD', decisionNumber: '10/QĐ-SKHCN' }],
    initiatives: [],
    scienceWorks: [],
    petitions: [],
  };
  return {
    ...emptyFacts('PERSON', 'person', 'Trần Thị Mỹ Duyên'),
    posting: change.posting === null ? null : { ...posting, ...change.posting },
    evaluation: change.evaluation === null ? null : { ...evaluation, ...change.evaluation },
    findings: [{ rule: 'LDTT-2', year: 2025, byName: 'Phạm Quốc Huy', on: '2025-12-08' }],
    ...change.facts,
  };
}

/** A unit of `size` members of whom the first `titled` are proposed for LĐTT. */
export function unitFacts(size: number, titled: number, change: Partial<SubjectFacts> = {}): SubjectFacts {
  const member = (index: number): OrganisationStaffFacts['members'][number] => ({
    personId: `p${index}`,
    name: `Người ${index}`,
    unitId: 'unit',
    unitName: 'Phòng',
    category: 'CIVIL_SERVANT',
    title: 'Chuyên viên',
    direct: true,
    from: '2021-01-01',
    to: null,
  });
  return {
    ...emptyFacts('ORGANISATION', 'unit', 'Phòng'),
    staff: { members: Array.from({ length: size }, (_, index) => member(index)), units: [], bodies: [] },
    collective: { ratings: [{ id: 'r', year: 2025, grade: 'GOOD', decisionNumber: null }], petitions: [] },
    memberTitles: Array.from({ length: titled }, (_, index) => ({
      personId: `p${index}`,
      awardCode: 'LDTT',
      year: 2025,
      stage: 'PROPOSED' as const,
    })),
    memberRatings: null,
    ...change,
  };
}
