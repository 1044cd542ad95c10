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
    "query ShellDossier($id: ID!) {\n  person(id: $id) {\n    fullName jobTitle unit { name } department { name }\n    postings { id title from to organisation { name } unit { name } }\n    ratings { id year grade decisionNumber decidedOn }\n    initiatives { id title year decisionNumber decidedOn }\n    nominations { id year state statusWord award { name nameEn } }\n    awards(first: 100) { nodes { id year awardType { name nameEn } decision { number symbol date } } }\n  }\n}": typeof types.ShellDossierDocument,
    "query ShellStatistics($year: Int!) {\n  awardStatistics(year: $year) { rows { awardType { code name nameEn } individuals collectives households } }\n}": typeof types.ShellStatisticsDocument,
    "query ShellCertificate($code: String!) {\n  certificate(code: $code) { status recipientName awardName decisionNumber decisionDate issuer { name } }\n}": typeof types.ShellCertificateDocument,
    "\n  subscription ShellInboxChanged {\n    inboxChanged {\n      totalCount\n    }\n  }\n": typeof types.ShellInboxChangedDocument,
    "\n  query ShellInbox($first: Int, $after: String) {\n    viewer {\n      inbox(first: $first, after: $after) {\n        totalCount\n        nodes {\n          id\n          kind\n          title\n          dueDate\n          link\n          overdue\n          source\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        behind {\n          source\n          since\n        }\n      }\n    }\n  }\n": typeof types.ShellInboxDocument,
    "\n  query ShellViewer {\n    viewer {\n      person {\n        id\n        fullName\n      }\n      permissions\n      department {\n        id\n        code\n        name\n      }\n      roles {\n        role\n        label\n        scope {\n          id\n          name\n        }\n      }\n      inbox(first: 1) {\n        totalCount\n      }\n    }\n  }\n": typeof types.ShellViewerDocument,
};
const documents: Documents = {
    "query ShellDossier($id: ID!) {\n  person(id: $id) {\n    fullName jobTitle unit { name } department { name }\n    postings { id title from to organisation { name } unit { name } }\n    ratings { id year grade decisionNumber decidedOn }\n    initiatives { id title year decisionNumber decidedOn }\n    nominations { id year state statusWord award { name nameEn } }\n    awards(first: 100) { nodes { id year awardType { name nameEn } decision { number symbol date } } }\n  }\n}": types.ShellDossierDocument,
    "query ShellStatistics($year: Int!) {\n  awardStatistics(year: $year) { rows { awardType { code name nameEn } individuals collectives households } }\n}": types.ShellStatisticsDocument,
    "query ShellCertificate($code: String!) {\n  certificate(code: $code) { status recipientName awardName decisionNumber decisionDate issuer { name } }\n}": types.ShellCertificateDocument,
    "\n  subscription ShellInboxChanged {\n    inboxChanged {\n      totalCount\n    }\n  }\n": types.ShellInboxChangedDocument,
    "\n  query ShellInbox($first: Int, $after: String) {\n    viewer {\n      inbox(first: $first, after: $after) {\n        totalCount\n        nodes {\n          id\n          kind\n          title\n          dueDate\n          link\n          overdue\n          source\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        behind {\n          source\n          since\n        }\n      }\n    }\n  }\n": types.ShellInboxDocument,
    "\n  query ShellViewer {\n    viewer {\n      person {\n        id\n        fullName\n      }\n      permissions\n      department {\n        id\n        code\n        name\n      }\n      roles {\n        role\n        label\n        scope {\n          id\n          name\n        }\n      }\n      inbox(first: 1) {\n        totalCount\n      }\n    }\n  }\n": types.ShellViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ShellDossier($id: ID!) {\n  person(id: $id) {\n    fullName jobTitle unit { name } department { name }\n    postings { id title from to organisation { name } unit { name } }\n    ratings { id year grade decisionNumber decidedOn }\n    initiatives { id title year decisionNumber decidedOn }\n    nominations { id year state statusWord award { name nameEn } }\n    awards(first: 100) { nodes { id year awardType { name nameEn } decision { number symbol date } } }\n  }\n}"): typeof import('./graphql.js').ShellDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ShellStatistics($year: Int!) {\n  awardStatistics(year: $year) { rows { awardType { code name nameEn } individuals collectives households } }\n}"): typeof import('./graphql.js').ShellStatisticsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ShellCertificate($code: String!) {\n  certificate(code: $code) { status recipientName awardName decisionNumber decisionDate issuer { name } }\n}"): typeof import('./graphql.js').ShellCertificateDocument;
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
