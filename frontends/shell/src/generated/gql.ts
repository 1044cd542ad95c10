/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ShellDossier($id: ID!) {\n    person(id: $id) {\n      fullName\n      jobTitle\n      unit {\n        name\n      }\n      department {\n        name\n      }\n      postings {\n        id\n        title\n        from\n        to\n        organisation {\n          name\n        }\n        unit {\n          name\n        }\n      }\n      ratings {\n        id\n        year\n        grade\n        decisionNumber\n        decidedOn\n      }\n      initiatives {\n        id\n        title\n        year\n        decisionNumber\n        decidedOn\n      }\n      nominations {\n        id\n        year\n        state\n        statusWord\n        award {\n          name\n          nameEn\n        }\n      }\n      awards(first: 100) {\n        nodes {\n          id\n          year\n          awardType {\n            name\n            nameEn\n          }\n          decision {\n            number\n            symbol\n            date\n          }\n        }\n      }\n    }\n  }\n": typeof types.ShellDossierDocument,
    "\n  query ShellStatistics($year: Int!) {\n    awardStatistics(year: $year) {\n      rows {\n        awardType {\n          code\n          name\n          nameEn\n        }\n        individuals\n        collectives\n        households\n      }\n    }\n  }\n": typeof types.ShellStatisticsDocument,
    "\n  query ShellCertificate($code: String!) {\n    certificate(code: $code) {\n      status\n      recipientName\n      awardName\n      decisionNumber\n      decisionDate\n      issuer {\n        name\n      }\n    }\n  }\n": typeof types.ShellCertificateDocument,
    "\n  subscription ShellInboxChanged {\n    inboxChanged {\n      totalCount\n    }\n  }\n": typeof types.ShellInboxChangedDocument,
    "\n  query ShellInbox($first: Int, $after: String) {\n    viewer {\n      inbox(first: $first, after: $after) {\n        totalCount\n        nodes {\n          id\n          kind\n          title\n          dueDate\n          link\n          overdue\n          source\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        behind {\n          source\n          since\n        }\n      }\n    }\n  }\n": typeof types.ShellInboxDocument,
    "\n  query ShellViewer {\n    viewer {\n      person {\n        id\n        fullName\n      }\n      permissions\n      department {\n        id\n        code\n        name\n      }\n      roles {\n        role\n        label\n        scope {\n          id\n          name\n        }\n      }\n      inbox(first: 1) {\n        totalCount\n      }\n    }\n  }\n": typeof types.ShellViewerDocument,
};
const documents: Documents = {
    "\n  query ShellDossier($id: ID!) {\n    person(id: $id) {\n      fullName\n      jobTitle\n      unit {\n        name\n      }\n      department {\n        name\n      }\n      postings {\n        id\n        title\n        from\n        to\n        organisation {\n          name\n        }\n        unit {\n          name\n        }\n      }\n      ratings {\n        id\n        year\n        grade\n        decisionNumber\n        decidedOn\n      }\n      initiatives {\n        id\n        title\n        year\n        decisionNumber\n        decidedOn\n      }\n      nominations {\n        id\n        year\n        state\n        statusWord\n        award {\n          name\n          nameEn\n        }\n      }\n      awards(first: 100) {\n        nodes {\n          id\n          year\n          awardType {\n            name\n            nameEn\n          }\n          decision {\n            number\n            symbol\n            date\n          }\n        }\n      }\n    }\n  }\n": types.ShellDossierDocument,
    "\n  query ShellStatistics($year: Int!) {\n    awardStatistics(year: $year) {\n      rows {\n        awardType {\n          code\n          name\n          nameEn\n        }\n        individuals\n        collectives\n        households\n      }\n    }\n  }\n": types.ShellStatisticsDocument,
    "\n  query ShellCertificate($code: String!) {\n    certificate(code: $code) {\n      status\n      recipientName\n      awardName\n      decisionNumber\n      decisionDate\n      issuer {\n        name\n      }\n    }\n  }\n": types.ShellCertificateDocument,
    "\n  subscription ShellInboxChanged {\n    inboxChanged {\n      totalCount\n    }\n  }\n": types.ShellInboxChangedDocument,
    "\n  query ShellInbox($first: Int, $after: String) {\n    viewer {\n      inbox(first: $first, after: $after) {\n        totalCount\n        nodes {\n          id\n          kind\n          title\n          dueDate\n          link\n          overdue\n          source\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        behind {\n          source\n          since\n        }\n      }\n    }\n  }\n": types.ShellInboxDocument,
    "\n  query ShellViewer {\n    viewer {\n      person {\n        id\n        fullName\n      }\n      permissions\n      department {\n        id\n        code\n        name\n      }\n      roles {\n        role\n        label\n        scope {\n          id\n          name\n        }\n      }\n      inbox(first: 1) {\n        totalCount\n      }\n    }\n  }\n": types.ShellViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellDossier($id: ID!) {\n    person(id: $id) {\n      fullName\n      jobTitle\n      unit {\n        name\n      }\n      department {\n        name\n      }\n      postings {\n        id\n        title\n        from\n        to\n        organisation {\n          name\n        }\n        unit {\n          name\n        }\n      }\n      ratings {\n        id\n        year\n        grade\n        decisionNumber\n        decidedOn\n      }\n      initiatives {\n        id\n        title\n        year\n        decisionNumber\n        decidedOn\n      }\n      nominations {\n        id\n        year\n        state\n        statusWord\n        award {\n          name\n          nameEn\n        }\n      }\n      awards(first: 100) {\n        nodes {\n          id\n          year\n          awardType {\n            name\n            nameEn\n          }\n          decision {\n            number\n            symbol\n            date\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShellDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellStatistics($year: Int!) {\n    awardStatistics(year: $year) {\n      rows {\n        awardType {\n          code\n          name\n          nameEn\n        }\n        individuals\n        collectives\n        households\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShellStatisticsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellCertificate($code: String!) {\n    certificate(code: $code) {\n      status\n      recipientName\n      awardName\n      decisionNumber\n      decisionDate\n      issuer {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShellCertificateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ShellInboxChanged {\n    inboxChanged {\n      totalCount\n    }\n  }\n"): typeof import('./graphql.js').ShellInboxChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellInbox($first: Int, $after: String) {\n    viewer {\n      inbox(first: $first, after: $after) {\n        totalCount\n        nodes {\n          id\n          kind\n          title\n          dueDate\n          link\n          overdue\n          source\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        behind {\n          source\n          since\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShellInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellViewer {\n    viewer {\n      person {\n        id\n        fullName\n      }\n      permissions\n      department {\n        id\n        code\n        name\n      }\n      roles {\n        role\n        label\n        scope {\n          id\n          name\n        }\n      }\n      inbox(first: 1) {\n        totalCount\n      }\n    }\n  }\n"): typeof import('./graphql.js').ShellViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
