import { graphql } from '../generated/gql.js';
import type { ShellInboxQuery } from '../generated/graphql.js';

type Inbox = NonNullable<NonNullable<ShellInboxQuery['viewer']>['inbox']>;
/** One task of the signed-in person. */
export type InboxTask = Omit<Inbox['nodes'][number], '__typename'>;

/** Something came or went; what is asked by `ShellInbox`. */
export const INBOX_CHANGED = graphql(`
  subscription ShellInboxChanged {
    inboxChanged {
      totalCount
    }
  }
`);

export const INBOX = graphql(`
  query ShellInbox($first: Int, $after: String) {
    viewer {
      inbox(first: $first, after: $after) {
        totalCount
        nodes {
          id
          kind
          title
          dueDate
          link
          overdue
          source
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        behind {
          source
          since
        }
      }
    }
  }
`);
