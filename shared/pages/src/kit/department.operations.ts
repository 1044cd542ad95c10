import { graphql } from '../generated/gql.js';

export const DEPARTMENT = graphql(`
  query Department($code: String!) {
    organisation(code: $code) {
      id
      code
      name
      shortName
      headcount
      units {
        id
        name
        kind
      }
      councils {
        id
        name
        kind
      }
    }
  }
`);
