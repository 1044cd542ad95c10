import { graphql } from '../generated/gql.js';

export const TARGET_ROW = graphql(`
  fragment TargetRow on Target {
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
      id
    }
    actual {
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
`);

export const TARGET_LIST = graphql(`
  query TargetList($code: String!, $year: Int!) {
    organisation(code: $code) {
      id
      name
      plans(year: $year, first: 20) {
        totalCount
        nodes {
          id
          title
          number
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

export const TARGET_MEMBERS = graphql(`
  query TargetMembers($id: ID!, $list: NumeratorList!, $first: Int!, $after: String) {
    target(id: $id) {
      id
      actual {
        members(list: $list, first: $first, after: $after) {
          totalCount
          nodes {
            label
            detail
            reason
            evidence
            person {
              id
            }
            organisation {
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
  }
`);

export const TARGET_COUNTS = graphql(`
  query TargetCounts($id: ID!) {
    target(id: $id) {
      id
      actual {
        notCounted: members(list: NOT_COUNTED, first: 1) {
          totalCount
        }
        counted: members(list: COUNTED, first: 1) {
          totalCount
        }
        outOfScope: members(list: OUT_OF_SCOPE, first: 1) {
          totalCount
        }
      }
    }
  }
`);
