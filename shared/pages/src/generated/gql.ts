/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query CampaignList($search: String, $kind: CampaignKind, $organisation: ID, $first: Int!, $after: String) {\n    campaigns(search: $search, kind: $kind, organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id name kind initiatorLevel periodText state initiator { id name } parent { id name initiatorLevel } plans(first: 1) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CampaignListDocument,
    "\n  query CampaignDetail($id: ID!) {\n    campaign(id: $id) {\n      id name kind initiatorLevel periodText state\n      initiator { id name }\n      parent { id name initiatorLevel parent { id name initiatorLevel parent { id name initiatorLevel } } }\n      children(first: 50) { totalCount nodes { id name initiatorLevel children(first: 20) { totalCount nodes { id name initiatorLevel } } } }\n      assertions { nameAsPrinted initiatorLevel section kind plan { id title number year issuer { id name } } }\n    }\n  }\n": typeof types.CampaignDetailDocument,
    "\n  query AppraisalQueue($organisation: ID!, $first: Int!, $after: String) {\n    appraisalQueue(organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id nomineeName state statusWord version dueDate petitionNotice availableActions award { code name nameEn } unit { id name } eligibility { verdict } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.AppraisalQueueDocument,
    "\n  query SessionList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state quorum { present total needed met source } rounds { id state award { code name nameEn } } } }\n    }\n  }\n": typeof types.SessionListDocument,
    "\n  query ReadyNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: COUNCIL_SESSION, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.ReadyNominationsDocument,
    "\n  fragment RoundParts on VotingRound {\n    id ballot state version opensAt closesAt viewerMayVote viewerHasVoted votedCount ballotUrl\n    award { code name nameEn }\n    threshold { percent denominator source confidence }\n    lines { id conflict conflictReason conflicts { memberName reason } nomination { id nomineeName petitionNotice unit { id name } } result { yes no blank invalid absent total needed percent passed } }\n  }\n": typeof types.RoundPartsFragmentDoc,
    "\n  query SessionDetail($id: ID!) {\n    session(id: $id) {\n      id title heldAt state version minutes\n      council { id name kind organisation { id name } }\n      quorum { present total needed met source }\n      attendance { name seat present reason person { id } }\n      rounds { ...RoundParts }\n    }\n  }\n": typeof types.SessionDetailDocument,
    "\n  mutation ScheduleSession($input: ScheduleSessionInput!) {\n    scheduleSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.ScheduleSessionDocument,
    "\n  mutation SetAttendance($input: SetAttendanceInput!) {\n    setAttendance(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.SetAttendanceDocument,
    "\n  mutation OpenSession($input: SessionActInput!) {\n    openSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.OpenSessionDocument,
    "\n  mutation OpenRound($input: SessionActInput!) {\n    openRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.OpenRoundDocument,
    "\n  mutation CloseRound($input: SessionActInput!) {\n    closeRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.CloseRoundDocument,
    "\n  mutation DeclareConflict($input: DeclareConflictInput!) {\n    declareConflict(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.DeclareConflictDocument,
    "\n  query DecisionList($code: String!, $year: Int, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      decisions(year: $year, first: $first, after: $after) {\n        totalCount\n        nodes { id number symbol date state title signerCapacity signerName award { code name nameEn } lines { id } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.DecisionListDocument,
    "\n  query VotedNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: VOTED, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } votes { yes total needed percent passed } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.VotedNominationsDocument,
    "\n  query DecisionDetail($id: ID!) {\n    decision(id: $id) {\n      id number symbol date state version title text signUrl signerCapacity signerName\n      organisation { id name code }\n      award { code name nameEn }\n      lines { id nomineeName unit { id name } }\n    }\n  }\n": typeof types.DecisionDetailDocument,
    "\n  mutation DraftDecision($input: DraftDecisionInput!) {\n    draftDecision(input: $input) { __typename ... on DecisionSaved { decision { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.DraftDecisionDocument,
    "\n  query Department($code: String!) {\n    organisation(code: $code) { id code name shortName headcount units { id name kind } councils { id name kind } }\n  }\n": typeof types.DepartmentDocument,
    "\n  query AwardTypes { awardTypes { code name nameEn kind level recipients citation } }\n": typeof types.AwardTypesDocument,
    "\n  query NominationList($code: String!, $year: Int!, $award: String, $state: NominationState, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, award: $award, state: $state, search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName state statusWord version dueDate petitionNotice award { code name nameEn } unit { id name } eligibility { verdict } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.NominationListDocument,
    "\n  query PeopleSearch($code: String!, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      people(search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id fullName jobTitle unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.PeopleSearchDocument,
    "\n  fragment CheckParts on EligibilityCheck { rule label article severity verdict need have evidence { id label link } }\n": typeof types.CheckPartsFragmentDoc,
    "\n  fragment EligibilityParts on Eligibility {\n    verdict year\n    award { code name nameEn }\n    ruleSet { id validFrom validTo source status enabled }\n    checks { ...CheckParts alternatives { ...CheckParts } }\n  }\n": typeof types.EligibilityPartsFragmentDoc,
    "\n  query PersonEligibility($id: ID!, $award: String!, $year: Int!) {\n    person(id: $id) {\n      id fullName jobTitle\n      unit { id name }\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n": typeof types.PersonEligibilityDocument,
    "\n  query UnitEligibility($id: ID!, $award: String!, $year: Int!) {\n    organisation(id: $id) {\n      id name\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n": typeof types.UnitEligibilityDocument,
    "\n  query Quota($code: String!, $award: String!, $year: Int!, $base: Int) {\n    organisation(code: $code) { id quota(award: $award, year: $year, base: $base) { limit used base basis source overrun percent conflict award { code name nameEn } } }\n  }\n": typeof types.QuotaDocument,
    "\n  query NominationDetail($id: ID!) {\n    nomination(id: $id) {\n      id year nomineeName state statusWord version achievement appraisalOpinion overrideReason warnings petitionNotice dueDate availableActions\n      award { code name nameEn }\n      nominee { __typename ... on Person { id jobTitle } ... on Organisation { id } }\n      organisation { id name }\n      unit { id name }\n      proposedBy { id fullName }\n      eligibility { ...EligibilityParts }\n      parts { code name required present note }\n      history { at from to actorName role reason }\n      votes { yes no blank invalid absent total needed percent passed }\n      decision { id number date state }\n    }\n  }\n": typeof types.NominationDetailDocument,
    "\n  fragment NominationSavedParts on NominationSaved { nomination { id state statusWord version achievement availableActions } }\n": typeof types.NominationSavedPartsFragmentDoc,
    "\n  mutation CreateNomination($input: CreateNominationInput!) {\n    createNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.CreateNominationDocument,
    "\n  mutation UpdateNomination($input: UpdateNominationInput!) {\n    updateNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.UpdateNominationDocument,
    "\n  mutation SubmitNomination($input: SubmitNominationInput!) {\n    submitNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.SubmitNominationDocument,
    "\n  mutation WithdrawNomination($input: NominationActInput!) {\n    withdrawNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.WithdrawNominationDocument,
    "\n  mutation ReceiveNomination($input: NominationActInput!) {\n    receiveNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.ReceiveNominationDocument,
    "\n  mutation ReturnNomination($input: ReturnNominationInput!) {\n    returnNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.ReturnNominationDocument,
    "\n  mutation AppraiseNomination($input: AppraiseNominationInput!) {\n    appraiseNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": typeof types.AppraiseNominationDocument,
    "\n  query OverviewPlans($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 5) {\n        totalCount\n        nodes { id title number year state date { year month day } assignments { id party duties { id text dueDate state } } }\n      }\n    }\n  }\n": typeof types.OverviewPlansDocument,
    "\n  query OverviewTargets($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 10) {\n        nodes { id targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n": typeof types.OverviewTargetsDocument,
    "\n  query OverviewNominations($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      draft: nominations(year: $year, state: DRAFT, first: 1) { totalCount }\n      submitted: nominations(year: $year, state: SUBMITTED, first: 1) { totalCount }\n      received: nominations(year: $year, state: RECEIVED, first: 1) { totalCount }\n      appraising: nominations(year: $year, state: APPRAISING, first: 1) { totalCount }\n      returned: nominations(year: $year, state: RETURNED, first: 1) { totalCount }\n      session: nominations(year: $year, state: COUNCIL_SESSION, first: 1) { totalCount }\n      voted: nominations(year: $year, state: VOTED, first: 1) { totalCount }\n      decided: nominations(year: $year, state: DECIDED, first: 1) { totalCount }\n    }\n  }\n": typeof types.OverviewNominationsDocument,
    "\n  query OverviewSessions($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state rounds { id state } } }\n    }\n  }\n": typeof types.OverviewSessionsDocument,
    "\n  mutation PreviewPlanImport($input: PreviewPlanImportInput!) {\n    previewPlanImport(input: $input) {\n      __typename\n      ... on PlanImportPrepared { planImport { id } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": typeof types.PreviewPlanImportDocument,
    "\n  query PlanImport($id: ID!) {\n    planImport(id: $id) {\n      id fileName text state version\n      issuer { id name code }\n      duplicateOf { id title number year }\n      plan { id title }\n      warnings { code message section start end severity }\n      merges { id kind printed candidateId candidateName difference decision }\n      extract {\n        number symbol place documentType title theme\n        date { year month day }\n        period { text from to }\n        signatory { role onBehalfOf name }\n        sections { id label heading level start end }\n        citations { printed number type issuer subject role section start end documentId date { year month day } }\n        targets { key text section kind comparator value unit of start end }\n        assignments { party kind section start end duties { text clauses } }\n        campaigns { name initiatorLevel section campaignId parentName start end }\n        recipients { text kind expandsTo flagged }\n      }\n    }\n  }\n": typeof types.PlanImportDocument,
    "\n  mutation ConfirmPlanImport($input: ConfirmPlanImportInput!) {\n    confirmPlanImport(input: $input) {\n      __typename\n      ... on PlanConfirmed { plan { id title number year } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": typeof types.ConfirmPlanImportDocument,
    "\n  query PlanList($organisation: ID!, $year: Int, $search: String, $first: Int!, $after: String) {\n    plans(organisation: $organisation, year: $year, search: $search, first: $first, after: $after) {\n      totalCount\n      nodes { id number symbol title documentType theme year state date { year month day } issuer { id name } unit { id name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.PlanListDocument,
    "\n  query PlanDetail($id: ID!) {\n    plan(id: $id) {\n      id number symbol place title documentType theme year state version text sourceFileName\n      date { year month day }\n      issuer { id name code }\n      unit { id name }\n      signatory { role onBehalfOf name }\n      period { text from to }\n      sections { id label heading level start end }\n      citations { role printed section start end document { id name number type status } }\n      campaigns(first: 50) { totalCount nodes { id name kind initiatorLevel } }\n      assignments { id party kind section organisation { id name } duties { id text clauses dueDate state version } }\n      recipients { text kind expandsTo flagged }\n      warnings { code message section start end severity }\n    }\n  }\n": typeof types.PlanDetailDocument,
    "\n  query PlanTargetCount($id: ID!) {\n    plan(id: $id) { id targets(first: 1) { totalCount } }\n  }\n": typeof types.PlanTargetCountDocument,
    "\n  mutation IssuePlan($input: IssuePlanInput!) {\n    issuePlan(input: $input) {\n      __typename\n      ... on PlanIssued { plan { id number state version date { year month day } } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": typeof types.IssuePlanDocument,
    "\n  mutation CompleteDuty($input: CompleteDutyInput!) {\n    completeDuty(input: $input) {\n      __typename\n      ... on DutyCompleted { duty { id state version } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": typeof types.CompleteDutyDocument,
    "\n  fragment TargetRow on Target {\n    id text section comparator value unit kind measure orHigher denominatorRule roundingRule cutOff status statusWord statusShape denominatorText conflict note\n    parentTarget { id }\n    actual { value numerator denominator needed provisional computedAt explanation otherReading rule }\n  }\n": typeof types.TargetRowFragmentDoc,
    "\n  query TargetList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id name\n      plans(year: $year, first: 20) {\n        totalCount\n        nodes { id title number targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n": typeof types.TargetListDocument,
    "\n  query TargetMembers($id: ID!, $list: NumeratorList!, $first: Int!, $after: String) {\n    target(id: $id) {\n      id\n      actual {\n        members(list: $list, first: $first, after: $after) {\n          totalCount\n          nodes { label detail reason evidence person { id } organisation { id } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.TargetMembersDocument,
    "\n  query TargetCounts($id: ID!) {\n    target(id: $id) {\n      id\n      actual {\n        notCounted: members(list: NOT_COUNTED, first: 1) { totalCount }\n        counted: members(list: COUNTED, first: 1) { totalCount }\n        outOfScope: members(list: OUT_OF_SCOPE, first: 1) { totalCount }\n      }\n    }\n  }\n": typeof types.TargetCountsDocument,
};
const documents: Documents = {
    "\n  query CampaignList($search: String, $kind: CampaignKind, $organisation: ID, $first: Int!, $after: String) {\n    campaigns(search: $search, kind: $kind, organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id name kind initiatorLevel periodText state initiator { id name } parent { id name initiatorLevel } plans(first: 1) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CampaignListDocument,
    "\n  query CampaignDetail($id: ID!) {\n    campaign(id: $id) {\n      id name kind initiatorLevel periodText state\n      initiator { id name }\n      parent { id name initiatorLevel parent { id name initiatorLevel parent { id name initiatorLevel } } }\n      children(first: 50) { totalCount nodes { id name initiatorLevel children(first: 20) { totalCount nodes { id name initiatorLevel } } } }\n      assertions { nameAsPrinted initiatorLevel section kind plan { id title number year issuer { id name } } }\n    }\n  }\n": types.CampaignDetailDocument,
    "\n  query AppraisalQueue($organisation: ID!, $first: Int!, $after: String) {\n    appraisalQueue(organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id nomineeName state statusWord version dueDate petitionNotice availableActions award { code name nameEn } unit { id name } eligibility { verdict } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.AppraisalQueueDocument,
    "\n  query SessionList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state quorum { present total needed met source } rounds { id state award { code name nameEn } } } }\n    }\n  }\n": types.SessionListDocument,
    "\n  query ReadyNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: COUNCIL_SESSION, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.ReadyNominationsDocument,
    "\n  fragment RoundParts on VotingRound {\n    id ballot state version opensAt closesAt viewerMayVote viewerHasVoted votedCount ballotUrl\n    award { code name nameEn }\n    threshold { percent denominator source confidence }\n    lines { id conflict conflictReason conflicts { memberName reason } nomination { id nomineeName petitionNotice unit { id name } } result { yes no blank invalid absent total needed percent passed } }\n  }\n": types.RoundPartsFragmentDoc,
    "\n  query SessionDetail($id: ID!) {\n    session(id: $id) {\n      id title heldAt state version minutes\n      council { id name kind organisation { id name } }\n      quorum { present total needed met source }\n      attendance { name seat present reason person { id } }\n      rounds { ...RoundParts }\n    }\n  }\n": types.SessionDetailDocument,
    "\n  mutation ScheduleSession($input: ScheduleSessionInput!) {\n    scheduleSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.ScheduleSessionDocument,
    "\n  mutation SetAttendance($input: SetAttendanceInput!) {\n    setAttendance(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.SetAttendanceDocument,
    "\n  mutation OpenSession($input: SessionActInput!) {\n    openSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.OpenSessionDocument,
    "\n  mutation OpenRound($input: SessionActInput!) {\n    openRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.OpenRoundDocument,
    "\n  mutation CloseRound($input: SessionActInput!) {\n    closeRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.CloseRoundDocument,
    "\n  mutation DeclareConflict($input: DeclareConflictInput!) {\n    declareConflict(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.DeclareConflictDocument,
    "\n  query DecisionList($code: String!, $year: Int, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      decisions(year: $year, first: $first, after: $after) {\n        totalCount\n        nodes { id number symbol date state title signerCapacity signerName award { code name nameEn } lines { id } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.DecisionListDocument,
    "\n  query VotedNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: VOTED, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } votes { yes total needed percent passed } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.VotedNominationsDocument,
    "\n  query DecisionDetail($id: ID!) {\n    decision(id: $id) {\n      id number symbol date state version title text signUrl signerCapacity signerName\n      organisation { id name code }\n      award { code name nameEn }\n      lines { id nomineeName unit { id name } }\n    }\n  }\n": types.DecisionDetailDocument,
    "\n  mutation DraftDecision($input: DraftDecisionInput!) {\n    draftDecision(input: $input) { __typename ... on DecisionSaved { decision { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n": types.DraftDecisionDocument,
    "\n  query Department($code: String!) {\n    organisation(code: $code) { id code name shortName headcount units { id name kind } councils { id name kind } }\n  }\n": types.DepartmentDocument,
    "\n  query AwardTypes { awardTypes { code name nameEn kind level recipients citation } }\n": types.AwardTypesDocument,
    "\n  query NominationList($code: String!, $year: Int!, $award: String, $state: NominationState, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, award: $award, state: $state, search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName state statusWord version dueDate petitionNotice award { code name nameEn } unit { id name } eligibility { verdict } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.NominationListDocument,
    "\n  query PeopleSearch($code: String!, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      people(search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id fullName jobTitle unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.PeopleSearchDocument,
    "\n  fragment CheckParts on EligibilityCheck { rule label article severity verdict need have evidence { id label link } }\n": types.CheckPartsFragmentDoc,
    "\n  fragment EligibilityParts on Eligibility {\n    verdict year\n    award { code name nameEn }\n    ruleSet { id validFrom validTo source status enabled }\n    checks { ...CheckParts alternatives { ...CheckParts } }\n  }\n": types.EligibilityPartsFragmentDoc,
    "\n  query PersonEligibility($id: ID!, $award: String!, $year: Int!) {\n    person(id: $id) {\n      id fullName jobTitle\n      unit { id name }\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n": types.PersonEligibilityDocument,
    "\n  query UnitEligibility($id: ID!, $award: String!, $year: Int!) {\n    organisation(id: $id) {\n      id name\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n": types.UnitEligibilityDocument,
    "\n  query Quota($code: String!, $award: String!, $year: Int!, $base: Int) {\n    organisation(code: $code) { id quota(award: $award, year: $year, base: $base) { limit used base basis source overrun percent conflict award { code name nameEn } } }\n  }\n": types.QuotaDocument,
    "\n  query NominationDetail($id: ID!) {\n    nomination(id: $id) {\n      id year nomineeName state statusWord version achievement appraisalOpinion overrideReason warnings petitionNotice dueDate availableActions\n      award { code name nameEn }\n      nominee { __typename ... on Person { id jobTitle } ... on Organisation { id } }\n      organisation { id name }\n      unit { id name }\n      proposedBy { id fullName }\n      eligibility { ...EligibilityParts }\n      parts { code name required present note }\n      history { at from to actorName role reason }\n      votes { yes no blank invalid absent total needed percent passed }\n      decision { id number date state }\n    }\n  }\n": types.NominationDetailDocument,
    "\n  fragment NominationSavedParts on NominationSaved { nomination { id state statusWord version achievement availableActions } }\n": types.NominationSavedPartsFragmentDoc,
    "\n  mutation CreateNomination($input: CreateNominationInput!) {\n    createNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.CreateNominationDocument,
    "\n  mutation UpdateNomination($input: UpdateNominationInput!) {\n    updateNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.UpdateNominationDocument,
    "\n  mutation SubmitNomination($input: SubmitNominationInput!) {\n    submitNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.SubmitNominationDocument,
    "\n  mutation WithdrawNomination($input: NominationActInput!) {\n    withdrawNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.WithdrawNominationDocument,
    "\n  mutation ReceiveNomination($input: NominationActInput!) {\n    receiveNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.ReceiveNominationDocument,
    "\n  mutation ReturnNomination($input: ReturnNominationInput!) {\n    returnNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.ReturnNominationDocument,
    "\n  mutation AppraiseNomination($input: AppraiseNominationInput!) {\n    appraiseNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n": types.AppraiseNominationDocument,
    "\n  query OverviewPlans($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 5) {\n        totalCount\n        nodes { id title number year state date { year month day } assignments { id party duties { id text dueDate state } } }\n      }\n    }\n  }\n": types.OverviewPlansDocument,
    "\n  query OverviewTargets($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 10) {\n        nodes { id targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n": types.OverviewTargetsDocument,
    "\n  query OverviewNominations($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      draft: nominations(year: $year, state: DRAFT, first: 1) { totalCount }\n      submitted: nominations(year: $year, state: SUBMITTED, first: 1) { totalCount }\n      received: nominations(year: $year, state: RECEIVED, first: 1) { totalCount }\n      appraising: nominations(year: $year, state: APPRAISING, first: 1) { totalCount }\n      returned: nominations(year: $year, state: RETURNED, first: 1) { totalCount }\n      session: nominations(year: $year, state: COUNCIL_SESSION, first: 1) { totalCount }\n      voted: nominations(year: $year, state: VOTED, first: 1) { totalCount }\n      decided: nominations(year: $year, state: DECIDED, first: 1) { totalCount }\n    }\n  }\n": types.OverviewNominationsDocument,
    "\n  query OverviewSessions($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state rounds { id state } } }\n    }\n  }\n": types.OverviewSessionsDocument,
    "\n  mutation PreviewPlanImport($input: PreviewPlanImportInput!) {\n    previewPlanImport(input: $input) {\n      __typename\n      ... on PlanImportPrepared { planImport { id } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": types.PreviewPlanImportDocument,
    "\n  query PlanImport($id: ID!) {\n    planImport(id: $id) {\n      id fileName text state version\n      issuer { id name code }\n      duplicateOf { id title number year }\n      plan { id title }\n      warnings { code message section start end severity }\n      merges { id kind printed candidateId candidateName difference decision }\n      extract {\n        number symbol place documentType title theme\n        date { year month day }\n        period { text from to }\n        signatory { role onBehalfOf name }\n        sections { id label heading level start end }\n        citations { printed number type issuer subject role section start end documentId date { year month day } }\n        targets { key text section kind comparator value unit of start end }\n        assignments { party kind section start end duties { text clauses } }\n        campaigns { name initiatorLevel section campaignId parentName start end }\n        recipients { text kind expandsTo flagged }\n      }\n    }\n  }\n": types.PlanImportDocument,
    "\n  mutation ConfirmPlanImport($input: ConfirmPlanImportInput!) {\n    confirmPlanImport(input: $input) {\n      __typename\n      ... on PlanConfirmed { plan { id title number year } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": types.ConfirmPlanImportDocument,
    "\n  query PlanList($organisation: ID!, $year: Int, $search: String, $first: Int!, $after: String) {\n    plans(organisation: $organisation, year: $year, search: $search, first: $first, after: $after) {\n      totalCount\n      nodes { id number symbol title documentType theme year state date { year month day } issuer { id name } unit { id name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.PlanListDocument,
    "\n  query PlanDetail($id: ID!) {\n    plan(id: $id) {\n      id number symbol place title documentType theme year state version text sourceFileName\n      date { year month day }\n      issuer { id name code }\n      unit { id name }\n      signatory { role onBehalfOf name }\n      period { text from to }\n      sections { id label heading level start end }\n      citations { role printed section start end document { id name number type status } }\n      campaigns(first: 50) { totalCount nodes { id name kind initiatorLevel } }\n      assignments { id party kind section organisation { id name } duties { id text clauses dueDate state version } }\n      recipients { text kind expandsTo flagged }\n      warnings { code message section start end severity }\n    }\n  }\n": types.PlanDetailDocument,
    "\n  query PlanTargetCount($id: ID!) {\n    plan(id: $id) { id targets(first: 1) { totalCount } }\n  }\n": types.PlanTargetCountDocument,
    "\n  mutation IssuePlan($input: IssuePlanInput!) {\n    issuePlan(input: $input) {\n      __typename\n      ... on PlanIssued { plan { id number state version date { year month day } } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": types.IssuePlanDocument,
    "\n  mutation CompleteDuty($input: CompleteDutyInput!) {\n    completeDuty(input: $input) {\n      __typename\n      ... on DutyCompleted { duty { id state version } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n": types.CompleteDutyDocument,
    "\n  fragment TargetRow on Target {\n    id text section comparator value unit kind measure orHigher denominatorRule roundingRule cutOff status statusWord statusShape denominatorText conflict note\n    parentTarget { id }\n    actual { value numerator denominator needed provisional computedAt explanation otherReading rule }\n  }\n": types.TargetRowFragmentDoc,
    "\n  query TargetList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id name\n      plans(year: $year, first: 20) {\n        totalCount\n        nodes { id title number targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n": types.TargetListDocument,
    "\n  query TargetMembers($id: ID!, $list: NumeratorList!, $first: Int!, $after: String) {\n    target(id: $id) {\n      id\n      actual {\n        members(list: $list, first: $first, after: $after) {\n          totalCount\n          nodes { label detail reason evidence person { id } organisation { id } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.TargetMembersDocument,
    "\n  query TargetCounts($id: ID!) {\n    target(id: $id) {\n      id\n      actual {\n        notCounted: members(list: NOT_COUNTED, first: 1) { totalCount }\n        counted: members(list: COUNTED, first: 1) { totalCount }\n        outOfScope: members(list: OUT_OF_SCOPE, first: 1) { totalCount }\n      }\n    }\n  }\n": types.TargetCountsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignList($search: String, $kind: CampaignKind, $organisation: ID, $first: Int!, $after: String) {\n    campaigns(search: $search, kind: $kind, organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id name kind initiatorLevel periodText state initiator { id name } parent { id name initiatorLevel } plans(first: 1) { totalCount } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.js').CampaignListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignDetail($id: ID!) {\n    campaign(id: $id) {\n      id name kind initiatorLevel periodText state\n      initiator { id name }\n      parent { id name initiatorLevel parent { id name initiatorLevel parent { id name initiatorLevel } } }\n      children(first: 50) { totalCount nodes { id name initiatorLevel children(first: 20) { totalCount nodes { id name initiatorLevel } } } }\n      assertions { nameAsPrinted initiatorLevel section kind plan { id title number year issuer { id name } } }\n    }\n  }\n"): typeof import('./graphql.js').CampaignDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppraisalQueue($organisation: ID!, $first: Int!, $after: String) {\n    appraisalQueue(organisation: $organisation, first: $first, after: $after) {\n      totalCount\n      nodes { id nomineeName state statusWord version dueDate petitionNotice availableActions award { code name nameEn } unit { id name } eligibility { verdict } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.js').AppraisalQueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state quorum { present total needed met source } rounds { id state award { code name nameEn } } } }\n    }\n  }\n"): typeof import('./graphql.js').SessionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadyNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: COUNCIL_SESSION, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReadyNominationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoundParts on VotingRound {\n    id ballot state version opensAt closesAt viewerMayVote viewerHasVoted votedCount ballotUrl\n    award { code name nameEn }\n    threshold { percent denominator source confidence }\n    lines { id conflict conflictReason conflicts { memberName reason } nomination { id nomineeName petitionNotice unit { id name } } result { yes no blank invalid absent total needed percent passed } }\n  }\n"): typeof import('./graphql.js').RoundPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionDetail($id: ID!) {\n    session(id: $id) {\n      id title heldAt state version minutes\n      council { id name kind organisation { id name } }\n      quorum { present total needed met source }\n      attendance { name seat present reason person { id } }\n      rounds { ...RoundParts }\n    }\n  }\n"): typeof import('./graphql.js').SessionDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScheduleSession($input: ScheduleSessionInput!) {\n    scheduleSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').ScheduleSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAttendance($input: SetAttendanceInput!) {\n    setAttendance(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').SetAttendanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenSession($input: SessionActInput!) {\n    openSession(input: $input) { __typename ... on SessionSaved { session { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').OpenSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenRound($input: SessionActInput!) {\n    openRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').OpenRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseRound($input: SessionActInput!) {\n    closeRound(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').CloseRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclareConflict($input: DeclareConflictInput!) {\n    declareConflict(input: $input) { __typename ... on RoundSaved { round { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').DeclareConflictDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DecisionList($code: String!, $year: Int, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      decisions(year: $year, first: $first, after: $after) {\n        totalCount\n        nodes { id number symbol date state title signerCapacity signerName award { code name nameEn } lines { id } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql.js').DecisionListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VotedNominations($code: String!, $year: Int!, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, state: VOTED, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName award { code name nameEn } unit { id name } votes { yes total needed percent passed } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql.js').VotedNominationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DecisionDetail($id: ID!) {\n    decision(id: $id) {\n      id number symbol date state version title text signUrl signerCapacity signerName\n      organisation { id name code }\n      award { code name nameEn }\n      lines { id nomineeName unit { id name } }\n    }\n  }\n"): typeof import('./graphql.js').DecisionDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftDecision($input: DraftDecisionInput!) {\n    draftDecision(input: $input) { __typename ... on DecisionSaved { decision { id state version } } ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').DraftDecisionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Department($code: String!) {\n    organisation(code: $code) { id code name shortName headcount units { id name kind } councils { id name kind } }\n  }\n"): typeof import('./graphql.js').DepartmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AwardTypes { awardTypes { code name nameEn kind level recipients citation } }\n"): typeof import('./graphql.js').AwardTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NominationList($code: String!, $year: Int!, $award: String, $state: NominationState, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      nominations(year: $year, award: $award, state: $state, search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id nomineeName state statusWord version dueDate petitionNotice award { code name nameEn } unit { id name } eligibility { verdict } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql.js').NominationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleSearch($code: String!, $search: String, $first: Int!, $after: String) {\n    organisation(code: $code) {\n      id\n      people(search: $search, first: $first, after: $after) {\n        totalCount\n        nodes { id fullName jobTitle unit { id name } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): typeof import('./graphql.js').PeopleSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckParts on EligibilityCheck { rule label article severity verdict need have evidence { id label link } }\n"): typeof import('./graphql.js').CheckPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EligibilityParts on Eligibility {\n    verdict year\n    award { code name nameEn }\n    ruleSet { id validFrom validTo source status enabled }\n    checks { ...CheckParts alternatives { ...CheckParts } }\n  }\n"): typeof import('./graphql.js').EligibilityPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonEligibility($id: ID!, $award: String!, $year: Int!) {\n    person(id: $id) {\n      id fullName jobTitle\n      unit { id name }\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n"): typeof import('./graphql.js').PersonEligibilityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnitEligibility($id: ID!, $award: String!, $year: Int!) {\n    organisation(id: $id) {\n      id name\n      eligibility(award: $award, year: $year) { ...EligibilityParts }\n      awards(first: 20) { totalCount nodes { id year status awardType { code name nameEn level } decision { id number date } } }\n    }\n  }\n"): typeof import('./graphql.js').UnitEligibilityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Quota($code: String!, $award: String!, $year: Int!, $base: Int) {\n    organisation(code: $code) { id quota(award: $award, year: $year, base: $base) { limit used base basis source overrun percent conflict award { code name nameEn } } }\n  }\n"): typeof import('./graphql.js').QuotaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NominationDetail($id: ID!) {\n    nomination(id: $id) {\n      id year nomineeName state statusWord version achievement appraisalOpinion overrideReason warnings petitionNotice dueDate availableActions\n      award { code name nameEn }\n      nominee { __typename ... on Person { id jobTitle } ... on Organisation { id } }\n      organisation { id name }\n      unit { id name }\n      proposedBy { id fullName }\n      eligibility { ...EligibilityParts }\n      parts { code name required present note }\n      history { at from to actorName role reason }\n      votes { yes no blank invalid absent total needed percent passed }\n      decision { id number date state }\n    }\n  }\n"): typeof import('./graphql.js').NominationDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NominationSavedParts on NominationSaved { nomination { id state statusWord version achievement availableActions } }\n"): typeof import('./graphql.js').NominationSavedPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateNomination($input: CreateNominationInput!) {\n    createNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').CreateNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateNomination($input: UpdateNominationInput!) {\n    updateNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').UpdateNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitNomination($input: SubmitNominationInput!) {\n    submitNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').SubmitNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawNomination($input: NominationActInput!) {\n    withdrawNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').WithdrawNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReceiveNomination($input: NominationActInput!) {\n    receiveNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').ReceiveNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnNomination($input: ReturnNominationInput!) {\n    returnNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').ReturnNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AppraiseNomination($input: AppraiseNominationInput!) {\n    appraiseNomination(input: $input) { __typename ...NominationSavedParts ... on Refusal { reason message remedy field row } }\n  }\n"): typeof import('./graphql.js').AppraiseNominationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewPlans($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 5) {\n        totalCount\n        nodes { id title number year state date { year month day } assignments { id party duties { id text dueDate state } } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').OverviewPlansDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewTargets($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      plans(year: $year, first: 10) {\n        nodes { id targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').OverviewTargetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewNominations($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      draft: nominations(year: $year, state: DRAFT, first: 1) { totalCount }\n      submitted: nominations(year: $year, state: SUBMITTED, first: 1) { totalCount }\n      received: nominations(year: $year, state: RECEIVED, first: 1) { totalCount }\n      appraising: nominations(year: $year, state: APPRAISING, first: 1) { totalCount }\n      returned: nominations(year: $year, state: RETURNED, first: 1) { totalCount }\n      session: nominations(year: $year, state: COUNCIL_SESSION, first: 1) { totalCount }\n      voted: nominations(year: $year, state: VOTED, first: 1) { totalCount }\n      decided: nominations(year: $year, state: DECIDED, first: 1) { totalCount }\n    }\n  }\n"): typeof import('./graphql.js').OverviewNominationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewSessions($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id\n      councils { id name kind sessions(year: $year) { id title heldAt state rounds { id state } } }\n    }\n  }\n"): typeof import('./graphql.js').OverviewSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewPlanImport($input: PreviewPlanImportInput!) {\n    previewPlanImport(input: $input) {\n      __typename\n      ... on PlanImportPrepared { planImport { id } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n"): typeof import('./graphql.js').PreviewPlanImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanImport($id: ID!) {\n    planImport(id: $id) {\n      id fileName text state version\n      issuer { id name code }\n      duplicateOf { id title number year }\n      plan { id title }\n      warnings { code message section start end severity }\n      merges { id kind printed candidateId candidateName difference decision }\n      extract {\n        number symbol place documentType title theme\n        date { year month day }\n        period { text from to }\n        signatory { role onBehalfOf name }\n        sections { id label heading level start end }\n        citations { printed number type issuer subject role section start end documentId date { year month day } }\n        targets { key text section kind comparator value unit of start end }\n        assignments { party kind section start end duties { text clauses } }\n        campaigns { name initiatorLevel section campaignId parentName start end }\n        recipients { text kind expandsTo flagged }\n      }\n    }\n  }\n"): typeof import('./graphql.js').PlanImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmPlanImport($input: ConfirmPlanImportInput!) {\n    confirmPlanImport(input: $input) {\n      __typename\n      ... on PlanConfirmed { plan { id title number year } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n"): typeof import('./graphql.js').ConfirmPlanImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanList($organisation: ID!, $year: Int, $search: String, $first: Int!, $after: String) {\n    plans(organisation: $organisation, year: $year, search: $search, first: $first, after: $after) {\n      totalCount\n      nodes { id number symbol title documentType theme year state date { year month day } issuer { id name } unit { id name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.js').PlanListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanDetail($id: ID!) {\n    plan(id: $id) {\n      id number symbol place title documentType theme year state version text sourceFileName\n      date { year month day }\n      issuer { id name code }\n      unit { id name }\n      signatory { role onBehalfOf name }\n      period { text from to }\n      sections { id label heading level start end }\n      citations { role printed section start end document { id name number type status } }\n      campaigns(first: 50) { totalCount nodes { id name kind initiatorLevel } }\n      assignments { id party kind section organisation { id name } duties { id text clauses dueDate state version } }\n      recipients { text kind expandsTo flagged }\n      warnings { code message section start end severity }\n    }\n  }\n"): typeof import('./graphql.js').PlanDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanTargetCount($id: ID!) {\n    plan(id: $id) { id targets(first: 1) { totalCount } }\n  }\n"): typeof import('./graphql.js').PlanTargetCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IssuePlan($input: IssuePlanInput!) {\n    issuePlan(input: $input) {\n      __typename\n      ... on PlanIssued { plan { id number state version date { year month day } } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n"): typeof import('./graphql.js').IssuePlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteDuty($input: CompleteDutyInput!) {\n    completeDuty(input: $input) {\n      __typename\n      ... on DutyCompleted { duty { id state version } }\n      ... on Refusal { reason message remedy field row }\n    }\n  }\n"): typeof import('./graphql.js').CompleteDutyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TargetRow on Target {\n    id text section comparator value unit kind measure orHigher denominatorRule roundingRule cutOff status statusWord statusShape denominatorText conflict note\n    parentTarget { id }\n    actual { value numerator denominator needed provisional computedAt explanation otherReading rule }\n  }\n"): typeof import('./graphql.js').TargetRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetList($code: String!, $year: Int!) {\n    organisation(code: $code) {\n      id name\n      plans(year: $year, first: 20) {\n        totalCount\n        nodes { id title number targets(first: 100) { totalCount nodes { ...TargetRow } } }\n      }\n    }\n  }\n"): typeof import('./graphql.js').TargetListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetMembers($id: ID!, $list: NumeratorList!, $first: Int!, $after: String) {\n    target(id: $id) {\n      id\n      actual {\n        members(list: $list, first: $first, after: $after) {\n          totalCount\n          nodes { label detail reason evidence person { id } organisation { id } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').TargetMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TargetCounts($id: ID!) {\n    target(id: $id) {\n      id\n      actual {\n        notCounted: members(list: NOT_COUNTED, first: 1) { totalCount }\n        counted: members(list: COUNTED, first: 1) { totalCount }\n        outOfScope: members(list: OUT_OF_SCOPE, first: 1) { totalCount }\n      }\n    }\n  }\n"): typeof import('./graphql.js').TargetCountsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
