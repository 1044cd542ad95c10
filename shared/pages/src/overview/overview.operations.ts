import { graphql } from '../generated/gql.js';

export const OVERVIEW_PLANS = graphql(`
  query OverviewPlans($code: String!, $year: Int!) {
    organisation(code: $code) {
      id
      plans(year: $year, first: 5) {
        totalCount
        nodes {
          id
          title
          number
          year
          state
          date {
            year
            month
            day
          }
          assignments {
            id
            party
            duties {
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
`);

export const OVERVIEW_TARGETS = graphql(`
  query OverviewTargets($code: String!, $year: Int!) {
    organisation(code: $code) {
      id
      plans(year: $year, first: 10) {
        nodes {
          id
          targets(first: 100) {
            totalCount
            nodes {
              ...TargetRow
            }
          }
        }
      }
    }
  }
`);

export const OVERVIEW_NOMINATIONS = graphql(`
  query OverviewNominations($code: String!, $year: Int!) {
    organisation(code: $code) {
      id
      draft: nominations(year: $year, state: DRAFT, first: 1) {
        totalCount
      }
      submitted: nominations(year: $year, state: SUBMITTED, first: 1) {
        totalCount
      }
      received: nominations(year: $year, state: RECEIVED, first: 1) {
        totalCount
      }
      appraising: nominations(year: $year, state: APPRAISING, first: 1) {
        totalCount
      }
      returned: nominations(year: $year, state: RETURNED, first: 1) {
        totalCount
      }
      session: nominations(year: $year, state: COUNCIL_SESSION, first: 1) {
        totalCount
      }
      voted: nominations(year: $year, state: VOTED, first: 1) {
        totalCount
      }
      decided: nominations(year: $year, state: DECIDED, first: 1) {
        totalCount
      }
    }
  }
`);

export const OVERVIEW_SESSIONS = graphql(`
  query OverviewSessions($code: String!, $year: Int!) {
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
          rounds {
            id
            state
          }
        }
      }
    }
  }
`);
