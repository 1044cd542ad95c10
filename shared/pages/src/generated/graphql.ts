/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AbsenceInput = {
  personId: string;
  reason: string;
};

export type AppraiseNominationInput = {
  clientMutationId: string;
  id: string;
  opinion: string;
  /** AGREE đồng ý · REFUSE không đồng ý · RETURN trả bổ sung. */
  verdict: string;
  version: number;
};

/** Danh hiệu thi đua | hình thức khen thưởng (R-226). */
export type AwardKind =
  | 'FORM'
  | 'TITLE';

/** thường xuyên | chuyên đề | theo đợt (R-105). */
export type CampaignKind =
  | 'DRIVE'
  | 'REGULAR'
  | 'THEMATIC';

/** GT = "trên": lớn hơn hẳn. GTE = mức sàn. EQ = đúng bằng. LT = "dưới": nhỏ hơn hẳn. LTE = mức trần. NO_WORSE_THAN_PREVIOUS = giữ vững. */
export type Comparator =
  | 'EQ'
  | 'GT'
  | 'GTE'
  | 'INCREASE'
  | 'LT'
  | 'LTE'
  | 'NO_WORSE_THAN_PREVIOUS'
  | 'QUALITATIVE';

export type CompleteDutyInput = {
  clientMutationId: string;
  dutyId: string;
  version?: number | null | undefined;
};

export type ConfirmPlanImportInput = {
  clientMutationId: string;
  decisions: Array<MergeDecisionInput>;
  importId: string;
  issuerId?: string | null | undefined;
  version: number;
};

/** Thi đua - khen thưởng | sáng kiến | mức độ ảnh hưởng (R-028, R-030, R-031). */
export type CouncilKind =
  | 'EMULATION'
  | 'INFLUENCE'
  | 'INITIATIVE';

export type CreateNominationInput = {
  achievement?: string;
  award: string;
  clientMutationId: string;
  /** MERIT | AD_HOC | CAMPAIGN (R-227). */
  ground?: string;
  organisationId?: string | null | undefined;
  /** Đúng một trong personId, organisationId. */
  personId?: string | null | undefined;
  year: number;
};

export type DecisionState =
  | 'CANCELLED'
  | 'DRAFT'
  | 'ISSUED';

export type DeclareConflictInput = {
  clientMutationId: string;
  lineId: string;
  reason: string;
};

/** Hiệu lực; UNKNOWN khi chưa ai xác nhận (R-072). */
export type DocumentStatus =
  | 'EXPIRED'
  | 'IN_FORCE'
  | 'REPLACED'
  | 'UNKNOWN';

export type DossierPartInput = {
  code: string;
  note?: string | null | undefined;
  present: boolean;
};

export type DraftDecisionInput = {
  award: string;
  clientMutationId: string;
  nominationIds: Array<string>;
  organisationId: string;
  year: number;
};

export type InitiatorLevel =
  | 'DEPARTMENT'
  | 'NATIONAL'
  | 'PROVINCE'
  | 'UNION'
  | 'UNIT'
  | 'UNKNOWN';

export type IssuePlanInput = {
  clientMutationId: string;
  planId: string;
  version: number;
};

export type MergeDecisionInput = {
  /** MERGE | SEPARATE */
  decision: string;
  id: string;
};

export type NominationActInput = {
  clientMutationId: string;
  id: string;
  reason?: string | null | undefined;
  version: number;
};

export type NominationState =
  | 'APPRAISING'
  | 'COUNCIL_SESSION'
  | 'DECIDED'
  | 'DRAFT'
  | 'RECEIVED'
  | 'REJECTED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'SUPPLEMENT'
  | 'SUSPENDED'
  | 'UNIT_REVIEW'
  | 'VOTED'
  | 'WITHDRAWN';

/** Được tính, không tính, ngoài phạm vi. */
export type NumeratorList =
  | 'COUNTED'
  | 'NOT_COUNTED'
  | 'OUT_OF_SCOPE';

export type OrganisationKind =
  | 'CENTRAL'
  | 'COMMUNE'
  | 'COUNCIL_BODY'
  | 'DEPARTMENT'
  | 'DISTRICT_LEGACY'
  | 'DIVISION'
  | 'ENTERPRISE'
  | 'MINISTRY'
  | 'PARTY'
  | 'PROVINCE'
  | 'PROVINCIAL_BODY'
  | 'UNION'
  | 'UNIT'
  | 'YOUTH';

/** IMPORTED: lưu theo bản đã có ở nơi khác; AWAITING_SIGNATURE: chờ ký và cấp số. */
export type PlanState =
  | 'AWAITING_SIGNATURE'
  | 'DRAFT'
  | 'IMPORTED'
  | 'ISSUED'
  | 'SUPERSEDED';

export type PreviewPlanImportInput = {
  clientMutationId: string;
  /** Tệp đã tải lên; hoặc text. */
  fileId?: string | null | undefined;
  fileName?: string | null | undefined;
  /** Cơ quan ban hành, khi biết. */
  issuerId?: string | null | undefined;
  /** Nguyên văn kế hoạch; hoặc fileId. */
  text?: string | null | undefined;
};

export type ReturnNominationInput = {
  clientMutationId: string;
  id: string;
  reason: string;
  version: number;
};

export type RoundState =
  | 'CLOSED'
  | 'OPEN'
  | 'PREPARED';

export type ScheduleSessionInput = {
  clientMutationId: string;
  councilId: string;
  heldAt: string;
  nominationIds: Array<string>;
  title: string;
};

export type SessionActInput = {
  clientMutationId: string;
  id: string;
  version: number;
};

export type SessionState =
  | 'CLOSED'
  | 'MINUTED'
  | 'OPEN'
  | 'SCHEDULED';

export type SetAttendanceInput = {
  absent?: Array<AbsenceInput>;
  clientMutationId: string;
  present: Array<string>;
  sessionId: string;
  version: number;
};

export type SubmitNominationInput = {
  clientMutationId: string;
  /** Mã các điều kiện cần người xác nhận mà người gửi xác nhận. */
  confirmations?: Array<string> | null | undefined;
  id: string;
  overrideReason?: string | null | undefined;
  version: number;
};

/** NOT_MET = dưới mức cần (“Chưa đạt” trước ngày chốt, “Không đạt” sau); AT_RISK = dưới mức cần khi chưa tới kỳ cảnh báo. NO_DATA không bao giờ là 0. */
export type TargetStatus =
  | 'AT_RISK'
  | 'MET'
  | 'NOT_MET'
  | 'NO_DATA';

export type UpdateNominationInput = {
  achievement?: string | null | undefined;
  clientMutationId: string;
  id: string;
  parts?: Array<DossierPartInput> | null | undefined;
  version: number;
};

/** PASS đạt · FAIL không đạt · REVIEW cần người xem xét · NO_DATA chưa có dữ liệu. */
export type Verdict =
  | 'FAIL'
  | 'NO_DATA'
  | 'PASS'
  | 'REVIEW';

