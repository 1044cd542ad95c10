import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../documents/document.hash.js';
import type { ProtectedDocument } from '../../documents/document.store.js';
import { deprecatedInUse, deprecationWarnings } from './deprecated.uses.js';
import { removalDate } from './deprecation.rules.js';
import { checkAgainstReality } from './schema.check.js';

const GRAPH = `
  type Query { person(id: ID!): Person campaigns(filter: Filter, first: Int): [Campaign] find(kind: Kind): Found }
  type Mutation { rename(input: RenameInput!): Person }
  type Person { id: ID! fullName: String! nickname: String @deprecated(reason: "Dùng fullName; giữ đến 30/06/2026") kind: Kind }
  type Campaign { id: ID! name: String motto: String }
  input Filter { year: Int tag: String kind: Kind }
  input RenameInput { id: ID! name: String! note: String }
  enum Kind { STAFF LEADER GUEST }
  union Found = Person | Campaign`;

const shipped = (kind: 'module' | 'integrator', id: string, text: string, release = '1.4.2-aa'): ProtectedDocument => ({
  client: { kind, id },
  release,
  hash: hashOf(text),
  text,
});
const CARD = shipped('module', 'stc', 'query Card($id: ID!) { person(id: $id) { fullName nickname } }');
const NIGHT = shipped('integrator', 'bao', 'query NightRun { person(id: "1") { nickname } }');
const LIST = shipped('module', 'khcn', 'query List($filter: Filter) { campaigns(filter: $filter, first: 5) { name } }');

interface Set {
  documents?: ProtectedDocument[];
  usage?: { client: string; coordinate: string; count: number }[];
  today?: string;
  older?: string;
}
function check(newer: string, { documents = [CARD, NIGHT, LIST], usage = [], today = '2026-07-01', older = GRAPH }: Set = {}) {
  const access = new Map();
  const reality = { documents, usage, days: 30, today };
  return checkAgainstReality({ api: buildSchema(older), access }, { api: buildSchema(newer), access }, reality);
}
const without = (text: string): string => {
  expect(GRAPH).toContain(text);
  return GRAPH.replace(text, '');
};
const brief = ({ hits }: ReturnType<typeof check>): string[] =>
  hits.map((hit) => `${hit.kind} ${hit.client}: ${hit.operation ?? hit.count} ${hit.field}`);
const NICKNAME = 'nickname: String @deprecated(reason: "Dùng fullName; giữ đến 30/06/2026")';

describe('a change held against reality', () => {
  it('PF-08 removing a field that an active module and an integrator use is refused, naming both, their operation and the field', () => {
    const { hits } = check(without(NICKNAME));
    expect(hits).toEqual([
      expect.objectContaining({ kind: 'module', client: 'stc', release: '1.4.2-aa', operation: 'Card', field: 'Person.nickname' }),
      expect.objectContaining({ kind: 'integrator', client: 'bao', operation: 'NightRun', field: 'Person.nickname' }),
    ]);
    expect(hits[0]!.message).toEqual({
      vi: 'Person.nickname: mô-đun stc 1.4.2-aa đang dùng trong «Card».',
      en: 'Person.nickname: module stc 1.4.2-aa uses it in “Card”.',
    });
  });

  it('a field that nobody uses may go, and is told as breaking', () => {
    const checked = check(without('motto: String'));
    expect(checked.hits).toEqual([]);
    expect(checked.changes).toMatchObject([{ level: 'breaking', coordinate: 'Campaign.motto' }]);
  });

  it('real traffic in the window counts like an operation', () => {
    const usage = [{ client: 'client bao', coordinate: 'Campaign.motto', count: 12 }];
    expect(brief(check(without('motto: String'), { usage }))).toEqual(['traffic client bao: 12 Campaign.motto']);
  });

  it('an addition hits nobody', () => {
    expect(check(GRAPH.replace('motto: String', 'motto: String theme: String')).hits).toEqual([]);
  });

  it('an optional argument that no operation gives may go; one that is given may not', () => {
    expect(brief(check(without('first: Int')))).toEqual(['module khcn: List Query.campaigns(first:)']);
    const silent = shipped('module', 'khcn', '{ campaigns { name } }');
    expect(check(without(', first: Int'), { documents: [silent] }).hits).toEqual([]);
  });

  it('what is sent in a variable is hit although validation cannot see it', () => {
    expect(brief(check(without('tag: String')))).toEqual(['module khcn: List Filter.tag']);
    expect(brief(check(GRAPH.replace('tag: String', 'tag: String by: ID!')))).toEqual(['module khcn: List Filter.by']);
    expect(brief(check(without('GUEST')))).toEqual(['module khcn: List Kind.GUEST']);
  });

  it('a field that becomes nullable hits whoever reads it', () => {
    expect(brief(check(GRAPH.replace('fullName: String!', 'fullName: String')))).toEqual(['module stc: Card Person.fullName']);
  });

  it('an operation that was not served before is nobody’s loss', () => {
    const dead = shipped('module', 'old', '{ gone person(id: "1") { nickname } }');
    expect(check(without(NICKNAME), { documents: [dead] }).hits).toEqual([]);
  });

  it('PF-08 what was promised until a day stays until that day has passed, used or not', () => {
    const gone = without(NICKNAME);
    expect(check(gone, { documents: [], today: '2026-06-30' }).early).toMatchObject([
      { coordinate: 'Person.nickname', until: '2026-06-30', message: { vi: 'Person.nickname đã hứa giữ đến 30/06/2026.' } },
    ]);
    expect(check(gone, { documents: [], today: '2026-07-01' }).early).toEqual([]);
  });
});

