import type { GraphDocument } from '@thidua/web';

export interface InboxTask {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly dueDate: string | null;
  readonly link: string;
  readonly overdue: boolean;
  readonly source: string;
}

export interface InboxAnswer {
  readonly viewer: {
    readonly inbox: {
      readonly totalCount: number;
      readonly nodes: readonly InboxTask[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly behind: readonly { readonly source: string; readonly since: string }[];
    } | null;
  } | null;
}

export const INBOX = `query ShellInbox($first: Int, $after: String) {
  viewer { inbox(first: $first, after: $after) {
    totalCount
    nodes { id kind title dueDate link overdue source }
    pageInfo { hasNextPage endCursor }
    behind { source since }
  } }
}` as unknown as GraphDocument<InboxAnswer, { first: number; after?: string | null }>;
