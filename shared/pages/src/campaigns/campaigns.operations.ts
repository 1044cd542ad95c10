import { graphql } from '../generated/gql.js';

export const CAMPAIGN_LIST = graphql(`
  query CampaignList($search: String, $kind: CampaignKind, $organisation: ID, $first: Int!, $after: String) {
    campaigns(search: $search, kind: $kind, organisation: $organisation, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        kind
        initiatorLevel
        periodText
        state
        initiator {
          id
          name
        }
        parent {
          id
          name
          initiatorLevel
        }
        plans(first: 1) {
          totalCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CAMPAIGN_DETAIL = graphql(`
  query CampaignDetail($id: ID!) {
    campaign(id: $id) {
      id
      name
      kind
      initiatorLevel
      periodText
      state
      initiator {
        id
        name
      }
      parent {
        id
        name
        initiatorLevel
        parent {
          id
          name
          initiatorLevel
          parent {
            id
            name
            initiatorLevel
          }
        }
      }
      children(first: 50) {
        totalCount
        nodes {
          id
          name
          initiatorLevel
          children(first: 20) {
            totalCount
            nodes {
              id
              name
              initiatorLevel
            }
          }
        }
      }
      assertions {
        nameAsPrinted
        initiatorLevel
        section
        kind
        plan {
          id
          title
          number
          year
          issuer {
            id
            name
          }
        }
      }
    }
  }
`);
