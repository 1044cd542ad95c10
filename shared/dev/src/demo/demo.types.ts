/** Shapes of the demo province. Keys are natural keys; ids are `naturalId(kind, key)`, so every subgraph can compute them alone. */

export type DemoOrganisationKind =
  | 'CENTRAL'
  | 'MINISTRY'
  | 'PROVINCE'
  | 'PROVINCIAL_BODY'
  | 'DEPARTMENT'
  | 'DIVISION'
  | 'UNIT'
  | 'COMMUNE'
  | 'DISTRICT_LEGACY'
  | 'PARTY'
  | 'UNION'
  | 'YOUTH'
  | 'COUNCIL_BODY'
  | 'ENTERPRISE';

export interface DemoOrganisation {
  key: string;
  id: string;
  /** Unique in the whole graph; own province bare, guests prefixed (decision 3). Units have none. */
  code: string | null;
  name: string;
  shortName: string;
  kind: DemoOrganisationKind;
  /** The one administrative parent; null for central bodies, provinces and mass organisations. */
  parentKey: string | null;
  /** The department this body is, belongs to or is linked to (Party, union, youth: linked, not a child, R-023). */
  departmentKey: string | null;
  /** Null for central bodies and for bodies of provinces that are not in the demo. */
  provinceKey: string | null;
  /** thuộc | trực thuộc; only for units of a department. */
  relation: 'BELONGS' | 'DIRECTLY_UNDER' | null;
  from: string | null;
  to: string | null;
  aliases: string[];
  superiors: { line: 'ADMINISTRATIVE' | 'PROFESSIONAL' | 'PARTY'; key: string }[];
}

export type DemoCategory = 'CIVIL_SERVANT' | 'PUBLIC_EMPLOYEE' | 'WORKER';

export interface DemoPerson {
  key: string;
  id: string;
  fullName: string;
  category: DemoCategory;
  jobTitle: string;
  /** The unit at year end; null for the department's board of directors and for province office-holders. */
  unitKey: string | null;
  /** The department at year end; null only for office-holders of the province. */
  departmentKey: string | null;
  /** trực tiếp thực hiện nhiệm vụ: not a leader. */
  direct: boolean;
  email: string;
  leaves: { kind: 'MATERNITY' | 'SICK' | 'STUDY' | 'UNPAID'; workingDays: number; year: number }[];
  disciplines: { kind: 'REPRIMAND' | 'WARNING'; from: string; to: string; state: 'IN_FORCE' | 'EXPIRED' }[];
  /** Party, union and youth memberships. */
  memberships: { organisationKey: string; role: 'SECRETARY' | 'CHAIR' | 'MEMBER'; from: string }[];
  /** First day in the province's service in the demo (first posting). */
  from: string;
  /** Last day, when the person left. */
  to: string | null;
}

export interface DemoPosting {
  id: string;
  personKey: string;
  /** The department or, for office-holders of the province, the body. */
  organisationKey: string;
  unitKey: string | null;
  title: string;
  from: string;
  to: string | null;
}

export interface DemoCouncil {
  key: string;
  id: string;
  name: string;
  kind: 'EMULATION' | 'INITIATIVE' | 'INFLUENCE';
  organisationKey: string;
  /** Null for the province's council, whose scope is the province. */
  departmentKey: string | null;
  standingBodyKey: string;
  from: string;
}

export type DemoSeatKind = 'CHAIR' | 'VICE_CHAIR' | 'SECRETARY' | 'MEMBER';

export interface DemoSeat {
  councilKey: string;
  personKey: string;
  seat: DemoSeatKind;
  /** The office for which the person sits, as printed in the council's decision. */
  office: string;
  from: string;
  to: string | null;
}

export interface DemoBloc {
  key: string;
  id: string;
  name: string;
  kind: 'INTERNAL' | 'PROVINCIAL' | 'CLUSTER' | 'DISTRICT_FINANCE';
  guidedByKey: string;
  members: { year: number; organisationKey: string; role: 'LEADER' | 'DEPUTY' | 'MEMBER' }[];
}

export type DemoRoleCode =
  | 'STAFF'
  | 'UNIT_HEAD'
  | 'DEPARTMENT_OFFICE'
  | 'CLERK'
  | 'DEPARTMENT_DIRECTOR'
  | 'DEPUTY_DIRECTOR'
  | 'COUNCIL_CHAIR'
  | 'COUNCIL_SECRETARY'
  | 'COUNCIL_MEMBER'
  | 'BLOC_LEADER'
  | 'FINANCE_OFFICER'
  | 'UNION_CHAIR'
  | 'EMULATION_OFFICE'
  | 'PROVINCIAL_CHAIR'
  | 'DEVELOPER'
  | 'ADMINISTRATOR'
  | 'INTEGRATOR';

export type DemoScopeKind = 'SELF' | 'UNIT' | 'DEPARTMENT' | 'COUNCIL' | 'BLOC' | 'PROVINCE';

export interface DemoRole {
  /** Person key, or client key for `subjectKind: 'client'`. */
  subject: string;
  subjectKind: 'person' | 'client';
  role: DemoRoleCode;
  scopeKind: DemoScopeKind;
  /** Key of the person (SELF), organisation (UNIT, DEPARTMENT, PROVINCE), council or bloc. */
  scopeKey: string;
  scopeId: string;
  departmentKey: string | null;
  from: string;
  to: string | null;
}

export interface DemoDelegation {
  id: string;
  organisationKey: string;
  fromKey: string;
  toKey: string;
  /** KT. = the deputy signs for the head. */
  capacity: 'DEPUTY_FOR_HEAD';
  /** Kinds of documents covered: GUIDANCE, PLAN, AWARD_DECISION. */
  scope: 'GUIDANCE' | 'PLAN' | 'AWARD_DECISION';
  validFrom: string;
  validTo: string;
}

export interface DemoClient {
  key: string;
  id: string;
  name: string;
  ownerName: string;
}

export interface DemoProvince {
  organisations: DemoOrganisation[];
  /** Exactly the 160 people in scope on 31/12/2025: SKHCN 45, STC 65, SNV 50. */
  people: DemoPerson[];
  /** PHUC (no department) and the two who left on 30/06/2025 (`to` set): people of the graph outside the 160. */
  others: DemoPerson[];
  postings: DemoPosting[];
  councils: DemoCouncil[];
  seats: DemoSeat[];
  blocs: DemoBloc[];
  roles: DemoRole[];
  delegations: DemoDelegation[];
  clients: DemoClient[];
}
