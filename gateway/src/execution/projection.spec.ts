import fc from 'fast-check';
import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { complete } from './completion.js';
import { ANOMALY, compileProjection } from './projection.js';
import { ShapeReader, type Shape } from './shape.js';
import type { Json, JsonObject } from './values.js';

const schema = buildSchema(`
  scalar Any
  enum Colour { RED GREEN }
  interface Named { name: String }
  type A implements Named { name: String  id: ID!  n: Int  f: Float  b: Boolean  any: Any  colour: Colour  many: [[A!]]  strict: [Int!]!  next: A  toString: Any }
  type B implements Named { name: String  hours: Float! }
  union Either = A | B
  type Query { a: A  either: Either  named: [Named]  must: A! }`);

function shapeOf(query: string): Shape {
  const document = parse(query);
  const fragments = new Map(
    document.definitions.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((f) => [f.name.value, f]),
  );
  return new ShapeReader(schema, fragments).root(
    document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!,
  );
}

const QUERY = `query ($s: Boolean) {
  a { id name n f b any colour strict many { id next { name @skip(if: $s) } } x: name next @include(if: $s) { id } }
  either { __typename ... on A { id } ... on B { hours } } named { name ... on B { hours } } must { id strict } }`;

const shape = shapeOf(QUERY);
const { project } = compileProjection(shape);

/** The generated code's answer, or null where it asks for the interpreter. */
function generated(data: JsonObject, variables: Record<string, unknown>): Json {
  try {
    return JSON.parse(project(data, variables, new Map())) as Json;
  } catch (error) {
    if (error === ANOMALY) return null;
    throw error;
  }
}

const junk = fc.oneof(
  fc.constant(null),
  fc.constant(undefined),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(Number),
  fc.boolean(),
  fc.constantFrom<unknown>('RED', 'PURPLE', 'A', [], {}, [null], [[]]),
);
const good = {
  id: fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
  name: fc.string({ unit: 'grapheme' }),
  n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  f: fc.double({ noNaN: true, noDefaultInfinity: true }),
  b: fc.boolean(),
  any: fc.jsonValue(),
  colour: fc.constantFrom('RED', 'GREEN'),
  strict: fc.array(fc.integer({ min: -5, max: 5 })),
};
const objects = fc.letrec((tie) => ({
  a: fc.record(
    {
      __typename: fc.constant('A'),
      many: fc.option(fc.array(fc.option(fc.array(tie('a'), { maxLength: 2 })), { maxLength: 2 })),
      next: fc.option(tie('a'), { depthSize: 'small' }),
      ...good,
    },
    { requiredKeys: ['__typename', 'id', 'strict'] },
  ),
  odd: fc.record(
    {
      __typename: fc.constantFrom('A', 'B', 'C'),
      ...Object.fromEntries([...Object.keys(good), 'many', 'next', 'hours'].map((key) => [key, junk])),
    },
    { requiredKeys: [] },
  ),
}));
const root = (a: fc.Arbitrary<unknown>) => fc.record({ a, either: a, named: fc.option(fc.array(a, { maxLength: 3 })), must: a });
const clean = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

describe('the generated projection', () => {
  it('writes of good data exactly what the interpreter completes, with unicode, deep lists and both ends of numbers', () => {
    fc.assert(
      fc.property(root(objects.a), fc.boolean(), (value, s) => {
        const data = clean(value);
        const expected = complete(data, shape, { s });
        expect(expected.errors).toEqual([]);
        expect(generated(data, { s })).toEqual(JSON.parse(JSON.stringify(expected.data)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives up wherever the interpreter finds something wrong, and agrees with it elsewhere', () => {
    fc.assert(
      fc.property(root(fc.oneof(objects.odd, objects.a, fc.constant(null))), fc.boolean(), (value, s) => {
        const data = clean(value);
        const expected = complete(data, shape, { s });
        const actual = generated(data, { s });
        if (expected.errors.length > 0) expect(actual).toBeNull();
        else if (actual !== null) expect(actual).toEqual(JSON.parse(JSON.stringify(expected.data)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves operations alone whose names must not stand in code; the interpreter answers them', () => {
    const unsafe = shapeOf('{ a { constructor: name toString } }');
    expect(() => compileProjection(unsafe)).toThrow('cannot stand in generated code');
    expect(JSON.stringify(complete({ a: { constructor: 'x' } as never }, unsafe, {}).data)).toBe(
      '{"a":{"constructor":"x","toString":null}}',
    );
  });
});
