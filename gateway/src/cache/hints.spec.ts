import { parse, Kind, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fetchPolicy, hintsOf, operationPolicy } from './hints.js';

const hints = hintsOf(`
  directive @cacheControl(maxAge: Int, scope: cache__Scope) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  type Query { plans: [Plan] @cacheControl(maxAge: 600, scope: PUBLIC) viewer: Viewer person: Person @cacheControl(maxAge: 600, scope: PUBLIC) }
  type Plan @cacheControl(maxAge: 300, scope: PUBLIC) { id: ID title: String draft: String @cacheControl(maxAge: 0) issuer: Body author: Person }
  type Body { id: ID name: String }
  type Person @cacheControl(maxAge: 60, scope: PRIVATE) { id: ID name: String }
  type Viewer { plans: [Plan] }
`);

const policyOf = (text: string) => {
  const document = parse(text);
  return operationPolicy(
    hints,
    document,
    document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode,
  );
};

describe('hints', () => {
  it.each([
    ['{ plans { id issuer { name } } }', { maxAge: 300, scope: 'PUBLIC' }],
    ['{ plans { ...p } } fragment p on Plan { author { name } }', { maxAge: 60, scope: 'PRIVATE' }],
    ['{ plans { ... on Plan { id } } person { id } }', { maxAge: 60, scope: 'PRIVATE' }],
  ])('keep an operation whose roots all say so, as strictly as the strictest: %s', (text, policy) => {
    expect(policyOf(text)).toEqual(policy);
  });

  it.each([
    '{ viewer { plans { id } } }',
    '{ plans { id } viewer { plans { id } } }',
    '{ plans { draft } }',
    '{ __typename }',
    'mutation { plans }',
  ])('keep nothing without being asked to: %s', (text) => {
    expect(policyOf(text)).toBeNull();
  });

  it.each([
    [
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Plan { title } } }',
      { maxAge: 300, scope: 'PUBLIC' },
    ],
    ['query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Plan { title draft } } }', null],
    ['query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Body { name } } }', null],
    [
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name } ... on Plan { title } } }',
      { maxAge: 60, scope: 'PRIVATE' },
    ],
  ])('of a type keep its entities: %s', (query, policy) => {
    expect(fetchPolicy(hints, query)).toEqual(policy);
  });
});
