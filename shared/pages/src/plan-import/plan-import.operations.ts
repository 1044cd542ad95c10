import { graphql } from '../generated/gql.js';

export const PREVIEW_PLAN_IMPORT = graphql(`
  mutation PreviewPlanImport($input: PreviewPlanImportInput!) {
    previewPlanImport(input: $input) {
      __typename
      ... on PlanImportPrepared {
        planImport {
          id
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

export const PLAN_IMPORT = graphql(`
  query PlanImport($id: ID!) {
    planImport(id: $id) {
      id
      fileName
      text
      state
      version
      issuer {
        id
        name
        code
      }
      duplicateOf {
        id
        title
        number
        year
      }
      plan {
        id
        title
      }
      warnings {
        code
        message
        section
        start
        end
        severity
      }
      merges {
        id
        kind
        printed
        candidateId
        candidateName
        difference
        decision
      }
      extract {
        number
        symbol
        place
        documentType
        title
        theme
        date {
          year
          month
          day
        }
        period {
          text
          from
          to
        }
        signatory {
          role
          onBehalfOf
          name
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
          printed
          number
          type
          issuer
          subject
          role
          section
          start
          end
          documentId
          date {
            year
            month
            day
          }
        }
        targets {
          key
          text
          section
          kind
          comparator
          value
          unit
          of
          start
          end
        }
        assignments {
          party
          kind
          section
          start
          end
          duties {
            text
            clauses
          }
        }
        campaigns {
          name
          initiatorLevel
          section
          campaignId
          parentName
          start
          end
        }
        recipients {
          text
          kind
          expandsTo
          flagged
        }
      }
    }
  }
`);

export const CONFIRM_PLAN_IMPORT = graphql(`
  mutation ConfirmPlanImport($input: ConfirmPlanImportInput!) {
    confirmPlanImport(input: $input) {
      __typename
      ... on PlanConfirmed {
        plan {
          id
          title
          number
          year
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
