import { graphql } from '../generated/gql.js';

export const AWARD_TYPES = graphql(`
  query AwardTypes {
    awardTypes {
      code
      name
      nameEn
      kind
      level
      recipients
      citation
    }
  }
`);

export const NOMINATION_LIST = graphql(`
  query NominationList(
    $code: String!
    $year: Int!
    $award: String
    $state: NominationState
    $search: String
    $first: Int!
    $after: String
  ) {
    organisation(code: $code) {
      id
      nominations(year: $year, award: $award, state: $state, search: $search, first: $first, after: $after) {
        totalCount
        nodes {
          id
          nomineeName
          state
          statusWord
          version
          dueDate
          petitionNotice
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
  }
`);

export const PEOPLE_SEARCH = graphql(`
  query PeopleSearch($code: String!, $search: String, $first: Int!, $after: String) {
    organisation(code: $code) {
      id
      people(search: $search, first: $first, after: $after) {
        totalCount
        nodes {
          id
          fullName
          jobTitle
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

export const CHECK_PARTS = graphql(`
  fragment CheckParts on EligibilityCheck {
    rule
    label
    article
    severity
    verdict
    need
    have
    evidence {
      id
      label
      link
    }
  }
`);

export const ELIGIBILITY_PARTS = graphql(`
  fragment EligibilityParts on Eligibility {
    verdict
    year
    award {
      code
      name
      nameEn
    }
    ruleSet {
      id
      validFrom
      validTo
      source
      status
      enabled
    }
    checks {
      ...CheckParts
      alternatives {
        ...CheckParts
      }
    }
  }
`);

export const PERSON_ELIGIBILITY = graphql(`
  query PersonEligibility($id: ID!, $award: String!, $year: Int!) {
    person(id: $id) {
      id
      fullName
      jobTitle
      unit {
        id
        name
      }
      eligibility(award: $award, year: $year) {
        ...EligibilityParts
      }
      awards(first: 20) {
        totalCount
        nodes {
          id
          year
          status
          awardType {
            code
            name
            nameEn
            level
          }
          decision {
            id
            number
            date
          }
        }
      }
    }
  }
`);

export const UNIT_ELIGIBILITY = graphql(`
  query UnitEligibility($id: ID!, $award: String!, $year: Int!) {
    organisation(id: $id) {
      id
      name
      eligibility(award: $award, year: $year) {
        ...EligibilityParts
      }
      awards(first: 20) {
        totalCount
        nodes {
          id
          year
          status
          awardType {
            code
            name
            nameEn
            level
          }
          decision {
            id
            number
            date
          }
        }
      }
    }
  }
`);

export const QUOTA = graphql(`
  query Quota($code: String!, $award: String!, $year: Int!, $base: Int) {
    organisation(code: $code) {
      id
      quota(award: $award, year: $year, base: $base) {
        limit
        used
        base
        basis
        source
        overrun
        percent
        conflict
        award {
          code
          name
          nameEn
        }
      }
    }
  }
`);

export const NOMINATION_DETAIL = graphql(`
  query NominationDetail($id: ID!) {
    nomination(id: $id) {
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
        code
        name
        nameEn
      }
      nominee {
        __typename
        ... on Person {
          id
          jobTitle
        }
        ... on Organisation {
          id
        }
      }
      organisation {
        id
        name
      }
      unit {
        id
        name
      }
      proposedBy {
        id
        fullName
      }
      eligibility {
        ...EligibilityParts
      }
      parts {
        code
        name
        required
        present
        note
      }
      history {
        at
        from
        to
        actorName
        role
        reason
      }
      votes {
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
        id
        number
        date
        state
      }
    }
  }
`);
