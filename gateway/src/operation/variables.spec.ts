import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { variableReader } from './variables.js';

const schema = buildSchema(`
  scalar Anything
  enum Colour { RED GREEN }
  input Filter { text: String! = "x", colour: Colour, below: [Filter!] }
  type Query { a(s: String, id: ID, n: Int, f: Float, b: Boolean, c: Colour, l: [Int!], ll: [[String]], i: Filter, j: Anything): String }`);
const operation = (text: string) =>
  parse(text).definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!;
const TYPES = [
  'String',
  'String!',
  'ID!',
  'Int',
  'Int!',
  'Float',
  'Boolean!',
  'Colour',
  '[Int!]',
  '[Int!]!',
  '[[String]]',
  'Filter',
  'Anything',
];
const DEFAULTS: Record<string, string> = { String: '"d"', Int: '7', Colour: 'RED', '[Int!]': '[1]', Filter: '{ colour: GREEN }' };

const value = fc.oneof(
  fc.constantFrom<unknown>(
    'RED',
    'BLUE',
    'text',
    1,
    -1,
    2 ** 31,
    1.5,
    Number.NaN,
    true,
    null,
    undefined,
    [],
    [1],
    [1, null],
    [['a', null], null],
    {},
  ),
  fc.record({ text: fc.constantFrom('t', 1, null), colour: fc.constantFrom('GREEN', 'no'), more: fc.constant(1) }, { requiredKeys: [] }),
);
const question = fc.array(fc.record({ type: fc.constantFrom(...TYPES), withDefault: fc.boolean(), value, given: fc.boolean() }), {
  maxLength: 4,
});

it('reads any variables as graphql-js does, word for word where they are wrong', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const declared = asked.map(
        ({ type, withDefault }, i) => `$v${i}: ${type}${withDefault && DEFAULTS[type] ? ` = ${DEFAULTS[type]}` : ''}`,
      );
      const node = operation(`query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { __typename }`);
      const given = { unknown: 1, ...Object.fromEntries(asked.flatMap((one, i) => (one.given ? [[`v${i}`, one.value]] : []))) };
      const expected = getVariableValues(schema, node.variableDefinitions ?? [], given, { maxErrors: 20 });
      const actual = variableReader(schema, node)(given);
      expect(actual.faults?.map(({ message }) => message)).toEqual(expected.errors?.map(({ message }) => message));
      expect(actual.coerced).toEqual(expected.coerced);
    }),
    { numRuns: 1_000 },
  );
});

it('takes nothing from a prototype', () => {
  const read = variableReader(schema, operation('query ($toString: String, $constructor: String = "d") { __typename }'));
  expect(JSON.stringify(read({}).coerced)).toBe('{"constructor":"d"}');
});
