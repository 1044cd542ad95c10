import { graphql } from '../generated/gql.js';

export const DOSSIER = graphql(`
  query ShellDossier($id: ID!) {
    person(id: $id) {
      fullName
      jobTitle
      unit {
        name
      }
      department {
        name
      }
      postings {
        id
        title
        from
        to
        organisation {
          name
        }
        unit {
          name
        }
      }
      ratings {
        id
        year
        grade
        decisionNumber
        decidedOn
      }
      initiatives {
        id
        title
        year
        decisionNumber
        decidedOn
      }
      nominations {
        id
        year
        state
        statusWord
        award {
          name
          nameEn
        }
      }
      awards(first: 100) {
        nodes {
          id
          year
          awardType {
            name
            nameEn
          }
          decision {
            number
            symbol
            date
          }
        }
      }
    }
  }
`);
