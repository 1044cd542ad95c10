/** Events of the outboxes. Names are `<subgraph>.<noun>.<verb>.v1`; a payload only ever grows. */

export type ChangeKind = 'CREATED' | 'UPDATED' | 'WITHDRAWN';
export type Visibility = { kind: 'PUBLIC' } | { kind: 'PROVINCE' } | { kind: 'DEPARTMENT' | 'PERSON'; id: string };

/** Optional part of every payload: makes the event a row of `Query.changes`. */
export interface ChangePart {
  entity?: { typeName: string; id: string };
  change?: ChangeKind;
  visibility?: Visibility;
}

/** What the feed `GET /events` delivers. `cursor` is opaque and increases in commit order. */
export interface FeedEvent<P = Record<string, unknown>> {
  cursor: string;
  id: string;
  name: string;
  at: string;
  payload: P & ChangePart;
}
export interface FeedPage {
  events: FeedEvent[];
  cursor: string;
  caughtUp: boolean;
}

export interface TaskOpened {
  taskId: string;
  kind: string;
  vars: Record<string, string | number>;
  dueDate: string | null;
  link: string;
  assignee: { personId: string } | { role: string; scopeId: string };
}
export interface TaskClosed {
  taskId: string;
}

/** One target as read from a plan; evaluations makes a Target of it (R-157…R-173). */
export interface ExtractedTarget {
  key: string;
  text: string;
  section: string;
  kind: 'QUANTITATIVE' | 'ORDINAL' | 'RECOGNITION' | 'BY_REFERENCE' | 'QUALITATIVE';
  comparator: 'GT' | 'GTE' | 'EQ' | 'LT' | 'LTE' | 'NO_WORSE_THAN_PREVIOUS' | 'INCREASE' | 'QUALITATIVE';
  value: string | null;
  unit: string | null;
  subject: string | null;
  measure: string;
  /** Key of the outer target of a "trong đó …", or the printed whole. */
  of: string | null;
  orHigher: boolean;
  awardTitle: string | null;
  collectiveOrIndividual: 'individual' | 'collective' | 'both';
  note: string | null;
}
export interface PlanConfirmed {
  /** Department of the issuer when that is a unit; absent = the issuer is the department. */
  departmentId?: string | null;
  planId: string;
  issuerId: string;
  year: number;
  number: string | null;
  title: string;
  targets: ExtractedTarget[];
}
export interface DecisionSigned {
  decisionId: string;
  number: string;
  organisationId: string;
  awardCode: string;
  year: number;
  lines: { awardId: string; nomineeId: string; nomineeType: 'Person' | 'Organisation'; nomineeName: string }[];
}
