import type { OrganisationAwardFacts, OrganisationStaffFacts, OrganisationStudyFacts } from '@thidua/contracts';
import type { Comparator, RatingGrade, TargetKind, TargetStatus } from '../enums.js';

/** A text in both languages; the resolver picks the request's. */
export interface Text {
  vi: string;
  en: string;
}
/** What is counted; `one` is the English singular. */
export interface Noun extends Text {
  one: string;
}

/** How a target is computed. Read from its words once, when the plan is confirmed. */
export type MeasureCode =
  | 'STUDY'
  | 'TITLE'
  | 'RATING'
  | 'BODY_RATINGS'
  | 'RANK'
  | 'RECOGNITION'
  | 'TASKS'
  | 'TREND'
  | 'REFERENCE'
  | 'QUALITATIVE';

/** Denominator of a "trong đó …": what the outer target reached, or everybody. */
export type Reading = 'OUTER' | 'WHOLE';
/** "được nghiên cứu, học tập": every session of the year, or at least one. */
export type StudyReading = 'EVERY_SESSION' | 'ANY_SESSION';

export type StatusWord = 'MET' | 'NO_MARGIN' | 'EXCEEDED' | 'NOT_YET' | 'NOT_MET' | 'NO_DATA' | 'AWAITING' | 'QUALITATIVE';

/** What the rules need to know of a target. */
export interface TargetRule {
  id: string;
  subjectId: string;
  year: number;
  cutOff: string;
  /** First day on which being below counts as not met; before it the target is at risk. */
  warnFrom: string;
  kind: TargetKind;
  measureCode: MeasureCode;
  comparator: Comparator;
  /** Number, or a grade's words; for TASKS the implied "100". */
  value: string | null;
  unit: string | null;
  collective: boolean;
  awardCode: string | null;
  /** Index or recognition the target speaks of, as a search key. */
  topic: string | null;
  orHigher: boolean;
  reading: Reading;
  studyReading: StudyReading;
  outer: TargetRule | null;
}

export interface BodyRating {
  subjectId: string;
  year: number;
  grade: RatingGrade;
  decided: boolean;
  decisionNumber: string | null;
  decidedOn: string | null;
}
export interface IndexRank {
  subjectId: string;
  topic: string;
  year: number;
  rank: number;
  source: string;
}
export interface Recognition {
  subjectId: string;
  topic: string;
  year: number;
  decisionNumber: string;
  decidedOn: string;
  authority: string;
}
/** A result that people report with evidence: tasks done of tasks given, or a qualitative finding. */
export interface ReportedResult {
  targetId: string;
  done: number | null;
  given: number | null;
  met: boolean | null;
  evidence: string;
  reportedOn: string;
}

/** Facts of other subgraphs (null = the list could not be had) and our own. */
export interface TargetFacts {
  staff: OrganisationStaffFacts | null;
  study: OrganisationStudyFacts | null;
  awards: OrganisationAwardFacts | null;
  ratings: BodyRating[];
  ranks: IndexRank[];
  recognitions: Recognition[];
  results: ReportedResult[];
}

export interface Entry {
  list: 'COUNTED' | 'NOT_COUNTED' | 'OUT_OF_SCOPE';
  personId: string | null;
  organisationId: string | null;
  label: string;
  detail: Text;
  reason: Text;
  evidence: Text | null;
}

/** What a measure found: a fraction or a count with the list behind it. */
export interface Tally {
  part: number;
  /** Null when the target is a bare count without an outer one. */
  whole: number | null;
  entries: Entry[];
  /** Some of it rests on proposals without a decision. */
  provisional: boolean;
  /** Nothing more can change it (decided by others): not met is final before the cut-off too. */
  final: boolean;
  /** What is counted: people, collectives, bodies, tasks. */
  noun: Noun;
}

/** Why nothing can be computed; never shown as 0. */
export interface Missing {
  missing: true;
  word: 'NO_DATA' | 'AWAITING' | 'QUALITATIVE';
  why: Text;
}

export interface Judgement {
  status: TargetStatus;
  word: StatusWord;
  value: Text | null;
  part: number | null;
  whole: number | null;
  needed: number | null;
  provisional: boolean;
  explanation: Text;
  otherReading: Text | null;
  note: Text | null;
  conflict: Text | null;
  entries: Entry[];
}
