/** What is asked during the hunt: public, shared and personal answers, of one and of all subgraphs. */
export const QUESTIONS: readonly { name: string; query: string; variables?: Record<string, unknown> }[] = [
  { name: 'awardTypes', query: '{ awardTypes { code name level } }' },
  {
    name: 'certificate',
    query: 'query C($code: String!) { certificate(code: $code) { status recipientName awardName decisionNumber issuer { id name } } }',
  },
  {
    name: 'organisation',
    query:
      '{ organisation(code: "SNV") { id code name parent { name } councils { id } people(first: 3) { nodes { unit { parent { name } } } } } }',
  },
  { name: 'statistics', query: '{ awardStatistics(year: 2025) { rows { awardType { code name } individuals collectives households } } }' },
  {
    name: 'longWalk',
    query: `{ organisation(code: "SNV") { id name plans(year: 2025, first: 5) { totalCount nodes { id title issuer { name }
      targets(first: 50) { nodes { id text actual { value numerator denominator } status statusWord } } } }
      awards(year: 2025, first: 20) { totalCount nodes { id awardType { name } nominee { __typename ... on Person { id fullName } ... on Organisation { id name } } } } } }`,
  },
  { name: 'anotherWalk', query: '{ plans(year: 2025, first: 20) { totalCount nodes { id title issuer { id name } } } }' },
  {
    name: 'staff',
    query: '{ organisation(code: "SKHCN") { people(first: 50) { totalCount nodes { id fullName jobTitle unit { name } } } } }',
  },
  {
    name: 'eligibility',
    query: `{ organisation(code: "SKHCN") { people(first: 5) { nodes { id eligibility(award: "LDTT", year: 2025) { verdict checks { rule need have } } } } } }`,
  },
  {
    name: 'nomination',
    query: 'query N($nomination: ID!) { nomination(id: $nomination) { id achievement state nomineeName award { name } } }',
  },
  { name: 'viewer', query: '{ viewer { client permissions person { id fullName } roles { role scope { id name } } } }' },
  {
    // The viewer is never kept, the entities beside it are.
    name: 'besideViewer',
    query: `{ viewer { client } organisation(code: "SNV") { name plans(year: 2025, first: 5) { nodes { title issuer { name } targets(first: 3) { nodes { text } } } }
      awards(year: 2025, first: 5) { nodes { awardType { name } nominee { ... on Person { fullName unit { name parent { name } } } } } } } }`,
  },
  { name: 'blocs', query: '{ blocs { id name } }' },
];
