/** Shapes of the `Facts` scalar: whole-history, unpaged, inaccessible lists that other subgraphs `@requires`. */

export interface OrganisationStaffFacts {
  members: StaffMemberFact[];
  units: {
    id: string;
    name: string;
    kind: string;
    relation: 'BELONGS' | 'DIRECTLY_UNDER' | null;
    from: string | null;
    to: string | null;
  }[];
  bodies: { id: string; name: string; kind: string }[];
}
export interface StaffMemberFact {
  personId: string;
  name: string;
  unitId: string;
  unitName: string;
  category: string;
  title: string;
  direct: boolean;
  from: string;
  to: string | null;
  leaveReason?: string;
}
export interface PersonPostingFacts {
  fullName: string;
  departmentId: string | null;
  unitId: string | null;
  postings: {
    organisationId: string;
    departmentId: string | null;
    unitId: string | null;
    title: string;
    from: string;
    to: string | null;
  }[];
  leaves: { kind: string; workingDays: number; year: number }[];
  disciplines: { kind: string; from: string; to: string | null; state: string }[];
}
export interface CouncilSeatFacts {
  departmentId: string | null;
  seats: { personId: string; name: string; seat: 'CHAIR' | 'VICE_CHAIR' | 'SECRETARY' | 'MEMBER'; from: string; to: string | null }[];
}
export interface OrganisationStudyFacts {
  years: {
    year: number;
    required: number;
    people: {
      personId: string;
      attended: number;
      madeUp: number;
      missing: { sessionId: string; title: string; date: string; reason: string }[];
    }[];
  }[];
}
export interface PersonEvaluationFacts {
  ratings: { id: string; year: number; grade: string; decisionNumber: string | null }[];
  initiatives: {
    id: string;
    title: string;
    year: number;
    scope: string;
    decisionNumber: string | null;
    decidedOn: string | null;
    percent: number;
  }[];
  scienceWorks: { id: string; title: string; year: number; acceptedOn: string }[];
  petitions: { id: string; kind: 'DENUNCIATION' | 'COMPLAINT' | 'REFLECTION' | 'PROPOSAL'; state: string; receivedOn: string }[];
}
export interface OrganisationEvaluationFacts {
  ratings: { id: string; year: number; grade: string; decisionNumber: string | null }[];
  petitions: { id: string; kind: string; state: string; receivedOn: string }[];
}
export interface OrganisationAwardFacts {
  rows: {
    awardCode: string;
    year: number;
    nomineeId: string;
    nomineeType: 'Person' | 'Organisation';
    nomineeName: string;
    unitId: string | null;
    stage: 'PROPOSED' | 'DECIDED';
    nominationId: string | null;
    decisionNumber: string | null;
    decidedOn: string | null;
  }[];
  /** Caps of the body's own authority, for showing a target (floor) and a quota (cap) that cannot both hold (decision 37). */
  quotas?: { awardCode: string; year: number; percent: string; ofAwardCode: string | null; limit: number; source: string }[];
}
