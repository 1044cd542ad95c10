import { graphql } from '../generated/gql.js';

export const APPRAISAL_QUEUE = graphql(`
  query AppraisalQueue($organisation: ID!, $first: Int!, $after: String) {
    appraisalQueue(organisation: $organisation, first: $first, after: $after) {
      totalCount
      nodes {
        id
        nomineeName
        state
        statusWord
        version
        dueDate
        petitionNotice
        availableActions
        award {
          code
          name
          nameEn
        }
        unit {
          id
          name
        }
        eligibility {
          verdict
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SESSION_LIST = graphql(`
  query SessionList($code: String!, $year: Int!) {
    organisation(code: $code) {
      id
      councils {
        id
        name
        kind
        sessions(year: $year) {
          id
          title
          heldAt
          state
          quorum {
            present
            total
            needed
            met
            source
          }
          rounds {
            id
            state
            award {
              code
              name
              nameEn
            }
          }
        }
      }
    }
  }
`);

export const READY_NOMINATIONS = graphql(`
  query ReadyNominations($code: String!, $year: Int!, $first: Int!, $after: String) {
    organisation(code: $code) {
      id
      nominations(year: $year, state: COUNCIL_SESSION, first: $first, after: $after) {
        totalCount
        nodes {
          id
          nomineeName
          award {
            code
            name
            nameEn
          }
          unit {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const ROUND_PARTS = graphql(`
  fragment RoundParts on VotingRound {
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
      code
      name
      nameEn
    }
    threshold {
      percent
      denominator
      source
      confidence
    }
    lines {
      id
      conflict
      conflictReason
      conflicts {
        memberName
        reason
      }
      nomination {
        id
        nomineeName
        petitionNotice
        unit {
          id
          name
        }
      }
      result {
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
`);

export const SESSION_DETAIL = graphql(`
  query SessionDetail($id: ID!) {
    session(id: $id) {
      id
      title
      heldAt
      state
      version
      minutes
      council {
        id
        name
        kind
        organisation {
          id
          name
        }
      }
      quorum {
        present
        total
        needed
        met
        source
      }
      attendance {
        name
        seat
        present
        reason
        person {
          id
        }
      }
      rounds {
        ...RoundParts
      }
    }
  }
`);

/** The session moved: a vote, a round opened or closed, attendance. What is shown is asked by `SessionDetail`. */
export const COUNCIL_TALLY = graphql(`
  subscription CouncilTally($session: ID!) {
    councilTally(session: $session) {
      id
      rounds {
        id
        state
        votedCount
      }
    }
  }
`);

export const SCHEDULE_SESSION = graphql(`
  mutation ScheduleSession($input: ScheduleSessionInput!) {
    scheduleSession(input: $input) {
      __typename
      ... on SessionSaved {
        session {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const SET_ATTENDANCE = graphql(`
  mutation SetAttendance($input: SetAttendanceInput!) {
    setAttendance(input: $input) {
      __typename
      ... on SessionSaved {
        session {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const OPEN_SESSION = graphql(`
  mutation OpenSession($input: SessionActInput!) {
    openSession(input: $input) {
      __typename
      ... on SessionSaved {
        session {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const OPEN_ROUND = graphql(`
  mutation OpenRound($input: SessionActInput!) {
    openRound(input: $input) {
      __typename
      ... on RoundSaved {
        round {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const CLOSE_ROUND = graphql(`
  mutation CloseRound($input: SessionActInput!) {
    closeRound(input: $input) {
      __typename
      ... on RoundSaved {
        round {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const DECLARE_CONFLICT = graphql(`
  mutation DeclareConflict($input: DeclareConflictInput!) {
    declareConflict(input: $input) {
      __typename
      ... on RoundSaved {
        round {
          id
          state
          version
        }
      }
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