export type CampaignListQueryVariables = Exact<{
  search?: string | null | undefined;
  kind?: CampaignKind | null | undefined;
  organisation?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CampaignListQuery = { __typename: 'Query', campaigns: { __typename: 'CampaignConnection', totalCount: number, nodes: Array<{ __typename: 'Campaign', id: string, name: string, kind: CampaignKind, initiatorLevel: InitiatorLevel, periodText: string | null, state: string, initiator: { __typename: 'Organisation', id: string, name: string } | null, parent: { __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel } | null, plans: { __typename: 'PlanConnection', totalCount: number } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type CampaignDetailQueryVariables = Exact<{
  id: string;
}>;


export type CampaignDetailQuery = { __typename: 'Query', campaign: { __typename: 'Campaign', id: string, name: string, kind: CampaignKind, initiatorLevel: InitiatorLevel, periodText: string | null, state: string, initiator: { __typename: 'Organisation', id: string, name: string } | null, parent: { __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel, parent: { __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel, parent: { __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel } | null } | null } | null, children: { __typename: 'CampaignConnection', totalCount: number, nodes: Array<{ __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel, children: { __typename: 'CampaignConnection', totalCount: number, nodes: Array<{ __typename: 'Campaign', id: string, name: string, initiatorLevel: InitiatorLevel }> } }> }, assertions: Array<{ __typename: 'CampaignAssertion', nameAsPrinted: string, initiatorLevel: InitiatorLevel, section: string, kind: string, plan: { __typename: 'Plan', id: string, title: string, number: string | null, year: number, issuer: { __typename: 'Organisation', id: string, name: string } | null } }> } | null };

export type RecentInitiativesQueryVariables = Exact<{
  code: string;
  year: number;
  first: number;
}>;


export type RecentInitiativesQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, name: string } | null, initiatives: { __typename: 'InitiativeConnection', totalCount: number, nodes: Array<{ __typename: 'Initiative', id: string, title: string, state: string, decisionNumber: string | null, decidedOn: string | null, organisation: { __typename: 'Organisation', id: string, name: string } | null }> } | null };

export type PersonInitiativesQueryVariables = Exact<{
  id: string;
}>;


export type PersonInitiativesQuery = { __typename: 'Query', person: { __typename: 'Person', id: string, initiatives: Array<{ __typename: 'Initiative', id: string, title: string, year: number, influenceScope: string | null }> | null } | null };

export type CampaignFollowersQueryVariables = Exact<{
  id: string;
}>;


export type CampaignFollowersQuery = { __typename: 'Query', campaign: { __typename: 'Campaign', id: string, children: { __typename: 'CampaignConnection', totalCount: number, nodes: Array<{ __typename: 'Campaign', id: string, name: string, initiator: { __typename: 'Organisation', id: string, name: string } | null }> } } | null };

export type FindCampaignsQueryVariables = Exact<{
  search: string;
}>;


export type FindCampaignsQuery = { __typename: 'Query', campaigns: { __typename: 'CampaignConnection', nodes: Array<{ __typename: 'Campaign', id: string, name: string, initiator: { __typename: 'Organisation', id: string, name: string } | null }> } | null };

export type AwardedThisYearQueryVariables = Exact<{
  year: number;
}>;


export type AwardedThisYearQuery = { __typename: 'Query', awardStatistics: { __typename: 'AwardStatistics', rows: Array<{ __typename: 'AwardStatisticsRow', individuals: number, collectives: number, households: number }> } | null };

export type AppraisalQueueQueryVariables = Exact<{
  organisation: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AppraisalQueueQuery = { __typename: 'Query', appraisalQueue: { __typename: 'NominationConnection', totalCount: number, nodes: Array<{ __typename: 'Nomination', id: string, nomineeName: string, state: NominationState, statusWord: string, version: number, dueDate: string | null, petitionNotice: string | null, availableActions: Array<string>, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, unit: { __typename: 'Organisation', id: string, name: string } | null, eligibility: { __typename: 'Eligibility', verdict: Verdict } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type SessionListQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type SessionListQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, councils: Array<{ __typename: 'Council', id: string, name: string, kind: CouncilKind, sessions: Array<{ __typename: 'CouncilSession', id: string, title: string, heldAt: string, state: SessionState, quorum: { __typename: 'Quorum', present: number, total: number, needed: number, met: boolean, source: string }, rounds: Array<{ __typename: 'VotingRound', id: string, state: RoundState, award: { __typename: 'AwardType', code: string, name: string, nameEn: string } }> }> | null }> } | null };

export type ReadyNominationsQueryVariables = Exact<{
  code: string;
  year: number;
  first: number;
  after?: string | null | undefined;
}>;


export type ReadyNominationsQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, nominations: { __typename: 'NominationConnection', totalCount: number, nodes: Array<{ __typename: 'Nomination', id: string, nomineeName: string, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, unit: { __typename: 'Organisation', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type RoundPartsFragment = { __typename: 'VotingRound', id: string, ballot: string, state: RoundState, version: number, opensAt: string | null, closesAt: string | null, viewerMayVote: boolean, viewerHasVoted: boolean, votedCount: number | null, voterCount: number | null, ballotUrl: string, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, threshold: { __typename: 'Threshold', percent: string, denominator: string, source: string, confidence: string }, lines: Array<{ __typename: 'BallotLine', id: string, conflict: boolean, conflictReason: string | null, conflicts: Array<{ __typename: 'LineConflict', memberName: string, reason: string }>, nomination: { __typename: 'Nomination', id: string, nomineeName: string, petitionNotice: string | null, unit: { __typename: 'Organisation', id: string, name: string } | null }, result: { __typename: 'VoteCount', yes: number, no: number, blank: number, invalid: number, absent: number, total: number, needed: number, percent: string, passed: boolean } | null }> };

export type SessionDetailQueryVariables = Exact<{
  id: string;
}>;


export type SessionDetailQuery = { __typename: 'Query', session: { __typename: 'CouncilSession', id: string, title: string, heldAt: string, state: SessionState, version: number, minutes: string | null, council: { __typename: 'Council', id: string, name: string, kind: CouncilKind, organisation: { __typename: 'Organisation', id: string, name: string } } | null, quorum: { __typename: 'Quorum', present: number, total: number, needed: number, met: boolean, source: string }, attendance: Array<{ __typename: 'Attendance', name: string, seat: string, present: boolean, reason: string | null, person: { __typename: 'Person', id: string } | null }>, rounds: Array<{ __typename: 'VotingRound', id: string, ballot: string, state: RoundState, version: number, opensAt: string | null, closesAt: string | null, viewerMayVote: boolean, viewerHasVoted: boolean, votedCount: number | null, voterCount: number | null, ballotUrl: string, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, threshold: { __typename: 'Threshold', percent: string, denominator: string, source: string, confidence: string }, lines: Array<{ __typename: 'BallotLine', id: string, conflict: boolean, conflictReason: string | null, conflicts: Array<{ __typename: 'LineConflict', memberName: string, reason: string }>, nomination: { __typename: 'Nomination', id: string, nomineeName: string, petitionNotice: string | null, unit: { __typename: 'Organisation', id: string, name: string } | null }, result: { __typename: 'VoteCount', yes: number, no: number, blank: number, invalid: number, absent: number, total: number, needed: number, percent: string, passed: boolean } | null }> }> } | null };

export type CouncilTallySubscriptionVariables = Exact<{
  session: string;
}>;


export type CouncilTallySubscription = { councilTally: { __typename: 'CouncilSession', id: string, rounds: Array<{ __typename: 'VotingRound', id: string, state: RoundState, votedCount: number | null }> } | null };

export type ScheduleSessionMutationVariables = Exact<{
  input: ScheduleSessionInput;
}>;


export type ScheduleSessionMutation = { __typename: 'Mutation', scheduleSession:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'SessionSaved', session: { __typename: 'CouncilSession', id: string, state: SessionState, version: number } }
   };

export type SetAttendanceMutationVariables = Exact<{
  input: SetAttendanceInput;
}>;


export type SetAttendanceMutation = { __typename: 'Mutation', setAttendance:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'SessionSaved', session: { __typename: 'CouncilSession', id: string, state: SessionState, version: number } }
   };

export type OpenSessionMutationVariables = Exact<{
  input: SessionActInput;
}>;


export type OpenSessionMutation = { __typename: 'Mutation', openSession:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'SessionSaved', session: { __typename: 'CouncilSession', id: string, state: SessionState, version: number } }
   };

export type OpenRoundMutationVariables = Exact<{
  input: SessionActInput;
}>;


export type OpenRoundMutation = { __typename: 'Mutation', openRound:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'RoundSaved', round: { __typename: 'VotingRound', id: string, state: RoundState, version: number } }
   };

export type CloseRoundMutationVariables = Exact<{
  input: SessionActInput;
}>;


export type CloseRoundMutation = { __typename: 'Mutation', closeRound:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'RoundSaved', round: { __typename: 'VotingRound', id: string, state: RoundState, version: number } }
   };

export type DeclareConflictMutationVariables = Exact<{
  input: DeclareConflictInput;
}>;


export type DeclareConflictMutation = { __typename: 'Mutation', declareConflict:
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
    | { __typename: 'RoundSaved', round: { __typename: 'VotingRound', id: string, state: RoundState, version: number } }
   };

export type DecisionListQueryVariables = Exact<{
  code: string;
  year?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DecisionListQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, decisions: { __typename: 'DecisionConnection', totalCount: number, nodes: Array<{ __typename: 'Decision', id: string, number: string | null, symbol: string, date: string | null, state: DecisionState, title: string, signerCapacity: string | null, signerName: string | null, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, lines: Array<{ __typename: 'Nomination', id: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type VotedNominationsQueryVariables = Exact<{
  code: string;
  year: number;
  first: number;
  after?: string | null | undefined;
}>;


export type VotedNominationsQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, nominations: { __typename: 'NominationConnection', totalCount: number, nodes: Array<{ __typename: 'Nomination', id: string, nomineeName: string, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, unit: { __typename: 'Organisation', id: string, name: string } | null, decision: { __typename: 'Decision', id: string } | null, votes: { __typename: 'VoteCount', yes: number, total: number, needed: number, percent: string, passed: boolean } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type DecisionDetailQueryVariables = Exact<{
  id: string;
}>;


export type DecisionDetailQuery = { __typename: 'Query', decision: { __typename: 'Decision', id: string, number: string | null, symbol: string, date: string | null, state: DecisionState, version: number, title: string, text: string, signUrl: string, signerCapacity: string | null, signerName: string | null, organisation: { __typename: 'Organisation', id: string, name: string, code: string | null } | null, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, lines: Array<{ __typename: 'Nomination', id: string, nomineeName: string, unit: { __typename: 'Organisation', id: string, name: string } | null }> } | null };

export type DraftDecisionMutationVariables = Exact<{
  input: DraftDecisionInput;
}>;


export type DraftDecisionMutation = { __typename: 'Mutation', draftDecision:
    | { __typename: 'DecisionSaved', decision: { __typename: 'Decision', id: string, state: DecisionState, version: number } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type DepartmentQueryVariables = Exact<{
  code: string;
}>;


export type DepartmentQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, code: string | null, name: string, shortName: string | null, headcount: number, units: Array<{ __typename: 'Organisation', id: string, name: string, kind: OrganisationKind }>, councils: Array<{ __typename: 'Council', id: string, name: string, kind: CouncilKind }> } | null };

export type NominationSavedPartsFragment = { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } };

export type CreateNominationMutationVariables = Exact<{
  input: CreateNominationInput;
}>;


export type CreateNominationMutation = { __typename: 'Mutation', createNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type UpdateNominationMutationVariables = Exact<{
  input: UpdateNominationInput;
}>;


export type UpdateNominationMutation = { __typename: 'Mutation', updateNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type SubmitNominationMutationVariables = Exact<{
  input: SubmitNominationInput;
}>;


export type SubmitNominationMutation = { __typename: 'Mutation', submitNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type WithdrawNominationMutationVariables = Exact<{
  input: NominationActInput;
}>;


export type WithdrawNominationMutation = { __typename: 'Mutation', withdrawNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type ReceiveNominationMutationVariables = Exact<{
  input: NominationActInput;
}>;


export type ReceiveNominationMutation = { __typename: 'Mutation', receiveNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type ReturnNominationMutationVariables = Exact<{
  input: ReturnNominationInput;
}>;


export type ReturnNominationMutation = { __typename: 'Mutation', returnNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type AppraiseNominationMutationVariables = Exact<{
  input: AppraiseNominationInput;
}>;


export type AppraiseNominationMutation = { __typename: 'Mutation', appraiseNomination:
    | { __typename: 'NominationSaved', nomination: { __typename: 'Nomination', id: string, state: NominationState, statusWord: string, version: number, achievement: string, availableActions: Array<string> } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type AwardTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type AwardTypesQuery = { __typename: 'Query', awardTypes: Array<{ __typename: 'AwardType', code: string, name: string, nameEn: string, kind: AwardKind, level: string, recipients: Array<string>, citation: string }> | null };

export type NominationListQueryVariables = Exact<{
  code: string;
  year: number;
  award?: string | null | undefined;
  state?: NominationState | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type NominationListQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, nominations: { __typename: 'NominationConnection', totalCount: number, nodes: Array<{ __typename: 'Nomination', id: string, nomineeName: string, state: NominationState, statusWord: string, version: number, dueDate: string | null, petitionNotice: string | null, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, unit: { __typename: 'Organisation', id: string, name: string } | null, eligibility: { __typename: 'Eligibility', verdict: Verdict } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type PeopleSearchQueryVariables = Exact<{
  code: string;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PeopleSearchQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, people: { __typename: 'PersonConnection', totalCount: number, nodes: Array<{ __typename: 'Person', id: string, fullName: string, jobTitle: string | null, unit: { __typename: 'Organisation', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type CheckPartsFragment = { __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, evidence: Array<
    | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
    | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
    | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
    | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
    | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
    | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
    | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
    | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
  > };

export type EligibilityPartsFragment = { __typename: 'Eligibility', verdict: Verdict, year: number, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, ruleSet: { __typename: 'RuleSet', id: string, validFrom: string, validTo: string | null, source: string, status: string, enabled: boolean }, checks: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, alternatives: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, evidence: Array<
        | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
        | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
        | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
        | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
        | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
        | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
        | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
        | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
      > }>, evidence: Array<
      | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
      | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
      | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
      | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
      | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
      | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
      | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
      | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
    > }> };

export type PersonEligibilityQueryVariables = Exact<{
  id: string;
  award: string;
  year: number;
}>;


export type PersonEligibilityQuery = { __typename: 'Query', person: { __typename: 'Person', id: string, fullName: string, jobTitle: string | null, unit: { __typename: 'Organisation', id: string, name: string } | null, eligibility: { __typename: 'Eligibility', verdict: Verdict, year: number, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, ruleSet: { __typename: 'RuleSet', id: string, validFrom: string, validTo: string | null, source: string, status: string, enabled: boolean }, checks: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, alternatives: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, evidence: Array<
            | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
            | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
          > }>, evidence: Array<
          | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
          | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
        > }> } | null, awards: { __typename: 'AwardConnection', totalCount: number, nodes: Array<{ __typename: 'Award', id: string, year: number, status: string, awardType: { __typename: 'AwardType', code: string, name: string, nameEn: string, level: string }, decision: { __typename: 'Decision', id: string, number: string | null, date: string | null } | null }> } | null } | null };

export type UnitEligibilityQueryVariables = Exact<{
  id: string;
  award: string;
  year: number;
}>;


export type UnitEligibilityQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, name: string, eligibility: { __typename: 'Eligibility', verdict: Verdict, year: number, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, ruleSet: { __typename: 'RuleSet', id: string, validFrom: string, validTo: string | null, source: string, status: string, enabled: boolean }, checks: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, alternatives: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, evidence: Array<
            | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
            | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
          > }>, evidence: Array<
          | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
          | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
        > }> } | null, awards: { __typename: 'AwardConnection', totalCount: number, nodes: Array<{ __typename: 'Award', id: string, year: number, status: string, awardType: { __typename: 'AwardType', code: string, name: string, nameEn: string, level: string }, decision: { __typename: 'Decision', id: string, number: string | null, date: string | null } | null }> } | null } | null };

export type QuotaQueryVariables = Exact<{
  code: string;
  award: string;
  year: number;
  base?: number | null | undefined;
}>;


export type QuotaQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, quota: { __typename: 'Quota', limit: number, used: number, base: number, basis: string, source: string, overrun: boolean, percent: string, conflict: string | null, award: { __typename: 'AwardType', code: string, name: string, nameEn: string } } | null } | null };

export type NominationDetailQueryVariables = Exact<{
  id: string;
}>;


export type NominationDetailQuery = { __typename: 'Query', nomination: { __typename: 'Nomination', id: string, year: number, nomineeName: string, state: NominationState, statusWord: string, version: number, achievement: string, appraisalOpinion: string | null, overrideReason: string | null, warnings: Array<string>, petitionNotice: string | null, dueDate: string | null, availableActions: Array<string>, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, nominee:
      | { __typename: 'ExternalPerson' }
      | { __typename: 'Household' }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Person', id: string, jobTitle: string | null }
     | null, organisation: { __typename: 'Organisation', id: string, name: string } | null, unit: { __typename: 'Organisation', id: string, name: string } | null, proposedBy: { __typename: 'Person', id: string, fullName: string } | null, eligibility: { __typename: 'Eligibility', verdict: Verdict, year: number, award: { __typename: 'AwardType', code: string, name: string, nameEn: string }, ruleSet: { __typename: 'RuleSet', id: string, validFrom: string, validTo: string | null, source: string, status: string, enabled: boolean }, checks: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, alternatives: Array<{ __typename: 'EligibilityCheck', rule: string, label: string, article: string, severity: string, verdict: Verdict, need: string, have: string, evidence: Array<
            | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
            | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
            | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
            | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
            | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
          > }>, evidence: Array<
          | { __typename: 'AwardEvidence', id: string, label: string, link: string | null }
          | { __typename: 'FindingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'InitiativeEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MemberEvidence', id: string, label: string, link: string | null }
          | { __typename: 'MissingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PetitionEvidence', id: string, label: string, link: string | null }
          | { __typename: 'PostingEvidence', id: string, label: string, link: string | null }
          | { __typename: 'RatingEvidence', id: string, label: string, link: string | null }
        > }> } | null, parts: Array<{ __typename: 'DossierPart', code: string, name: string, required: boolean, present: boolean, note: string | null }>, history: Array<{ __typename: 'NominationStep', at: string, from: string, to: string, actorName: string, role: string, reason: string | null }>, votes: { __typename: 'VoteCount', yes: number, no: number, blank: number, invalid: number, absent: number, total: number, needed: number, percent: string, passed: boolean } | null, decision: { __typename: 'Decision', id: string, number: string | null, date: string | null, state: DecisionState } | null } | null };

export type OverviewPlansQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type OverviewPlansQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, plans: { __typename: 'PlanConnection', totalCount: number, nodes: Array<{ __typename: 'Plan', id: string, title: string, number: string | null, year: number, state: PlanState, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null, assignments: Array<{ __typename: 'Assignment', id: string, party: string, duties: Array<{ __typename: 'Duty', id: string, text: string, dueDate: string | null, state: string }> }> }> } | null } | null };

export type OverviewTargetsQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type OverviewTargetsQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, plans: { __typename: 'PlanConnection', nodes: Array<{ __typename: 'Plan', id: string, targets: { __typename: 'TargetConnection', totalCount: number, nodes: Array<{ __typename: 'Target', id: string, text: string, section: string, comparator: Comparator, value: string | null, unit: string | null, kind: string, measure: string, orHigher: boolean, denominatorRule: string | null, roundingRule: string, cutOff: string, status: TargetStatus | null, statusWord: string | null, statusShape: string | null, denominatorText: string | null, conflict: string | null, note: string | null, parentTarget: { __typename: 'Target', id: string } | null, actual: { __typename: 'TargetActual', value: string | null, numerator: number | null, denominator: number | null, needed: number | null, provisional: boolean, computedAt: string, explanation: string, otherReading: string | null, rule: string } | null }> } | null }> } | null } | null };

export type OverviewNominationsQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type OverviewNominationsQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, draft: { __typename: 'NominationConnection', totalCount: number } | null, submitted: { __typename: 'NominationConnection', totalCount: number } | null, received: { __typename: 'NominationConnection', totalCount: number } | null, appraising: { __typename: 'NominationConnection', totalCount: number } | null, returned: { __typename: 'NominationConnection', totalCount: number } | null, session: { __typename: 'NominationConnection', totalCount: number } | null, voted: { __typename: 'NominationConnection', totalCount: number } | null, decided: { __typename: 'NominationConnection', totalCount: number } | null } | null };

export type OverviewSessionsQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type OverviewSessionsQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, councils: Array<{ __typename: 'Council', id: string, name: string, kind: CouncilKind, sessions: Array<{ __typename: 'CouncilSession', id: string, title: string, heldAt: string, state: SessionState, rounds: Array<{ __typename: 'VotingRound', id: string, state: RoundState }> }> | null }> } | null };

export type PreviewPlanImportMutationVariables = Exact<{
  input: PreviewPlanImportInput;
}>;


export type PreviewPlanImportMutation = { __typename: 'Mutation', previewPlanImport:
    | { __typename: 'PlanImportPrepared', planImport: { __typename: 'PlanImport', id: string } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type PlanImportQueryVariables = Exact<{
  id: string;
}>;


export type PlanImportQuery = { __typename: 'Query', planImport: { __typename: 'PlanImport', id: string, fileName: string, text: string, state: string, version: number, issuer: { __typename: 'Organisation', id: string, name: string, code: string | null } | null, duplicateOf: { __typename: 'Plan', id: string, title: string, number: string | null, year: number } | null, plan: { __typename: 'Plan', id: string, title: string } | null, warnings: Array<{ __typename: 'PlanWarning', code: string, message: string, section: string | null, start: number | null, end: number | null, severity: string }>, merges: Array<{ __typename: 'MergeCandidate', id: string, kind: string, printed: string, candidateId: string | null, candidateName: string | null, difference: string, decision: string | null }>, extract: { __typename: 'PlanExtract', number: string | null, symbol: string | null, place: string | null, documentType: string, title: string, theme: string | null, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null, period: { __typename: 'PlanPeriod', text: string | null, from: string | null, to: string | null } | null, signatory: { __typename: 'Signatory', role: string | null, onBehalfOf: string | null, name: string | null } | null, sections: Array<{ __typename: 'PlanSection', id: string, label: string, heading: string, level: number, start: number, end: number }>, citations: Array<{ __typename: 'ExtractCitation', printed: string, number: string | null, type: string, issuer: string | null, subject: string | null, role: string, section: string, start: number, end: number, documentId: string | null, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null }>, targets: Array<{ __typename: 'ExtractTarget', key: string, text: string, section: string, kind: string, comparator: string, value: string | null, unit: string | null, of: string | null, start: number, end: number }>, assignments: Array<{ __typename: 'ExtractAssignment', party: string, kind: string, section: string, start: number | null, end: number | null, duties: Array<{ __typename: 'ExtractDuty', text: string, clauses: Array<string> }> }>, campaigns: Array<{ __typename: 'ExtractCampaign', name: string, initiatorLevel: InitiatorLevel, section: string, campaignId: string | null, parentName: string | null, start: number, end: number }>, recipients: Array<{ __typename: 'Recipient', text: string, kind: string, expandsTo: Array<string>, flagged: boolean }> } } | null };

export type ConfirmPlanImportMutationVariables = Exact<{
  input: ConfirmPlanImportInput;
}>;


export type ConfirmPlanImportMutation = { __typename: 'Mutation', confirmPlanImport:
    | { __typename: 'PlanConfirmed', plan: { __typename: 'Plan', id: string, title: string, number: string | null, year: number } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type PlanListQueryVariables = Exact<{
  organisation: string;
  year?: number | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PlanListQuery = { __typename: 'Query', plans: { __typename: 'PlanConnection', totalCount: number, nodes: Array<{ __typename: 'Plan', id: string, number: string | null, symbol: string | null, title: string, documentType: string, theme: string | null, year: number, state: PlanState, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null, issuer: { __typename: 'Organisation', id: string, name: string } | null, unit: { __typename: 'Organisation', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type PlanDetailQueryVariables = Exact<{
  id: string;
}>;


export type PlanDetailQuery = { __typename: 'Query', plan: { __typename: 'Plan', id: string, number: string | null, symbol: string | null, place: string | null, title: string, documentType: string, theme: string | null, year: number, state: PlanState, version: number, text: string, sourceFileName: string | null, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null, issuer: { __typename: 'Organisation', id: string, name: string, code: string | null } | null, unit: { __typename: 'Organisation', id: string, name: string } | null, signatory: { __typename: 'Signatory', role: string | null, onBehalfOf: string | null, name: string | null } | null, period: { __typename: 'PlanPeriod', text: string | null, from: string | null, to: string | null } | null, sections: Array<{ __typename: 'PlanSection', id: string, label: string, heading: string, level: number, start: number, end: number }>, citations: Array<{ __typename: 'Citation', role: string, printed: string, section: string, start: number, end: number, document: { __typename: 'LegalDocument', id: string, name: string, number: string | null, type: string, status: DocumentStatus } }>, campaigns: { __typename: 'CampaignConnection', totalCount: number, nodes: Array<{ __typename: 'Campaign', id: string, name: string, kind: CampaignKind, initiatorLevel: InitiatorLevel }> }, assignments: Array<{ __typename: 'Assignment', id: string, party: string, kind: string, section: string, organisation: { __typename: 'Organisation', id: string, name: string } | null, duties: Array<{ __typename: 'Duty', id: string, text: string, clauses: Array<string>, dueDate: string | null, state: string, version: number }> }>, recipients: Array<{ __typename: 'Recipient', text: string, kind: string, expandsTo: Array<string>, flagged: boolean }>, warnings: Array<{ __typename: 'PlanWarning', code: string, message: string, section: string | null, start: number | null, end: number | null, severity: string }> } | null };

export type PlanTargetCountQueryVariables = Exact<{
  id: string;
}>;


export type PlanTargetCountQuery = { __typename: 'Query', plan: { __typename: 'Plan', id: string, targets: { __typename: 'TargetConnection', totalCount: number } | null } | null };

export type IssuePlanMutationVariables = Exact<{
  input: IssuePlanInput;
}>;


export type IssuePlanMutation = { __typename: 'Mutation', issuePlan:
    | { __typename: 'PlanIssued', plan: { __typename: 'Plan', id: string, number: string | null, state: PlanState, version: number, date: { __typename: 'PartialDate', year: number, month: number | null, day: number | null } | null } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type CompleteDutyMutationVariables = Exact<{
  input: CompleteDutyInput;
}>;


export type CompleteDutyMutation = { __typename: 'Mutation', completeDuty:
    | { __typename: 'DutyCompleted', duty: { __typename: 'Duty', id: string, state: string, version: number } }
    | { __typename: 'Refusal', reason: string, message: string, remedy: string | null, field: string | null, row: number | null }
   };

export type TargetRowFragment = { __typename: 'Target', id: string, text: string, section: string, comparator: Comparator, value: string | null, unit: string | null, kind: string, measure: string, orHigher: boolean, denominatorRule: string | null, roundingRule: string, cutOff: string, status: TargetStatus | null, statusWord: string | null, statusShape: string | null, denominatorText: string | null, conflict: string | null, note: string | null, parentTarget: { __typename: 'Target', id: string } | null, actual: { __typename: 'TargetActual', value: string | null, numerator: number | null, denominator: number | null, needed: number | null, provisional: boolean, computedAt: string, explanation: string, otherReading: string | null, rule: string } | null };

export type TargetListQueryVariables = Exact<{
  code: string;
  year: number;
}>;


export type TargetListQuery = { __typename: 'Query', organisation: { __typename: 'Organisation', id: string, name: string, plans: { __typename: 'PlanConnection', totalCount: number, nodes: Array<{ __typename: 'Plan', id: string, title: string, number: string | null, targets: { __typename: 'TargetConnection', totalCount: number, nodes: Array<{ __typename: 'Target', id: string, text: string, section: string, comparator: Comparator, value: string | null, unit: string | null, kind: string, measure: string, orHigher: boolean, denominatorRule: string | null, roundingRule: string, cutOff: string, status: TargetStatus | null, statusWord: string | null, statusShape: string | null, denominatorText: string | null, conflict: string | null, note: string | null, parentTarget: { __typename: 'Target', id: string } | null, actual: { __typename: 'TargetActual', value: string | null, numerator: number | null, denominator: number | null, needed: number | null, provisional: boolean, computedAt: string, explanation: string, otherReading: string | null, rule: string } | null }> } | null }> } | null } | null };

export type TargetMembersQueryVariables = Exact<{
  id: string;
  list: NumeratorList;
  first: number;
  after?: string | null | undefined;
}>;


export type TargetMembersQuery = { __typename: 'Query', target: { __typename: 'Target', id: string, actual: { __typename: 'TargetActual', members: { __typename: 'NumeratorConnection', totalCount: number, nodes: Array<{ __typename: 'NumeratorEntry', label: string, detail: string, reason: string, evidence: string | null, person: { __typename: 'Person', id: string } | null, organisation: { __typename: 'Organisation', id: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null } | null } | null };

export type TargetCountsQueryVariables = Exact<{
  id: string;
}>;


export type TargetCountsQuery = { __typename: 'Query', target: { __typename: 'Target', id: string, actual: { __typename: 'TargetActual', notCounted: { __typename: 'NumeratorConnection', totalCount: number } | null, counted: { __typename: 'NumeratorConnection', totalCount: number } | null, outOfScope: { __typename: 'NumeratorConnection', totalCount: number } | null } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RoundPartsFragmentDoc = new TypedDocumentString(`
    fragment RoundParts on VotingRound {
  __typename
  id
  ballot
  state
  version
  opensAt
  closesAt
  viewerMayVote
  viewerHasVoted
  votedCount
  voterCount
  ballotUrl
  award {
    __typename
    code
    name
    nameEn
  }
  threshold {
    __typename
    percent
    denominator
    source
    confidence
  }
  lines {
    __typename
    id
    conflict
    conflictReason
    conflicts {
      __typename
      memberName
      reason
    }
    nomination {
      __typename
      id
      nomineeName
      petitionNotice
      unit {
        __typename
        id
        name
      }
    }
    result {
      __typename
      yes
      no
      blank
      invalid
      absent
      total
      needed
      percent
      passed
    }
  }
}
    `, {"fragmentName":"RoundParts"}) as unknown as TypedDocumentString<RoundPartsFragment, unknown>;
export const NominationSavedPartsFragmentDoc = new TypedDocumentString(`
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}
    `, {"fragmentName":"NominationSavedParts"}) as unknown as TypedDocumentString<NominationSavedPartsFragment, unknown>;
export const CheckPartsFragmentDoc = new TypedDocumentString(`
    fragment CheckParts on EligibilityCheck {
  __typename
  rule
  label
  article
  severity
  verdict
  need
  have
  evidence {
    __typename
    id
    label
    link
  }
}
    `, {"fragmentName":"CheckParts"}) as unknown as TypedDocumentString<CheckPartsFragment, unknown>;
export const EligibilityPartsFragmentDoc = new TypedDocumentString(`
    fragment EligibilityParts on Eligibility {
  __typename
  verdict
  year
  award {
    __typename
    code
    name
    nameEn
  }
  ruleSet {
    __typename
    id
    validFrom
    validTo
    source
    status
    enabled
  }
  checks {
    __typename
    ...CheckParts
    alternatives {
      __typename
      ...CheckParts
    }
  }
}
    fragment CheckParts on EligibilityCheck {
  __typename
  rule
  label
  article
  severity
  verdict
  need
  have
  evidence {
    __typename
    id
    label
    link
  }
}`, {"fragmentName":"EligibilityParts"}) as unknown as TypedDocumentString<EligibilityPartsFragment, unknown>;
export const TargetRowFragmentDoc = new TypedDocumentString(`
    fragment TargetRow on Target {
  __typename
  id
  text
  section
  comparator
  value
  unit
  kind
  measure
  orHigher
  denominatorRule
  roundingRule
  cutOff
  status
  statusWord
  statusShape
  denominatorText
  conflict
  note
  parentTarget {
    __typename
    id
  }
  actual {
    __typename
    value
    numerator
    denominator
    needed
    provisional
    computedAt
    explanation
    otherReading
    rule
  }
}
    `, {"fragmentName":"TargetRow"}) as unknown as TypedDocumentString<TargetRowFragment, unknown>;
export const CampaignListDocument = new TypedDocumentString(`
    query CampaignList($search: String, $kind: CampaignKind, $organisation: ID, $first: Int!, $after: String) {
  __typename
  campaigns(
    search: $search
    kind: $kind
    organisation: $organisation
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      name
      kind
      initiatorLevel
      periodText
      state
      initiator {
        __typename
        id
        name
      }
      parent {
        __typename
        id
        name
        initiatorLevel
      }
      plans(first: 1) {
        __typename
        totalCount
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:95dd3f88f3b1e46c8faa912be904cacffcfbf0985ac5d9c3a9f392ab639bb591"}) as unknown as TypedDocumentString<CampaignListQuery, CampaignListQueryVariables>;
export const CampaignDetailDocument = new TypedDocumentString(`
    query CampaignDetail($id: ID!) {
  __typename
  campaign(id: $id) {
    __typename
    id
    name
    kind
    initiatorLevel
    periodText
    state
    initiator {
      __typename
      id
      name
    }
    parent {
      __typename
      id
      name
      initiatorLevel
      parent {
        __typename
        id
        name
        initiatorLevel
        parent {
          __typename
          id
          name
          initiatorLevel
        }
      }
    }
    children(first: 50) {
      __typename
      totalCount
      nodes {
        __typename
        id
        name
        initiatorLevel
        children(first: 20) {
          __typename
          totalCount
          nodes {
            __typename
            id
            name
            initiatorLevel
          }
        }
      }
    }
    assertions {
      __typename
      nameAsPrinted
      initiatorLevel
      section
      kind
      plan {
        __typename
        id
        title
        number
        year
        issuer {
          __typename
          id
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:36e6d26d0399f9caaf2ed7ac8a0310c5df1048bbb97cc413a61abaf78ed88985"}) as unknown as TypedDocumentString<CampaignDetailQuery, CampaignDetailQueryVariables>;
export const RecentInitiativesDocument = new TypedDocumentString(`
    query RecentInitiatives($code: String!, $year: Int!, $first: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    name
  }
  initiatives(year: $year, first: $first) {
    __typename
    totalCount
    nodes {
      __typename
      id
      title
      state
      organisation {
        __typename
        id
        name
      }
      decisionNumber
      decidedOn
    }
  }
}
    `, {"hash":"sha256:57d2dbde80ba5c50f25930532a13c35c090ba2835ea3a06643515b0f6b4c7afd"}) as unknown as TypedDocumentString<RecentInitiativesQuery, RecentInitiativesQueryVariables>;
export const PersonInitiativesDocument = new TypedDocumentString(`
    query PersonInitiatives($id: ID!) {
  __typename
  person(id: $id) {
    __typename
    id
    initiatives {
      __typename
      id
      title
      year
      influenceScope
    }
  }
}
    `, {"hash":"sha256:ac962b7e11159fb3bb4fc860a08e6d631d74ad27231c0a8094d7cef582f46e0f"}) as unknown as TypedDocumentString<PersonInitiativesQuery, PersonInitiativesQueryVariables>;
export const CampaignFollowersDocument = new TypedDocumentString(`
    query CampaignFollowers($id: ID!) {
  __typename
  campaign(id: $id) {
    __typename
    id
    children(first: 10) {
      __typename
      totalCount
      nodes {
        __typename
        id
        name
        initiator {
          __typename
          id
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:8685425db92cc6e2b268dea538d130b4cf372dd493415d40993ff213bec6f0aa"}) as unknown as TypedDocumentString<CampaignFollowersQuery, CampaignFollowersQueryVariables>;
export const FindCampaignsDocument = new TypedDocumentString(`
    query FindCampaigns($search: String!) {
  __typename
  campaigns(search: $search, first: 6) {
    __typename
    nodes {
      __typename
      id
      name
      initiator {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:7aae7d2530a36cd21acb16fbee29c0c9201714f5cf9c744c32ba29c075c5d8d3"}) as unknown as TypedDocumentString<FindCampaignsQuery, FindCampaignsQueryVariables>;
export const AwardedThisYearDocument = new TypedDocumentString(`
    query AwardedThisYear($year: Int!) {
  __typename
  awardStatistics(year: $year) {
    __typename
    rows {
      __typename
      individuals
      collectives
      households
    }
  }
}
    `, {"hash":"sha256:b09ae226e9e700c464d597566fa76da8b9e77121e41236b1642808fb284f651a"}) as unknown as TypedDocumentString<AwardedThisYearQuery, AwardedThisYearQueryVariables>;
export const AppraisalQueueDocument = new TypedDocumentString(`
    query AppraisalQueue($organisation: ID!, $first: Int!, $after: String) {
  __typename
  appraisalQueue(organisation: $organisation, first: $first, after: $after) {
    __typename
    totalCount
    nodes {
      __typename
      id
      nomineeName
      state
      statusWord
      version
      dueDate
      petitionNotice
      availableActions
      award {
        __typename
        code
        name
        nameEn
      }
      unit {
        __typename
        id
        name
      }
      eligibility {
        __typename
        verdict
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:ae90f0254d976b184a2187bf6537002a3ae4a845491484f86414aa9f891ac9e2"}) as unknown as TypedDocumentString<AppraisalQueueQuery, AppraisalQueueQueryVariables>;
export const SessionListDocument = new TypedDocumentString(`
    query SessionList($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    councils {
      __typename
      id
      name
      kind
      sessions(year: $year) {
        __typename
        id
        title
        heldAt
        state
        quorum {
          __typename
          present
          total
          needed
          met
          source
        }
        rounds {
          __typename
          id
          state
          award {
            __typename
            code
            name
            nameEn
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:45a052cb548c31ebfccf24acf3fa96146d54dfcdcc1d7025b6f492c27b21cbae"}) as unknown as TypedDocumentString<SessionListQuery, SessionListQueryVariables>;
export const ReadyNominationsDocument = new TypedDocumentString(`
    query ReadyNominations($code: String!, $year: Int!, $first: Int!, $after: String) {
  __typename
  organisation(code: $code) {
    __typename
    id
    nominations(year: $year, state: COUNCIL_SESSION, first: $first, after: $after) {
      __typename
      totalCount
      nodes {
        __typename
        id
        nomineeName
        award {
          __typename
          code
          name
          nameEn
        }
        unit {
          __typename
          id
          name
        }
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:3e73dd04d5ebe3136cf78289bc7e1b1bd2eb0726ae0b3fc087de94e55ade762a"}) as unknown as TypedDocumentString<ReadyNominationsQuery, ReadyNominationsQueryVariables>;
export const SessionDetailDocument = new TypedDocumentString(`
    query SessionDetail($id: ID!) {
  __typename
  session(id: $id) {
    __typename
    id
    title
    heldAt
    state
    version
    minutes
    council {
      __typename
      id
      name
      kind
      organisation {
        __typename
        id
        name
      }
    }
    quorum {
      __typename
      present
      total
      needed
      met
      source
    }
    attendance {
      __typename
      name
      seat
      present
      reason
      person {
        __typename
        id
      }
    }
    rounds {
      __typename
      ...RoundParts
    }
  }
}
    fragment RoundParts on VotingRound {
  __typename
  id
  ballot
  state
  version
  opensAt
  closesAt
  viewerMayVote
  viewerHasVoted
  votedCount
  voterCount
  ballotUrl
  award {
    __typename
    code
    name
    nameEn
  }
  threshold {
    __typename
    percent
    denominator
    source
    confidence
  }
  lines {
    __typename
    id
    conflict
    conflictReason
    conflicts {
      __typename
      memberName
      reason
    }
    nomination {
      __typename
      id
      nomineeName
      petitionNotice
      unit {
        __typename
        id
        name
      }
    }
    result {
      __typename
      yes
      no
      blank
      invalid
      absent
      total
      needed
      percent
      passed
    }
  }
}`, {"hash":"sha256:0d0bc3124adce67baee5bd7e642a07d6af07be0903d6407c6bd15571b410e08e"}) as unknown as TypedDocumentString<SessionDetailQuery, SessionDetailQueryVariables>;
export const CouncilTallyDocument = new TypedDocumentString(`
    subscription CouncilTally($session: ID!) {
  councilTally(session: $session) {
    __typename
    id
    rounds {
      __typename
      id
      state
      votedCount
    }
  }
}
    `, {"hash":"sha256:9c4bf343036d6cfe41961e609e235f4caec380088b570f006e46a7490e0de9dd"}) as unknown as TypedDocumentString<CouncilTallySubscription, CouncilTallySubscriptionVariables>;
export const ScheduleSessionDocument = new TypedDocumentString(`
    mutation ScheduleSession($input: ScheduleSessionInput!) {
  __typename
  scheduleSession(input: $input) {
    __typename
    ... on SessionSaved {
      __typename
      session {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:4d5871c1899524278306d0b54fcc7c27a7f523c7988f4bfe2278ac1f9ebf2cb8"}) as unknown as TypedDocumentString<ScheduleSessionMutation, ScheduleSessionMutationVariables>;
export const SetAttendanceDocument = new TypedDocumentString(`
    mutation SetAttendance($input: SetAttendanceInput!) {
  __typename
  setAttendance(input: $input) {
    __typename
    ... on SessionSaved {
      __typename
      session {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:7c25354ef4e9f6ed9344c074f8b5407aff87fb6de5c26fb3ca50947d4c86711f"}) as unknown as TypedDocumentString<SetAttendanceMutation, SetAttendanceMutationVariables>;
export const OpenSessionDocument = new TypedDocumentString(`
    mutation OpenSession($input: SessionActInput!) {
  __typename
  openSession(input: $input) {
    __typename
    ... on SessionSaved {
      __typename
      session {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:b6850b5e686b4c262b705ae00ba6a0d3e31ff6ed65b41ffcd711096ef867f01a"}) as unknown as TypedDocumentString<OpenSessionMutation, OpenSessionMutationVariables>;
export const OpenRoundDocument = new TypedDocumentString(`
    mutation OpenRound($input: SessionActInput!) {
  __typename
  openRound(input: $input) {
    __typename
    ... on RoundSaved {
      __typename
      round {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:62be35ad8a229e7cf1306b36b5523d5a0ed128ec865a3bb96e1edf9b9812b8e6"}) as unknown as TypedDocumentString<OpenRoundMutation, OpenRoundMutationVariables>;
export const CloseRoundDocument = new TypedDocumentString(`
    mutation CloseRound($input: SessionActInput!) {
  __typename
  closeRound(input: $input) {
    __typename
    ... on RoundSaved {
      __typename
      round {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:d65e38674393a5534614bdf193ea947630f15bbacc1a55bcbfeed12383ce4232"}) as unknown as TypedDocumentString<CloseRoundMutation, CloseRoundMutationVariables>;
export const DeclareConflictDocument = new TypedDocumentString(`
    mutation DeclareConflict($input: DeclareConflictInput!) {
  __typename
  declareConflict(input: $input) {
    __typename
    ... on RoundSaved {
      __typename
      round {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:71ce78e030606b96aa9da3eb817547a16f3ac0d6a1f662679b776c16d9e18ca2"}) as unknown as TypedDocumentString<DeclareConflictMutation, DeclareConflictMutationVariables>;
export const DecisionListDocument = new TypedDocumentString(`
    query DecisionList($code: String!, $year: Int, $first: Int!, $after: String) {
  __typename
  organisation(code: $code) {
    __typename
    id
    decisions(year: $year, first: $first, after: $after) {
      __typename
      totalCount
      nodes {
        __typename
        id
        number
        symbol
        date
        state
        title
        signerCapacity
        signerName
        award {
          __typename
          code
          name
          nameEn
        }
        lines {
          __typename
          id
        }
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:876e06f44746c414df4762307c33ee088e5487b955bebc25b6974d7b0a43be67"}) as unknown as TypedDocumentString<DecisionListQuery, DecisionListQueryVariables>;
export const VotedNominationsDocument = new TypedDocumentString(`
    query VotedNominations($code: String!, $year: Int!, $first: Int!, $after: String) {
  __typename
  organisation(code: $code) {
    __typename
    id
    nominations(year: $year, state: VOTED, first: $first, after: $after) {
      __typename
      totalCount
      nodes {
        __typename
        id
        nomineeName
        award {
          __typename
          code
          name
          nameEn
        }
        unit {
          __typename
          id
          name
        }
        decision {
          __typename
          id
        }
        votes {
          __typename
          yes
          total
          needed
          percent
          passed
        }
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:103e1a3fb8f5f3817e2e06af5777826f0c65439a68e12e42cd11ade5c03e64a7"}) as unknown as TypedDocumentString<VotedNominationsQuery, VotedNominationsQueryVariables>;
export const DecisionDetailDocument = new TypedDocumentString(`
    query DecisionDetail($id: ID!) {
  __typename
  decision(id: $id) {
    __typename
    id
    number
    symbol
    date
    state
    version
    title
    text
    signUrl
    signerCapacity
    signerName
    organisation {
      __typename
      id
      name
      code
    }
    award {
      __typename
      code
      name
      nameEn
    }
    lines {
      __typename
      id
      nomineeName
      unit {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:b82d1bca3e1ed22fbfc0f83355327b27b25234c22cabd8670721d8498afbccfc"}) as unknown as TypedDocumentString<DecisionDetailQuery, DecisionDetailQueryVariables>;
export const DraftDecisionDocument = new TypedDocumentString(`
    mutation DraftDecision($input: DraftDecisionInput!) {
  __typename
  draftDecision(input: $input) {
    __typename
    ... on DecisionSaved {
      __typename
      decision {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:c61f5943f515ebe83316cfd402ac07e526e7c4f81b311b172c1fe5e564e84dfd"}) as unknown as TypedDocumentString<DraftDecisionMutation, DraftDecisionMutationVariables>;
export const DepartmentDocument = new TypedDocumentString(`
    query Department($code: String!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    code
    name
    shortName
    headcount
    units {
      __typename
      id
      name
      kind
    }
    councils {
      __typename
      id
      name
      kind
    }
  }
}
    `, {"hash":"sha256:a28433dbd4444a28bf93b80071a977652e27f58cd0c8004ec4f583d5a9056aa2"}) as unknown as TypedDocumentString<DepartmentQuery, DepartmentQueryVariables>;
export const CreateNominationDocument = new TypedDocumentString(`
    mutation CreateNomination($input: CreateNominationInput!) {
  __typename
  createNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:8ea757b3f3f5c73340132516604b5c85505aa1d0a590dfb1a141b14ebe9a6b3b"}) as unknown as TypedDocumentString<CreateNominationMutation, CreateNominationMutationVariables>;
export const UpdateNominationDocument = new TypedDocumentString(`
    mutation UpdateNomination($input: UpdateNominationInput!) {
  __typename
  updateNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:50840bc97a6a9e804afcb24e6a5b3fb07e301c3a949603cfd4397e554a497435"}) as unknown as TypedDocumentString<UpdateNominationMutation, UpdateNominationMutationVariables>;
export const SubmitNominationDocument = new TypedDocumentString(`
    mutation SubmitNomination($input: SubmitNominationInput!) {
  __typename
  submitNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:10bec64283fda1c3695d8cde997c95ce5cb07f0ffc878e6e21bb7b39d3ea1303"}) as unknown as TypedDocumentString<SubmitNominationMutation, SubmitNominationMutationVariables>;
export const WithdrawNominationDocument = new TypedDocumentString(`
    mutation WithdrawNomination($input: NominationActInput!) {
  __typename
  withdrawNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:53470fb61cf7ea4ddd39b3e52a36fa1b0c0ad332519042ad4cf96a5f0c759ea0"}) as unknown as TypedDocumentString<WithdrawNominationMutation, WithdrawNominationMutationVariables>;
export const ReceiveNominationDocument = new TypedDocumentString(`
    mutation ReceiveNomination($input: NominationActInput!) {
  __typename
  receiveNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:dc6f6d25bde8ec6c3465e5c5000056193dda101e1d1cbeda31957d5c0bfc0a17"}) as unknown as TypedDocumentString<ReceiveNominationMutation, ReceiveNominationMutationVariables>;
export const ReturnNominationDocument = new TypedDocumentString(`
    mutation ReturnNomination($input: ReturnNominationInput!) {
  __typename
  returnNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:abb5291465904a27fa9feb8be10c5aeb14f32dbb12429bce82075bf31a31dbb4"}) as unknown as TypedDocumentString<ReturnNominationMutation, ReturnNominationMutationVariables>;
export const AppraiseNominationDocument = new TypedDocumentString(`
    mutation AppraiseNomination($input: AppraiseNominationInput!) {
  __typename
  appraiseNomination(input: $input) {
    __typename
    ...NominationSavedParts
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    fragment NominationSavedParts on NominationSaved {
  __typename
  nomination {
    __typename
    id
    state
    statusWord
    version
    achievement
    availableActions
  }
}`, {"hash":"sha256:d6cd1783bd3e73b48a55850968cb888a93b2a054be7665e6cd85102ded03d23f"}) as unknown as TypedDocumentString<AppraiseNominationMutation, AppraiseNominationMutationVariables>;
export const AwardTypesDocument = new TypedDocumentString(`
    query AwardTypes {
  __typename
  awardTypes {
    __typename
    code
    name
    nameEn
    kind
    level
    recipients
    citation
  }
}
    `, {"hash":"sha256:80931285b84868f2403ecf8a0e3f8ff850d79bc4f0b715a70f4fe974cbf1584b"}) as unknown as TypedDocumentString<AwardTypesQuery, AwardTypesQueryVariables>;
export const NominationListDocument = new TypedDocumentString(`
    query NominationList($code: String!, $year: Int!, $award: String, $state: NominationState, $search: String, $first: Int!, $after: String) {
  __typename
  organisation(code: $code) {
    __typename
    id
    nominations(
      year: $year
      award: $award
      state: $state
      search: $search
      first: $first
      after: $after
    ) {
      __typename
      totalCount
      nodes {
        __typename
        id
        nomineeName
        state
        statusWord
        version
        dueDate
        petitionNotice
        award {
          __typename
          code
          name
          nameEn
        }
        unit {
          __typename
          id
          name
        }
        eligibility {
          __typename
          verdict
        }
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:3449ab612dce706a705044323a715f43501e32aadeda9f6666a81a21d91a9906"}) as unknown as TypedDocumentString<NominationListQuery, NominationListQueryVariables>;
export const PeopleSearchDocument = new TypedDocumentString(`
    query PeopleSearch($code: String!, $search: String, $first: Int!, $after: String) {
  __typename
  organisation(code: $code) {
    __typename
    id
    people(search: $search, first: $first, after: $after) {
      __typename
      totalCount
      nodes {
        __typename
        id
        fullName
        jobTitle
        unit {
          __typename
          id
          name
        }
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
    }
  }
}
    `, {"hash":"sha256:cd3ed662530d6106e0d3d1cad7798744c5e4d71e753a41791dc1ddbde5a27f9f"}) as unknown as TypedDocumentString<PeopleSearchQuery, PeopleSearchQueryVariables>;
export const PersonEligibilityDocument = new TypedDocumentString(`
    query PersonEligibility($id: ID!, $award: String!, $year: Int!) {
  __typename
  person(id: $id) {
    __typename
    id
    fullName
    jobTitle
    unit {
      __typename
      id
      name
    }
    eligibility(award: $award, year: $year) {
      __typename
      ...EligibilityParts
    }
    awards(first: 20) {
      __typename
      totalCount
      nodes {
        __typename
        id
        year
        status
        awardType {
          __typename
          code
          name
          nameEn
          level
        }
        decision {
          __typename
          id
          number
          date
        }
      }
    }
  }
}
    fragment CheckParts on EligibilityCheck {
  __typename
  rule
  label
  article
  severity
  verdict
  need
  have
  evidence {
    __typename
    id
    label
    link
  }
}
fragment EligibilityParts on Eligibility {
  __typename
  verdict
  year
  award {
    __typename
    code
    name
    nameEn
  }
  ruleSet {
    __typename
    id
    validFrom
    validTo
    source
    status
    enabled
  }
  checks {
    __typename
    ...CheckParts
    alternatives {
      __typename
      ...CheckParts
    }
  }
}`, {"hash":"sha256:8b1d4db48ad875bbfc78f1dbab789681fa63e04e92adde6a3c170b9f14cd65cb"}) as unknown as TypedDocumentString<PersonEligibilityQuery, PersonEligibilityQueryVariables>;
export const UnitEligibilityDocument = new TypedDocumentString(`
    query UnitEligibility($id: ID!, $award: String!, $year: Int!) {
  __typename
  organisation(id: $id) {
    __typename
    id
    name
    eligibility(award: $award, year: $year) {
      __typename
      ...EligibilityParts
    }
    awards(first: 20) {
      __typename
      totalCount
      nodes {
        __typename
        id
        year
        status
        awardType {
          __typename
          code
          name
          nameEn
          level
        }
        decision {
          __typename
          id
          number
          date
        }
      }
    }
  }
}
    fragment CheckParts on EligibilityCheck {
  __typename
  rule
  label
  article
  severity
  verdict
  need
  have
  evidence {
    __typename
    id
    label
    link
  }
}
fragment EligibilityParts on Eligibility {
  __typename
  verdict
  year
  award {
    __typename
    code
    name
    nameEn
  }
  ruleSet {
    __typename
    id
    validFrom
    validTo
    source
    status
    enabled
  }
  checks {
    __typename
    ...CheckParts
    alternatives {
      __typename
      ...CheckParts
    }
  }
}`, {"hash":"sha256:d214f38c220669a0d623c94580755b9a3d218bc7754f1b62aca62ddb27467b81"}) as unknown as TypedDocumentString<UnitEligibilityQuery, UnitEligibilityQueryVariables>;
export const QuotaDocument = new TypedDocumentString(`
    query Quota($code: String!, $award: String!, $year: Int!, $base: Int) {
  __typename
  organisation(code: $code) {
    __typename
    id
    quota(award: $award, year: $year, base: $base) {
      __typename
      limit
      used
      base
      basis
      source
      overrun
      percent
      conflict
      award {
        __typename
        code
        name
        nameEn
      }
    }
  }
}
    `, {"hash":"sha256:6d1b3d3c22d5d08aadc9644b52cdd4a0b2f83fe078d53d9cbdf95dc143c28cbb"}) as unknown as TypedDocumentString<QuotaQuery, QuotaQueryVariables>;
export const NominationDetailDocument = new TypedDocumentString(`
    query NominationDetail($id: ID!) {
  __typename
  nomination(id: $id) {
    __typename
    id
    year
    nomineeName
    state
    statusWord
    version
    achievement
    appraisalOpinion
    overrideReason
    warnings
    petitionNotice
    dueDate
    availableActions
    award {
      __typename
      code
      name
      nameEn
    }
    nominee {
      __typename
      ... on Person {
        __typename
        id
        jobTitle
      }
      ... on Organisation {
        __typename
        id
      }
    }
    organisation {
      __typename
      id
      name
    }
    unit {
      __typename
      id
      name
    }
    proposedBy {
      __typename
      id
      fullName
    }
    eligibility {
      __typename
      ...EligibilityParts
    }
    parts {
      __typename
      code
      name
      required
      present
      note
    }
    history {
      __typename
      at
      from
      to
      actorName
      role
      reason
    }
    votes {
      __typename
      yes
      no
      blank
      invalid
      absent
      total
      needed
      percent
      passed
    }
    decision {
      __typename
      id
      number
      date
      state
    }
  }
}
    fragment CheckParts on EligibilityCheck {
  __typename
  rule
  label
  article
  severity
  verdict
  need
  have
  evidence {
    __typename
    id
    label
    link
  }
}
fragment EligibilityParts on Eligibility {
  __typename
  verdict
  year
  award {
    __typename
    code
    name
    nameEn
  }
  ruleSet {
    __typename
    id
    validFrom
    validTo
    source
    status
    enabled
  }
  checks {
    __typename
    ...CheckParts
    alternatives {
      __typename
      ...CheckParts
    }
  }
}`, {"hash":"sha256:8079594deb68c1bb4746004e350c4a86d58bc09938db60f6343901c9e7e44fa5"}) as unknown as TypedDocumentString<NominationDetailQuery, NominationDetailQueryVariables>;
export const OverviewPlansDocument = new TypedDocumentString(`
    query OverviewPlans($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    plans(year: $year, first: 5) {
      __typename
      totalCount
      nodes {
        __typename
        id
        title
        number
        year
        state
        date {
          __typename
          year
          month
          day
        }
        assignments {
          __typename
          id
          party
          duties {
            __typename
            id
            text
            dueDate
            state
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:c49826700ebf6b7d3ea838539494b0f0d9c9c69ff65ab4bd2c61cb064502fed8"}) as unknown as TypedDocumentString<OverviewPlansQuery, OverviewPlansQueryVariables>;
export const OverviewTargetsDocument = new TypedDocumentString(`
    query OverviewTargets($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    plans(year: $year, first: 10) {
      __typename
      nodes {
        __typename
        id
        targets(first: 100) {
          __typename
          totalCount
          nodes {
            __typename
            ...TargetRow
          }
        }
      }
    }
  }
}
    fragment TargetRow on Target {
  __typename
  id
  text
  section
  comparator
  value
  unit
  kind
  measure
  orHigher
  denominatorRule
  roundingRule
  cutOff
  status
  statusWord
  statusShape
  denominatorText
  conflict
  note
  parentTarget {
    __typename
    id
  }
  actual {
    __typename
    value
    numerator
    denominator
    needed
    provisional
    computedAt
    explanation
    otherReading
    rule
  }
}`, {"hash":"sha256:9a0ed756e7979e187a023fef1d7ba81ad232fad578160195faa79ad1611873b7"}) as unknown as TypedDocumentString<OverviewTargetsQuery, OverviewTargetsQueryVariables>;
export const OverviewNominationsDocument = new TypedDocumentString(`
    query OverviewNominations($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    draft: nominations(year: $year, state: DRAFT, first: 1) {
      __typename
      totalCount
    }
    submitted: nominations(year: $year, state: SUBMITTED, first: 1) {
      __typename
      totalCount
    }
    received: nominations(year: $year, state: RECEIVED, first: 1) {
      __typename
      totalCount
    }
    appraising: nominations(year: $year, state: APPRAISING, first: 1) {
      __typename
      totalCount
    }
    returned: nominations(year: $year, state: RETURNED, first: 1) {
      __typename
      totalCount
    }
    session: nominations(year: $year, state: COUNCIL_SESSION, first: 1) {
      __typename
      totalCount
    }
    voted: nominations(year: $year, state: VOTED, first: 1) {
      __typename
      totalCount
    }
    decided: nominations(year: $year, state: DECIDED, first: 1) {
      __typename
      totalCount
    }
  }
}
    `, {"hash":"sha256:deea2b768256473466813b36b1009e2f8fa55c86633ae98b0911f5ec8b5e8214"}) as unknown as TypedDocumentString<OverviewNominationsQuery, OverviewNominationsQueryVariables>;
export const OverviewSessionsDocument = new TypedDocumentString(`
    query OverviewSessions($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    councils {
      __typename
      id
      name
      kind
      sessions(year: $year) {
        __typename
        id
        title
        heldAt
        state
        rounds {
          __typename
          id
          state
        }
      }
    }
  }
}
    `, {"hash":"sha256:5ce3bfb473bee9dc7bd6107d87c47d96923c721e32257319f34e54fbf5c4fea5"}) as unknown as TypedDocumentString<OverviewSessionsQuery, OverviewSessionsQueryVariables>;
export const PreviewPlanImportDocument = new TypedDocumentString(`
    mutation PreviewPlanImport($input: PreviewPlanImportInput!) {
  __typename
  previewPlanImport(input: $input) {
    __typename
    ... on PlanImportPrepared {
      __typename
      planImport {
        __typename
        id
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:478e2dacd2f78cce56935f2a45c0d7b9472dff6c41e8ea1b48bd0665686eb6dd"}) as unknown as TypedDocumentString<PreviewPlanImportMutation, PreviewPlanImportMutationVariables>;
export const PlanImportDocument = new TypedDocumentString(`
    query PlanImport($id: ID!) {
  __typename
  planImport(id: $id) {
    __typename
    id
    fileName
    text
    state
    version
    issuer {
      __typename
      id
      name
      code
    }
    duplicateOf {
      __typename
      id
      title
      number
      year
    }
    plan {
      __typename
      id
      title
    }
    warnings {
      __typename
      code
      message
      section
      start
      end
      severity
    }
    merges {
      __typename
      id
      kind
      printed
      candidateId
      candidateName
      difference
      decision
    }
    extract {
      __typename
      number
      symbol
      place
      documentType
      title
      theme
      date {
        __typename
        year
        month
        day
      }
      period {
        __typename
        text
        from
        to
      }
      signatory {
        __typename
        role
        onBehalfOf
        name
      }
      sections {
        __typename
        id
        label
        heading
        level
        start
        end
      }
      citations {
        __typename
        printed
        number
        type
        issuer
        subject
        role
        section
        start
        end
        documentId
        date {
          __typename
          year
          month
          day
        }
      }
      targets {
        __typename
        key
        text
        section
        kind
        comparator
        value
        unit
        of
        start
        end
      }
      assignments {
        __typename
        party
        kind
        section
        start
        end
        duties {
          __typename
          text
          clauses
        }
      }
      campaigns {
        __typename
        name
        initiatorLevel
        section
        campaignId
        parentName
        start
        end
      }
      recipients {
        __typename
        text
        kind
        expandsTo
        flagged
      }
    }
  }
}
    `, {"hash":"sha256:3338debb741b0e4ac8797571b3c443efd879b032fe8cffeb502f9d98a858727c"}) as unknown as TypedDocumentString<PlanImportQuery, PlanImportQueryVariables>;
export const ConfirmPlanImportDocument = new TypedDocumentString(`
    mutation ConfirmPlanImport($input: ConfirmPlanImportInput!) {
  __typename
  confirmPlanImport(input: $input) {
    __typename
    ... on PlanConfirmed {
      __typename
      plan {
        __typename
        id
        title
        number
        year
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:355d3321cc814c7f6d57e4f3150f78755e1c0b8db0c87173e56cf3816e791dc2"}) as unknown as TypedDocumentString<ConfirmPlanImportMutation, ConfirmPlanImportMutationVariables>;
export const PlanListDocument = new TypedDocumentString(`
    query PlanList($organisation: ID!, $year: Int, $search: String, $first: Int!, $after: String) {
  __typename
  plans(
    organisation: $organisation
    year: $year
    search: $search
    first: $first
    after: $after
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      number
      symbol
      title
      documentType
      theme
      year
      state
      date {
        __typename
        year
        month
        day
      }
      issuer {
        __typename
        id
        name
      }
      unit {
        __typename
        id
        name
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:9a5851fc56a2cf5846ca72863f8047b063cd2e0eef1a18f685c0e18f1678bf88"}) as unknown as TypedDocumentString<PlanListQuery, PlanListQueryVariables>;
export const PlanDetailDocument = new TypedDocumentString(`
    query PlanDetail($id: ID!) {
  __typename
  plan(id: $id) {
    __typename
    id
    number
    symbol
    place
    title
    documentType
    theme
    year
    state
    version
    text
    sourceFileName
    date {
      __typename
      year
      month
      day
    }
    issuer {
      __typename
      id
      name
      code
    }
    unit {
      __typename
      id
      name
    }
    signatory {
      __typename
      role
      onBehalfOf
      name
    }
    period {
      __typename
      text
      from
      to
    }
    sections {
      __typename
      id
      label
      heading
      level
      start
      end
    }
    citations {
      __typename
      role
      printed
      section
      start
      end
      document {
        __typename
        id
        name
        number
        type
        status
      }
    }
    campaigns(first: 50) {
      __typename
      totalCount
      nodes {
        __typename
        id
        name
        kind
        initiatorLevel
      }
    }
    assignments {
      __typename
      id
      party
      kind
      section
      organisation {
        __typename
        id
        name
      }
      duties {
        __typename
        id
        text
        clauses
        dueDate
        state
        version
      }
    }
    recipients {
      __typename
      text
      kind
      expandsTo
      flagged
    }
    warnings {
      __typename
      code
      message
      section
      start
      end
      severity
    }
  }
}
    `, {"hash":"sha256:9053bab5e6b82a8f5aab5da42c6070d88989b4f8eeb6f7864d275af33c4d2ec2"}) as unknown as TypedDocumentString<PlanDetailQuery, PlanDetailQueryVariables>;
export const PlanTargetCountDocument = new TypedDocumentString(`
    query PlanTargetCount($id: ID!) {
  __typename
  plan(id: $id) {
    __typename
    id
    targets(first: 1) {
      __typename
      totalCount
    }
  }
}
    `, {"hash":"sha256:8d7ecbc071203d95285c1c01b44ab31ce5e57980cf38cc4e76c25fec02c087bd"}) as unknown as TypedDocumentString<PlanTargetCountQuery, PlanTargetCountQueryVariables>;
export const IssuePlanDocument = new TypedDocumentString(`
    mutation IssuePlan($input: IssuePlanInput!) {
  __typename
  issuePlan(input: $input) {
    __typename
    ... on PlanIssued {
      __typename
      plan {
        __typename
        id
        number
        state
        version
        date {
          __typename
          year
          month
          day
        }
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:297c0a9ecd1b3fbfea87b1886b55984bf6a324ef25082702b28ad970aab6b2aa"}) as unknown as TypedDocumentString<IssuePlanMutation, IssuePlanMutationVariables>;
export const CompleteDutyDocument = new TypedDocumentString(`
    mutation CompleteDuty($input: CompleteDutyInput!) {
  __typename
  completeDuty(input: $input) {
    __typename
    ... on DutyCompleted {
      __typename
      duty {
        __typename
        id
        state
        version
      }
    }
    ... on Refusal {
      __typename
      reason
      message
      remedy
      field
      row
    }
  }
}
    `, {"hash":"sha256:ec0c53680688d12b8a53dc55eeb818d9c2dd514302dc158c7d4709c32e135497"}) as unknown as TypedDocumentString<CompleteDutyMutation, CompleteDutyMutationVariables>;
export const TargetListDocument = new TypedDocumentString(`
    query TargetList($code: String!, $year: Int!) {
  __typename
  organisation(code: $code) {
    __typename
    id
    name
    plans(year: $year, first: 20) {
      __typename
      totalCount
      nodes {
        __typename
        id
        title
        number
        targets(first: 100) {
          __typename
          totalCount
          nodes {
            __typename
            ...TargetRow
          }
        }
      }
    }
  }
}
    fragment TargetRow on Target {
  __typename
  id
  text
  section
  comparator
  value
  unit
  kind
  measure
  orHigher
  denominatorRule
  roundingRule
  cutOff
  status
  statusWord
  statusShape
  denominatorText
  conflict
  note
  parentTarget {
    __typename
    id
  }
  actual {
    __typename
    value
    numerator
    denominator
    needed
    provisional
    computedAt
    explanation
    otherReading
    rule
  }
}`, {"hash":"sha256:499788d0584d4c1613dd2102aa8418c0db664c7b4a1ecd0ed31b738a1fedf41b"}) as unknown as TypedDocumentString<TargetListQuery, TargetListQueryVariables>;
export const TargetMembersDocument = new TypedDocumentString(`
    query TargetMembers($id: ID!, $list: NumeratorList!, $first: Int!, $after: String) {
  __typename
  target(id: $id) {
    __typename
    id
    actual {
      __typename
      members(list: $list, first: $first, after: $after) {
        __typename
        totalCount
        nodes {
          __typename
          label
          detail
          reason
          evidence
          person {
            __typename
            id
          }
          organisation {
            __typename
            id
          }
        }
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `, {"hash":"sha256:646d20d9043652b45ac8ce82d44277381f387b8b3223d1116fdc3838aa24fdf0"}) as unknown as TypedDocumentString<TargetMembersQuery, TargetMembersQueryVariables>;
export const TargetCountsDocument = new TypedDocumentString(`
    query TargetCounts($id: ID!) {
  __typename
  target(id: $id) {
    __typename
    id
    actual {
      __typename
      notCounted: members(list: NOT_COUNTED, first: 1) {
        __typename
        totalCount
      }
      counted: members(list: COUNTED, first: 1) {
        __typename
        totalCount
      }
      outOfScope: members(list: OUT_OF_SCOPE, first: 1) {
        __typename
        totalCount
      }
    }
  }
}
    `, {"hash":"sha256:cd70cb18f3f07827f27d757687c611f9950ccf82c4d72315a1a8ed68ddffa059"}) as unknown as TypedDocumentString<TargetCountsQuery, TargetCountsQueryVariables>;