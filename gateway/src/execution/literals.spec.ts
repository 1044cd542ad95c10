import fc from 'fast-check';
import { buildSchema, graphqlSync, Kind, parse, print, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { liftLiterals, type LiftedOperation } from './literals.js';

const schema = buildSchema(`
  scalar LocalDate
  enum Colour { RED GREEN }
  input Wish { text: String! = "w" n: Int f: Float id: ID colour: Colour = GREEN colours: [Colour!] below: [Wish!] day: LocalDate }
  type Query { echo(id: ID, n: Int = 5, need: Int! = 6, f: Float, s: String, b: Boolean, c: Colour, cs: [Colour], ll: [[Int]], w: Wish, day: LocalDate): String me: Query }`);
const rootValue = { echo: (args: unknown) => JSON.stringify(args), me: () => rootValue };

const operationOf = (document: DocumentNode) =>
  document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!;
function lift(text: string, name?: string): LiftedOperation {
  const document = parse(text);
  const chosen = name
    ? document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && d.name?.value === name)!
    : operationOf(document);
  return liftLiterals(schema, document, chosen);
}

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 6 }).map((value) => JSON.stringify(value));
const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(String);
const float = fc.oneof(int, fc.constantFrom('1.5', '-0.25e3', '12345678901234567890', '0.1000000000000000055'));
const colour = fc.constantFrom('RED', 'GREEN');
const orNull = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant('null') });
const list = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    item,
    fc.array(item, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  );
const fields = (entries: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string[]> =>
  fc.record(entries, { requiredKeys: [] }).map((given) => Object.entries(given).map(([key, value]) => `${key}: ${value as string}`));
const object = (entries: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> =>
  fields(entries)
    .chain((given) => fc.shuffledSubarray(given, { minLength: given.length }))
    .map((given) => `{ ${given.join(', ')} }`);
const wish = object({
  text,
  n: orNull(fc.oneof(int, fc.constant('$n'))),
  f: orNull(float),
  id: orNull(fc.oneof(int, text)),
  colour: orNull(colour),
  colours: orNull(list(colour)),
  day: text,
  below: list(object({ text, n: orNull(int), colour: orNull(colour) })),
});
const ARGUMENTS = {
  id: orNull(fc.oneof(int, text)),
  n: orNull(fc.oneof(int, fc.constant('$n'))),
  need: int,
  f: orNull(float),
  s: orNull(text),
  b: orNull(fc.constantFrom('true', 'false')),
  c: orNull(colour),
  cs: orNull(list(orNull(colour))),
  ll: orNull(list(list(orNull(int)))),
  w: orNull(wish),
  day: orNull(fc.oneof(text, int, colour)),
};
const call = fields(ARGUMENTS).map((given) => `echo${given.length > 0 ? `(${given.join(', ')})` : ''}`);

describe('constants as variables', () => {
  it('mean the same, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, call), { minLength: 1, maxLength: 4 }), (calls) => {
        const query = `query Q($n: Int = 3) { ${calls.map(([alias, one], i) => `${alias}${i}: ${one}`).join(' ')} me { ...F } } fragment F on Query { ${calls[0]![1]} }`;
        if (validate(schema, parse(query)).some((error) => !error.message.includes('never used'))) return;
        const lifted = lift(query);
        expect(validate(schema, lifted.document).filter((error) => !error.message.includes('never used'))).toEqual([]);
        const expected = graphqlSync({ schema, source: query, rootValue });
        const actual = graphqlSync({
          schema,
          source: lifted.text,
          rootValue,
          variableValues: JSON.parse(JSON.stringify(lifted.literals)) as Record<string, unknown>,
        });
        expect(actual).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('give operations that differ in them one text', () => {
    const one = lift('{ echo(id: "A", n: 1, w: { text: "a", colours: RED }) }');
    const other = lift('{ echo(id: "B", n: 2, w: { colours: [GREEN, RED], text: "b" }) }');
    expect(one.text).toBe(other.text);
    expect([one.literals, other.literals]).toEqual([
      { literal0: 'A', literal1: 1, literal2: { colours: 'RED', text: 'a' } },
      { literal0: 'B', literal1: 2, literal2: { colours: ['GREEN', 'RED'], text: 'b' } },
    ]);
  });

  it('keep fields mergeable: equal ones are one variable, different ones are not', () => {
    const same = lift('{ echo(w: { n: 1, text: "t" }) ... on Query { echo(w: { text: "t", n: 1 }) } x: echo(n: 1) y: echo(n: 2) }');
    expect(validate(schema, same.document)).toEqual([]);
    expect(Object.values(same.literals)).toEqual([{ n: 1, text: 't' }, 1, 2]);
  });

  it('leave @skip and @include, defaults, mixed objects, numbers and names of scalars of our own, and introspection as they are', () => {
    const query =
      'query Q($n: Int = 3) { echo(w: { n: $n }) @skip(if: false) a: echo(day: 5) b: echo(day: RED) c: echo(n: $n) @include(if: true) __type(name: "Query") { name } }';
    const { text: lifted, literals } = lift(query);
    expect([lifted, literals]).toEqual([print(parse(query)), {}]);
    expect(lift('{ echo(day: "2025-11-21") }').literals).toEqual({ literal0: '2025-11-21' });
  });

  it('never take the name of a variable that is there', () => {
    expect(Object.keys(lift('query ($literal0: Int) { echo(n: $literal0) a: echo(n: 7) }').literals)).toEqual(['literal_0']);
  });

  it('take one operation of several, with the fragments it uses', () => {
    const { text: one } = lift(
      'query A { echo(n: 1) } query B { ...F } fragment F on Query { ...G } fragment G on Query { echo(n: 2) } fragment H on Query { echo }',
      'B',
    );
    expect(one).toContain('fragment G');
    expect(one).not.toMatch(/query A|fragment H/);
  });
});
