import { graphql } from '../generated/gql.js';

export const DECISION_LIST = graphql(`
  query DecisionList($code: String!, $year: Int, $first: Int!, $after: String) {
    organisation(code: $code) {
      id
      decisions(year: $year, first: $first, after: $after) {
        totalCount
        nodes {
          id
          number
          symbol
          date
          state
          title
          signerCapacity
          signerName
          award {
            code
            name
            nameEn
          }
          lines {
            id
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

export const VOTED_NOMINATIONS = graphql(`
  query VotedNominations($code: String!, $year: Int!, $first: Int!, $after: String) {
    organisation(code: $code) {
      id
      nominations(year: $year, state: VOTED, first: $first, after: $after) {
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
          decision {
            id
          }
          votes {
            yes
            total
            needed
            percent
            passed
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

export const DECISION_DETAIL = graphql(`
  query DecisionDetail($id: ID!) {
    decision(id: $id) {
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
        id
        name
        code
      }
      award {
        code
        name
        nameEn
      }
      lines {
        id
        nomineeName
        unit {
          id
          name
        }
      }
    }
  }
`);

export const DRAFT_DECISION = graphql(`
  mutation DraftDecision($input: DraftDecisionInput!) {
    draftDecision(input: $input) {
      __typename
      ... on DecisionSaved {
        decision {
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
