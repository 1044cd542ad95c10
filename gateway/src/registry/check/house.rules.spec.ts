import { describe, expect, it } from 'vitest';
import { houseProblems } from './house.rules.js';

const OWNERS = new Map([
  ['Organisation', 'organisations'],
  ['Rating', 'so-y-te'],
]);
const problems = (sdl: string): string[] => houseProblems('so-y-te', sdl, OWNERS).map(({ rule, coordinate }) => `${rule} ${coordinate}`);

describe('house rules for the schema of a subgraph', () => {
  it('default deny: a root field says who may ask it', () => {
    expect(problems('type Query { a: Int b: Int @tag(name: "allow/public") c: Int @inaccessible }')).toEqual(['root.access Query.a']);
    expect(problems('extend type Mutation { rate: Int! }')).toEqual(['root.access Mutation.rate']);
  });

  it('a permission that does not exist would be refused to everybody', () => {
    expect(problems('type Query { a: Int @tag(name: "allow/hospital/rate") }')).toEqual(['access.unknown Query.a']);
    expect(problems('type Query { a: Int @tag(name: "allow/rating/read") }')).toEqual([]);
  });

  it('what is contributed to a foreign entity, points at one, or stands on Query is nullable', () => {
    expect(
      problems(`
        type Organisation @key(fields: "id") { id: ID! hospitalRating: Rating! beds: Int }
        type Rating @key(fields: "id") { id: ID! stars: Int! of: Organisation! }
        type Query { top: Int! @tag(name: "allow/public") }`),
    ).toEqual(['crossing.nullable Organisation.hospitalRating', 'crossing.nullable Rating.of', 'crossing.nullable Query.top']);
  });

  it('keys and what is only known from elsewhere stay as their owner has them', () => {
    expect(problems('type Organisation @key(fields: "id code") { id: ID! code: String! name: String! @external }')).toEqual([]);
  });

  it('PF-08 a deprecation says until when', () => {
    expect(
      problems('type Rating @key(fields: "id") { id: ID! old: Int @deprecated(reason: "dùng stars") older: Int @deprecated }'),
    ).toEqual(['deprecated.until Rating.old', 'deprecated.until Rating.older']);
    expect(problems('type Rating { old: Int @deprecated(reason: "dùng stars; giữ đến 30/06/2026") }')).toEqual([]);
  });
});
