/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type NominationState =
  | 'APPRAISING'
  | 'COUNCIL_SESSION'
  | 'DECIDED'
  | 'DRAFT'
  | 'RECEIVED'
  | 'REJECTED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'SUPPLEMENT'
  | 'SUSPENDED'
  | 'UNIT_REVIEW'
  | 'VOTED'
  | 'WITHDRAWN';

/** Mức xếp loại hằng năm. */
export type RatingGrade =
  | 'COMPLETED'
  | 'EXCELLENT'
  | 'GOOD'
  | 'NOT_COMPLETED';

export type ShellDossierQueryVariables = Exact<{
  id: string;
}>;


export type ShellDossierQuery = { __typename: 'Query', person: { __typename: 'Person', fullName: string, jobTitle: string | null, unit: { __typename: 'Organisation', name: string } | null, department: { __typename: 'Organisation', name: string } | null, postings: Array<{ __typename: 'Posting', id: string, title: string, from: string, to: string | null, organisation: { __typename: 'Organisation', name: string }, unit: { __typename: 'Organisation', name: string } | null }>, ratings: Array<{ __typename: 'Rating', id: string, year: number, grade: RatingGrade, decisionNumber: string | null, decidedOn: string | null }> | null, initiatives: Array<{ __typename: 'Initiative', id: string, title: string, year: number, decisionNumber: string | null, decidedOn: string | null }> | null, nominations: Array<{ __typename: 'Nomination', id: string, year: number, state: NominationState, statusWord: string, award: { __typename: 'AwardType', name: string, nameEn: string } }> | null, awards: { __typename: 'AwardConnection', nodes: Array<{ __typename: 'Award', id: string, year: number, awardType: { __typename: 'AwardType', name: string, nameEn: string }, decision: { __typename: 'Decision', number: string | null, symbol: string, date: string | null } | null }> } | null } | null };

export type ShellStatisticsQueryVariables = Exact<{
  year: number;
}>;


export type ShellStatisticsQuery = { __typename: 'Query', awardStatistics: { __typename: 'AwardStatistics', rows: Array<{ __typename: 'AwardStatisticsRow', individuals: number, collectives: number, households: number, awardType: { __typename: 'AwardType', code: string, name: string, nameEn: string } }> } | null };

export type ShellCertificateQueryVariables = Exact<{
  code: string;
}>;


export type ShellCertificateQuery = { __typename: 'Query', certificate: { __typename: 'Certificate', status: string, recipientName: string | null, awardName: string | null, decisionNumber: string | null, decisionDate: string | null, issuer: { __typename: 'Organisation', name: string } | null } | null };

export type ShellInboxChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ShellInboxChangedSubscription = { inboxChanged: { __typename: 'InboxChange', totalCount: number } | null };

export type ShellInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ShellInboxQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', inbox: { __typename: 'InboxConnection', totalCount: number, nodes: Array<{ __typename: 'InboxItem', id: string, kind: string, title: string, dueDate: string | null, link: string, overdue: boolean, source: string }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, behind: Array<{ __typename: 'FeedState', source: string, since: string }> } } | null };

export type ShellViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', permissions: Array<string>, person: { __typename: 'Person', id: string, fullName: string } | null, department: { __typename: 'Organisation', id: string, code: string | null, name: string } | null, roles: Array<{ __typename: 'RoleGrant', role: string, label: string, scope:
        | { __typename: 'Bloc', id: string, name: string }
        | { __typename: 'Council', id: string, name: string }
        | { __typename: 'Organisation', id: string, name: string }
       }>, inbox: { __typename: 'InboxConnection', totalCount: number } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ShellDossierDocument = new TypedDocumentString(`
    query ShellDossier($id: ID!) {
  __typename
  person(id: $id) {
    __typename
    fullName
    jobTitle
    unit {
      __typename
      name
    }
    department {
      __typename
      name
    }
    postings {
      __typename
      id
      title
      from
      to
      organisation {
        __typename
        name
      }
      unit {
        __typename
        name
      }
    }
    ratings {
      __typename
      id
      year
      grade
      decisionNumber
      decidedOn
    }
    initiatives {
      __typename
      id
      title
      year
      decisionNumber
      decidedOn
    }
    nominations {
      __typename
      id
      year
      state
      statusWord
      award {
        __typename
        name
        nameEn
      }
    }
    awards(first: 100) {
      __typename
      nodes {
        __typename
        id
        year
        awardType {
          __typename
          name
          nameEn
        }
        decision {
          __typename
          number
          symbol
          date
        }
      }
    }
  }
}
    `, {"hash":"sha256:851ab250bfb7a6345d3cfc08be41fbcfde855b8c9ad150c8df1a63e6e5a16e10"}) as unknown as TypedDocumentString<ShellDossierQuery, ShellDossierQueryVariables>;
export const ShellStatisticsDocument = new TypedDocumentString(`
    query ShellStatistics($year: Int!) {
  __typename
  awardStatistics(year: $year) {
    __typename
    rows {
      __typename
      awardType {
        __typename
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
    `, {"hash":"sha256:efbf265ee9735e61b8ef535bdf0e107da2da8e860453b0bda7acdbeb79596ddd"}) as unknown as TypedDocumentString<ShellStatisticsQuery, ShellStatisticsQueryVariables>;
export const ShellCertificateDocument = new TypedDocumentString(`
    query ShellCertificate($code: String!) {
  __typename
  certificate(code: $code) {
    __typename
    status
    recipientName
    awardName
    decisionNumber
    decisionDate
    issuer {
      __typename
      name
    }
  }
}
    `, {"hash":"sha256:b6d60fe1d02173076cfca9d5065bd3e15830a0a94359d857d21a37e667107c87"}) as unknown as TypedDocumentString<ShellCertificateQuery, ShellCertificateQueryVariables>;
export const ShellInboxChangedDocument = new TypedDocumentString(`
    subscription ShellInboxChanged {
  inboxChanged {
    __typename
    totalCount
  }
}
    `, {"hash":"sha256:f5fc207bf95834967aa06353d0b79c4228e1c33561ffb0e39b8b0b4a6835028a"}) as unknown as TypedDocumentString<ShellInboxChangedSubscription, ShellInboxChangedSubscriptionVariables>;
export const ShellInboxDocument = new TypedDocumentString(`
    query ShellInbox($first: Int, $after: String) {
  __typename
  viewer {
    __typename
    inbox(first: $first, after: $after) {
      __typename
      totalCount
      nodes {
        __typename
        id
        kind
        title
        dueDate
        link
        overdue
        source
      }
      pageInfo {
        __typename
        hasNextPage
        endCursor
      }
      behind {
        __typename
        source
        since
      }
    }
  }
}
    `, {"hash":"sha256:d1564dafee2dbdc84eda946922862c594315ba7c76806d5531e3a15474abe16d"}) as unknown as TypedDocumentString<ShellInboxQuery, ShellInboxQueryVariables>;
export const ShellViewerDocument = new TypedDocumentString(`
    query ShellViewer {
  __typename
  viewer {
    __typename
    person {
      __typename
      id
      fullName
    }
    permissions
    department {
      __typename
      id
      code
      name
    }
    roles {
      __typename
      role
      label
      scope {
        __typename
        id
        name
      }
    }
    inbox(first: 1) {
      __typename
      totalCount
    }
  }
}
    `, {"hash":"sha256:e74bab1c65294d7e927a1e7c30add12b92e89671bfcc16396c03dac165981ed4"}) as unknown as TypedDocumentString<ShellViewerQuery, ShellViewerQueryVariables>;