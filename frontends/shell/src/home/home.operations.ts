import { graphql } from '../generated/gql.js';

export const STATISTICS = graphql(`
  query ShellStatistics($year: Int!) {
    awardStatistics(year: $year) {
      rows {
        awardType {
          code
          name
          nameEn
        }
        individuals
        collectives
        households
      }
    }
  }
`);

export const CERTIFICATE = graphql(`
  query ShellCertificate($code: String!) {
    certificate(code: $code) {
      status
      recipientName
      awardName
      decisionNumber
      decisionDate
      issuer {
        name
      }
    }
  }
`);
