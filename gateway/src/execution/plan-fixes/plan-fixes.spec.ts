import { describe, expect, it } from 'vitest';
import { composed as graph } from '../testing/composed.js';
import { withoutUnresolvableKeys } from './unresolvable-keys.js';

const comments = (_: unknown, { limit }: { limit: number }) => Array.from({ length: limit }, (_unused, i) => ({ id: `c${i}` }));
const posts = {
  feed: {
    sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] } type Comment @key(fields: "id") { id: ID! }',
    resolvers: { Query: { post: () => ({ id: 'p1' }) }, Post: { __resolveReference: (ref: object) => ref, comments } },
  },
  words: {
    sdl: `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] @external
      three: String @requires(fields: "comments(limit: 3) { id }") one: String @requires(fields: "comments(limit: 1) { id }") }
      type Comment @key(fields: "id") { id: ID! }`,
    resolvers: {
      Post: {
        __resolveReference: (ref: object) => ref,
        three: (post: { comments: unknown[] }) => `saw ${post.comments.length}`,
        one: (post: { comments: unknown[] }) => `saw ${post.comments.length}`,
      },
    },
  },
};

describe('the plan fixes', () => {
  it('requires-with-argument: the client’s own arguments and the required ones do not overwrite each other', async () => {
    const { data, errors } = await graph(posts).ask('{ post { comments(limit: 2) { id } three } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ post: { comments: [{ id: 'c0' }, { id: 'c1' }], three: 'saw 3' } });
  });

  it('requires-with-argument-conflict: two requirements of one field are planned apart and merged', async () => {
    const { data, errors, plans } = await graph(posts).ask('{ post { id one three again: three } }');
    expect(errors).toEqual([]);
    expect(plans).toBe(2);
    expect(data).toEqual({ post: { id: 'p1', one: 'saw 1', three: 'saw 3', again: 'saw 3' } });
  });

  it('keys-mashup: a key that cannot be resolved is not offered where another one can', () => {
    const { sdl } = graph({
      a: {
        sdl: 'type Query { a: A } type A @key(fields: "id") { id: ID! name: String @shareable }',
        resolvers: { Query: { a: () => ({ id: '1' }) } },
      },
      b: { sdl: 'type A @key(fields: "id") @key(fields: "code", resolvable: false) { id: ID! code: ID! }', resolvers: {} },
    });
    expect(sdl).toContain('resolvable: false');
    expect(withoutUnresolvableKeys(sdl)).not.toContain('resolvable: false)\n  @join__type(graph: B, key: "code"');
    expect(withoutUnresolvableKeys(sdl)).not.toMatch(/key: "code", resolvable: false/);
  });

  it('keeps a key that is the only one, also when it cannot be resolved', () => {
    const { sdl } = graph({
      a: { sdl: 'type Query { a: A } type A @key(fields: "id") { id: ID! }', resolvers: {} },
      b: { sdl: 'type A @key(fields: "id", resolvable: false) { id: ID! } type Query { b: A }', resolvers: {} },
    });
    expect(withoutUnresolvableKeys(sdl)).toMatch(/resolvable: false/);
  });

  it('gives no alias where nothing requires arguments', async () => {
    const { data } = await graph({ feed: posts.feed }).ask('{ post { comments(limit: 1) { id } } }');
    expect(data).toEqual({ post: { comments: [{ id: 'c0' }] } });
  });
});
