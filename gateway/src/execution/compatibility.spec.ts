import { describe, expect, it } from 'vitest';
import { composed, type Parts } from './testing/composed.js';

const self = (ref: object): object => ref;
const byId =
  (rows: Record<string, object>) =>
  ({ id }: { id: string }): object | null =>
    rows[id] ? { id, ...rows[id] } : null;

const media: Parts = {
  library: {
    sdl: `type Query { media: [Media] one(id: ID!): Media either: [Either] }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
      union Either = Book | Film`,
    resolvers: {
      Query: {
        media: () => [{ __typename: 'Book', id: 'b' }, null, { __typename: 'Film', id: 'f' }],
        one: (_: unknown, { id }: { id: string }) => ({ __typename: id === 'b' ? 'Book' : 'Film', id }),
        either: () => [
          { __typename: 'Film', id: 'f' },
          { __typename: 'Book', id: 'b' },
        ],
      },
      Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id === 'b' ? 'Book' : 'Film', id }) },
      Book: { __resolveReference: self, title: () => 'Đất rừng phương Nam', pages: () => 300 },
      Film: { __resolveReference: self, title: () => 'Mùa len trâu', minutes: () => 102 },
    },
  },
  reviews: {
    sdl: `type Query { best: Media }
      type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int! critics(first: Int = 2): [String!] }`,
    resolvers: {
      Query: { best: () => ({ id: 'f' }) },
      Media: {
        __resolveReference: self,
        stars: ({ id }: { id: string }) => (id === 'b' ? 5 : 4),
        critics: (_: unknown, { first }: { first: number }) => ['An', 'Bình', 'Châu'].slice(0, first),
      },
    },
  },
};

