import { buildSchema, Kind, parse, print, type GraphQLSchema } from 'graphql';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../documents/document.hash.js';
import { facadeOf, openApi, type Facade } from './openapi.js';
import { sdkFiles } from './sdk/sdk.files.js';
import { typeOf } from './sdk/typescript.js';

const SCHEMA = buildSchema(`
  type Query { "Một tổ chức." body(id: ID!, at: LocalDate): Body find(filter: Filter, kinds: [Kind!] = [A]): [Found!]! }
  type Mutation { rename(id: ID!, name: String!): Body }
  type Subscription { told: Int }
  type Body implements Named { id: ID! name: String! count: Int kind: Kind head: Person }
  type Person implements Named { name: String! rank: Float }
  interface Named { name: String! }
  union Found = Body | Person
  input Filter { text: String! and: [Filter!] }
  enum Kind { A B }
  scalar LocalDate`);

const named = (text: string) => ({ name: /(?:query|mutation|subscription) (\w+)/.exec(text)![1]!, hash: hashOf(text), text });
const facade = (...texts: string[]): Facade => facadeOf('BAO', 3, SCHEMA, texts.map(named));
const typesOf = (text: string): { variables: string; data: string } => {
  const [form] = facade(text).operations;
  return { variables: typeOf(form!.variables, ''), data: typeOf(form!.data, '') };
};

describe('a registered operation as plain HTTP', () => {
  it('takes its variables and gives what it selects', () => {
    expect(typesOf('query Card($id: ID!, $at: LocalDate) { body(id: $id, at: $at) { title: name count head { rank } } }')).toEqual({
      variables: '{\n  readonly id: string;\n  readonly at?: string | null;\n}',
      data: [
        '{',
        '  /** Một tổ chức. */',
        '  readonly body: {',
        '    readonly title: string;',
        '    readonly count: number | null;',
        '    readonly head: {',
        '      readonly rank: number | null;',
        '    } | null;',
        '  } | null;',
        '}',
      ].join('\n'),
    });
  });

  it('knows fragments, unions, defaults and what a directive may leave out', () => {
    const { variables, data } = typesOf(`query Find($filter: Filter, $kinds: [Kind!] = [A], $deep: Boolean!) {
      find(filter: $filter, kinds: $kinds) { __typename ...on Named { name } ...on Body { kind @include(if: $deep) id } } }`);
    expect(variables).toContain('readonly kinds?: ReadonlyArray<"A" | "B"> | null;');
    expect(data).toContain('readonly __typename: "Body" | "Person";');
    expect(data).toContain('readonly name?: string;');
    expect(data).toContain('readonly id?: string;');
    expect(facade('query Find($filter: Filter) { find(filter: $filter) { __typename } }').components.get('Filter')).toMatchObject({
      required: ['text'],
      properties: { and: { anyOf: [{ type: 'array', items: { $ref: '#/components/schemas/Filter' } }, { type: 'null' }] } },
    });
  });

  it('is described in OpenAPI 3.1, one path each; a subscription is none', () => {
    const api = openApi(facade('query Card($id: ID!) { body(id: $id) { name } }', 'subscription Told { told }'));
    expect(api).toMatchObject({
      openapi: '3.1.0',
      info: { version: '3' },
      paths: { '/rest/Card': { post: { operationId: 'Card', summary: 'Một tổ chức.', requestBody: { required: true } } } },
    });
    expect(Object.keys(api['paths'] as object)).toEqual(['/rest/Card']);
  });
});

describe('the package for an integrator', () => {
  const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const schema: GraphQLSchema = buildSchema(read('gateway/api.graphql'));
  const promised = parse(read('test/supergraph/contract.graphql')).definitions.map((definition) =>
    named(print({ kind: Kind.DOCUMENT, definitions: [definition] })),
  );

  it('of all promised operations type-checks, in strict TypeScript, for a caller who uses it right and not for one who does not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-sdk-'));
    const files = await sdkFiles(facadeOf('BAO', 7, schema, promised));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    expect(JSON.parse(files['package.json']!)).toMatchObject({ name: '@thidua-sdk/bao', version: '1.0.7' });
    expect(JSON.parse(files['package.json']!)).not.toHaveProperty('dependencies');
    const call = (body: string): string => `import { createClient } from './index.js';
      const graph = createClient({ url: 'http://localhost/graphql', token: 'x' });
      export async function walk(): Promise<string | undefined> { ${body} }`;
    writeFileSync(
      join(folder, 'right.ts'),
      call("return (await graph.longWalk({ code: 'SKHCN', year: 2025 })).data.organisation?.plans?.nodes[0]?.title;"),
    );
    writeFileSync(join(folder, 'wrong.ts'), call("return (await graph.longWalk({ code: 'SKHCN' })).data.organisation?.nothing;"));
    expect(faultsOf(folder, 'right.ts')).toEqual([]);
    expect(faultsOf(folder, 'wrong.ts').length).toBe(2);
  }, 120_000);
});

function faultsOf(folder: string, file: string): string[] {
  const program = ts.createProgram([join(folder, file)], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
