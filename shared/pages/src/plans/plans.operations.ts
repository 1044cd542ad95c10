import { graphql } from '../generated/gql.js';

export const PLAN_LIST = graphql(`
  query PlanList($organisation: ID!, $year: Int, $search: String, $first: Int!, $after: String) {
    plans(organisation: $organisation, year: $year, search: $search, first: $first, after: $after) {
      totalCount
      nodes {
        id
        number
        symbol
        title
        documentType
        theme
        year
        state
        date {
          year
          month
          day
        }
        issuer {
          id
          name
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
`);

export const PLAN_DETAIL = graphql(`
  query PlanDetail($id: ID!) {
    plan(id: $id) {
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
        year
        month
        day
      }
      issuer {
        id
        name
        code
      }
      unit {
        id
        name
      }
      signatory {
        role
        onBehalfOf
        name
      }
      period {
        text
        from
        to
      }
      sections {
        id
        label
        heading
        level
        start
        end
      }
      citations {
        role
        printed
        section
        start
        end
        document {
          id
          name
          number
          type
          status
        }
      }
      campaigns(first: 50) {
        totalCount
        nodes {
          id
          name
          kind
          initiatorLevel
        }
      }
      assignments {
        id
        party
        kind
        section
        organisation {
          id
          name
        }
        duties {
          id
          text
          clauses
          dueDate
          state
          version
        }
      }
      recipients {
        text
        kind
        expandsTo
        flagged
      }
      warnings {
        code
        message
        section
        start
        end
        severity
      }
    }
  }
`);

export const PLAN_TARGET_COUNT = graphql(`
  query PlanTargetCount($id: ID!) {
    plan(id: $id) {
      id
      targets(first: 1) {
        totalCount
      }
    }
  }
`);

export const ISSUE_PLAN = graphql(`
  mutation IssuePlan($input: IssuePlanInput!) {
    issuePlan(input: $input) {
      __typename
      ... on PlanIssued {
        plan {
          id
          number
          state
          version
          date {
            year
            month
            day
          }
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

export const COMPLETE_DUTY = graphql(`
  mutation CompleteDuty($input: CompleteDutyInput!) {
    completeDuty(input: $input) {
      __typename
      ... on DutyCompleted {
        duty {
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
