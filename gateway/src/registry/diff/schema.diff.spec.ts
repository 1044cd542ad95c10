import { buildSchema, BreakingChangeType, DangerousChangeType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { AccessTable } from '../../operation/access.rules.js';
import { diffOf } from './schema.diff.js';

const graph = (sdl: string, access: AccessTable = new Map()) => ({ api: buildSchema(sdl), access });
const changes = (older: string, newer: string) => diffOf(graph(older), graph(newer));
const brief = (older: string, newer: string) =>
  changes(older, newer).map(({ level, type, coordinate }) => `${level} ${type} ${coordinate}`);

/** One pair of graphs for every kind of change graphql-js knows: what is there before and after. */
const KINDS: Record<string, [older: string, newer: string, coordinate: string]> = {
  TYPE_REMOVED: ['type Query { a: Int } type Old { b: Int }', 'type Query { a: Int }', 'Old'],
  TYPE_CHANGED_KIND: ['type Query { a: K } type K { b: Int }', 'type Query { a: K } enum K { b }', 'K'],
  TYPE_REMOVED_FROM_UNION: [
    'type Query { a: U } union U = A | B type A { x: Int } type B { x: Int }',
    'type Query { a: U, b: B } union U = A type A { x: Int } type B { x: Int }',
    'U',
  ],
  VALUE_REMOVED_FROM_ENUM: ['type Query { a: E } enum E { X Y }', 'type Query { a: E } enum E { X }', 'E.Y'],
  REQUIRED_INPUT_FIELD_ADDED: [
    'type Query { a(i: I): Int } input I { x: Int }',
    'type Query { a(i: I): Int } input I { x: Int y: Int! }',
    'I.y',
  ],
  IMPLEMENTED_INTERFACE_REMOVED: [
    'type Query { a: T, n: N } interface N { x: Int } type T implements N { x: Int }',
    'type Query { a: T, n: N } interface N { x: Int } type T { x: Int }',
    'T',
  ],
  FIELD_REMOVED: ['type Query { a: Int b: Int }', 'type Query { a: Int }', 'Query.b'],
  FIELD_CHANGED_KIND: ['type Query { a: Int }', 'type Query { a: String }', 'Query.a'],
  REQUIRED_ARG_ADDED: ['type Query { a: Int }', 'type Query { a(x: Int!): Int }', 'Query.a(x:)'],
  ARG_REMOVED: ['type Query { a(x: Int): Int }', 'type Query { a: Int }', 'Query.a(x:)'],
  ARG_CHANGED_KIND: ['type Query { a(x: Int): Int }', 'type Query { a(x: String): Int }', 'Query.a(x:)'],
  DIRECTIVE_REMOVED: ['directive @d on FIELD type Query { a: Int }', 'type Query { a: Int }', '@d'],
  DIRECTIVE_ARG_REMOVED: ['directive @d(x: Int) on FIELD type Query { a: Int }', 'directive @d on FIELD type Query { a: Int }', '@d(x:)'],
  REQUIRED_DIRECTIVE_ARG_ADDED: [
    'directive @d on FIELD type Query { a: Int }',
    'directive @d(x: Int!) on FIELD type Query { a: Int }',
    '@d(x:)',
  ],
  DIRECTIVE_REPEATABLE_REMOVED: [
    'directive @d repeatable on FIELD type Query { a: Int }',
    'directive @d on FIELD type Query { a: Int }',
    '@d',
  ],
  DIRECTIVE_LOCATION_REMOVED: ['directive @d on FIELD | QUERY type Query { a: Int }', 'directive @d on FIELD type Query { a: Int }', '@d'],
  VALUE_ADDED_TO_ENUM: ['type Query { a: E } enum E { X }', 'type Query { a: E } enum E { X Y }', 'E.Y'],
  TYPE_ADDED_TO_UNION: [
    'type Query { a: U, b: B } union U = A type A { x: Int } type B { x: Int }',
    'type Query { a: U, b: B } union U = A | B type A { x: Int } type B { x: Int }',
    'U',
  ],
  OPTIONAL_INPUT_FIELD_ADDED: [
    'type Query { a(i: I): Int } input I { x: Int }',
    'type Query { a(i: I): Int } input I { x: Int y: Int }',
    'I.y',
  ],
  OPTIONAL_ARG_ADDED: ['type Query { a: Int }', 'type Query { a(x: Int): Int }', 'Query.a(x:)'],
  IMPLEMENTED_INTERFACE_ADDED: [
    'type Query { a: T, n: N } interface N { x: Int } type T { x: Int }',
    'type Query { a: T, n: N } interface N { x: Int } type T implements N { x: Int }',
    'T',
  ],
  ARG_DEFAULT_VALUE_CHANGE: ['type Query { a(x: Int = 1): Int }', 'type Query { a(x: Int = 2): Int }', 'Query.a(x:)'],
};

describe('the difference of two graphs', () => {
  it('knows every kind of change of graphql-js', () => {
    expect(Object.keys(KINDS).toSorted()).toEqual([...Object.keys(BreakingChangeType), ...Object.keys(DangerousChangeType)].toSorted());
  });

  it.each(Object.entries(KINDS))('says where %s is, in both languages', (kind, [older, newer, coordinate]) => {
    const found = changes(older, newer).find(({ type }) => type === kind)!;
    expect(found.coordinate).toBe(coordinate);
    expect(found.message.vi).toContain(coordinate.replace('@', ''));
    expect(found.message.en).not.toBe(found.message.vi);
  });

  it('PF-08 tells additions and deprecations as safe', () => {
    const older = 'type Query { a: T } type T { x: Int }';
    expect(brief(older, 'type Query { a: T } type T { x: Int @deprecated(reason: "đến 30/06/2026") y: U } type U { z: Int }')).toEqual([
      'safe DEPRECATED T.x',
      'safe FIELD_ADDED T.y',
      'safe TYPE_ADDED U',
    ]);
    expect(brief(older, older)).toEqual([]);
  });

  it('says when a field asks a permission it did not ask before', () => {
    const sdl = 'type Query { a: Int }';
    const narrowed = diffOf(graph(sdl, new Map([['Query.a', ['public']]])), graph(sdl, new Map([['Query.a', ['rating:read']]])));
    expect(narrowed).toMatchObject([{ level: 'dangerous', type: 'ACCESS_NARROWED', coordinate: 'Query.a' }]);
    expect(diffOf(graph(sdl, new Map([['Query.a', ['rating:read']]])), graph(sdl, new Map([['Query.a', ['public']]])))).toEqual([]);
  });

  it('names the fields whose users notice: those that return or take a changed type', () => {
    const older = 'type Query { a: E b(i: I): Int c: Int } input I { e: E } enum E { X Y }';
    const [removed] = changes(older, older.replace(' Y', ''));
    expect(removed).toMatchObject({ coordinate: 'E.Y', touches: ['Query.a', 'Query.b'] });
  });
});
