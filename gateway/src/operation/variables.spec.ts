import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { coerceVariables } from './variables.js';

const schema = buildSchema('type Query { product(upc: ID!, first: Int): String }');
const node = parse('query ($upc: ID!, $first: Int = 3) { product(upc: $upc, first: $first) }').definitions.find(
  (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
)!;

it('tells what is wrong with variables that are missing or of another type', () => {
  for (const variables of [{}, { upc: null }, { upc: '1', first: 'two' }, { upc: { a: 1 } }])
    expect(coerceVariables({ schema, node }, variables).faults?.[0]?.extensions['code'], JSON.stringify(variables)).toBe('BAD_USER_INPUT');
});

it('reads variables as the schema does: defaults in, unknown ones out', () => {
  expect({ ...coerceVariables({ schema, node }, { upc: 1, unknown: 'x' }).coerced }).toEqual({ upc: '1', first: 3 });
});