describe('what is on its way out', () => {
  const schema = buildSchema(GRAPH);

  it('PF-08 J-12 names every operation that uses a field marked for removal, and the day', () => {
    expect(deprecationWarnings(schema, { [CARD.hash]: CARD.text, [LIST.hash]: LIST.text, x: 'no GraphQL' })).toEqual([
      {
        hash: CARD.hash,
        operation: 'Card',
        field: 'Person.nickname',
        until: '2026-06-30',
        message: {
          vi: '«Card» dùng «Person.nickname», sắp bỏ, giữ đến 30/06/2026: Dùng fullName; giữ đến 30/06/2026',
          en: '“Card” uses “Person.nickname”, which is deprecated and kept until 2026-06-30: Dùng fullName; giữ đến 30/06/2026',
        },
      },
    ]);
  });

  it('names arguments, input fields and enum values as well', () => {
    const old = buildSchema(
      `type Query { a(x: Int @deprecated(reason: "1"), i: I, e: E): Int } input I { y: Int @deprecated(reason: "2") } enum E { Z @deprecated(reason: "3") }`,
    );
    const fields = deprecationWarnings(old, { h: '{ a(x: 1, i: { y: 2 }, e: Z) }' }).map(({ field }) => field);
    expect(fields).toEqual(['Query.a(x:)', 'I.y', 'E.Z']);
  });

  it('is listed with who has to move: modules, integrators, and who asks all the same', () => {
    const usage = [{ client: 'public', coordinate: 'Person.nickname', count: 3 }];
    expect(deprecatedInUse(schema, [CARD, NIGHT, LIST], usage)).toEqual([
      expect.objectContaining({
        coordinate: 'Person.nickname',
        until: '2026-06-30',
        users: [
          { kind: 'module', client: 'stc', release: '1.4.2-aa', operation: 'Card' },
          { kind: 'integrator', client: 'bao', release: '1.4.2-aa', operation: 'NightRun' },
          { kind: 'traffic', client: 'public', count: 3 },
        ],
      }),
    ]);
  });
});

describe('the day in a deprecation', () => {
  it.each([
    ['Use ratings; kept until 2026-06-30', '2026-06-30'],
    ['Dùng ratings. Giữ đến hết ngày 30/06/2026.', '2026-06-30'],
    ['đến 31/02/2026', null],
    ['soon', null],
  ])('%s → %s', (reason, day) => {
    expect(removalDate(reason)).toBe(day);
  });
});
