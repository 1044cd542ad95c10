import { graphql } from '../generated/gql.js';

export const VIEWER = graphql(`
  query ShellViewer {
    viewer {
      person {
        id
        fullName
      }
      permissions
      department {
        id
        code
        name
      }
      roles {
        role
        label
        scope {
          id
          name
        }
      }
      inbox(first: 1) {
        totalCount
      }
    }
  }
`);
