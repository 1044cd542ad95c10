import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkDocuments } from './document.check.js';
import { hashOf, hashOfId } from './document.hash.js';

const schema = buildSchema(`
  type Query { person(id: ID!): Person people(order: Order, filter: Filter): [Person!]! }
  type Person { id: ID! name: String boss: Person }
  enum Order { NAME AGE }
  input Filter { unit: ID }`);

const check = (text: string) => checkDocuments(schema, { [hashOf(text)]: text });

describe('a document that a client registers', () => {
  it('is accepted when the graph can serve it', () => {
    expect(check('query People { people(order: NAME) { id name } }')).toEqual([]);
  });

  it('is refused with operation and field when the graph does not have a field', () => {
    const text = 'query Who($id: ID!) { person(id: $id) { id boss { nickname } } }';
    expect(check(text)).toEqual([expect.objectContaining({ hash: hashOf(text), operation: 'Who', field: 'Person.nickname' })]);
    const [problem] = check(text);
    expect(problem!.message.vi).toBe('Đồ thị không có trường «Person.nickname».');
    expect(problem!.message.en).toContain('nickname');
  });

  it.each([
    ['an argument', '{ people(sort: NAME) { id } }', 'Query.people(sort:)'],
    ['an enum value', '{ people(order: HEIGHT) { id } }', 'Order.HEIGHT'],
    ['an input field', '{ people(filter: { team: 1 }) { id } }', 'Filter.team'],
  ])('names %s that the graph does not have', (_what, text, field) => {
    expect(check(text).map((problem) => problem.field)).toContain(field);
  });

  it('is refused when its hash is not the SHA-256 of its text, when it is no GraphQL, or more than one operation', () => {
    expect(checkDocuments(schema, { ['0'.repeat(64)]: '{ people { id } }' })[0]!.message.en).toContain('SHA-256');
    expect(check('query {')[0]!.message.en).toContain('not GraphQL');
    expect(check('query A { people { id } } query B { people { id } }')[0]!.message.en).toContain('exactly one');
  });

  it('PF-07 is refused beyond the limits every operation has', () => {
    const deep = `{ person(id: 1) ${'{ boss '.repeat(11)} { id } ${'}'.repeat(11)} }`;
    expect(check(deep)[0]!.message.en).toMatch(/Beyond the limit depth: 1\d, at most 10/);
  });
});

describe('the name of a document', () => {
  it('is its SHA-256, with or without the word before it', () => {
    const hash = hashOf('{ people { id } }');
    expect(hashOfId(`sha256:${hash}`)).toBe(hash);
    expect(hashOfId(hash)).toBe(hash);
    for (const other of ['', 'sha256:', `md5:${hash}`, hash.toUpperCase(), 7, null]) expect(hashOfId(other)).toBeNull();
  });
});
