import { buildSchema, validate, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AssertedActor } from '@thidua/contracts';
import { contractOf, FIRST_CONTRACTS, type Contract } from './contract.js';
import { contractGraph } from './contract.schema.js';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const contract = (id: string): Contract => FIRST_CONTRACTS.find((one) => one.id === id)!;

const API = `
  type Query { news: News person(id: ID!): Person sums(year: Year): Sums hidden(filter: Secret): News }
  type Mutation { rate(id: ID!): Rating }
  type News { title: String }
  type Person { name: String rating: Rating awards: [Award] }
  type Rating { stars: Int }
  type Award implements Node { id: ID! }
  interface Node { id: ID! }
  type Sums { total: Int detail: Detail }
  type Detail { text: String }
  input Secret { word: String }
  scalar Year
  union Found = Person | News`;
const SUPERGRAPH = `
  type Query {
    news: News @tag(name: "allow/public")
    person: Person @tag(name: "allow/person/read")
    sums: Sums @tag(name: "allow/statistics/read") @tag(name: "contract/public")
    hidden: News @tag(name: "allow/public") @tag(name: "contract/not-public")
  }
  type Mutation { rate: Rating @tag(name: "allow/rating/write") }
  type Person { name: String rating: Rating @tag(name: "allow/rating/read") awards: [Award] }
  type Detail @tag(name: "contract/not-public") { text: String }`;

const fields = (id: string): string[] => {
  const { schema } = contractGraph(SUPERGRAPH, API, contract(id));
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
};

describe('the contract of a caller', () => {
  const actor = (kind: AssertedActor['kind'], id: string): AssertedActor => ({ kind, id, name: id, roles: [] });
  const contracts = FIRST_CONTRACTS.map((one) => (one.id === 'ministry' ? { ...one, clients: ['BNV'] } : one));

  it.each([
    ['public', 'public', 'public'],
    ['person', 'LAN', 'department'],
    ['client', 'BAO', 'integrator'],
    ['client', 'BNV', 'ministry'],
  ] as const)('%s %s has the one for %s', (kind, id, contract) => {
    expect(contractOf(actor(kind, id), contracts)?.id).toBe(contract);
  });
});

describe('the graph of one audience', () => {
  it('is what its permissions allow, without types that nothing leads to', () => {
    expect(fields('public')).toEqual(['News.title', 'Query.news', 'Query.sums', 'Sums.total']);
    expect(fields('integrator')).toEqual([
      'Award.id',
      'Detail.text',
      'News.title',
      'Node.id',
      'Person.awards',
      'Person.name',
      'Query.hidden',
      'Query.news',
      'Query.person',
      'Query.sums',
      'Secret.word',
      'Sums.detail',
      'Sums.total',
    ]);
  });

  it('of departments is everything clients see', () => {
    const { schema } = contractGraph(SUPERGRAPH, API, contract('department'));
    expect(Object.keys(buildSchema(API).getTypeMap()).filter((name) => !(name in schema.getTypeMap()) && name !== 'Found')).toEqual([]);
  });

  it.each(FIRST_CONTRACTS)('$id of the real graph is a valid schema', (one) => {
    const { schema, sdl } = contractGraph(read('supergraph.graphql'), read('api.graphql'), one);
    expect(() => buildSchema(sdl)).not.toThrow();
    expect(Object.keys(schema.getQueryType()!.getFields()).length).toBeGreaterThan(0);
  });

  it('hides types an audience could reach, with their connections', () => {
    const sdl =
      'type Query { a: A all: AConnection b: B } type A { x: Int } type AConnection { nodes: [A] total: Int } type B { a: A y: Int }';
    const hiding = { ...contract('public'), access: ['*'], hides: ['A'] };
    expect(contractGraph('type Query { a: Int }', sdl, hiding).sdl).toBe('type B {\n  y: Int\n}\n\ntype Query {\n  b: B\n}\n');
  });

  it('J-13 all that integrators were promised is in their contract', () => {
    const { schema } = contractGraph(read('supergraph.graphql'), read('api.graphql'), contract('integrator'));
    const promised = parse(readFileSync(new URL('../../../../test/supergraph/contract.graphql', import.meta.url), 'utf8'));
    expect(validate(schema, promised).map(({ message }) => message)).toEqual([]);
  });

  it('PF-05 the public sees certificates and who issued them, nobody’s name beside', () => {
    const { schema } = contractGraph(read('supergraph.graphql'), read('api.graphql'), contract('public'));
    const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(types).toContain('Certificate');
    expect(types.filter((name) => /Person|Nomination|Plan|Rating|Vote/.test(name))).toEqual([]);
  });

  it('PF-05 J-13 an integrator does not see what concerns drafts, votes and ratings; it sees the walk over four subgraphs', () => {
    const { schema } = contractGraph(read('supergraph.graphql'), read('api.graphql'), contract('integrator'));
    expect(['Nomination', 'CouncilSession', 'VotingRound', 'BallotChoiceInput'].filter((name) => schema.getType(name))).toEqual([]);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).not.toContain('castBallots');
    expect(validate(schema, parse('{ organisation(code: "SKHCN") { plans { nodes { campaigns { nodes { name } } } } } }'))).toEqual([]);
  });
});
