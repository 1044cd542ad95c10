import type { OrganisationEvaluationFacts, OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';

/** A title or form this subgraph knows of a nominee: decided, or still proposed in the same year. */
export interface HeldAward {
  id: string;
  awardCode: string;
  year: number;
  stage: 'DECIDED' | 'PROPOSED';
  /** False when the decision was cancelled: a cancelled title breaks a run of years. */
  inForce: boolean;
  /** False for ad hoc and thematic awards, which are no grounds for a higher merit award (L-06). */
  countsForMerit: boolean;
  decisionNumber: string | null;
}

/** A condition that a rule marks manual, confirmed by a named person (L-02: the proposer answers for accuracy). */
export interface Finding {
  rule: string;
  year: number;
  byName: string;
  on: string;
}

/** Initiatives and works already used for an award (L-15: what earned CSTĐCS is not counted again). */
export interface Consumption {
  initiativeId: string;
  awardCode: string;
}

/**
 * Everything the rules may look at about one nominee. A fact list is null when its owner did not answer: the checks that
 * need it then say NO_DATA, never FAIL.
 */
export interface SubjectFacts {
  kind: 'PERSON' | 'ORGANISATION' | 'OTHER';
  id: string;
  name: string;
  posting: PersonPostingFacts | null;
  evaluation: PersonEvaluationFacts | null;
  staff: OrganisationStaffFacts | null;
  collective: OrganisationEvaluationFacts | null;
  /** Titles held or proposed of the members of a collective; null when not asked for. */
  memberTitles: { personId: string; awardCode: string; year: number; stage: 'DECIDED' | 'PROPOSED' }[] | null;
  /** Yearly ratings of the members of a collective; null when evaluations did not answer. */
  memberRatings: { personId: string; year: number; grade: string }[] | null;
  held: HeldAward[];
  findings: Finding[];
  consumed: Consumption[];
}

/** Facts of a nominee of whom nothing is known yet; callers fill in what they have. */
export function emptyFacts(kind: SubjectFacts['kind'], id: string, name: string): SubjectFacts {
  return {
    kind,
    id,
    name,
    posting: null,
    evaluation: null,
    staff: null,
    collective: null,
    memberTitles: null,
    memberRatings: null,
    held: [],
    findings: [],
    consumed: [],
  };
}
