import { describe, expect, it } from 'vitest';
import { guestProblems } from './guest.rules.js';
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

describe('rules for the subgraph of a department', () => {
  const LINK = '@link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@tag"])';
  const OTHERS = [
    'type Organisation @key(fields: "id") { id: ID! name: String } enum Kind { A } type Query { organisation: Organisation }',
  ];
  const guest = (sdl: string): string[] =>
    guestProblems('so-y-te', sdl, OTHERS, OWNERS).map(({ rule, coordinate }) => `${rule} ${coordinate}`);

  it('adds fields to the entities of others by one key, root fields and types of its own', () => {
    const sdl = `extend schema ${LINK} type Organisation @key(fields: "id") { id: ID! beds: Int @tag(name: "allow/public") }
      type Query { hospitals: [Rating] @tag(name: "allow/public") } type Rating @key(fields: "id") @tag(name: "contract/ministry") { id: ID! stars: Int }`;
    expect(guest(sdl)).toEqual([]);
  });

  it('PF-05 neither answers for others, nor asks for their fields, nor hides or tags them', () => {
    expect(guest('type Organisation @key(fields: "id") { id: ID! name: String @shareable }')).toEqual(['guest.field Organisation.name']);
    expect(guest('type Organisation @key(fields: "id") @key(fields: "name") { id: ID! name: String }')).toEqual(['guest.key Organisation']);
    expect(
      guest('type Organisation @key(fields: "id") @tag(name: "contract/not-public") { id: ID! @tag(name: "allow/rating/write") }'),
    ).toEqual(['guest.tag Organisation', 'guest.tag Organisation.id']);
    expect(guest('type Organisation @key(fields: "id") { id: ID! facts: String @external risk: Int @requires(fields: "facts") }')).toEqual([
      'guest.directive @requires',
    ]);
    expect(guest('type Organisation @key(fields: "id") @inaccessible { id: ID! }')).toEqual(['guest.directive @inaccessible']);
  });

  it('PF-05 not under another name either', () => {
    expect(guest('type Organisation @key(fields: "id") { id: ID! x: Int @federation__override(from: "organisations") }')).toEqual([
      'guest.directive @federation__override',
    ]);
    const alias = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: [{ name: "@override", as: "@tag" }])';
    expect(guest(alias)).toEqual(['guest.directive @link']);
    expect(guest('extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", as: "key")')).toEqual(['guest.directive @link']);
  });

  it('does not change types that are merged over all subgraphs', () => {
    expect(guest('enum Kind { A B }')).toEqual(['guest.type Kind']);
    expect(guest('extend enum Kind { B }')).toEqual(['guest.type Kind']);
  });
});
