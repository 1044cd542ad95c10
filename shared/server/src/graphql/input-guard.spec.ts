import { buildSchema, type GraphQLInputType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { problemOf } from './input-guard.js';

const schema = buildSchema(
  'input Line { id: ID! note: String } input Act { id: ID lines: [Line!] ids: [ID!] } type Query { a(i: Act, id: ID): Int }',
);
const type = (name: 'Act' | 'ID'): GraphQLInputType => schema.getType(name) as GraphQLInputType;
const ID = '00000000-0000-4000-8000-0000000000aa';

describe('the guard of inputs', () => {
  it('PF-09 lets ids of every version and any text through', () => {
    expect(
      problemOf(type('Act'), { id: ID.toUpperCase(), ids: [ID], lines: [{ id: ID, note: "' or 1=1 -- <b>Nguyễn</b> 🙂" }] }, 'i'),
    ).toBeNull();
    expect(problemOf(type('Act'), { id: null }, 'i')).toBeNull();
  });

  it.each(['x', '', "' or 1=1--", `${ID}0`])('PF-09 names the field of an id that is none: %j', (id) => {
    expect(problemOf(type('ID'), id, 'id')).toEqual({ kind: 'id', field: 'id' });
  });

  it('PF-09 names field and row inside a list', () => {
    expect(problemOf(type('Act'), { ids: [ID, 'x'] }, 'i')).toEqual({ kind: 'id', field: 'ids', row: 2 });
    expect(problemOf(type('Act'), { lines: [{ id: ID, note: 'a\0b' }] }, 'i')).toEqual({ kind: 'text', field: 'note', row: 1 });
  });
});
