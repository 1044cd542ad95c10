import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIRST_CONTRACTS } from '../contracts/contract.js';
import { contractGraph } from '../contracts/contract.schema.js';
import { html } from './html.js';
import { referenceOf } from './reference.model.js';
import { referencePage } from './reference.page.js';

const API = `
  """Câu hỏi của mọi người."""
  type Query {
    """Một người <b>bất kỳ</b>."""
    person(id: ID!, "Năm xét" year: Int = 2025): Person
    old: Int @deprecated(reason: "Dùng person; giữ đến 30/06/2026")
  }
  type Person { name: String! rank: Rank }
  enum Rank { FIRST SECOND }`;
const SUPERGRAPH = 'type Query { person: Person @tag(name: "allow/public") old: Int @tag(name: "allow/public") }';
const contract = FIRST_CONTRACTS.find(({ id }) => id === 'department')!;
const graph = contractGraph(SUPERGRAPH, API, contract);
const entries = referenceOf(graph, new Map([['Query.person', ['module:stc']]]));
const page = (locale: 'vi' | 'en'): string => referencePage({ look: { locale }, contracts: FIRST_CONTRACTS, contract, entries });

describe('the reference of one audience', () => {
  it('says of every field: type, arguments, who may ask, until when, and who uses it', () => {
    expect(entries.map(({ group, name }) => `${group} ${name}`)).toEqual(['query Query', 'object Person', 'enum Rank']);
    expect(entries[0]!.members).toMatchObject([
      { name: 'old', deprecation: { until: '2026-06-30' } },
      {
        name: 'person',
        type: 'Person',
        access: ['public'],
        users: ['module:stc'],
        args: [
          { name: 'id', type: 'ID!' },
          { name: 'year', default: '2025' },
        ],
      },
    ]);
  });

  it('is a page in either language whose text is escaped and whose types are links', () => {
    expect(page('vi')).toContain('Sắp bỏ, giữ đến 30/06/2026');
    expect(page('en')).toContain('Deprecated, kept until 30/06/2026');
    expect(page('vi')).toContain('Một người &lt;b&gt;bất kỳ&lt;/b&gt;.');
    expect(page('vi')).toContain('<a href="#Person">Person</a>');
    expect(page('vi')).not.toMatch(/ style=|<style|<script>|onclick/);
  });

  it('of every audience of the real graph has an entry for every type', () => {
    const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    for (const one of FIRST_CONTRACTS) {
      const real = contractGraph(read('supergraph.graphql'), read('api.graphql'), one);
      const text = referencePage({
        look: { locale: 'vi' },
        contracts: FIRST_CONTRACTS,
        contract: one,
        entries: referenceOf(real, new Map()),
      });
      const types = Object.keys(real.schema.getTypeMap()).filter(
        (name) => !name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
      );
      expect(types.filter((name) => !text.includes(`data-entry="${name}"`))).toEqual([]);
    }
  });
});

it('html escapes values, not what is html already', () => {
  expect(html`<p>${'a<b'}${html`<i>${'"'}</i>`}${null}${['x', html`&amp;`]}${3}</p>`.text).toBe('<p>a&lt;b<i>&quot;</i>x&amp;3</p>');
});
