import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { littleGateway, littleSubgraph, type LittleGateway, type LittleSubgraph } from '../http/testing/little-gateway.js';

interface Asked {
  about: string;
  method?: string;
  search?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const post = (about: string, body: unknown, headers: Record<string, string> = {}): Asked => ({ about, body, headers });
const get = (
  about: string,
  params: Record<string, string>,
  headers: Record<string, string> = { 'apollo-require-preflight': '1' },
): Asked => ({
  about,
  method: 'GET',
  search: `?${new URLSearchParams(params)}`,
  headers,
});
const BOOK = 'query B($id: ID!, $first: Int = 3) { book(id: $id, first: $first) { id title pages } }';
const ECHO = 'query E($w: Wish, $c: [Colour!], $l: Int) { echo(wish: $w, colours: $c, long: $l) }';
const TWO = 'query A { hello } query B { book(id: "1") { id } }';
const REGISTERED = 'query R { hello }';

const variables: unknown[] = [
  { id: 'x' },
  { id: 1 },
  { id: 1.5 },
  { id: null },
  {},
  { id: 'x', first: null },
  { id: 'x', first: '2' },
  { id: 'x', first: 2 ** 40 },
  { id: 'none', more: 1 },
  { id: ['x'] },
  null,
];
const wishes: unknown[] = [
  { w: { text: 'a' } },
  { w: { text: 'a', colour: 'BLUE' } },
  { w: { text: 'a', more: { text: 'b' } } },
  { w: { text: 1, extra: true }, c: 'RED' },
  { c: ['RED', null] },
  { c: [], l: -1 },
  { w: null, c: null, l: null },
];
const accepts = [
  'application/json',
  'application/graphql-response+json',
  '*/*',
  'text/html, application/graphql-response+json;q=0.9, */*;q=0.1',
  'application/json;q=0.5, application/graphql-response+json',
  'application/*',
  'text/html',
  'application/json; charset=utf-8',
  'application/json; charset=latin1',
  'nonsense',
  'multipart/mixed; deferSpec=20220824',
];
const CORPUS: Asked[] = [
  post('a question', { query: '{ hello }' }),
  ...variables.map((given) => post(`variables ${JSON.stringify(given)}`, { query: BOOK, variables: given })),
  ...wishes.map((given) => post(`wishes ${JSON.stringify(given)}`, { query: ECHO, variables: given })),
  ...accepts.flatMap((accept) => [
    post(`accept ${accept}`, { query: '{ hello }' }, { accept }),
    post(`wrong document, accept ${accept}`, { query: '{ no }' }, { accept }),
    post(`wrong variables, accept ${accept}`, { query: BOOK }, { accept }),
    post(`refused, accept ${accept}`, { query: '{ mine }' }, { accept }),
  ]),
  post('bad JSON', '{ "query": '),
  post('no object', '[]'),
  post('a number', '1'),
  post('nothing', ''),
  post('no query', { variables: {} }),
  post('query of another type', { query: 1 }),
  post('variables as text', { query: '{ hello }', variables: '{}' }),
  post('extensions as a list', { query: '{ hello }', extensions: [] }),
  post('empty query', { query: '' }),
  post('syntax', { query: '{ hello' }),
  post('unknown field', { query: '{ helo }' }),
  post('two operations, one named', { query: TWO, operationName: 'B' }),
  post('two operations, none named', { query: TWO }),
  post('an operation that is not there', { query: TWO, operationName: 'C' }),
  post('one operation, another name', { query: BOOK, operationName: 'X', variables: { id: '1' } }),
  post('empty name', { query: BOOK, operationName: '', variables: { id: '1' } }),
  post('no operation', { query: 'fragment F on Query { hello }' }),
  post('sign in first', { query: '{ mine hello }' }),
  post('signed in', { query: '{ mine }' }, { 'x-role': 'STAFF' }),
  post('forbidden', { query: '{ secret }' }, { 'x-role': 'STAFF' }),
  post('allowed', { query: '{ secret }' }, { 'x-role': 'CLERK' }),
  post('undeclared', { query: '{ undeclared }' }, { 'x-role': 'CLERK' }),
  post('in English', { query: '{ mine }' }, { 'accept-language': 'en' }),
  post('too deep a list of aliases', { query: `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: __typename`).join(' ')} }` }),
  post('a fault', { query: '{ broken hello }' }),
  post('null where none may be', { query: '{ strict }' }),
  post('an error with a status', { query: '{ teapot }' }),
  post('a mutation', { query: 'mutation M { write(text: "ă") }' }),
  post('introspection', { query: '{ __schema { queryType { name } } hello }' }),
  post('typename', { query: '{ __typename }' }),
  post('skip and include', {
    query: 'query ($a: Boolean!) { hello @skip(if: $a) book(id: 1) @include(if: $a) { id } }',
    variables: { a: true },
  }),
  post('a long answer', { query: '{ long(length: 30000) }' }, { 'accept-encoding': 'identity' }),
  post('text as content', { query: '{ hello }' }, { 'content-type': 'text/plain' }),
  post('another content type', { query: '{ hello }' }, { 'content-type': 'application/graphql' }),
  post('a charset', { query: '{ hello }' }, { 'content-type': 'application/json; charset=utf-8' }),
  get('GET', { query: '{ hello }' }),
  get('GET with variables', { query: BOOK, variables: '{"id":"1"}' }),
  get('GET with variables that are no JSON', { query: BOOK, variables: '{' }),
  get('GET with a list of variables', { query: BOOK, variables: '[]' }),
  get('GET of a mutation', { query: 'mutation M { write(text: "ă") }' }),
  get('GET without a question', {}),
  get('GET of a page of another site', { query: '{ hello }' }, {}),
  {
    about: 'GET with two queries',
    method: 'GET',
    search: '?query=%7Bhello%7D&query=%7Bhello%7D',
    headers: { 'apollo-require-preflight': '1' },
  },
  get('GET with a form’s content type', { query: '{ hello }' }, { 'apollo-require-preflight': '1', 'content-type': 'text/plain' }),
  { about: 'PUT', method: 'PUT', body: { query: '{ hello }' } },
  post('a registered document', { documentId: `sha256:${sha(REGISTERED)}` }),
  post('a registered document with a name', { documentId: sha(REGISTERED), operationName: 'R', variables: {} }),
  get('GET of a registered document', { documentId: `sha256:${sha(REGISTERED)}` }),
  post('a document nobody registered', { documentId: `sha256:${sha('x')}` }),
  post('no id', { documentId: 'x' }),
  post('an id and a text', { documentId: `sha256:${sha(REGISTERED)}`, query: '{ hello }' }),
  post('APQ of a person', { extensions: { persistedQuery: { version: 1, sha256Hash: sha('{ hello }') } } }),
  post('APQ, not there', { extensions: { persistedQuery: { version: 1, sha256Hash: sha('{ mine }') } } }, { 'x-role': 'client' }),
  post(
    'APQ, offered',
    { query: BOOK, variables: { id: 1 }, extensions: { persistedQuery: { version: 1, sha256Hash: sha(BOOK) } } },
    { 'x-role': 'client' },
  ),
  post(
    'APQ, by hash',
    { variables: { id: 1 }, extensions: { persistedQuery: { version: 1, sha256Hash: sha(BOOK) } } },
    { 'x-role': 'client' },
  ),
  post('APQ, another hash', { query: BOOK, extensions: { persistedQuery: { version: 1, sha256Hash: sha('y') } } }, { 'x-role': 'client' }),
  post(
    'APQ, another version',
    { query: BOOK, extensions: { persistedQuery: { version: 2, sha256Hash: sha(BOOK) } } },
    { 'x-role': 'client' },
  ),
  post(
    'APQ, not valid',
    { query: '{ no }', extensions: { persistedQuery: { version: 1, sha256Hash: sha('{ no }') } } },
    { 'x-role': 'client' },
  ),
  post('APQ, was not valid', { extensions: { persistedQuery: { version: 1, sha256Hash: sha('{ no }') } } }, { 'x-role': 'client' }),
];

const RELEVANT = [
  'content-type',
  'cache-control',
  'allow',
  'x-content-type-options',
  'content-encoding',
  'content-length',
  'vary',
  'x-request-id',
];

async function ask(url: string, { method = 'POST', search = '', headers = {}, body }: Asked): Promise<object> {
  const response = await fetch(url + search, {
    method,
    headers: { 'x-request-id': 'same-for-both', ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const relevant = Object.fromEntries(RELEVANT.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, ...relevant, text: await response.text() };
}

describe('the short way beside Apollo Server’s pipeline', () => {
  let subgraph: LittleSubgraph;
  let direct: LittleGateway;
  let apollo: LittleGateway;

  beforeAll(async () => {
    subgraph = await littleSubgraph();
    const documents = { [sha(REGISTERED)]: REGISTERED };
    direct = await littleGateway(subgraph.sdl, { pipeline: 'direct', documents });
    apollo = await littleGateway(subgraph.sdl, { pipeline: 'apollo', documents });
  });
  afterAll(async () => {
    await Promise.all([direct?.close(), apollo?.close()]);
    await subgraph?.close();
  });

  it.each(CORPUS.map((asked) => [asked.about, asked] as const))('answers alike, at first sight and when known: %s', async (_, asked) => {
    const expected = await ask(apollo.url, asked);
    for (let time = 0; time < 3; time += 1) expect(await ask(direct.url, asked), `time ${time + 1}`).toEqual(expected);
  });

  it('tells an operation that is not there by its code', async () => {
    const answer = await ask(direct.url, post('', { query: TWO, operationName: 'C' }));
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('OPERATION_RESOLUTION_FAILURE') });
  });

  it('masks a fault and keeps the status an error asks for', async () => {
    const [fault, teapot] = [
      await ask(direct.url, post('', { query: '{ broken hello }' })),
      await ask(direct.url, post('', { query: '{ teapot }' })),
    ];
    expect(JSON.stringify(fault)).not.toContain('secret.ts');
    expect(fault).toMatchObject({ status: 200, text: expect.stringContaining('"hello":"xin chào"') });
    expect(teapot).toMatchObject({ text: expect.stringContaining('CONFLICT') });
  });
});
