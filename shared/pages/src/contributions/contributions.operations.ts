import { graphql } from '../generated/gql.js';

export const RECENT_INITIATIVES = graphql(`
  query RecentInitiatives($code: String!, $year: Int!, $first: Int!) {
    organisation(code: $code) {
      id
      name
    }
    initiatives(year: $year, first: $first) {
      totalCount
      nodes {
        id
        title
        state
        organisation {
          id
          name
        }
        decisionNumber
        decidedOn
      }
    }
  }
`);

export const PERSON_INITIATIVES = graphql(`
  query PersonInitiatives($id: ID!) {
    person(id: $id) {
      id
      initiatives {
        id
        title
        year
        influenceScope
      }
    }
  }
`);

export const CAMPAIGN_FOLLOWERS = graphql(`
  query CampaignFollowers($id: ID!) {
    campaign(id: $id) {
      id
      children(first: 10) {
        totalCount
        nodes {
          id
          name
          initiator {
            id
            name
          }
        }
      }
    }
  }
`);

export const FIND_CAMPAIGNS = graphql(`
  query FindCampaigns($search: String!) {
    campaigns(search: $search, first: 6) {
      nodes {
        id
        name
        initiator {
          id
          name
        }
      }
    }
  }
`);

export const AWARDED_THIS_YEAR = graphql(`
  query AwardedThisYear($year: Int!) {
    awardStatistics(year: $year) {
      rows {
        individuals
        collectives
        households
      }
    }
  }
`);