describe('what federation promises', () => {
  it('abstract types: each object by its own type, nulls in their places, in unions and interfaces', async () => {
    const { ask } = composed(media);
    const { data, errors } = await ask(
      '{ media { __typename title ... on Book { pages } ... on Film { length: minutes } } either { __typename ... on Media { id } ... on Book { pages } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      media: [
        { __typename: 'Book', title: 'Đất rừng phương Nam', pages: 300 },
        null,
        { __typename: 'Film', title: 'Mùa len trâu', length: 102 },
      ],
      either: [
        { __typename: 'Film', id: 'f' },
        { __typename: 'Book', id: 'b', pages: 300 },
      ],
    });
  });

  it('interface objects: fields for every implementation, and the true type where only the object is known', async () => {
    const { ask } = composed(media);
    const { data, errors } = await ask(
      '{ media { id stars critics(first: 1) } best { __typename stars title ... on Film { minutes } ... on Book { pages } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      media: [{ id: 'b', stars: 5, critics: ['An'] }, null, { id: 'f', stars: 4, critics: ['An'] }],
      best: { __typename: 'Film', stars: 4, title: 'Mùa len trâu', minutes: 102 },
    });
  });

  it('provides: what comes with the object is not asked again', async () => {
    const { ask } = composed({
      reviews: {
        sdl: 'type Query { latest: [Review] all: [Review] } type Review @key(fields: "id") { id: ID! author: User @provides(fields: "name") other: User } type User @key(fields: "id") { id: ID! name: String @external }',
        resolvers: { Query: { latest: () => [{ id: '1', author: { id: 'u', name: 'Lan' }, other: { id: 'u' } }] } },
      },
      users: {
        sdl: 'type User @key(fields: "id") { id: ID! name: String @shareable }',
        resolvers: { User: { __resolveReference: byId({ u: { name: 'Lan của nơi khác' } }) } },
      },
    });
    const provided = await ask('{ latest { author { id name } } }');
    expect([provided.data, provided.sent]).toEqual([{ latest: [{ author: { id: 'u', name: 'Lan' } }] }, ['reviews']]);
    const fetched = await ask('{ latest { other { name } } }');
    expect([fetched.data, fetched.sent]).toEqual([{ latest: [{ other: { name: 'Lan của nơi khác' } }] }, ['reviews', 'users']]);
  });

  it('requires: nested fields of another subgraph, with arguments, reach the one that needs them', async () => {
    const { ask } = composed({
      goods: {
        sdl: 'type Query { goods: [Good] } type Good @key(fields: "id") { id: ID! size(unit: String): Size price: Int } type Size @shareable { w: Int h: Int }',
        resolvers: {
          Query: {
            goods: () => [
              { id: '1', price: 5 },
              { id: '2', price: null },
            ],
          },
          Good: {
            __resolveReference: ({ id }: { id: string }) => ({ id, price: id === '1' ? 5 : null }),
            size: (_: unknown, { unit }: { unit: string }) => (unit === 'mm' ? { w: 10, h: 20 } : { w: 1, h: 2 }),
          },
        },
      },
      carrier: {
        sdl: `type Good @key(fields: "id") { id: ID! size(unit: String): Size @external price: Int @external
          fee(express: Boolean = false): String @requires(fields: "price size(unit: \\"mm\\") { w h }") } type Size @shareable { w: Int h: Int }`,
        resolvers: {
          Good: {
            __resolveReference: self,
            fee: (good: { price: number | null; size: { w: number; h: number } }, { express }: { express: boolean }) =>
              `${good.price} ${good.size.w}x${good.size.h}${express ? ' nhanh' : ''}`,
          },
        },
      },
    });
    const { data, errors } = await ask('query ($e: Boolean) { goods { fee fast: fee(express: $e) size { w } } }', { e: true });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      goods: [
        { fee: '5 10x20', fast: '5 10x20 nhanh', size: { w: 1 } },
        { fee: 'null 10x20', fast: 'null 10x20 nhanh', size: { w: 1 } },
      ],
    });
  });

  it('keys: another one on every step of the way, composite ones too', async () => {
    const { ask } = composed({
      a: { sdl: 'type Query { item: Item } type Item @key(fields: "a") { a: ID! }', resolvers: { Query: { item: () => ({ a: '1' }) } } },
      b: {
        sdl: 'type Item @key(fields: "a") @key(fields: "b { x y }") { a: ID! b: Pair! } type Pair @shareable { x: Int! y: Int! }',
        resolvers: { Item: { __resolveReference: ({ a }: { a: string }) => ({ a, b: { x: 1, y: 2 } }) } },
      },
      c: {
        sdl: 'type Item @key(fields: "b { y x }") { b: Pair! name: String } type Pair @shareable { x: Int! y: Int! }',
        resolvers: { Item: { __resolveReference: ({ b }: { b: { x: number; y: number } }) => ({ b, name: `${b.x}/${b.y}` }) } },
      },
    });
    expect(await ask('{ item { name } }')).toMatchObject({ data: { item: { name: '1/2' } }, errors: [], sent: ['a', 'b', 'c'] });
  });

  it('keys that are null, and objects that are gone: their fields are null, the others’ are not', async () => {
    const { ask } = composed({
      books: {
        sdl: 'type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! author: Author } type Author @key(fields: "id") { id: ID }',
        resolvers: {
          Query: {
            books: () => [
              { id: '1', author: { id: 'a' } },
              { id: '2', author: { id: null } },
              { id: '3', author: { id: 'gone' } },
              { id: '4', author: null },
            ],
          },
        },
      },
      people: {
        sdl: 'type Author @key(fields: "id") { id: ID name: String }',
        resolvers: { Author: { __resolveReference: byId({ a: { name: 'Đoàn Giỏi' } }) } },
      },
    });
    const { data } = await ask('{ books { id author { name } } }');
    expect(data).toEqual({
      books: [
        { id: '1', author: { name: 'Đoàn Giỏi' } },
        { id: '2', author: { name: null } },
        { id: '3', author: { name: null } },
        { id: '4', author: null },
      ],
    });
  });

  it('enums: hidden values do not leave, those of any subgraph do', async () => {
    const { ask } = composed({
      a: {
        sdl: 'type Query { a: Colour b: Colour list: [Colour] strict: [Colour!] } enum Colour { RED SECRET @inaccessible }',
        resolvers: { Query: { a: () => 'RED', b: () => 'SECRET', list: () => ['RED', 'SECRET'], strict: () => ['RED', 'SECRET'] } },
      },
      c: { sdl: 'type Query { c: Colour } enum Colour { RED SECRET @inaccessible }', resolvers: { Query: { c: () => 'RED' } } },
    });
    const { data } = await ask('{ a b c list strict }');
    expect(data).toEqual({ a: 'RED', b: null, c: 'RED', list: ['RED', null], strict: null });
  });

  it('inaccessible fields: keys may be hidden, and what is hidden is not part of the graph', async () => {
    const parts: Parts = {
      a: {
        sdl: 'type Query { item: Item } type Item @key(fields: "secret") { secret: ID! @inaccessible shown: String }',
        resolvers: { Query: { item: () => ({ secret: 's', shown: 'a' }) } },
      },
      b: {
        sdl: 'type Item @key(fields: "secret") { secret: ID! @inaccessible more: String }',
        resolvers: { Item: { __resolveReference: ({ secret }: { secret: string }) => ({ secret, more: `về ${secret}` }) } },
      },
    };
    const { ask } = composed(parts);
    expect(await ask('{ item { shown more } }')).toMatchObject({ data: { item: { shown: 'a', more: 'về s' } }, errors: [] });
    expect((await ask('{ __type(name: "Item") { fields { name } } }')).data).toEqual({
      __type: { fields: [{ name: 'shown' }, { name: 'more' }] },
    });
  });

  it('unions whose members differ between subgraphs: each is asked for what it knows', async () => {
    const { ask } = composed({
      a: {
        sdl: 'type Query { a: Any } union Any = One | Two type One @key(fields: "id") { id: ID! a: String } type Two @shareable { two: String }',
        resolvers: { Query: { a: () => ({ __typename: 'One', id: '1', a: 'a' }) } },
      },
      b: {
        sdl: 'type Query { b: [Any] } union Any = One | Three type One @key(fields: "id") { id: ID! b: String } type Three { three: Int }',
        resolvers: {
          Query: {
            b: () => [
              { __typename: 'One', id: '1', b: 'b' },
              { __typename: 'Three', three: 3 },
            ],
          },
          One: { __resolveReference: ({ id }: { id: string }) => ({ id, b: 'b' }) },
        },
      },
    });
    const { data, errors } = await ask(
      '{ a { __typename ... on One { a b } ... on Two { two } ... on Three { three } } b { ... on One { b } ... on Three { three } ... on Two { two } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ a: { __typename: 'One', a: 'a', b: 'b' }, b: [{ b: 'b' }, { three: 3 }] });
  });

  it('mutations: one after the other in the order of the document, whichever subgraph has them', async () => {
    const done: string[] = [];
    const write = (name: string) => async (): Promise<string> => {
      done.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, name === 'slow' ? 20 : 0));
      done.push(`${name} ends`);
      return name;
    };
    const { ask } = composed({
      a: {
        sdl: 'type Query { a: Int } type Mutation { slow: String quick: String }',
        resolvers: { Mutation: { slow: write('slow'), quick: write('quick') } },
      },
      b: { sdl: 'type Mutation { other: String }', resolvers: { Mutation: { other: write('other') } } },
    });
    const { data, sent } = await ask('mutation { slow other quick again: slow }');
    expect(data).toEqual({ slow: 'slow', other: 'other', quick: 'quick', again: 'slow' });
    expect(done).toEqual([
      'slow begins',
      'slow ends',
      'other begins',
      'other ends',
      'quick begins',
      'quick ends',
      'slow begins',
      'slow ends',
    ]);
    expect(sent).toEqual(['a', 'b', 'a']);
  });

  it('overrides and shared fields: one subgraph answers, and both would say the same', async () => {
    const { ask } = composed({
      old: {
        sdl: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! moved: String name: String @shareable }',
        resolvers: { Query: { item: () => ({ id: '1', moved: 'cũ', name: 'tên' }) } },
      },
      next: {
        sdl: 'type Item @key(fields: "id") { id: ID! moved: String @override(from: "old") name: String @shareable }',
        resolvers: { Item: { __resolveReference: ({ id }: { id: string }) => ({ id, moved: 'mới', name: 'tên' }) } },
      },
    });
    expect(await ask('{ item { name } }')).toMatchObject({ data: { item: { name: 'tên' } }, sent: ['old'] });
    expect(await ask('{ item { moved } }')).toMatchObject({ data: { item: { moved: 'mới' } }, sent: ['old', 'next'] });
  });

  it('lists of lists, objects that lead back to themselves, and errors at their true index', async () => {
    const { ask } = composed({
      grid: {
        sdl: 'type Query { grid: [[Cell!]]! } type Cell @key(fields: "id") { id: ID! next: Cell }',
        resolvers: {
          Query: { grid: () => [[{ id: '1' }, { id: '2' }], null, [], [{ id: '3' }, { id: '1' }]] },
          Cell: { __resolveReference: self, next: () => ({ id: '1' }) },
        },
      },
      names: {
        sdl: 'type Cell @key(fields: "id") { id: ID! name: String }',
        resolvers: {
          Cell: {
            __resolveReference: self,
            name: ({ id }: { id: string }) => {
              if (id === '3') throw new Error('không đọc được');
              return `ô ${id}`;
            },
          },
        },
      },
    });
    const { data, errors, sent } = await ask('{ grid { name next { next { name } } } }');
    const next = { next: { name: 'ô 1' } };
    expect(data).toEqual({
      grid: [
        [
          { name: 'ô 1', next },
          { name: 'ô 2', next },
        ],
        null,
        [],
        [
          { name: null, next },
          { name: 'ô 1', next },
        ],
      ],
    });
    expect(errors).toMatchObject([{ message: 'không đọc được', path: ['grid', 3, 0, 'name'] }]);
    expect(sent.filter((name) => name === 'names').length).toBeLessThanOrEqual(2);
  });

  it('names that mean something to JavaScript: answered like any other, and no code is made of them', async () => {
    const names = [
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'prototype',
      'undefined',
      'arguments',
      'eval',
      'o',
      'J',
      'return',
    ];
    const fields = names.map((name) => `${name}(${name}: String): String`).join(' ');
    const { ask } = composed({
      a: {
        sdl: `type Query { item: Item } type Item @key(fields: "constructor") { constructor: ID! }`,
        resolvers: { Query: { item: () => ({ constructor: 'k' }) } },
      },
      b: {
        sdl: `type Item @key(fields: "constructor") { constructor: ID! below: Below } type Below { ${fields} }`,
        resolvers: {
          Item: { __resolveReference: self, below: () => ({}) },
          Below: Object.fromEntries(
            names.map((name) => [
              name,
              (_: unknown, args: Record<string, string>) => Object.getOwnPropertyDescriptor(args, name)?.value ?? name,
            ]),
          ),
        },
      },
    });
    const hostile = '"); process.exit(1); (" \u2028 ${1} `';
    const query = `query ($toString: String) { item { constructor below { ${names.map((name) => `${name} _${name}: ${name}(${name}: ${JSON.stringify(hostile)}) x${name}: ${name}(${name}: $toString)`).join(' ')} } } }`;
    const { data, errors } = await ask(query, { toString: hostile });
    expect(errors).toEqual([]);
    const below = (data as { item: { below: Record<string, string> } }).item.below;
    for (const name of names)
      expect([Object.hasOwn(below, name), below[`_${name}`], below[`x${name}`]], name).toEqual([true, hostile, hostile]);
  });
});
